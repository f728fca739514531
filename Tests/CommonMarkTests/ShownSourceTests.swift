import TestSupport
import Testing

@testable import CommonMark

@Suite("Markdown whose source would show on the page")
struct ShownSourceTests {
    private func kinds(_ text: String, _ options: MarkdownOptions = MarkdownOptions()) -> [String] {
        MarkdownDocument(text, options: options).shownSource.map { "\($0.kind)" }
    }

    /// Each text with a marked range, and the kind that is found there.
    private static let shown: [(String, MarkdownDocument.ShownSource.Kind)] = [
        ("![quay](⟦../media/my pic.png⟧)", .blankInAddress("../media/my%20pic.png")),
        ("![quay](⟦my quay⟧)", .blankInAddress("my%20quay")),
        ("See [x](⟦with space.md⟧).", .blankInFile("with%20space.md")),
        ("See [x](⟦with  two.md#a⟧ \"Title\").", .blankInFile("with%20%20two.md#a")),
        ("[x *y* z](⟦a b.md⟧)", .blankInFile("a%20b.md")),
        ("> quote\n> [x](⟦a b.md⟧)", .blankInFile("a%20b.md")),
        ("- item [x](⟦https://example.org/a b⟧)", .blankInAddress("https://example.org/a%20b")),
        ("ä [x](⟦ä b.md⟧)", .blankInFile("ä%20b.md")),
        ("[a](b.md) and [x](⟦a b.md⟧)", .blankInFile("a%20b.md")),
        ("[^s] [x](⟦a b.md⟧)", .blankInFile("a%20b.md")),
        ("![x](⟦../media/photo (1).png⟧)", .blankInAddress("../media/photo%20(1).png")),
        ("[x](⟦my pic (1).md⟧)", .blankInFile("my%20pic%20(1).md")),
        ("[x](⟦my pic (1.md⟧)", .blankInFile("my%20pic%20%281.md")),
        ("[x](⟦my file.md⟧ \"a ) b\") c", .blankInFile("my%20file.md")),
        ("[x](⟦my file.md⟧ 'it')", .blankInFile("my%20file.md")),
        ("[x](⟦my file.md⟧ (Title))", .blankInFile("my%20file.md")),
        ("[x](⟦<my file.md⟧)", .blankInFile("my%20file.md")),
        ("[x](⟦my file.md>⟧)", .blankInFile("my%20file.md")),
        ("[x]( ⟦my file.md⟧ )", .blankInFile("my%20file.md")),
        ("f[i](⟦a b.c⟧)", .blankInFile("a%20b.c")), ("[x](⟦./a b⟧)", .blankInAddress("./a%20b")),
        ("[w]: ⟦my story.md⟧", .blankInFile("my%20story.md")),
        ("[w]: ⟦my story.md#a⟧ \"Title\"", .blankInFile("my%20story.md#a")),
        ("[w]: ⟦../my story⟧", .blankInAddress("../my%20story")),
        ("a\n[w]: ⟦my story.md⟧\nb", .blankInFile("my%20story.md")),
        ("# Head [x](⟦a b.md⟧)", .blankInFile("a%20b.md")),
        ("| a | b |\n⟦|---|---|⟧\n| 1 | 2 |", .table),
        ("a | b\n⟦:-- | --:⟧\n1 | 2", .table),
        ("| a |\n⟦| - |⟧", .table),
        ("> | a | b |\n> ⟦|---|---|⟧", .table),
        ("- ⟦[ ]⟧ task", .task), ("1. ⟦[x]⟧ done", .task), ("* ⟦[X]⟧ done", .task),
        ("It is ⟦~~gone~~⟧.", .strikethrough), ("⟦~~gone away~~⟧", .strikethrough),
        ("(⟦~~x.~~⟧)", .strikethrough),
        ("It is ⟦==important==⟧.", .highlight),
        ("See ⟦[[Page]]⟧.", .wikiLink), ("See ⟦[[Page|text]]⟧.", .wikiLink), ("!⟦[[file.png]]⟧", .wikiLink),
        ("## Head ⟦{#id}⟧", .headingID), ("⟦##⟧Head", .headingWithoutBlank),
        ("⟦###⟧Head", .headingWithoutBlank),
        ("See [text]⟦[ref]⟧.", .undefinedLabel("ref")),
        ("[The report]⟦[gazette-1]⟧", .undefinedLabel("gazette-1")),
        ("See <⟦www.example.org⟧>.", .addressWithoutScheme("www.example.org")),
        ("See <⟦example.org/a⟧>.", .addressWithoutScheme("example.org/a")),
    ]

