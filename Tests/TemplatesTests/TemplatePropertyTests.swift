import Diagnostics
import TestSupport
import Testing
import UTF8Text

@testable import Templates

/// Properties that hold for any input. A failure prints the seed that repeats it.
@Suite struct TemplatePropertyTests {
    @Test("Random bytes never trap, and every mistake is located within its file", arguments: seeds)
    func anyBytes(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            let files = ["page", "a", "b"].map { name in
                (name, TemplateSource(path: name, bytes: random.bytes(upTo: 60)))
            }
            check(Dictionary(uniqueKeysWithValues: files), seed)
        }
    }

    @Test("Tags in random order never trap, and every mistake is located within its file", arguments: seeds)
    func anyTags(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            let files = ["page", "a", "b"].map { name in
                (name, TemplateSource(path: name, bytes: Array(random.template(upTo: 25).utf8)))
            }
            check(Dictionary(uniqueKeysWithValues: files), seed)
        }
    }

    @Test("Escaped text has no special characters and can be unescaped to the same text", arguments: seeds)
    func anyText(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let text = random.text(upTo: 80)
            let html = text.htmlEscaped
            #expect(!html.contains { "<>\"'".contains($0) }, "seed \(seed)")
            #expect(unescaped(html) == text, "seed \(seed)")
            #expect(renderTemplate("{{title}}", entrySample.record(SampleEntry(title: text))).text == html)
        }
    }

    @Test("Text without tags is written unchanged", arguments: seeds)
    func textWithoutTags(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            // A byte order mark at the start is not text.
            let text = "x" + random.text(upTo: 80)
            if text.contains("{{") { continue }
            #expect(renderTemplate(text, entrySample.record(SampleEntry())).text == text, "seed \(seed)")
            let included = renderTemplate("{{>p}}", ["p": text], entrySample.record(SampleEntry()))
            #expect(included.text == text, "seed \(seed)")
        }
    }

    @Test("The same mistakes are found every time, in order", arguments: seeds)
    func sameMistakes(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            let page = random.template(upTo: 40)
            let files = ["a": random.template(upTo: 10), "b": random.template(upTo: 10)]
            let first = renderTemplate(page, files, entrySample.record(SampleEntry())).diagnostics
            let second = renderTemplate(page, files, entrySample.record(SampleEntry())).diagnostics
            #expect(first == second, "seed \(seed)")
            #expect(first == first.sortedByLocation(), "seed \(seed)")
        }
    }

    // MARK: Checks

    private func check(_ files: [String: TemplateSource], _ seed: UInt64) {
        for mode in [TemplateCompiler.Mode.strict, .lenient] {
            // Without a schema templates may include each other until they are too large, which is not tested here.
            let files = mode == .strict ? files : files.filter { $0.key == "page" }
            let compiler = TemplateCompiler(templates: files, mode: mode)
            let result = compiler.compile("page", for: entrySample.shape)
            #expect((result.template == nil) == result.diagnostics.containsErrors, "seed \(seed)")
            for diagnostic in result.diagnostics {
                let places =
                    [diagnostic.location] + diagnostic.notes.compactMap(\.location)
                    + diagnostic.fixIts.flatMap(\.edits).map(\.location)
                for place in places {
                    let count = files[place.path]?.bytes.count ?? -1
                    #expect(place.range.upperBound <= count, "seed \(seed): \(diagnostic)")
                }
            }
            var output = OutputBuffer()
            let entry = SampleEntry(claims: [SampleClaim(text: "c", tags: ["x"])], tags: ["y", "z"])
            result.template?.render(entrySample.record(entry), into: &output)
            let isText = String(validating: output.bytes, as: UTF8.self) != nil
            #expect(isText, "seed \(seed)")
        }
    }

    private func unescaped(_ html: String) -> String {
        var text = ""
        var rest = html[...]
        let references = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"]
        while let first = rest.unicodeScalars.first {
            if first == "&", let end = rest.unicodeScalars.firstIndex(of: ";") {
                let after = rest.unicodeScalars.index(after: end)
                text += references[String(rest[..<after])] ?? "?"
                rest = rest[after...]
            } else {
                text.unicodeScalars.append(first)
                rest = rest[rest.unicodeScalars.index(after: rest.startIndex)...]
            }
        }
        return text
    }

    private static let seeds: [UInt64] = (0..<4).map { _ in UInt64.random(in: 0...UInt64.max) } + [1, 2, 3]
}

extension SeededGenerator {
    mutating func bytes(upTo count: Int) -> [UInt8] {
        let frequent = Array("{}{}{}#^/><$!=&. \n\tab".utf8)
        return (0..<Int.random(in: 0...count, using: &self)).map { _ in
            Int.random(in: 0..<8, using: &self) == 0
                ? UInt8.random(in: 0...255, using: &self)
                : frequent.randomElement(using: &self) ?? 0x20
        }
    }

    mutating func text(upTo count: Int) -> String {
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...count, using: &self) {
            let limit: UInt32 = Bool.random(using: &self) ? 0x7F : 0x10_FFFF
            scalars.append(Unicode.Scalar(UInt32.random(in: 0...limit, using: &self)) ?? "&")
        }
        return String(scalars)
    }

    mutating func template(upTo count: Int) -> String {
        let pieces = [
            "{{#claims}}", "{{/claims}}", "{{#site}}", "{{/site}}", "{{^draft}}", "{{/draft}}", "{{title}}",
            "{{{body}}}", "{{.}}", "{{#tags}}", "{{/tags}}", "{{>a}}", "{{> b }}", "{{<a}}", "{{/a}}",
            "{{<b}}",
            "{{/b}}", "{{$x}}", "{{/x}}", "{{$y}}", "{{/y}}", "{{! c }}", "{{=<% %>=}}", "<%={{ }}=%>", "\n",
            "\n",
            "  ", "\t", "text", "\r\n", "{{", "}}", "{{site.title}}", "{{claim.tags}}", "{{nothing}}", "é",
        ]
        return (0..<Int.random(in: 0...count, using: &self)).map { _ in
            pieces.randomElement(using: &self) ?? ""
        }.joined()
    }
}
