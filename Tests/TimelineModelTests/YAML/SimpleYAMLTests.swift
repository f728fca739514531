import Diagnostics
import TestSupport
import Testing

@testable import TimelineModel

@Suite("Parser of simple YAML")
struct SimpleYAMLTests {
    /// A usual entry that uses every feature of simple YAML.
    private static let entry = """
        title: "Kim's train: on its way"
        date: 2023-09-10/2023-09-17
        slug: kim-train
        tags: [rail, visits , 'two words']
        actors:
          - kim-jong-un
          - Łódź Council
        places: []
        group: null
        order: ~
        aliases: [null, ~, "null", NULL]
        sources:
        - {title: "Report 1", publisher: Example Archive, url: "https://archive.example.org/1"}
        - id: second
          url: https://news.example.org/a#b

          pages: -12
        claims:
            -   by: a
                sources: [x, {id: y, locator: p. 4}]
            -   by: b
        extra:
          deep:
            deeper: it's – plain "text"
        summary: 'He said "no".'

        """

    private static func simple(_ text: String) -> YAMLNode? {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { SimpleYAML.tree($0, in: 0..<bytes.count) }
    }

    /// The tree of libyaml alone, or the diagnostics of the text.
    private static func whole(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var found: [Diagnostic] = []
        do {
            let node = try YAMLParser.parseWhole(bytes, in: 0..<bytes.count, path: "f", diagnostics: &found)
            return found.isEmpty ? describe(node) : "\(found.map(\.summary))"
        } catch {
            return error.diagnostic.summary
        }
    }

    private static func describe(_ node: YAMLNode?) -> String {
        guard let node else { return "nothing" }
        let content =
            switch node.content {
            case .scalar(let text): text.debugDescription
            case .sequence(let items): "[" + items.map { describe($0) }.joined(separator: ", ") + "]"
            case .mapping(let pairs):
                "{" + pairs.map { describe($0.key) + ": " + describe($0.value) }.joined(separator: ", ") + "}"
            case .refused: "refused"
            }
        return "\(content)@\(node.range)\(node.isPlain ? "" : "q")"
    }

    @Test("A usual entry has the same tree as with libyaml")
    func entries() {
        #expect(Self.simple(Self.entry) != nil)
        #expect(Self.describe(Self.simple(Self.entry)) == Self.whole(Self.entry))
    }

    @Test(
        "YAML that is not simple is left to libyaml",
        arguments: [
            "", "a", "a:", "a:\nb: 1", "a: 1\na: 2", "a: b: c", "a: b:", "a: 1 # c", "# c\na: 1", "a: |\n  b",
            "a: b\n  c", "a: \"b\n  c\"", "a: \"b\\n\"", "a: 'it''s'", "a: \"b\" c", "a: [b", "a: [b]]",
            "a: [b,]",
            "a: [b: c]", "a: [b] # c", "a: &x b", "a: *x", "a: !t b", "a: - b", "a:\n- b\n-",
            "a:\n  - b\n  c: d",
            "a:\n    b: 1\n  c: 2", "a: {b}", "a: {b: }", "a: {b: 1, b: 2}", "? a\n: b", "a\t: b", "a: \tb",
            "a: b\r\n", "a: b\u{85}c", "a: b\u{2028}c", "a: b\u{FEFF}", "a: \u{1}", "a: \u{7F}", "\"a\": b",
            " a: b",
            "---\na: b", "a: b\n---\n", "a: b\n...\n", "a: @b", "a: `b`", "a: %b", "a: 1\n- b", "- a",
            "a:\n- - b",
            "a: ?b", "a: -", "a: ,", "a: [,]", "a: [b c: d]", "a: [\"b\" c]", "a: {b: \"c\"d}",
        ])
    func others(text: String) {
        #expect(Self.simple(text) == nil)
    }

    @Test("A randomly changed text has the same tree as with libyaml, or is left to it", arguments: 0..<16)
    func changed(seed: Int) {
        var changes = SeededGenerator(seed: UInt64(seed))
        let pieces = [
            ":", ": ", "- ", "\n", "\n  ", "\n- ", " ", "  ", "\"", "'", "[", "]", "{", "}", ", ", "#", " #",
            "a: b",
            "\na: b", "-", "?", "|", ">", "&", "*", "!", "%", "\\", "\t", "é", "\u{2028}", "x: {y: z}", "1",
            "\n\n",
        ]
        var simpleCount = 0
        for _ in 0..<2000 {
            var lines = Self.entry.split(separator: "\n", omittingEmptySubsequences: false)
            let start = Int.random(in: 0..<lines.count, using: &changes)
            lines = Array(lines[start...].prefix(Int.random(in: 1...12, using: &changes)))
            var text = Array(lines.joined(separator: "\n").unicodeScalars)
            for _ in 0..<Int.random(in: 0...2, using: &changes) {
                let at = Int.random(in: 0...text.count, using: &changes)
                if Bool.random(using: &changes), at < text.count {
                    text.remove(at: at)
                } else {
                    let piece = pieces[Int.random(in: 0..<pieces.count, using: &changes)]
                    text.insert(contentsOf: piece.unicodeScalars, at: at)
                }
            }
            var string = ""
            string.unicodeScalars.append(contentsOf: text)
            guard let node = Self.simple(string) else { continue }
            simpleCount += 1
            #expect(Self.describe(node) == Self.whole(string), "\(string.debugDescription)")
        }
        #expect(simpleCount > 100)
    }
}
