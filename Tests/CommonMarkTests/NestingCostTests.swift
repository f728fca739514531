import Testing

@testable import CommonMark

/// Sources are refused before libcmark reads them, so no test waits for libcmark.
@Suite("Sources that are nested too deeply")
struct NestingCostTests {
    private func refused(_ source: String) -> Range<Int>? {
        Array(source.utf8).withUnsafeBufferPointer { NestingCost.tooNested($0) }
    }

    private func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

    @Test("Deeply nested lists with many blank lines behind them are refused")
    func lists() {
        for markers in ["- ", "+ ", "* - ", "1. ", "> - ", "-\t"] {
            let source = times(4_000, markers) + "a\n" + times(4_000, "\n")
            #expect(refused(source) != nil, "\(markers)")
            let document = MarkdownDocument(source)
            #expect(document.tooNested == refused(source))
            #expect(document.isEmpty)
        }
    }

    @Test("A lazy continuation line does not hide the lists that are open")
    func lazyLines() {
        #expect(refused(times(4_000, "- ") + "a\n2. b\nc\n" + times(4_000, "\n")) != nil)
        #expect(refused("> " + times(4_000, "- ") + "a\n" + times(4_000, ">\n")) != nil)
    }

    @Test("Many unclosed images with links behind them are refused")
    func pictures() {
        #expect(refused(times(10_000, "![[]()")) != nil)
        #expect(refused(times(4_000, "![") + times(4_000, "[](x)")) != nil)
        // Brackets in code close nothing.
        #expect(refused(times(6_000, "![ `]` [a](b)\n")) != nil)
    }

    @Test("The range begins where the cost passes the limit")
    func place() {
        let head = "Harbour\n\n"
        let source = head + times(4_000, "- ") + "a\n" + times(4_000, "\n")
        let place = refused(source)
        #expect((place?.lowerBound ?? 0) > head.utf8.count + 8_000)
        #expect((place?.lowerBound ?? .max) < source.utf8.count)
    }

    @Test(
        "Ordinary Markdown is read, however long it is",
        arguments: [
            "A line with [a link](a.md) and ![a picture](b.png).\n", "- one\n- two\n  - three\n\n",
            "1. one\n\n   more\n\n2. two\n\n", "> quoted\n>\n> and more\n\n", "* * *\n\n",
            "- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -\n\n", "![a](b)![c](d)\n",
            "    code - - - - -\n\n\n\n", "\n", "`![` and `[`\n\n", "see ![1] and ![2]\n\n",
        ])
    func ordinary(_ piece: String) {
        #expect(refused(times(200_000 / piece.utf8.count, piece)) == nil)
    }

    @Test(
        "The cost grows no faster than the length of the source",
        arguments: ["- a\n\n", "[a](b) ![c](d)\n", "> - a\n"])
    func linear(_ piece: String) {
        // A source of any length stays below the limit, which grows by the byte.
        #expect(refused(times(1_000_000 / piece.utf8.count, piece)) == nil)
    }

    @Test("Links in deeply nested emphasis are refused, in closed emphasis they are read")
    func emphasis() {
        let deep = times(20_000, "*a [b](c) ") + times(20_000, "a* ")
        let document = MarkdownDocument(deep)
        #expect(document.tooNested != nil)
        #expect(document.isEmpty)
        let shallow = times(1_000, "*a [b](c)* ")
        #expect(MarkdownDocument(shallow).tooNested == nil)
        #expect(MarkdownDocument(shallow).placeholders.count == 1_000)
    }
}
