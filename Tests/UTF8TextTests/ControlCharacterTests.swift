import Testing
import UTF8Text

@Suite("Control characters")
struct ControlCharacterTests {
    @Test("Controls are those of Unicode, and all except tabs and line ends are forbidden")
    func classes() {
        for scalar in (UInt32(0)..<0x3000).compactMap(Unicode.Scalar.init) {
            let isControl = scalar.properties.generalCategory == .control
            #expect(scalar.isControl == isControl, "\(scalar.codePoint)")
            #expect(scalar.isForbiddenControl == (isControl && !"\t\n\r".unicodeScalars.contains(scalar)))
            #expect(!isControl || scalar.steersDisplay)
        }
    }

    @Test(
        "Line separators and marks of direction change the display of other text",
        arguments: ["\u{61C}", "\u{200E}", "\u{2028}", "\u{202E}", "\u{2069}"]
            as [Unicode.Scalar])
    func steering(_ scalar: Unicode.Scalar) { #expect(scalar.steersDisplay) }

    @Test(
        "Other scalars do not change the display of other text",
        arguments: ["a", "é", "\u{200D}", "\u{202F}", "\u{206A}"] as [Unicode.Scalar])
    func notSteering(_ scalar: Unicode.Scalar) { #expect(!scalar.steersDisplay) }

    @Test(
        "The first forbidden control is found, also in a slice",
        arguments: [
            ("a\tb\r\nc", nil), ("a\u{0}b\u{1}", 1..<2), ("é\u{7F}", 2..<3), ("é\u{85}x", 2..<4),
            ("é\u{A0}", nil),
            ("", nil),
        ] as [(String, Range<Int>?)])
    func finding(_ text: String, _ range: Range<Int>?) {
        let bytes = Array("\u{1}".utf8) + Array(text.utf8)
        let found = firstForbiddenControl(in: bytes[1...])
        #expect(found == range.map { $0.lowerBound + 1..<$0.upperBound + 1 })
    }

    @Test func codePoints() {
        #expect(("\u{A}" as Unicode.Scalar).codePoint == "U+000A")
        #expect(("\u{1F600}" as Unicode.Scalar).codePoint == "U+1F600")
    }
}
