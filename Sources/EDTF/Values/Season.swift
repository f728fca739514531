/// A season, quarter, quadrimester or half of a year, written in the position of the month.
///
/// EDTF 2019, Level 1 (Seasons, 21–24) and Level 2 (Sub-year groupings, 21–41).
public struct Season: Hashable, Sendable {
    /// The year as written.
    public let year: CalendarYear
    /// The part of the year.
    public let part: YearPart
    /// The qualification of the year.
    public let yearQualification: Qualification
    /// The qualification of the part of the year.
    public let partQualification: Qualification

    init(
        year: CalendarYear, part: YearPart,
        yearQualification: Qualification, partQualification: Qualification
    ) {
        self.year = year
        self.part = part
        self.yearQualification = yearQualification
        self.partQualification = partQualification
    }

    /// The first day. For a season proper it is a convention that no source states; see ``YearPart``.
    public var conventionalEarliest: CalendarDay {
        CalendarDay(uncheckedYear: year.earliest, month: part.firstMonth, day: 1)
    }

    /// The last day, by the same convention.
    public var conventionalLatest: CalendarDay {
        let lastMonth = part.firstMonth + part.monthCount - 1
        let lastYear = lastMonth > 12 ? year.latest + 1 : year.latest
        let month = lastMonth > 12 ? lastMonth - 12 : lastMonth
        return CalendarDay(
            uncheckedYear: lastYear, month: month, day: CalendarDay.daysInMonth(month, of: lastYear))
    }

    /// The EDTF text.
    public var canonical: String {
        let code = String(part.rawValue)
        if yearQualification == partQualification {
            return "\(year.text)-\(code)\(partQualification.symbol)"
        }
        return "\(year.text)\(yearQualification.symbol)-\(partQualification.symbol)\(code)"
    }
}

/// A part of a year other than a month, by its EDTF code from 21 to 41.
///
/// Quarters, quadrimesters and halves have exact bounds. The standard gives seasons none. This module displays them as
/// meteorological seasons of three months, northern unless a hemisphere is given; a season that begins in December ends
/// in February of the next year.
public struct YearPart: RawRepresentable, Hashable, Sendable {
    /// The EDTF code, 21 to 41.
    public let rawValue: UInt8

    /// Creates the part with a code; nil if the code is not 21 to 41.
    public init?(rawValue: UInt8) {
        guard 21...41 ~= rawValue else { return nil }
        self.rawValue = rawValue
    }

    /// The kind of division of a year.
    public enum Division: Hashable, Sendable {
        /// Seasons and quarters have three months, quadrimesters four, halves six.
        case season, quarter, quadrimester, half
    }

    /// The half of the Earth that a season belongs to.
    public enum Hemisphere: Hashable, Sendable {
        /// The seasons of one begin six months after those of the other.
        case northern, southern
    }

    /// The kind of division that the part belongs to.
    public var division: Division {
        switch rawValue {
        case 33...36: .quarter
        case 37...39: .quadrimester
        case 40...41: .half
        default: .season
        }
    }

    /// The position within the division, from 1; spring is 1, winter 4.
    public var number: Int {
        let code = Int(rawValue)
        return switch division {
        case .season: (code - 21) % 4 + 1
        case .quarter: code - 32
        case .quadrimester: code - 36
        case .half: code - 39
        }
    }

    /// The hemisphere that the code states; nil for 21–24 and for parts other than seasons.
    public var hemisphere: Hemisphere? {
        switch rawValue {
        case 25...28: .northern
        case 29...32: .southern
        default: nil
        }
    }

    /// The month in which it begins, 1 to 12.
    var firstMonth: Int {
        switch division {
        case .season:
            hemisphere == .southern ? [9, 12, 3, 6][number - 1] : [3, 6, 9, 12][number - 1]
        case .quarter: number * 3 - 2
        case .quadrimester: number * 4 - 3
        case .half: number * 6 - 5
        }
    }

    /// The number of its months.
    var monthCount: Int {
        switch division {
        case .season, .quarter: 3
        case .quadrimester: 4
        case .half: 6
        }
    }

    /// Whether it ends in the year after the one in its text.
    var crossesYearEnd: Bool { firstMonth + monthCount - 1 > 12 }
}
