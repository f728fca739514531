import Testing

@testable import CommonMark

@Suite("Plain text")
struct PlainTextTests {
    @Test(
        "Every block is a line",
        arguments: [
            ("# A *b*\n\nc\nd [e](f)[^g].\n\n- h\n- `i`", "A b\nc d e.\nh\ni"),
            ("```\nlet a\n```\n\n    b", "let a\nb"),
            ("![alt *text*](b.jpg) c<br>d", "alt text cd"),
            ("<div>\nx\n</div>\n\na &lt; b", "a < b"),
            ("a[^x]\n\n[^x] b\n\n[^x]", "a\nb"),
            ("> > a\n\n---", "a"),
            ("", ""),
        ])
    func plainText(source: String, expected: String) {
        #expect(MarkdownDocument.plainText(of: source) == expected)
        #expect(MarkdownDocument.plainText(of: source[...]) == expected)
    }
}
