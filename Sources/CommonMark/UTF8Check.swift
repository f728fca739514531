/// Whether the bytes are well-formed UTF-8 without U+0000.
package func isTextWithoutNUL(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    UTF8Check.firstMalformed(in: bytes) == nil
}

/// Validation of UTF-8 after the Unicode Standard, table 3-7, without U+0000, which libcmark replaces.
enum UTF8Check {
    /// The offset of the first NUL or ill-formed sequence; nil when there is none.
    static func firstMalformed(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var at = 0
        let raw = UnsafeRawBufferPointer(bytes)
        while at < bytes.count {
            if at + 8 <= bytes.count {
                let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
                // A high bit, or one that the subtraction borrows from a zero byte.
                let marked = (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080
                if marked == 0 {
                    at += 8
                    continue
                }
                // Borrows propagate upwards only, so the lowest mark is the first byte to examine.
                at += marked.trailingZeroBitCount / 8
            }
            let sequence = sequence(at: at, in: bytes)
            guard sequence.isWellFormed else { return at }
            at += sequence.length
        }
        return nil
    }

    /// The length of the sequence at an offset, and whether it is well-formed. The length of an ill-formed one is that
    /// of the maximal subpart that one replacement character stands for (Unicode Standard, section 3.9).
    static func sequence(
        at: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> (length: Int, isWellFormed: Bool) {
        let lead = bytes[at]
        if lead < 0x80 { return (1, lead != 0) }
        guard let (length, second) = form(lead), at + 1 < bytes.count, second.contains(bytes[at + 1]) else {
            return (1, false)
        }
        for offset in 2..<max(2, length) {
            guard at + offset < bytes.count, bytes[at + offset] & 0xC0 == 0x80 else {
                return (offset, false)
            }
        }
        return (length, true)
    }

    /// The length of a sequence with this first byte, and the range of its second byte; nil if none begins with it.
    private static func form(_ lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
        switch lead {
        case 0xC2...0xDF: (2, 0x80...0xBF)
        case 0xE0: (3, 0xA0...0xBF)
        case 0xED: (3, 0x80...0x9F)
        case 0xE1...0xEF: (3, 0x80...0xBF)
        case 0xF0: (4, 0x90...0xBF)
        case 0xF1...0xF3: (4, 0x80...0xBF)
        case 0xF4: (4, 0x80...0x8F)
        default: nil
        }
    }
}
