/// A month or a day as written: two digits, each of which may be unspecified (`X`).
public struct DigitPair: Hashable, Sendable {
    /// The number with every unspecified digit read as 0.
    let lowest: UInt8
    /// Bit 0 is set where the last digit is unspecified, bit 1 for the first.
    let unspecified: UInt8

    /// Creates a pair without unspecified digits.
    init(_ number: Int) {
        lowest = UInt8(truncatingIfNeeded: number)
        unspecified = 0
    }

    /// Creates a pair from its digits; nil stands for `X`.
    init(tens: UInt8?, ones: UInt8?) {
        lowest = (tens ?? 0) * 10 + (ones ?? 0)
        unspecified = (tens == nil ? 2 : 0) | (ones == nil ? 1 : 0)
    }

    /// The number; nil if a digit is unspecified.
    public var number: Int? {
        unspecified == 0 ? Int(lowest) : nil
    }

    /// Whether any digit is unspecified.
    public var hasUnspecifiedDigits: Bool { unspecified != 0 }

    /// Whether both digits are unspecified: `XX`.
    public var isUnspecified: Bool { unspecified == 3 }

    /// The EDTF text, such as `09`, `1X` or `XX`.
    public var text: String { String(capacity: 2) { write(to: &$0) } }

    func write(to text: inout TextPieces) {
        text.append(unspecified & 2 != 0 ? UInt8(ascii: "X") : UInt8(ascii: "0") + lowest / 10)
        text.append(unspecified & 1 != 0 ? UInt8(ascii: "X") : UInt8(ascii: "0") + lowest % 10)
    }

    /// Whether a number from 0 to 99 has the specified digits.
    public func matches(_ number: Int) -> Bool {
        if unspecified == 0 { return number == Int(lowest) }
        return (unspecified & 2 != 0 || number / 10 == Int(lowest) / 10)
            && (unspecified & 1 != 0 || number % 10 == Int(lowest) % 10)
    }
}
