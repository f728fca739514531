import Testing

@testable import UTF8Text

/// The buffer that pages are written to.
@Suite struct OutputBufferTests {
    @Test("The buffer has all appended bytes, however far it grows", arguments: [0, 1, 7, 64, 40_000])
    func grows(capacity: Int) {
        var buffer = OutputBuffer(capacity: capacity)
        var expected: [UInt8] = []
        for length in [0, 1, 2, 3, 5, 8, 100, 0, 1000, 33_000, 70_001, 1] {
            let piece = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ length) }
            piece.withUnsafeBufferPointer { buffer.append($0) }
            expected += piece
            #expect(buffer.count == expected.count)
        }
        #expect(buffer.withBytes { Array($0) } == expected)
        #expect(buffer.withBytes(from: 5) { Array($0) } == Array(expected[5...]))
        #expect(buffer.withBytes(from: expected.count) { Array($0) } == [])
    }

    @Test(
        "A buffer with a drain hands on all bytes, in pieces that a fingerprint can take",
        arguments: [32, 64, 100, 65_536])
    func drains(capacity: Int) {
        final class Drain {
            var pieces: [[UInt8]] = []
            var lanes = Fingerprint.Lanes()
        }
        let drain = Drain()
        var buffer = OutputBuffer(capacity: capacity) { piece in
            drain.pieces.append(Array(piece))
            drain.lanes.add(UnsafeRawBufferPointer(piece))
        }
        var expected: [UInt8] = []
        for length in [0, 1, 31, 32, 33, 5, 100, 0, 1000, 65_536, 1, 200_001, 7] {
            let piece = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ length) }
            buffer.append(bytes: piece)
            expected += piece
        }
        #expect(drain.pieces.count > 1)
        #expect(drain.pieces.allSatisfy { !$0.isEmpty && $0.count % Fingerprint.Lanes.blockSize == 0 })
        buffer.handOn()
        #expect(Array(drain.pieces.joined()) == expected)
        #expect(drain.lanes.fingerprint == Fingerprint(of: expected))
        let count = drain.pieces.count
        buffer.handOn()
        #expect(drain.pieces.count == count)
    }

    @Test("Text is appended as it is or escaped, and numbers in digits")
    func writes() {
        var buffer = OutputBuffer(capacity: 1)
        buffer.append(text: "<é")
        buffer.append(escaping: "<é")
        buffer.append(literal: "|")
        for number in [0, 7, -7, 10, 1_234_567, .max, .min] {
            buffer.append(number: number)
            buffer.append(literal: " ")
        }
        let text = buffer.withBytes { String(decoding: $0, as: UTF8.self) }
        #expect(text == "<é&lt;é|0 7 -7 10 1234567 \(Int.max) \(Int.min) ")
    }

    @Test(
        "Ranges are removed, and the rest closes the gaps",
        arguments: [
            ([], 0, "0123456789"), ([0..<1], 0, "123456789"), ([9..<10], 0, "012345678"), ([0..<10], 0, ""),
            ([1..<3, 5..<6, 8..<10], 0, "03467"), ([2..<2], 0, "0123456789"), ([0..<2, 2..<4], 0, "456789"),
            ([0..<1, 2..<4], 3, "0124789"),
        ] as [([Range<Int>], Int, String)])
    func removal(_ ranges: [Range<Int>], _ start: Int, _ rest: String) {
        var buffer = OutputBuffer(Array("0123456789".utf8))
        buffer.remove(ranges, from: start)
        #expect(String(decoding: buffer.bytes, as: UTF8.self) == rest)
        buffer.append(literal: "+")
        #expect(String(decoding: buffer.bytes, as: UTF8.self) == rest + "+")
    }
}
