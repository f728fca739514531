import Testing
import UTF8Text

@Suite("Classes of ASCII characters")
struct ASCIITests {
    @Test("Every byte belongs to the classes that the standard library gives its character")
    func classes() {
        for byte in UInt8.min...UInt8.max {
            let character = Character(Unicode.Scalar(byte))
            let isASCII = byte < 0x80
            #expect(byte.isASCIIDigit == (isASCII && character.isNumber), "\(byte)")
            #expect(byte.isASCIILetter == (isASCII && character.isLetter), "\(byte)")
            #expect(byte.isASCIICapital == (isASCII && character.isUppercase), "\(byte)")
            #expect(
                byte.isASCIIAlphanumeric == (isASCII && (character.isLetter || character.isNumber)), "\(byte)"
            )
            #expect(byte.isASCIIHexDigit == (isASCII && character.isHexDigit), "\(byte)")
            #expect(byte.hexDigitValue.map(Int.init) == (isASCII ? character.hexDigitValue : nil), "\(byte)")
            let small = isASCII && character.isUppercase ? character.lowercased().utf8.first : byte
            #expect(byte.asciiLowercased == small, "\(byte)")
        }
    }

    @Test(
        "Hexadecimal numbers are padded with zeros",
        arguments: [(0, 4, "0000"), (255, 1, "ff"), (255, 4, "00ff"), (0x12345, 4, "12345")])
    func hexadecimals(_ number: Int, _ count: Int, _ text: String) {
        #expect(hexadecimal(number, atLeast: count) == text)
        #expect(hexadecimal(number, atLeast: count, uppercase: true) == text.uppercased())
    }
}
