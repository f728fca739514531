import Testing

@testable import CommonMark

@Suite("Placeholders for links and images")
struct HoleTests {
    @Test(
        "Relative destinations become placeholders",
        arguments: [
            ("[a](b.md)", "<p>{link:b.md}a</a></p>\n"),
            ("[a](../x/b.md#c)", "<p>{link:../x/b.md#c}a</a></p>\n"),
            ("[a](#c)", "<p>{link:#c}a</a></p>\n"),
            ("[a](?q=1)", "<p>{link:?q=1}a</a></p>\n"),
            ("[a](/root.md)", "<p>{link:/root.md}a</a></p>\n"),
            ("[a](//example.org/x)", "<p>{link://example.org/x}a</a></p>\n"),
            ("[a]()", "<p>{link:}a</a></p>\n"),
            ("[a](<>)", "<p>{link:}a</a></p>\n"),
            ("[a](<two words.md>)", "<p>{link:two words.md}a</a></p>\n"),
            ("[a](b.md 'a \"title\"')", "<p>{link:b.md|a \"title\"}a</a></p>\n"),
            ("[a](1911-08-14:b.md)", "<p>{link:1911-08-14:b.md}a</a></p>\n"),
            ("[a](b\\_c&amp;d.md)", "<p>{link:b_c&d.md}a</a></p>\n"),
            ("[*a* `b`](c.md)", "<p>{link:c.md}<em>a</em> <code>b</code></a></p>\n"),
            ("[](b.md)", "<p>{link:b.md}</a></p>\n"),
            ("[a][r]\n\n[r]: b.md 't'", "<p>{link:b.md|t}a</a></p>\n"),
            ("[a](b.md)[c](d.md)", "<p>{link:b.md}a</a>{link:d.md}c</a></p>\n"),
        ])
    func relative(source: String, expected: String) {
        #expect(MarkdownDocument(source).filled == expected)
    }

    @Test(
        "External destinations keep libcmark's rendering",
        arguments: [
            ("[a](https://example.org/?x=1&y=2)", "<a href=\"https://example.org/?x=1&amp;y=2\">a</a>"),
            ("[a](HTTP://example.org 'T')", "<a href=\"HTTP://example.org\" title=\"T\">a</a>"),
            ("[a](mailto:a@example.org)", "<a href=\"mailto:a@example.org\">a</a>"),
            ("[a](tel:+4912345)", "<a href=\"tel:+4912345\">a</a>"),
            ("<https://example.org/ä>", "<a href=\"https://example.org/%C3%A4\">https://example.org/ä</a>"),
            ("<a@example.org>", "<a href=\"mailto:a@example.org\">a@example.org</a>"),
        ])
    func external(source: String, expected: String) {
        let document = MarkdownDocument(source)
        #expect(document.bare == "<p>\(expected)</p>\n")
        #expect(document.placeholders.isEmpty)
        #expect(document.unsafeLinks.isEmpty)
    }

    @Test(
        "A whole image is one placeholder, and its description is plain text",
        arguments: [
            ("![a quay](quay.jpg)", "{image:quay.jpg||a quay}"),
            ("![a quay](https://example.org/q.jpg \"t\")", "{image:https://example.org/q.jpg|t|a quay}"),
            ("![*a* `b` [c](d.md)\ne <i>](q.jpg)", "{image:q.jpg||a b c e }"),
            ("![a ![b](c.jpg) d](e.jpg)", "{image:e.jpg||a b d}"),
            ("![](q.jpg)", "{image:q.jpg||}"),
            ("![a > \"b\" & c](q.jpg 'x > y')", "{image:q.jpg|x > y|a > \"b\" & c}"),
            ("![a [^b] c](q.jpg)", "{image:q.jpg||a [^b] c}"),
            ("![a][r]\n\n[r]: q.jpg", "{image:q.jpg||a}"),
        ])
    func images(source: String, expected: String) {
        #expect(MarkdownDocument(source).filled == "<p>\(expected)</p>\n")
    }

    @Test("A linked image is two placeholders in the order of the page")
    func linkedImage() {
        let document = MarkdownDocument("[![a](q.jpg) b](c.md) ![d](e.jpg)")
        #expect(document.filled == "<p>{link:c.md}{image:q.jpg||a} b</a> {image:e.jpg||d}</p>\n")
        #expect(document.bare == "<p> b</a> </p>\n")
        #expect(document.placeholders.map(\.position) == [3, 3, 10])
    }

    @Test("An image in an external link keeps the link")
    func imageInExternalLink() {
        let document = MarkdownDocument("[![a](q.jpg)](https://example.org)")
        #expect(document.filled == "<p><a href=\"https://example.org\">{image:q.jpg||a}</a></p>\n")
    }

    @Test("Writing stops when filling a placeholder throws an error")
    func throwing() {
        struct Refusal: Error {}
        var output: [UInt8] = []
        #expect(throws: Refusal.self) {
            try MarkdownDocument("a [b](c) d").write(to: &output) { _, _ throws(Refusal) in throw Refusal() }
        }
        #expect(String(decoding: output, as: UTF8.self) == "<p>a ")
    }

    @Test("Blocks are rendered as CommonMark requires")
    func blocks() {
        let source = """
            > quote

            1. one
            2. two

            ```swift
            let a = "<b>"
            ```

            ---
            hard\\
            break
            """
        let expected = """
            <blockquote>
            <p>quote</p>
            </blockquote>
            <ol>
            <li>one</li>
            <li>two</li>
            </ol>
            <pre><code class="language-swift">let a = &quot;&lt;b&gt;&quot;
            </code></pre>
            <hr />
            <p>hard<br />
            break</p>

            """
        #expect(MarkdownDocument(source).filled == expected)
    }

    @Test(
        "A source without content gives an empty document",
        arguments: ["", " ", "\n\n", "\u{FEFF}", "[a]: b.md\n", "<!-- x -->"])
    func empty(source: String) {
        #expect(MarkdownDocument(source).isEmpty)
        #expect(MarkdownDocument(Array(source.utf8)).isEmpty)
        #expect(MarkdownDocument(source[...]).isEmpty)
    }

    @Test("A document that is only a placeholder is not empty")
    func holeAlone() {
        let document = MarkdownDocument("![a](b)", options: .init(inline: true))
        #expect(document.html.isEmpty)
        #expect(!document.isEmpty)
    }
}
