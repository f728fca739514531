/// Well-formedness of UTF-8 (Unicode Standard, table 3-7).
public enum UTF8Validity {
    /// Returns the range of the first ill-formed sequence; nil if there is none.
    public static func firstIllFormed(in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        var offset = 0
        while let found = unsafe firstIllFormedOrNUL(in: bytes, from: offset) {
            let sequence = unsafe sequence(at: found, in: bytes)
            if !sequence.isWellFormed { return found..<found + sequence.length }
            offset = found + 1
        }
        return nil
    }

    /// Returns the range of the first ill-formed sequence; nil if there is none.
    public static func firstIllFormed(in bytes: [UInt8]) -> Range<Int>? {
        unsafe bytes.withUnsafeBufferPointer { unsafe firstIllFormed(in: $0) }
    }

    /// Returns the offset of the first NUL or ill-formed sequence from an offset on; nil if there is none. The offset
    /// must be one at which a sequence begins.
    public static func firstIllFormedOrNUL(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0
    ) -> Int? {
        var offset = start
        let raw = UnsafeRawBufferPointer(bytes)
        while offset < bytes.count {
            if offset + 8 <= bytes.count {
                let word = unsafe UInt64(
                    littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                // A high bit, or one that the subtraction borrows from a zero byte.
                let marked = (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080
                if marked == 0 {
                    offset += 8
                    continue
                }
                // Borrows propagate upwards only, so the lowest mark is the first byte to examine.
                offset += marked.trailingZeroBitCount / 8
            }
            let sequence = unsafe sequence(at: offset, in: bytes)
            guard sequence.isWellFormed, unsafe bytes[offset] != 0 else { return offset }
            offset += sequence.length
        }
        return nil
    }

    /// Returns the length of the sequence at an offset, and whether it is well-formed. The length of an ill-formed one
    /// is that of the maximal subpart that one replacement character stands for (Unicode Standard, section 3.9).
    public static func sequence(
        at offset: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> (length: Int, isWellFormed: Bool) {
        let lead = unsafe bytes[offset]
        if lead < 0x80 { return (1, true) }
        guard let (length, second) = form(lead), offset + 1 < bytes.count,
            unsafe second.contains(bytes[offset + 1])
        else { return (1, false) }
        for index in 2..<max(2, length) {
            guard offset + index < bytes.count, unsafe bytes[offset + index] & 0xC0 == 0x80 else {
                return (index, false)
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
