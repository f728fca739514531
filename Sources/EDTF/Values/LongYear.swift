/// A year of any size, written with the prefix `Y`, an exponent, or a number of significant digits.
///
/// EDTF 2019, Level 1 (Letter-prefixed calendar year), Level 2 (Exponential year, Significant digits).
public struct LongYear: Hashable, Sendable {
    /// The astronomical year, within ``CalendarDay/years``.
    public let year: Int
    /// The exponent as written, 7 in `Y17E7`; nil if there is none.
    public let exponent: UInt8?
    /// The number of digits that are meant, counted from the first non-zero one, 2 in `1950S2`; nil for all.
    public let significantDigits: UInt8?
    /// The qualification of the whole year.
    public let qualification: Qualification

    init(year: Int, exponent: UInt8?, significantDigits: UInt8?, qualification: Qualification) {
        self.year = year
        self.exponent = exponent
        self.significantDigits = significantDigits
        self.qualification = qualification
    }

    /// Whether the text has the prefix `Y`: in exponential form or beyond four digits.
    public var hasPrefix: Bool { exponent != nil || year.magnitude > 9999 }

    /// The possible years: one, or the range that shares the significant digits.
    public var years: ClosedRange<Int> {
        guard let significantDigits else { return year...year }
        var unit = 1
        let digitCount = String(year.magnitude).utf8.count
        for _ in 0..<max(0, digitCount - Int(significantDigits)) { unit *= 10 }
        let lowest = Int(year.magnitude) / unit * unit
        let highest = lowest + unit - 1
        return year < 0 ? -highest ... -max(1, lowest) : lowest...highest
    }

    /// The EDTF text.
    public var canonical: String {
        var text = hasPrefix ? "Y" : ""
        if let exponent {
            var mantissa = year
            for _ in 0..<exponent { mantissa /= 10 }
            text += "\(mantissa)E\(exponent)"
        } else {
            text.append(year: year)
        }
        if let significantDigits { text += "S\(significantDigits)" }
        return text + qualification.symbol
    }
}
