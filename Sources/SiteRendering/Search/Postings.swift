/// Sets of entries and other numbers in the compact printable encoding of the data files: base-64 digits of six bits.
extension [UInt8] {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// Appends a non-negative number as a variable-length quantity: the lowest five bits first, with the sixth bit
    /// set if more digits follow.
    mutating func append(digits number: Int) {
        var rest = UInt(bitPattern: number)
        while rest >= 32 {
            append(Self.digits[Int(rest & 31) | 32])
            rest >>= 5
        }
        append(Self.digits[Int(rest)])
    }

    /// Appends a signed number, with the sign in its lowest bit.
    mutating func append(signedDigits number: Int) {
        append(digits: number < 0 ? ~number << 1 | 1 : number << 1)
    }

    /// Appends a set of entries: the gaps between them or, if that is shorter, a dot and a bitmap of six entries per
    /// digit.
    ///
    /// - Parameter entries: ascending, without duplicates.
    mutating func append(postings entries: some Collection<UInt32>) {
        let start = count
        var next: UInt32 = 0
        for entry in entries {
            append(digits: Int(entry - next))
            next = entry + 1
        }
        let bitmapLength = Int(next + 5) / 6 + 1
        guard count - start > bitmapLength else { return }
        removeLast(count - start)
        append(UInt8(ascii: "."))
        var bits = [UInt8](repeating: 0, count: bitmapLength - 1)
        for entry in entries { bits[Int(entry / 6)] |= 1 << UInt8(entry % 6) }
        append(contentsOf: bits.map { Self.digits[Int($0)] })
    }
}
