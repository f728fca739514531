/// A four-digit year as written, each digit of which may be unspecified (`X`).
///
/// EDTF 2019: Level 0 for plain years, Level 1 for negative years and for `X` in the last one or two
/// digits, Level 2 for `X` anywhere.
public struct CalendarYear: Hashable, Sendable {
    /// The digits, each unspecified one read as 0.
    private let digits: UInt16
    /// Bit n is set where the digit of 10ⁿ is unspecified.
    let unspecified: UInt8
    /// Whether the year is written with a minus sign.
    public let isNegative: Bool

    init(digits: UInt16, unspecified: UInt8, isNegative: Bool) {
        self.digits = digits
        self.unspecified = unspecified
        self.isNegative = isNegative
    }

    /// The astronomical year; nil if a digit is unspecified.
    public var number: Int? {
        unspecified == 0 ? signed(Int(digits)) : nil
    }

    /// Whether any digit is unspecified.
    public var hasUnspecifiedDigits: Bool { unspecified != 0 }

    /// Whether no digit is specified: `XXXX`.
    public var isUnspecified: Bool { unspecified == 15 }

    /// The number of `X` at the end; nil if an `X` precedes a specified digit.
    public var trailingUnspecifiedCount: Int? {
        switch unspecified {
        case 0: 0
        case 1: 1
        case 3: 2
        case 7: 3
        case 15: 4
        default: nil
        }
    }

    /// The first astronomical year that matches. After a minus sign, larger digits are earlier years.
    public var earliest: Int { isNegative ? -highestMagnitude : Int(digits) }

    /// The last astronomical year that matches; with a minus sign at most -1, because `-0000` does not exist.
    public var latest: Int { isNegative ? -max(1, Int(digits)) : highestMagnitude }

    /// The EDTF text, such as `2023`, `-0043` or `19XX`.
    public var text: String { String(capacity: 5) { write(to: &$0) } }

    func write(to text: inout TextPieces) {
        if isNegative { text.append(UInt8(ascii: "-")) }
        for power in 0..<4 {
            let isUnspecified = unspecified & (8 >> UInt8(power)) != 0
            let digit = digits / Self.power(3 - power) % 10
            text.append(isUnspecified ? UInt8(ascii: "X") : UInt8(ascii: "0") + UInt8(digit))
        }
    }

    private static func power(_ exponent: Int) -> UInt16 {
        switch exponent {
        case 0: 1
        case 1: 10
        case 2: 100
        default: 1000
        }
    }

    private var highestMagnitude: Int {
        unspecified == 0 ? Int(digits) : magnitude(at: candidateCount - 1)
    }

    private func signed(_ magnitude: Int) -> Int { isNegative ? -magnitude : magnitude }

    /// The number of ways to fill the unspecified digits.
    private var candidateCount: Int {
        var count = 1
        for _ in 0..<unspecified.nonzeroBitCount { count *= 10 }
        return count
    }

    /// The magnitude with the unspecified digits filled by those of `index`; it ascends with the index.
    private func magnitude(at index: Int) -> Int {
        var result = Int(digits)
        var rest = index
        for power in 0..<4 where unspecified & (1 << UInt8(power)) != 0 {
            result += rest % 10 * Int(Self.power(power))
            rest /= 10
        }
        return result
    }

    /// The first non-nil result of `find` for the matching years, in ascending or descending order.
    func first<Result>(descending: Bool, _ find: (Int) -> Result?) -> Result? {
        let count = candidateCount
        let backwards = descending != isNegative
        for step in 0..<count {
            let magnitude = magnitude(at: backwards ? count - 1 - step : step)
            if isNegative, magnitude == 0 { continue }
            if let result = find(signed(magnitude)) { return result }
        }
        return nil
    }
}
