import Testing

@testable import CommonMark

@Suite("Piles of combining marks on one letter")
struct MarkPileTests {
    private static let marks: [Unicode.Scalar] = ["\u{301}", "\u{316}", "\u{3099}", "\u{1D165}", "\u{5B0}"]

    private func text(of count: Int, behind start: String, first: Int) -> String {
        var text = String.UnicodeScalarView(start.unicodeScalars)
        for index in 0..<count { text.append(Self.marks[(first + index) % Self.marks.count]) }
        return String(text)
    }

    @Test("A pile is found at every offset, from its first mark to its last")
    func places() {
        for start in 0..<130 {
            let before = String(repeating: "ж", count: start / 2) + (start.isMultiple(of: 2) ? "" : "x")
            let pile = text(of: 31, behind: before, first: start)
            var whole = pile + "e " + text(of: 30, behind: "é", first: 0)
            let expected = before.utf8.count..<pile.utf8.count
            #expect(whole.withUTF8 { MarkPile.first(in: $0) } == expected, "behind \(start) bytes")
        }
    }

    @Test("Ordinary writing in any language is not a pile")
    func fine() {
        for start in 0..<130 {
            let text = text(of: 30, behind: String(repeating: "न", count: start), first: start)
            #expect(!MarkPile.isIn(text), "behind \(start) letters")
        }
        #expect(!MarkPile.isIn(String(repeating: "หนึ่ง שָׁלוֹם नमस्ते ᄀ가각 👨‍👩‍👧 e\u{34F}", count: 40)))
        #expect(!MarkPile.isIn(String(repeating: "\u{FE0F}", count: 400)))
        #expect(!MarkPile.isIn(""))
    }

    @Test("A slug keeps no more marks on a letter than are allowed")
    func slugs() {
        let slug = Slug.make(from: text(of: 400, behind: "a", first: 0) + " b\u{301}")
        #expect(slug.unicodeScalars.count == 1 + 30 + 3)
        #expect(!MarkPile.isIn(slug))
    }
}
