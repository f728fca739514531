import TestSupport
import Testing

@testable import CommonMark

@Suite("Headings")
struct HeadingTests {
    @Test(
        "Levels nest by one from the top level",
        arguments: [
            ([1, 2, 3], [2, 3, 4]),
            ([2, 2, 3], [2, 2, 3]),
            ([3, 5, 4, 3], [2, 3, 3, 2]),
            ([3, 1, 2, 6, 2], [2, 2, 3, 4, 3]),
            ([1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 6]),
            ([6, 1, 6, 1], [2, 2, 3, 2]),
        ])
    func levels(source: [Int], page: [Int]) {
        let text = source.map { String(repeating: "#", count: $0) + " h" }.joined(separator: "\n")
        #expect(MarkdownDocument(text).headings.map(\.level) == page)
    }

    @Test(
        "The top level is between 2 and 6",
        arguments: [
            (Int.min, [2, 3]), (0, [2, 3]), (1, [2, 3]), (3, [3, 4]), (6, [6, 6]), (Int.max, [6, 6]),
        ])
    func topLevel(option: Int, page: [Int]) {
        let document = MarkdownDocument("# a\n## b", options: .init(headingLevel: option))
        #expect(document.headings.map(\.level) == page)
        #expect(
            document.bare
                == "<h\(page[0]) id=\"a\">a</h\(page[0])>\n<h\(page[1]) id=\"b\">b</h\(page[1])>\n")
    }

    @Test("No level is skipped on the way down, whatever levels the source has")
    func noSkips() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            let levels = (0..<20).map { _ in Int.random(in: 1...6, using: &generator) }
            let text = levels.map { String(repeating: "#", count: $0) + " h" }.joined(separator: "\n")
            var last = 1
            for heading in MarkdownDocument(text).headings {
                #expect(heading.level >= 2 && heading.level <= min(6, last + 1), "\(levels)")
                last = heading.level
            }
        }
    }

    @Test(
        "Ids are slugs of the plain text",
        arguments: [
            ("# What the union says", "what-the-union-says"),
            ("# *What* the `union` says![^a]", "what-the-union-says"),
            ("# [A link](b.md) & more", "a-link-more"),
            ("# ![A quay](q.jpg)", "a-quay"),
            ("# Größe ÄÖ", "größe-äö"),
            ("#", "section"),
            ("# ***", "section"),
            ("# [^a]", "section"),
            ("two\nlines\n===", "two-lines"),
            ("# a<b>c</b>", "ac"),
            ("# &lt;x onclick=&quot;y&quot;&gt;", "x-onclick-y"),
        ])
    func ids(source: String, id: String) {
        #expect(MarkdownDocument(source).headings.map(\.id) == [id])
    }

    @Test(
        "Ids are unique in the document",
        arguments: [
            (["a", "a", "a"], ["a", "a-2", "a-3"]),
            (["a", "a-2", "a"], ["a", "a-2", "a-3"]),
            (["a-2", "a", "a", "a-2"], ["a-2", "a", "a-3", "a-2-2"]),
            (["", "!", "section"], ["section", "section-2", "section-3"]),
            (["A", "a", "b", "B!"], ["a", "a-2", "b", "b-2"]),
            (["\u{E9}", "e\u{301}"], ["\u{E9}", "e\u{301}-2"]),
        ])
    func uniqueIDs(texts: [String], ids: [String]) {
        let source = texts.map { "# \($0)" }.joined(separator: "\n")
        #expect(MarkdownDocument(source).headings.map(\.id) == ids)
    }

    @Test("The id is in the tag, and the rest of the heading is unchanged")
    func rendering() {
        let document = MarkdownDocument("# A *b* [c](d.md)[^e]\n\n![x](y.jpg)\n---")
        #expect(
            document.filled == """
                <h2 id="a-b-c">A <em>b</em> {link:d.md}c</a>{cite:e}</h2>
                <h3 id="x">{image:y.jpg||x}</h3>

                """)
        #expect(document.headings.map(\.text) == ["A b c", "x"])
    }

    @Test(
        "The range covers the heading's lines",
        arguments: [
            "⟦# a⟧",
            "x\n\n  ⟦## a ##⟧  \nb\n\n⟦### c⟧\n",
            "⟦a\n===⟧\nb",
            "⟦a\nb\n---⟧\n---\n\n⟦c\n-⟧\n\n",
            "⟦a\n===⟧\n\n",
            "⟦a\n===⟧",
            "> ⟦# a⟧\n> > ⟦b\n> > ===⟧\n> c",
            "- ⟦# a⟧\n- ⟦b\n  ---⟧\n  c",
            "\u{FEFF}⟦# ä⟧\r\n⟦b\r\n  ----⟧  \r\nc",
            "[r]: x\n⟦# a⟧",
        ])
    func ranges(marked: String) {
        let text = MarkedText(marked)
        #expect(text.document().headings.map(\.sourceRange) == text.ranges)
    }

    @Test("Five thousand equal headings get different ids")
    func manyEqual() {
        let document = MarkdownDocument(String(repeating: "# a\n", count: 5_000))
        #expect(Set(document.headings.map(\.id)).count == 5_000)
        #expect(document.headings.last?.id == "a-5000")
    }
}
