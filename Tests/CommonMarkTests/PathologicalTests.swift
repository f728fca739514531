import Testing

@testable import CommonMark

/// Sources made to be slow or deep; the sizes suit a debug build.
@Suite("Pathological sources")
struct PathologicalTests {
    /// Generous: a quadratic walk of these sources takes minutes.
    static let limit = Duration.seconds(5)

    @Test(
        "Sources that provoke quadratic time or deep recursion are read within seconds",
        arguments: [
            ("open brackets", "[", 200_000),
            ("images", "![", 100_000),
            ("citations begun", "[^", 100_000),
            ("citations", "[^a]", 5_000),
            ("nested brackets around a link", "[a](b)", 5_000),
            ("emphasis", "*a **a ", 5_000),
            ("emphasis with links", "*a [b](c) ", 3_000),
            ("unclosed destinations", "[a](b", 10_000),
            ("unclosed bracketed destinations", "[a](<b", 10_000),
            ("backticks", "`a``", 10_000),
            ("escapes", "\\[^a]", 20_000),
            ("entities", "&amp;&nosuch;&", 10_000),
            ("tags", "<b>", 20_000),
            ("comments", "<!-- ", 5_000),
            ("colons", "[^a]: b\n", 5_000),
            ("definitions", "[^a]: b\n\n", 5_000),
            ("headings", "# a\n", 3_000),
            ("lists", "- a [b](c)\n", 3_000),
            ("long line", "word [a](b) ", 5_000),
            ("lines", "word\n", 50_000),
            ("blank lines", "\n", 200_000),
            ("carriage returns", "[a](b)\r\r", 5_000),
            ("malformed", "\u{0}[a](b)", 5_000),
        ])
    func repeated(name: String, piece: String, count: Int) {
        let source = String(repeating: piece, count: count)
        let elapsed = ContinuousClock().measure { _ = MarkdownDocument(source) }
        #expect(elapsed < Self.limit, "\(name): \(elapsed)")
    }

    @Test(
        "Deep nesting does not overflow the stack",
        arguments: [
            ("> ", 3_000, "[a](b)", ""),
            (">", 3_000, "[a](b)\nlazy [c](d)\n", ""),
            ("- ", 400, "[a](b)", ""),
            ("*a ", 5_000, "[a](b)", "*"),
            ("[", 5_000, "a](b)", ""),
            ("![", 5_000, "a", "](b)"),
            ("<b>", 20_000, "[a](b)", ""),
        ])
    func nested(open: String, depth: Int, core: String, close: String) {
        let source = String(repeating: open, count: depth) + core + String(repeating: close, count: depth)
        let elapsed = ContinuousClock().measure { #expect(!MarkdownDocument(source).placeholders.isEmpty) }
        #expect(elapsed < Self.limit, "\(open): \(elapsed)")
    }

    @Test("Ranges are right in a long source")
    func longSource() {
        let source = String(repeating: "ä [a](b.md)\n> c[^d]\n\n", count: 2_000)
        let document = MarkdownDocument(source)
        let length = "ä [a](b.md)\n> c[^d]\n\n".utf8.count
        #expect(document.places.count == 4_000)
        for (index, range) in document.places.enumerated() {
            let start = index / 2 * length + (index.isMultiple(of: 2) ? 7 : 16)
            #expect(range == start..<start + 4)
        }
    }
}
