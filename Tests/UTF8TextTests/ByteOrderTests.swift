import Testing
import UTF8Text

/// The order by bytes, which is the same on every machine.
@Suite struct ByteOrderTests {
    private static let texts = [
        "b", "a", "", "aa", "a/b", "a-b", "a.html", "A", "é", "e\u{301}", "z", "日本", "😀", "\u{E000}", "a",
        "events/1911",
        "events/1911-08", "ab\u{0}", "ab",
    ]

    @Test("Texts are sorted by bytes, shorter ones first, and equal ones keep their order")
    func sorts() {
        let items = Self.texts.enumerated().map { (text: $0.element, place: $0.offset) }
        let sorted = items.sorted(byBytesOf: \.text)
        let expected = items.sorted { left, right in
            if Array(left.text.utf8) == Array(right.text.utf8) { return left.place < right.place }
            return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
        }
        #expect(sorted.map(\.place) == expected.map(\.place))
        for (left, right) in zip(sorted, sorted.dropFirst()) { #expect(!isOrdered(right.text, left.text)) }
    }

    @Test func nothingIsSorted() {
        #expect([String]().sorted(byBytesOf: \.self) == [])
        #expect(["", ""].sorted(byBytesOf: \.self) == ["", ""])
    }
}
