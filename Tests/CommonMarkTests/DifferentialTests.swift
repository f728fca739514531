import TestSupport
import Testing
import UTF8Text

@testable import CommonMark

/// What this module makes is compared with what libcmark renders without it.
@Suite("Comparison with libcmark alone")
struct DifferentialTests {
    @Test("Apart from links, images and headings the HTML is libcmark's", arguments: PropertyTests.seeds)
    func sameHTML(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<1_000 {
            let source = PropertyTests.source(&generator).filtered { $0 != "\u{FEFF}" && $0 != "\u{FFFF}" }
            let document = MarkdownDocument(source, options: .init(rawHTML: true, citations: false))
            var output: [UInt8] = []
            document.write(to: &output) { placeholder, output in
                switch placeholder.content {
                case .link: output.append(contentsOf: "<a href=\"\">".utf8)
                case .image: output.append(contentsOf: "<img src=\"\">".utf8)
                case .citation: output.append(contentsOf: "{cite}".utf8)
                }
            }
            let alone = Self.rendered(source)
            #expect(Self.plain(output) == Self.plain(alone), "seed \(seed): \(source.debugDescription)")
        }
    }

    @Test("Reading citations changes no other finding or placeholder", arguments: PropertyTests.seeds)
    func sameText(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let source = PropertyTests.source(&generator).filtered { $0 != "\u{FFFF}" }
            let with = MarkdownDocument(source, options: .init(inline: true))
            let without = MarkdownDocument(source, options: .init(citations: false, inline: true))
            #expect(with.droppedHTML == without.droppedHTML, "seed \(seed): \(source.debugDescription)")
            #expect(with.unsafeLinks == without.unsafeLinks, "seed \(seed): \(source.debugDescription)")
            let others = with.placeholders.filter { if case .citation = $0.content { false } else { true } }
            let same =
                others.map(\.sourceRange) == without.places
                && others.map(\.content) == without.placeholders.map(\.content)
            #expect(same, "seed \(seed): \(source.debugDescription)")
        }
    }

    private static func rendered(_ source: String) -> [UInt8] {
        Array(source.utf8).withUnsafeBufferPointer { bytes in
            guard let tree = SyntaxTree(bytes) else { return [] }
            return tree.withHTML(unsafe: true) { Array($0) } ?? []
        }
    }

    /// HTML with bare tags for links, images and headings, and without stray bytes.
    private static func plain(_ html: [UInt8]) -> String {
        var plain: [UInt8] = []
        var at = 0
        while at < html.count {
            let rest = html[at...]
            let tag = ["<a href=\"", "<img src=\"", "<h", "</h"].first { rest.starts(with: $0.utf8) }
            let isHeading =
                tag?.last == "h" && rest.dropFirst(tag?.utf8.count ?? 0).first?.isASCIIDigit == true
            if let tag, tag.last != "h" || isHeading {
                plain.append(contentsOf: tag.utf8)
                at = (html[at...].firstIndex(of: .greaterThan) ?? html.count - 1) + 1
            } else {
                plain.append(contentsOf: html[at] >= 0xFE ? [0xEF, 0xBF, 0xBD] : [html[at]])
                at += 1
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }
}

extension String {
    fileprivate func filtered(_ isKept: (Unicode.Scalar) -> Bool) -> String {
        String(String.UnicodeScalarView(unicodeScalars.filter(isKept)))
    }
}
