import TestSupport
import Testing
import UTF8Text

@Suite("Bytes that are not UTF-8")
struct UTF8ValidityTests {
    @Test(
        "The first ill-formed sequence is found with its range",
        arguments: [
            ([UInt8]("all well: äöü 日本".utf8), nil), ([], nil), ([0x61, 0xFF, 0x62], 1..<2),
            ([0xC3], 0..<1), ([0xE6, 0x97], 0..<2), ([0x61, 0xC0, 0xAF], 1..<2),
            ([0xED, 0xA0, 0x80], 0..<1), ([0xC3, 0xA4, 0x80], 2..<3),
        ] as [([UInt8], Range<Int>?)])
    func finding(bytes: [UInt8], range: Range<Int>?) {
        #expect(UTF8Validity.firstIllFormed(in: bytes) == range)
    }

    @Test("The check agrees with the standard library on random bytes")
    func checkAgrees() {
        var generator = SeededGenerator(seed: 11)
        let interesting: [UInt8] = [
            0x41, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xE0, 0xE1, 0xED, 0xF0, 0xF4, 0xF5,
        ]
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...12, using: &generator)
            let bytes = (0..<count).map { _ in interesting.randomElement(using: &generator) ?? 0 }
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            let found = bytes.withUnsafeBufferPointer { UTF8Validity.firstIllFormedOrNUL(in: $0) }
            #expect((found == nil) == isValid, "\(bytes)")
        }
    }

    @Test("NUL is found at every offset of a word")
    func nul() {
        for offset in 0..<17 {
            var bytes = [UInt8](repeating: 0x61, count: 17)
            bytes[offset] = 0
            #expect(bytes.withUnsafeBufferPointer { UTF8Validity.firstIllFormedOrNUL(in: $0) } == offset)
            bytes[offset] = 1
            #expect(bytes.withUnsafeBufferPointer { UTF8Validity.firstIllFormedOrNUL(in: $0) } == nil)
        }
    }
}
