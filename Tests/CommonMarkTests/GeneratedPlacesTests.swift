import TestSupport
import Testing

@testable import CommonMark

/// Documents put together from pieces whose ranges are known, in random containers.
@Suite("Ranges in generated documents")
struct GeneratedPlacesTests {
    /// Inline Markdown that means the same wherever it is written; the ranges of its placeholders are marked.
    static let pieces = [
        "word", "ä東🏗 e\u{301}", "1 * 2", "a_b_c", "\\[x](b.md)", "\\[^x]", "&amp;", "&copy;b", "&nosuch;",
        "&#91;^x]",
        "`[x](b.md) [^x]`", "`` a`b ``", "*a*", "**b *c***", "<https://e.org/[x](b.md)>",
        "<i title=\"[x](b.md)\">",
        "[a](⟦b.md⟧)", "[*a* `]` b](⟦b.md⟧)", "[a](<⟦b c.md⟧> 't')", "*a [b](⟦b.md⟧)*",
        "[\\]](⟦b\\_c.md⟧ \"(\")",
        "![a](⟦b.md⟧)", "![a [x](b.md)](⟦q.jpg⟧)", "![*a*](<⟦b c.md⟧> (t))", "⟦[^a]⟧", "x⟦[^b-1]⟧⟦[^a]⟧",
        "*⟦[^größe]⟧*",
        "⟦[ref]⟧", "⟦[a *b*][ref]⟧", "⟦![c][ref]⟧", "[a](⟦b.md⟧)[x](https://e.org)", "⟦[a]()⟧", "a\\\\", "!",
        "(", ")",
    ]

    /// The prefixes of a block's first line and of its other lines; a lazy line has none.
    static let containers: [(first: String, next: String)] = [
        ("", ""),
        ("> ", "> "),
        (">", ">"),
        ("- ", "  "),
        ("10. ", "    "),
        ("> - ", ">   "),
        ("- > ", "  > "),
        ("> > ", "> > "),
        (">> ", ">> "),
        ("  ", "   "),
        ("-\t", "\t"),
        ("# ", ""),
    ]

    @Test(
        "Every placeholder has the marked range", arguments: [1, 2, 3, 4, 5, 6] as [UInt64],
        ["\n", "\r\n", "\r"])
    func places(seed: UInt64, lineEnding: String) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<150 {
            var marked = Bool.random(using: &generator) ? "\u{FEFF}" : ""
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                marked += Self.block(&generator, lineEnding: lineEnding) + lineEnding + lineEnding
                // Keeps lists and indented lines of neighbours apart.
                marked += "---" + lineEnding + lineEnding
            }
            marked += "[ref]: r.md 'title'"
            let text = MarkedText(marked)
            #expect(text.document().places == text.ranges, "seed \(seed): \(marked.debugDescription)")
        }
    }

    private static func block(_ generator: inout SeededGenerator, lineEnding: String) -> String {
        let container = containers.randomElement(using: &generator) ?? ("", "")
        let isHeading = container.first == "# "
        var block = container.first + "Begin"
        if !isHeading, Bool.random(using: &generator) {
            block = container.first + "[other]: <o.md>" + lineEnding + container.next + "Begin"
        }
        for _ in 0..<Int.random(in: 0...9, using: &generator) {
            let isBreak = !isHeading && Int.random(in: 0..<3, using: &generator) == 0
            block += isBreak ? Self.lineBreak(&generator, lineEnding, container.next) : " "
            block += pieces.randomElement(using: &generator) ?? ""
            block += " and"
        }
        return block
    }

    /// A soft or hard line break, and at times a lazy line. What follows begins with a word, so that no line
    /// opens a block of its own.
    private static func lineBreak(
        _ generator: inout SeededGenerator, _ lineEnding: String, _ prefix: String
    ) -> String {
        let end = ["", "", " ", "  ", "\\"].randomElement(using: &generator) ?? ""
        let isLazy = Int.random(in: 0..<4, using: &generator) == 0
        let indentation = ["", " ", "  "].randomElement(using: &generator) ?? ""
        return end + lineEnding + (isLazy ? "" : prefix) + indentation + "then "
    }
}
