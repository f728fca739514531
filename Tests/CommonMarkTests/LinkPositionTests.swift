import TestSupport
import Testing

@testable import CommonMark

@Suite("Ranges of links and images in the source")
struct LinkPositionTests {
    @Test(
        "A destination's range covers it as it is written",
        arguments: [
            "[a](⟦b.md⟧)",
            "[a](  ⟦b.md⟧ 'title' )",
            "[a](<⟦two words.md⟧>)",
            "a.md is in [a](⟦a.md⟧), and [again](⟦a.md⟧).",
            "`[a](a.md)` is written [a](⟦a.md⟧)",
            "``a ` [a](b.md)`` [a](⟦b.md⟧)",
            "\\[a](b.md) [a](⟦b.md⟧)",
            "&lbrack;x](b.md) [a](⟦b.md⟧)",
            "&amp;amp; &copy; &ngE; &nosuch; &#35; &#x26; [a](⟦b.md⟧) &amp [b](⟦b.md⟧)",
            "\\* \\\\ \\a [a](⟦b.md⟧)",
            "**a *b [c](⟦d.md⟧) e* f** [g](⟦d.md⟧)",
            "***a [c](⟦d.md⟧)* b** * [g](⟦d.md⟧)",
            "Zürich – 東京 🏗 [ä](⟦ö.md⟧) ∀ [ü](⟦ö.md⟧)",
            "[a](⟦b\\(c\\)d.md⟧) [a](⟦b(c)d.md⟧)",
            "[a](⟦b&amp;c.md⟧)",
            "[a \\] b](⟦c.md⟧)",
            "[a `]` b](⟦c.md⟧)",
            "[a [b] c](⟦d.md⟧)",
            "![a](⟦q.jpg⟧) and ![a](⟦q.jpg⟧)",
            "![a [x](y.md) ![b](c.jpg)](⟦q.jpg⟧) [z](⟦y.md⟧)",
            "Wow![a](⟦q.jpg⟧)",
            "Wow!\\![a](⟦b.md⟧)",
            "[a](⟦b.md⟧ \"(\\\"x\\\")\") [c](⟦b.md⟧ '(') [d](⟦b.md⟧ (y))",
            "<b>[a](⟦b.md⟧)</b> <i title='[x](b.md)'> [c](⟦b.md⟧)",
            "<https://example.org/[x](b.md)> [a](⟦b.md⟧)",
            "# [a](⟦b.md⟧) #",
            "# # \\[x](y) [a](⟦b.md⟧)",
            "  ##   x [a](⟦b.md⟧) ##  ",
            "[a](⟦b.md⟧)\n===",
            "x\n[a](⟦b.md⟧)\n---",
            "#hash\n[a](⟦b.md⟧)\n---",
        ])
    func destinations(marked: String) { check(marked) }

    @Test(
        "Ranges are right across lines and inside other blocks",
        arguments: [
            "a\nb [c](⟦d.md⟧)\ne [f](⟦d.md⟧)",
            "a  \nb\\\nc [c](⟦d.md⟧)\n   e [f](⟦d.md⟧)",
            "[a\nb](⟦c.md⟧\n'title')\n[d](\n⟦c.md⟧\n) [e](⟦c.md⟧)",
            "`a\nb` [c](⟦d.md⟧)\n<i\ntitle='x'> [c](⟦d.md⟧)",
            "> a [b](⟦c.md⟧)\n> d [e](⟦c.md⟧)",
            "> [a\n> b](⟦c.md⟧\n> 't')\n> [d](⟦c.md⟧)",
            "> a\nlazy [b](⟦c.md⟧)\n>more [d](⟦c.md⟧)",
            ">> a [b](⟦c.md⟧)\n> c [d](⟦c.md⟧)\ne [f](⟦c.md⟧)",
            "- a [b](⟦c.md⟧)\n- d\n  e [f](⟦c.md⟧)\nlazy [g](⟦c.md⟧)",
            "1. > a\n   > [b](⟦c.md⟧)\n2. - [d](⟦c.md⟧)\n\n     e [f](⟦c.md⟧)",
            "> - > a\n>   > `[x](c.md)` [b](⟦c.md⟧)\n\nz [d](⟦c.md⟧)",
            "-\ta\n\n\tb [c](⟦d.md⟧)\n\te\t[f](⟦d.md⟧)",
            ">\ta [b](⟦c.md⟧)\n>\t\td [e](⟦c.md⟧)",
            "a\r\nb [c](⟦d.md⟧)\r\ne [f](⟦d.md⟧)\r\n\r\n> g\r\n> [h](⟦d.md⟧)\r\n",
            "a\rb [c](⟦d.md⟧)\r\r- [e](⟦d.md⟧)\r",
            "    [a](b.md)\n\n[a](⟦b.md⟧)",
            "```\n[a](b.md)\n```\n[a](⟦b.md⟧)\n<div>\n[a](b.md)\n</div>\n\n[a](⟦b.md⟧)",
            "<!-- [a](b.md) -->\n[a](⟦b.md⟧)",
            "* * *\n\n\n\n[a](⟦b.md⟧)\n\n\n",
            "\u{FEFF}[a](⟦b.md⟧)\n\n[c](⟦d.md⟧)",
            "\u{FEFF}# ä [a](⟦b.md⟧)",
        ])
    func blocks(marked: String) { check(marked) }

    @Test(
        "The range of a reference link is where the link is used",
        arguments: [
            "[r]: b.md\n\n⟦[a][r]⟧ and ⟦[r]⟧ and ⟦[r][]⟧",
            "[r]: b.md 't'\n[s]:\n  c.md\n  'title'\n⟦[r]⟧ (x) ⟦[s]⟧\n> ⟦![R]⟧",
            "⟦[a\nb]⟧ x ⟦[c][a b]⟧\n\n[a b]: d.md",
            "[r]: b.md\n⟦[r]⟧(<b) x\n\n⟦[r]⟧[",
            "> [r]: b.md\n> [s]: c.md\n> x ⟦[r]⟧\n> ⟦[*a* [b]][s]⟧",
            "[r]: b.md\ntext ⟦[r]⟧\n---",
            "> [r]: b.md\n [s]: c.md ⟦[r]⟧\n  ⟦[r]⟧\\\n  ⟦[r]⟧",
            "[r]: b.md\n===\n⟦[r]⟧",
            "⟦[a]()⟧ ⟦[b](<>)⟧ ⟦![c]( )⟧",
        ])
    func references(marked: String) { check(marked) }

    @Test("Malformed bytes before a link do not move its range")
    func malformed() {
        var bytes = Array("a ".utf8)
        bytes += [0x00, 0xFF, 0xE2, 0x82, 0xC0, 0x80]
        bytes += Array(" [b](".utf8)
        let start = bytes.count
        bytes += Array("c.md".utf8)
        let end = bytes.count
        bytes += [UInt8(ascii: ")"), 0xF0, 0x9F]
        #expect(MarkdownDocument(bytes).places == [start..<end])
        #expect(MarkdownDocument([0xEF, 0xBB, 0xBF] + bytes).places == [start + 3..<end + 3])
    }

    @Test("A malformed byte in a destination is part of it")
    func malformedDestination() {
        let document = MarkdownDocument(Array("[a](b".utf8) + [0xFF] + Array("c)".utf8))
        #expect(document.places == [4..<7])
        #expect(document.placeholders.map(\.content) == [.link(target: "b\u{FFFD}c", title: "")])
    }

    private func check(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let text = MarkedText(marked)
        let document = text.document()
        #expect(document.places == text.ranges, "\(document.filled)", sourceLocation: sourceLocation)
    }
}
