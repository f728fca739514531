import CommonMark
import TestSupport
import Testing
import UTF8Text

@testable import Imports

/// HTML of fields becomes Markdown that renders as readers saw it.
@Suite struct HTMLMarkdownTests {
    @Test(arguments: [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("One<br>two<br/>three", "One\\\ntwo\\\nthree"),
        ("One<br><br>two", "One\n\ntwo"),
        ("One\n\ntwo", "One\n\ntwo"),
        ("One\ntwo   three", "One two three"),
        (
            "<b>bold</b> and <i>italic</i>, <strong><em>both</em></strong>",
            "**bold** and *italic*, ***both***"
        ),
        ("<b> bold </b>text", "**bold** text"),
        ("<b>a</b><b>b</b>", "**ab**"),
        ("<b></b>empty", "empty"),
        ("<b><i>crossed</b> tags</i>", "***crossed*** *tags*"),
        ("<b>over <p>two</p> blocks</b>", "**over**\n\n**two**\n\n**blocks**"),
        ("<h1>Top</h1>text<h3>Sub #</h3>", "## Top\n\ntext\n\n### Sub \\#"),
        ("<ul><li>one</li><li>two <b>bold</b></li></ul>after", "- one\n- two **bold**\n\nafter"),
        ("<ol start=3><li>three<li>four</ol>", "3. three\n4. four"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
        ("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n+ b"),
        ("<blockquote><p>said</p><p>more</p></blockquote>", "> said\n>\n> more"),
        ("<pre>let a = `b`\n  c</pre>", "```\nlet a = `b`\n  c\n```"),
        ("<code>a`b</code>", "``a`b``"),
        ("<hr>", "* * *"),
        ("<q>word</q>", "“word”"),
        (
            "<a href='https://a.example/x_(y)' title='A &quot;b&quot;'>text</a>",
            "[text](https://a.example/x_%28y%29 \"A \\\"b\\\"\")"
        ),
        ("<a href='https://a.example/ö b'></a>", "[https://a.example/ö%20b](https://a.example/ö%20b)"),
        ("<b><a href=https://a.example>bold link</a></b>", "**[bold link](https://a.example)**"),
        (
            "see https://a.example/x_y, or (https://b.example).",
            "see <https://a.example/x_y>, or (<https://b.example>)."
        ),
        ("&eacute;&#233;&#xe9;&nbsp;&copy; &unknown; AT&T &#150;", "ééé\u{A0}© \\&unknown; AT&T –"),
        ("a < b && c > d", "a \\< b && c > d"),
        ("*not* _bold_ [x](y) `c` # <", "\\*not\\* \\_bold\\_ \\[x\\](y) \\`c\\` # \\<"),
        ("1. no list", "1\\. no list"), ("- no list", "\\- no list"), ("# no heading", "\\# no heading"),
        ("1911. That year", "1911\\. That year"), ("~~~", "\\~\\~\\~"), ("[^a] [ ]", "\\[^a\\] \\[ \\]"),
        ("snake_case_word", "snake_case_word"),
    ])
    func fieldBecomesMarkdown(_ html: String, _ markdown: String) {
        #expect(HTMLMarkdown(html).markdown == markdown)
    }

    @Test(arguments: [
        ("a<script>alert(1)</script>b", "ab", [HTMLMarkdown.Loss(kind: .element, name: "script")]),
        (
            "a<style>p {}</style><!-- hidden -->b", "ab",
            [
                HTMLMarkdown.Loss(kind: .element, name: "style"),
                HTMLMarkdown.Loss(kind: .element, name: "comment"),
            ]
        ),
        (
            "<a href='javascript:alert(1)'>go</a>", "go",
            [HTMLMarkdown.Loss(kind: .address, name: "javascript:alert(1)")]
        ),
        (
            "<a href=' java\nscript:x'>go</a>", "go",
            [HTMLMarkdown.Loss(kind: .address, name: "java\nscript:x")]
        ),
        ("<a href='page.html'>go</a>", "go", [HTMLMarkdown.Loss(kind: .address, name: "page.html")]),
        (
            "<a href='//a.example/x'>go</a>", "[go](https://a.example/x)",
            [
                HTMLMarkdown.Loss(kind: .completedAddress, name: "//a.example/x")
            ]
        ),
        (
            "<img src='https://a.example/p.jpg' alt='A quay'>", "[A quay](https://a.example/p.jpg)",
            [
                HTMLMarkdown.Loss(kind: .embedded, name: "img")
            ]
        ),
        (
            "<span class=x>a</span><u>b</u><span>c</span>", "abc",
            [
                HTMLMarkdown.Loss(kind: .tags, name: "span"), HTMLMarkdown.Loss(kind: .tags, name: "u"),
            ]
        ),
        ("a<b>(b)</b>c", "a(b)c", [HTMLMarkdown.Loss(kind: .emphasis, name: "emphasis within a word")]),
    ])
    func whatIsLostIsListed(_ html: String, _ markdown: String, _ losses: [HTMLMarkdown.Loss]) {
        let converted = HTMLMarkdown(html)
        #expect(converted.markdown == markdown)
        #expect(converted.losses == losses)
    }

    @Test func anUnclosedTagIsText() {
        #expect(HTMLMarkdown("a <b and <i").markdown == "a \\<b and \\<i")
        #expect(HTMLMarkdown("<a href=\"x").markdown == "\\<a href=\"x")
    }

    /// The words of a rendered document, without tags, in the order of the page.
    private static func words(_ markdown: String) -> (words: [String], document: MarkdownDocument) {
        let document = MarkdownDocument(markdown, options: MarkdownOptions(citations: true))
        var html: [UInt8] = []
        document.write(to: &html) { _, _ in }
        return (
            HTMLMarkdown.plainText(String(decoding: html, as: UTF8.self)).text.split(separator: " ").map(
                String.init), document
        )
    }

    /// Random pieces of HTML render as their text, with nothing that Markdown would hide or that a build refuses.
    @Test func randomFieldsRenderAsTheirText() {
        let pieces = [
            "<b>", "</b>", "<i>", "</i>", "<em>", "</em>", "<p>", "</p>", "<br>", "<ul>", "<li>", "</li>",
            "</ul>",
            "<ol>", "</ol>", "<blockquote>", "</blockquote>", "<h2>", "</h2>", "<code>", "</code>",
            "<a href='https://a.example/'>", "</a>", "<span>", "</span>", "<hr>", "<div>", "</div>",
            " ", "\n", "\n\n", "word", "two words", "*", "_", "**", "`", "``", "[", "]", "(", ")", "!", "#",
            "##", "1.", "2)",
            "-", "+", "=", "==", "~~", "~", "|", "&amp;", "&lt;", "&gt;", "&copy;", "\\", "{#id}", "é", "日本",
            "“", "”", ".", ",",
            ":", "x_y", "<www.example.org>", "[^a]", "[ ]", "---", "===", "\"", "'", "…",
        ]
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<4000 {
            let html = (0..<Int.random(in: 1...14, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }
            .joined()
            let converted = HTMLMarkdown(html)
            let (words, document) = Self.words(converted.markdown)
            let wanted = HTMLMarkdown.plainText(html).text.split(separator: " ").map(String.init)
            let link = "https://a.example/"
            #expect(
                words.joined().replacing(link, with: "") == wanted.joined(),
                "\(html.debugDescription) → \(converted.markdown.debugDescription)")
            #expect(document.droppedHTML.isEmpty, "\(html.debugDescription)")
            #expect(
                document.shownSource.isEmpty,
                "\(html.debugDescription) → \(converted.markdown.debugDescription)")
            #expect(document.footnoteDefinitions.isEmpty, "\(html.debugDescription)")
            #expect(document.unsafeLinks.isEmpty, "\(html.debugDescription)")
            let hasCitation = document.placeholders.contains {
                if case .citation = $0.content { true } else { false }
            }
            #expect(!hasCitation, "\(html.debugDescription)")
        }
    }

    /// The time for hostile fields is proportional to their length.
    @Test(arguments: [
        "<b>", "<b", "<a href=\"", "<ul><li>", "<blockquote>", "&", "&#", "<i>a</b>", "<!--", "*", "<b>a</b>",
        "http://a.b/)))", "<a href=//x>",
    ])
    func longFieldsTakeLinearTime(_ piece: String) {
        let html = String(repeating: piece, count: 200_000 / piece.utf8.count)
        let start = ContinuousClock.now
        _ = HTMLMarkdown(html)
        #expect(ContinuousClock.now - start < .seconds(8))
    }
}
