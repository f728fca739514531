/// Sets of entries and other numbers in the compact printable form of the data files: digits of six bits, each one
/// of 64 letters.
extension [UInt8] {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// A number that is not negative: its lowest five bits first, with the sixth set where more follow.
    mutating func append(digits number: Int) {
        var rest = UInt(bitPattern: number)
        while rest >= 32 {
            append(Self.digits[Int(rest & 31) | 32])
            rest >>= 5
        }
        append(Self.digits[Int(rest)])
    }

    /// A number of any sign.
    mutating func append(signedDigits number: Int) {
        append(digits: number < 0 ? ~number << 1 | 1 : number << 1)
    }

    /// A set of entries: the gaps between them or, where that is shorter, a dot and six entries a digit.
    ///
    /// - Parameter entries: ascending, each once.
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
