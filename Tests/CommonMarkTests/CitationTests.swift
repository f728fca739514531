import TestSupport
import Testing

@testable import CommonMark

@Suite("Citations")
struct CitationTests {
    @Test(
        "Plain text between [^ and ] is a citation",
        arguments: [
            ("a⟦[^gazette-1911]⟧.", ["gazette-1911"]),
            ("⟦[^a]⟧⟦[^b]⟧", ["a", "b"]),
            ("Wow!⟦[^a]⟧", ["a"]),
            ("⟦[^ two words ]⟧", ["two words"]),
            ("⟦[^größe-東京]⟧", ["größe-東京"]),
            ("*a⟦[^b]⟧* **⟦[^c]⟧**", ["b", "c"]),
            ("[^[^⟦[^a]⟧]", ["a"]),
            ("[^] [^ ] [^\n] ⟦[^a]⟧", ["a"]),
            ("&lbrack;^x] \\[^x] [\\^x] &#91;^x] ⟦[^a]⟧", ["a"]),
            ("\\[^x]⟦[^a]⟧\\[^x] ⟦[^x]⟧", ["a", "x"]),
            ("`[^x]` ⟦[^x]⟧ ``[^x]``", ["x"]),
            ("[^unclosed ⟦[^x]⟧ [^open", ["x"]),
            ("⟦[^a\\_b]⟧ ⟦[^c&amp;d]⟧", ["a_b", "c&d"]),
            ("a\nb ⟦[^c]⟧\n⟦[^d]⟧ e\n\n> f\n> ⟦[^g]⟧", ["c", "d", "g"]),
            ("# Head ⟦[^a]⟧\n\nUnder⟦[^b]⟧\n---", ["a", "b"]),
            ("⟦[^a]⟧: b", []),
            ("a ⟦[^a]⟧: b", ["a"]),
        ] as [(String, [String])])
    func citations(marked: String, ids: [String]) {
        let text = MarkedText(marked)
        let document = text.document()
        #expect(document.citations == ids)
        #expect(document.places == (ids.isEmpty ? [] : text.ranges), "\(document.filled)")
    }

    @Test(
        "In code, destinations, titles, descriptions, raw HTML and links it is not a citation",
        arguments: [
            "    [^a]",
            "```\n[^a]\n```",
            "[b](<[^a]>)",
            "![[^a]](b)",
            "<i title='[^a]'>",
            "[^*a*]",
            "[^a\nb]",
            "<div>\n[^a]\n</div>",
            "[x](y '[^a]')",
            "[^a](b.md)",
            "[^a]\n\n[^a]: b.md",
        ])
    func none(source: String) { #expect(MarkdownDocument(source).citations.isEmpty) }

    @Test("The text around citations is kept")
    func surroundings() {
        let document = MarkdownDocument("1 < 2[^a] & \"3\"[^b]\\[^c] &copy;")
        #expect(document.filled == "<p>1 &lt; 2{cite:a} &amp; &quot;3&quot;{cite:b}[^c] ©</p>\n")
    }

    @Test("A citation inside a link is moved behind the link, because a note is a link too")
    func inLink() {
        let source = "[see *the log[^a]*, and[^b]](c.md) x [y[^d]](https://example.org)"
        #expect(
            MarkdownDocument(source).filled
                == "<p>{link:c.md}see <em>the log</em>, and</a>{cite:a}{cite:b} x "
                + "<a href=\"https://example.org\">y</a>{cite:d}</p>\n")
        let marked = MarkedText("[see ⟦[^a]⟧](c.md)")
        #expect(marked.document().placeholders.last?.sourceRange == marked.ranges[0])
    }

    @Test("Citations can be turned off")
    func off() {
        let document = MarkdownDocument("a[^b] [c[^d]](e)", options: .init(citations: false))
        #expect(document.filled == "<p>a[^b] {link:e}c[^d]</a></p>\n")
    }

    @Test(
        "Text that looks like a footnote definition is reported",
        arguments: [
            "a[^1]\n\n⟦[^1]:⟧ note",
            "a[^1]\n\n⟦[^1]:⟧ a longer note",
            "⟦[^1]:⟧ x\n⟦[^2]:⟧ y\n\nz",
            "⟦[^1]:⟧ x\nz [^2]\n⟦[^3]:⟧ not a definition of a link",
            "> ⟦[^1]:⟧ x\n\n- ⟦[^2]:⟧\n      y\n10) ⟦[^3]:⟧ z",
            "```\n[^1]: x\n```\n\n    [^2]: y\n\n⟦[^3]:⟧ z",
            "<!--\n[^1]: x -->\n⟦[^2]:⟧ y\n\n<pre>\n\n[^3]: x\n\n</pre>\n\n⟦[^4]:⟧ x",
            "Head [^a]: x\n---\n⟦[^1]:⟧ x\n\n# [b] ]:\n⟦[^2]:⟧ y",
            "\u{FEFF}⟦[^1]:⟧ x\r\n\r\n⟦[^2]:⟧ y\r\n",
        ])
    func definitions(marked: String) {
        let text = MarkedText(marked)
        #expect(text.document().footnoteDefinitions == text.ranges)
    }

    @Test("A definition of one word turns its citation into a link, as CommonMark requires")
    func definitionMakesLink() {
        let document = MarkdownDocument("a[^1]\n\n[^1]: note")
        #expect(document.filled == "<p>a{link:note}^1</a></p>\n")
    }
}
