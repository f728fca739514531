/// The reliability of a date or of one of its components (EDTF 2019, Level 1, Qualification of a date).
///
/// Qualification never widens the bounds of a date.
public struct Qualification: OptionSet, Hashable, Sendable {
    /// Bit 0 for uncertain, bit 1 for approximate.
    public let rawValue: UInt8

    /// Creates a qualification from its bits.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The source of the date is in doubt: `?`.
    public static let uncertain = Qualification(rawValue: 1)
    /// The value is an estimate: `~`.
    public static let approximate = Qualification(rawValue: 2)

    /// The EDTF sign: empty, `?`, `~`, or `%` for both.
    public var symbol: String {
        switch (contains(.uncertain), contains(.approximate)) {
        case (false, false): ""
        case (true, false): "?"
        case (false, true): "~"
        case (true, true): "%"
        }
    }

    init?(symbol: UInt8) {
        switch symbol {
        case UInt8(ascii: "?"): self = .uncertain
        case UInt8(ascii: "~"): self = .approximate
        case UInt8(ascii: "%"): self = [.uncertain, .approximate]
        default: return nil
        }
    }
}
