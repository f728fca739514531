import TestSupport
import Testing

@testable import CommonMark

/// Properties that hold for any source. A failure names the seed and the source.
@Suite("Properties of random sources")
struct PropertyTests {
    static let seeds: [UInt64] = [1, 2, 3, 4]

    /// What Markdown is made of, so that random sequences of it nest, overlap and break off.
    static let pieces: [String] = [
        "a", "b c", "word. ", " ", "  ", "\n", "\n\n", "\r\n", "\t", "> ", ">", "- ", "1. ", "    ", "# ",
        "## ", "===",
        "---", "```", "`", "``", "*", "**", "_", "[", "]", "(", ")", "![", "](", "](x.md)", "[r]",
        "[r]: u.md\n", "[^a]",
        "[^", "[^n]: y\n", "\\", "\\[", "&amp;", "&#91;", "&nosuch;", "&", "<", ">", "<b>", "</b>",
        "<script>", "<div>\n",
        "<!--", "-->", "<https://e.org>", "<javascript:x>", "](javascript:x)", "\"", "'", " \"t\")", "ä", "東",
        "🏗",
        "e\u{301}", "\u{FFFF}", "&#xFFFE;", "[a](b.md)", "[a][r]", "![i](j.png)", ":", "!", "\u{FEFF}",
    ]

    static func source(_ generator: inout SeededGenerator) -> String {
        let count = Int.random(in: 1...40, using: &generator)
        return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }

    @Test(
        "Placeholders are sorted, ranges are in the source, HTML is valid UTF-8 without scripts",
        arguments: seeds)
    func soundness(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<1_500 {
            let source = Self.source(&generator)
            let options = MarkdownOptions(inline: Bool.random(using: &generator))
            checkSoundness(MarkdownDocument(source, options: options), of: Array(source.utf8), seed: seed)
        }
    }

    @Test("Random bytes never trap", arguments: seeds)
    func randomBytes(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let likely =
            Array("[]()^!<>*_`\\&#;: \n\r\t-a".utf8) + [
                0, 0x80, 0xC3, 0xE2, 0xEF, 0xBB, 0xBF, 0xF0, 0xF8, 0xF9, 0xFF,
            ]
        for _ in 0..<1_500 {
            let count = Int.random(in: 0...80, using: &generator)
            let bytes = (0..<count).map { _ in
                Bool.random(using: &generator)
                    ? likely.randomElement(using: &generator) ?? 0
                    : UInt8.random(in: 0...255, using: &generator)
            }
            checkSoundness(MarkdownDocument(bytes), of: bytes, seed: seed)
            let allowed = MarkdownDocument(bytes, options: .init(rawHTML: true))
            #expect(String(validating: allowed.html, as: UTF8.self) != nil, "seed \(seed): \(bytes)")
        }
    }

    @Test("The source text at a placeholder's range matches the placeholder", arguments: seeds)
    func places(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<1_500 {
            let source = Self.source(&generator)
            let utf8 = Array(source.utf8)
            for placeholder in MarkdownDocument(source).placeholders {
                #expect(
                    isPlausible(placeholder, in: utf8),
                    "seed \(seed): \(placeholder) in \(source.debugDescription)")
            }
        }
    }

    @Test(
        "Every opened tag is closed, also the links of placeholders", arguments: seeds)
    func sameText(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let source = Self.source(&generator)
            let document = MarkdownDocument(source, options: .init(citations: false))
            let opened = document.placeholders.count { if case .link = $0.content { true } else { false } }
            let html = document.bare
            #expect(count("</a>", in: html) == opened + count("<a href", in: html), "seed \(seed): \(source)")
            for tag in ["p", "em", "strong", "blockquote", "ul", "ol", "li", "h2", "h3", "pre"] {
                let isBalanced =
                    count("</\(tag)>", in: html) == count("<\(tag)>", in: html) + count("<\(tag) ", in: html)
                #expect(isBalanced, "seed \(seed), \(tag): \(source)")
            }
        }
    }

    @Test("Documents read at the same time are the same as when they are read one by one")
    func concurrency() async {
        var generator = SeededGenerator(seed: 5)
        let sources = (0..<200).map { _ in Self.source(&generator) }
        let alone = sources.map { MarkdownDocument($0) }
        let together = await withTaskGroup(of: (Int, MarkdownDocument).self) { group in
            for (index, source) in sources.enumerated() {
                group.addTask { (index, MarkdownDocument(source)) }
            }
            return await group.reduce(into: [Int: MarkdownDocument]()) { $0[$1.0] = $1.1 }
        }
        for (index, document) in alone.enumerated() { #expect(together[index] == document) }
    }

    private func checkSoundness(_ document: MarkdownDocument, of source: [UInt8], seed: UInt64) {
        let html = String(validating: document.html, as: UTF8.self)
        let isText = html != nil
        #expect(isText, "seed \(seed): \(source)")
        let lower = html?.lowercased() ?? ""
        let hasNoScript = count("<script", in: lower) == 0 && count("href=\"javascript:", in: lower) == 0
        #expect(hasNoScript, "seed \(seed): \(source)")
        let positions = document.placeholders.map(\.position)
        let isSorted = zip(positions, positions.dropFirst()).allSatisfy { $0 <= $1 }
        #expect(
            isSorted && positions.allSatisfy { (0...document.html.count).contains($0) },
            "seed \(seed): \(source)")
        let ranges =
            document.places + document.headings.map(\.sourceRange) + document.droppedHTML
            + document.footnoteDefinitions + document.unsafeLinks.map(\.sourceRange)
        let areInside = ranges.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= source.count }
        #expect(areInside, "seed \(seed): \(source)")
        #expect(Set(document.headings.map(\.id)).count == document.headings.count, "seed \(seed): \(source)")
    }

    /// Whether the source at a placeholder's range can mean it; escapes and entities are checked loosely.
    private func isPlausible(_ placeholder: MarkdownDocument.Placeholder, in source: [UInt8]) -> Bool {
        let written = String(decoding: source[placeholder.sourceRange], as: UTF8.self)
        switch placeholder.content {
        case .citation(let id):
            return written.hasPrefix("[^") && written.hasSuffix("]")
                && (written.contains("&") || written.contains("\\") || written == "[^\(id)]"
                    || written.contains(where: \.isWhitespace))
        case .link(let target, _), .image(let target, _, _):
            // A reference link or an empty destination covers the whole construct; else the letters agree.
            if written.hasPrefix("[") || written.hasPrefix("![") { return true }
            let before = source[..<placeholder.sourceRange.lowerBound].last ?? 0
            let letters = target.unicodeScalars.filter(\.properties.isAlphabetic)
            return !written.isEmpty && "(< \t\n\r>".utf8.contains(before)
                && letters.allSatisfy { written.unicodeScalars.contains($0) || written.contains("&") }
        }
    }

    private func count(_ part: String, in text: String) -> Int {
        let text = Array(text.utf8)
        let part = Array(part.utf8)
        guard text.count >= part.count else { return 0 }
        return (0...text.count - part.count).count {
            text[$0] == part[0] && text[$0..<$0 + part.count].elementsEqual(part)
        }
    }
}