    @Test("Each kind is found at its range", arguments: shown)
    func found(_ marked: String, _ kind: MarkdownDocument.ShownSource.Kind) {
        let text = MarkedText(marked)
        for document in [text.document(), text.document(MarkdownOptions(inline: true))] {
            #expect(document.shownSource == [.init(kind: kind, sourceRange: text.ranges[0])])
        }
    }

    @Test(
        "Escaped or quoted source, and text that is not Markdown, is not reported",
        arguments: [
            "`[x](a b.md)` and `~~x~~` and `==y==` and `[[z]]`", "    [x](a b.md)\n    | a |\n    |---|",
            "```\n| a | b |\n|---|---|\n- [ ] x\n```", "\\[x](a b.md)... \\~~x~~ \\==x== \\[[x]]",
            "[x](<a b.md>)", "[x](a%20b.md)", "[x](a.md \"A title\")", "![quay](a.png 'with a title')",
            "[sic](as he said) [x](see p. 12) [y](v. 1.2) [z](Smith et al.)", "f(x)[0](a b)",
            "[1][2] and [a][^b] and [^a][^b]", "matrix[i][j]", "[text][ref]\n\n[ref]: a.md",
            "[ref]\n\n[ref]: a.md", "[…][…]", "a == b and c == d", "if (==) or (==) holds", "x==y==z",
            "=====", "about ~20 or ~30", "~~~~", "a ~~ b ~~ c", "a | b", "| a | b |", "a\n---", "a | b\n---",
            "- a\n- b", "[ ] at the beginning of a paragraph", "- a [x] b", "- [x](a.md)", "- [a] b",
            "- [x]\n\n[x]: a.md", "#1874 adopted", "# Head", "#", "##", "## 2 {x}", "{#id} in a text",
            "5 < 6 and 7 > 2", "<https://www.example.org>", "<me@example.org>", "<b>x</b>", "a[[1, 2], [3]]",
            "[[a](b)]", "[[a](b.md)](c.md)", "[a]: b c d", "2**3", "[w]: <my story.md>", "x [w]: my story.md",
            "[^s]: my story.md", "[Note]: see the report of 1911.", "\\[w]: my story.md", "(a)[b](c.md)",
            "![a](b.png) (see this)",
        ])
    func harmless(_ text: String) {
        #expect(kinds(text, MarkdownOptions(rawHTML: true)) == [])
        #expect(kinds(text, MarkdownOptions(rawHTML: true, inline: true)) == [])
    }

    @Test("Several in one text are all found, in order")
    func several() {
        let text = "~~a~~ [x](b c.md) ==d==\n\n- [ ] one\n- [x] two\n\n| a |\n|---|\n"
        #expect(
            kinds(text) == [
                "strikethrough", "blankInFile(\"b%20c.md\")", "highlight", "task", "task", "table",
            ])
    }

    @Test(
        "Long texts of repeated openings are searched without a finding for each piece",
        arguments: ["~~a ", "==a ", "[a](b c ", "[[a ", "<a.b ", "| "])
    func long(_ piece: String) {
        #expect(kinds(String(repeating: piece, count: 30_000)).count < 30_000)
    }
}
