import TestSupport
import Testing

@testable import CommonMark

/// A text with its meaningful characters escaped renders as itself.
@Suite struct MarkdownTextTests {
    private static func rendered(_ markdown: String) -> String {
        let html = String(
            decoding: MarkdownDocument(markdown, options: MarkdownOptions(inline: true)).html, as: UTF8.self)
        return html.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&amp;", with: "&").replacing("<p>", with: "").replacing("</p>", with: "")
            .trimmingPrefix("\n").split(separator: "\n").joined(separator: "\n")
    }

    @Test(arguments: [
        ("plain text, 5 % of it", "plain text, 5 % of it"), ("1. x", "1\\. x"), ("1.5 x", "1.5 x"),
        ("12) x", "12\\) x"),
        ("a_b _c_", "a_b \\_c\\_"), ("AT&T &amp;", "AT&T \\&amp;"), ("a & b", "a & b"), ("- x", "\\- x"),
        ("x - y", "x - y"),
        ("a\n# b", "a\n\\# b"), ("~~x~~ ~ y", "\\~\\~x\\~\\~ ~ y"), ("a|b", "a\\|b"),
        ("x {#y}", "x {#y}".replacing("{", with: "\\{")),
    ])
    func onlyWhatHasAMeaningIsEscaped(_ text: String, _ markdown: String) {
        #expect(markdownText(text) == markdown)
        #expect(Self.rendered(markdown) == text)
    }

    @Test func randomTextsRenderAsThemselves() {
        let pieces =
            Array("*_`[]()<>!#+-=~|\\&.{}:^\"'1a é日\n").map(String.init) + [
                "&amp;", "<b>", "![", "](", "1.", "www.", "http://",
            ]
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<3000 {
            let words = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }
            .joined()
            let text = words.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
                .filter { !$0.isEmpty }.joined(separator: "\n")
            if text.isEmpty { continue }
            let document = MarkdownDocument(markdownText(text))
            #expect(Self.rendered(markdownText(text)) == text, "\(markdownText(text).debugDescription)")
            #expect(document.shownSource.isEmpty, "\(markdownText(text).debugDescription)")
        }
    }
}
