import Testing
import UTF8Text

@Suite("Bytes that are not UTF-8")
struct UTF8CheckTests {
    @Test(
        "are found where they stand",
        arguments: [
            ([UInt8]("all well: äöü 日本".utf8), nil), ([], nil), ([0x61, 0xFF, 0x62], 1..<2),
            ([0xC3], 0..<1), ([0xE6, 0x97], 0..<2), ([0x61, 0xC0, 0xAF], 1..<2),
            ([0xED, 0xA0, 0x80], 0..<1), ([0xC3, 0xA4, 0x80], 2..<3),
        ] as [([UInt8], Range<Int>?)])
    func finding(bytes: [UInt8], range: Range<Int>?) {
        #expect(firstInvalidUTF8(in: bytes) == range)
    }
}
