import Testing

@testable import CommonMark

@Suite("First paragraph and inline mode")
struct FirstParagraphTests {
    @Test(
        "The first paragraph is given as plain text",
        arguments: [
            ("a *b* **c** `d`", "a b c d"),
            ("a\nb\\\nc  \nd", "a b c d"),
            ("# Head\n\na\n\nb", "a"),
            ("a [b](c.md 't') <https://e.org> d", "a b https://e.org d"),
            ("a &amp; b &lt;c&gt; \\*d\\*", "a & b <c> *d*"),
            ("a.[^x] b", "a. b"),
            ("a [^x]. b", "a. b"),
            ("a [^x] b", "a b"),
            ("a [^x][^y], b [^z]", "a, b"),
            ("a[^x]b", "ab"),
            ("[^x] a", "a"),
            ("![alt](b.jpg)\n\na", "a"),
            ("a ![alt](b.jpg) c", "a  c"),
            ("<b>\n\na <i>b</i>", "a b"),
            ("> a\n\nb", "a"),
            ("- a\n- b", "a"),
            ("    code\n\n---\n\na", "a"),
            ("[r]: b.md\na", "a"),
            ("# Head", ""),
            ("", ""),
            ("a&#0;b\u{0}c", "a\u{FFFD}b\u{FFFD}c"),
        ])
    func firstParagraph(source: String, expected: String) {
        #expect(MarkdownDocument(source).firstParagraph == expected)
    }

    @Test(
        "A first paragraph that is not wanted is not collected, and the rest is the same",
        arguments: ["a *b*\n\n# C", "[^x] a"])
    func unwanted(source: String) {
        let document = MarkdownDocument(source, options: .init(firstParagraph: false))
        #expect(document.firstParagraph == "")
        var other = MarkdownDocument(source)
        other.firstParagraph = ""
        #expect(document == other)
    }

    @Test(
        "In inline mode a single paragraph loses its tag",
        arguments: [
            ("a *b*", "a <em>b</em>"),
            ("a\nb\n", "a\nb"),
            ("[a](b.md)[^c]", "{link:b.md}a</a>{cite:c}"),
            ("![a](b.jpg)", "{image:b.jpg||a}"),
            ("a\n\nb", "<p>a</p>\n<p>b</p>\n"),
            ("- a", "<ul>\n<li>a</li>\n</ul>\n"),
            ("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
            ("# a", "<h2 id=\"a\">a</h2>\n"),
            ("[r]: b.md\n\n[r]", "{link:b.md}r</a>"),
            ("<div>\n\na", "a"),
            ("<b>", ""),
            ("", ""),
        ])
    func inline(source: String, expected: String) {
        #expect(MarkdownDocument(source, options: .init(inline: true)).filled == expected)
    }

    @Test("In inline mode raw HTML beside a paragraph is a block of its own")
    func inlineRawHTML() {
        let options = MarkdownOptions(rawHTML: true, inline: true)
        #expect(MarkdownDocument("<div>\n\na", options: options).filled == "<div>\n<p>a</p>\n")
        #expect(MarkdownDocument("a <b>c</b>", options: options).filled == "a <b>c</b>")
    }
}
