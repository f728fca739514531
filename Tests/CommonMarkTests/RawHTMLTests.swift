import TestSupport
import Testing

@testable import CommonMark

@Suite("Raw HTML and unsafe links")
struct RawHTMLTests {
    @Test(
        "Raw HTML is left out, and its ranges are known",
        arguments: [
            ("a ⟦<b>⟧c⟦</b>⟧ d", "<p>a c d</p>\n"),
            ("⟦<div>\n*a*\n</div>⟧\n\nb", "<p>b</p>\n"),
            ("⟦<script>alert(1)</script>⟧", ""),
            ("⟦<script>\n\nalert(1)\n</script>⟧\nb", "<p>b</p>\n"),
            ("⟦<!-- a -->⟧\n⟦<!-- b\n\nc --> d⟧\ne", "<p>e</p>\n"),
            ("a\n⟦<br/>⟧\n⟦<i\ntitle='x'>⟧ b", "<p>a\n\n b</p>\n"),
            ("> a ⟦<b\n> x>⟧ c\n> ⟦<i>⟧", "<blockquote>\n<p>a  c\n</p>\n</blockquote>\n"),
            ("- ⟦<p>\n  a⟧\n\n- b", "<ul>\n<li></li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"),
            ("> ⟦<div>\n> a⟧\nb", "<blockquote>\n</blockquote>\n<p>b</p>\n"),
            ("`<b>` ⟦<b>⟧ \\<b> &lt;b> ⟦<b>⟧", "<p><code>&lt;b&gt;</code>  &lt;b&gt; &lt;b&gt; </p>\n"),
            ("ä ⟦<?php ?>⟧ ⟦<!A b>⟧ ⟦<![CDATA[ x ]]>⟧", "<p>ä   </p>\n"),
            ("  ⟦<pre>⟧", ""),
            ("*⟦<b>⟧* [⟦<i>⟧](https://e.org)", "<p><em></em> <a href=\"https://e.org\"></a></p>\n"),
            ("⟦<div>\r\na⟧\r\n\r\nb ⟦<i>⟧\r\n", "<p>b </p>\n"),
            ("\u{FEFF}⟦<div>⟧\n", ""),
        ])
    func dropped(marked: String, html: String) {
        let text = MarkedText(marked)
        let document = text.document()
        #expect(document.droppedHTML == text.ranges)
        #expect(document.bare == html)
    }

    @Test("Raw HTML can be allowed")
    func allowed() {
        let document = MarkdownDocument("<div>\n\na <b>c</b>\n\n</div>", options: .init(rawHTML: true))
        #expect(document.bare == "<div>\n<p>a <b>c</b></p>\n</div>\n")
        #expect(document.droppedHTML.isEmpty)
    }

    @Test("Placeholders work inside raw HTML")
    func holesInRawHTML() {
        let source = "<b title='>'>[a](b.md)</b>[^c] ![d](e.jpg)<i>"
        let document = MarkdownDocument(source, options: .init(rawHTML: true))
        #expect(document.filled == "<p><b title='>'>{link:b.md}a</a></b>{cite:c} {image:e.jpg||d}<i></p>\n")
    }

    @Test(
        "A link with a dangerous scheme is emptied and reported",
        arguments: [
            ("[a](⟦javascript:alert(1)⟧)", "javascript:alert(1)"),
            ("[a](⟦JaVaScRiPt:x⟧)", "JaVaScRiPt:x"),
            ("[a](⟦vbscript:x⟧ 't')", "vbscript:x"),
            ("[a](<⟦file:///etc/passwd⟧>)", "file:///etc/passwd"),
            ("[a](⟦data:text/html,x⟧)", "data:text/html,x"),
            ("[a](⟦data:image/png;base64,x⟧)", "data:image/png;base64,x"),
            ("[a](⟦javascript&colon;x⟧)", "javascript:x"),
            ("[a](⟦&#106;avascript:x⟧)", "javascript:x"),
            ("a <⟦javascript:x⟧>", "javascript:x"),
            ("> b\n⟦[a][r]⟧\n\n[r]: javascript:x", "javascript:x"),
        ], [false, true])
    func unsafe(example: (marked: String, target: String), rawHTML: Bool) {
        let text = MarkedText(example.marked)
        let document = text.document(.init(rawHTML: rawHTML))
        #expect(document.unsafeLinks == [.init(target: example.target, sourceRange: text.ranges[0])])
        #expect(document.bare.contains("<a href=\"\""))
        #expect(document.placeholders.isEmpty)
    }

    @Test("An image with a dangerous scheme has no target")
    func unsafeImage() {
        let text = MarkedText("![a](⟦data:image/png;base64,x⟧ 't')")
        let document = text.document()
        #expect(
            document.unsafeLinks == [.init(target: "data:image/png;base64,x", sourceRange: text.ranges[0])])
        #expect(document.filled == "<p>{image:|t|a}</p>\n")
    }

    @Test(
        "A scheme hidden by control characters or blanks becomes a placeholder or is reported",
        arguments: [
            "<java\tscript:x>",
            "<&#10;javascript:x>",
            "<&#1;javascript:x>",
            "< javascript:x>",
            "<&#x200B;javascript:x>",
        ]
    )
    func hidden(destination: String) {
        let document = MarkdownDocument("[a](\(destination))")
        let isHole = document.placeholders.count == 1 && document.bare == "<p>a</a></p>\n"
        #expect(isHole || document.unsafeLinks.count == 1)
    }
}
