import Testing

@testable import CommonMark

/// A few own cases for each section of CommonMark 0.30: a guard against a libcmark that reads differently,
/// and against damage done to its tree.
@Suite("CommonMark 0.30")
struct ConformanceTests {
    static let cases: [(section: String, source: String, html: String)] = [
        ("2.2 Tabs", "\ta\tb", "<pre><code>a\tb\n</code></pre>\n"),
        ("2.2 Tabs", "- a\n\n\tb", "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>\n"),
        ("2.4 Backslash escapes", "\\*a\\* \\q", "<p>*a* \\q</p>\n"),
        ("2.4 Backslash escapes", "`\\*`", "<p><code>\\*</code></p>\n"),
        ("2.5 Entities", "&auml; &#228; &#xE4; &nosuch;", "<p>ä ä ä &amp;nosuch;</p>\n"),
        ("2.5 Entities", "&#42;a&#42;", "<p>*a*</p>\n"),
        ("3.1 Precedence", "- `a\n- b`", "<ul>\n<li>`a</li>\n<li>b`</li>\n</ul>\n"),
        ("4.1 Thematic breaks", "***\n- - -\n__", "<hr />\n<hr />\n<p>__</p>\n"),
        ("4.2 ATX headings", "## a ##\n#b\n####### c", "<h2 id=\"a\">a</h2>\n<p>#b\n####### c</p>\n"),
        ("4.3 Setext headings", "a\n*b*\n===", "<h2 id=\"a-b\">a\n<em>b</em></h2>\n"),
        ("4.3 Setext headings", "> a\n---", "<blockquote>\n<p>a</p>\n</blockquote>\n<hr />\n"),
        ("4.4 Indented code", "    a\n\n      b", "<pre><code>a\n\n  b\n</code></pre>\n"),
        ("4.4 Indented code", "a\n    b", "<p>a\nb</p>\n"),
        (
            "4.5 Fenced code", "~~~ x y\n<a>\n~~~",
            "<pre><code class=\"language-x\">&lt;a&gt;\n</code></pre>\n"
        ),
        ("4.5 Fenced code", "```\na", "<pre><code>a\n</code></pre>\n"),
        (
            "4.7 Definitions", "[a]: https://e.org 't'\n\n[A]",
            "<p><a href=\"https://e.org\" title=\"t\">A</a></p>\n"
        ),
        ("4.7 Definitions", "[a]: https://e.org 't' x", "<p>[a]: https://e.org 't' x</p>\n"),
        ("4.8 Paragraphs", "a  \n  b\n\n\nc", "<p>a<br />\nb</p>\n<p>c</p>\n"),
        (
            "5.1 Quotes", "> a\nb\n> > c",
            "<blockquote>\n<p>a\nb</p>\n<blockquote>\n<p>c</p>\n</blockquote>\n</blockquote>\n"
        ),
        (
            "5.2 List items", "3) a\n   - b",
            "<ol start=\"3\">\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ol>\n"
        ),
        (
            "5.3 Lists", "- a\n- b\n\n- c",
            "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n<li>\n<p>c</p>\n</li>\n</ul>\n"
        ),
        ("5.3 Lists", "- a\n+ b", "<ul>\n<li>a</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>\n"),
        ("6.1 Code spans", "`` a`b `` ` c ` `d", "<p><code>a`b</code> <code>c</code> `d</p>\n"),
        ("6.2 Emphasis", "*a **b** c* _d_e _f_", "<p><em>a <strong>b</strong> c</em> _d_e <em>f</em></p>\n"),
        ("6.2 Emphasis", "***a** b*", "<p><em><strong>a</strong> b</em></p>\n"),
        (
            "6.3 Links", "[a](https://e.org/(x) \"t\")",
            "<p><a href=\"https://e.org/(x)\" title=\"t\">a</a></p>\n"
        ),
        ("6.3 Links", "[a](https://e.org x)", "<p>[a](https://e.org x)</p>\n"),
        ("6.3 Links", "[a [b](https://e.org)](c)", "<p>[a <a href=\"https://e.org\">b</a>](c)</p>\n"),
        (
            "6.5 Autolinks", "<https://e.org?a=b&c> <a b>",
            "<p><a href=\"https://e.org?a=b&amp;c\">https://e.org?a=b&amp;c</a> </p>\n"
        ),
        ("6.7 Hard breaks", "a\\\nb  \nc\\", "<p>a<br />\nb<br />\nc\\</p>\n"),
        ("6.8 Soft breaks", "a \n b", "<p>a\nb</p>\n"),
    ]

    @Test("Each case renders to the expected HTML", arguments: cases)
    func conforms(section: String, source: String, html: String) {
        let document = MarkdownDocument(source)
        #expect(document.bare == html, "\(section)")
        #expect(document.placeholders.isEmpty, "\(section)")
    }

    @Test("Line endings do not change the HTML", arguments: cases)
    func lineEndings(section: String, source: String, html: String) {
        for ending in ["\r\n", "\r"] {
            let other = source.split(separator: "\n", omittingEmptySubsequences: false).joined(
                separator: ending)
            #expect(MarkdownDocument(other).bare == html, "\(section)")
        }
    }
}
