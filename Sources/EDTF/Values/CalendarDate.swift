/// The precision of a date: its finest component.
public enum DatePrecision: UInt8, Hashable, Comparable, Sendable {
    /// From the coarsest to the finest.
    case year, month, day

    /// Whether a precision is coarser than another.
    public static func < (left: DatePrecision, right: DatePrecision) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// A year, a month or a day, with unspecified digits and with a qualification for each component.
///
/// EDTF 2019, Level 0 (Date), Levels 1 and 2 (Qualification, Unspecified digits). Every value matches at least one day
/// of the calendar.
public struct CalendarDate: Hashable, Sendable {
    /// The year as written.
    public let year: CalendarYear
    private let monthDigits: DigitPair
    private let dayDigits: DigitPair
    /// The finest component that is written.
    public let precision: DatePrecision
    /// The qualification of the year.
    public let yearQualification: Qualification
    /// The qualification of the month; empty if there is none.
    public let monthQualification: Qualification
    /// The qualification of the day; empty if there is none.
    public let dayQualification: Qualification

    /// The month as written; nil for a year.
    public var month: DigitPair? { precision >= .month ? monthDigits : nil }

    /// The day as written; nil for a year or a month.
    public var day: DigitPair? { precision == .day ? dayDigits : nil }

    /// Creates a date from its components; nil if no day of the calendar matches.
    init?(
        year: CalendarYear, month: DigitPair? = nil, day: DigitPair? = nil,
        qualifications: (year: Qualification, month: Qualification, day: Qualification) = ([], [], [])
    ) {
        self.year = year
        monthDigits = month ?? DigitPair(0)
        dayDigits = day ?? DigitPair(0)
        precision = day != nil ? .day : month != nil ? .month : .year
        yearQualification = qualifications.year
        monthQualification = qualifications.month
        dayQualification = qualifications.day
        if bound(latest: false) == nil { return nil }
    }

    /// The qualifications of the written components, from the year to the day.
    public var qualifications: [Qualification] {
        switch precision {
        case .year: [yearQualification]
        case .month: [yearQualification, monthQualification]
        case .day: [yearQualification, monthQualification, dayQualification]
        }
    }

    /// The union of the qualifications of all components.
    public var anyQualification: Qualification {
        yearQualification.union(monthQualification).union(dayQualification)
    }

    /// Whether any digit of any component is unspecified.
    public var hasUnspecifiedDigits: Bool {
        year.hasUnspecifiedDigits || monthDigits.hasUnspecifiedDigits || dayDigits.hasUnspecifiedDigits
    }

    /// The first day that matches.
    public var earliest: CalendarDay {
        bound(latest: false) ?? CalendarDay(uncheckedYear: year.earliest, month: 1, day: 1)
    }

    /// The last day that matches.
    public var latest: CalendarDay {
        bound(latest: true) ?? CalendarDay(uncheckedYear: year.latest, month: 12, day: 31)
    }
}

extension CalendarDate {
    private func bound(latest: Bool) -> CalendarDay? {
        if let number = year.number { return bound(in: number, latest: latest) }
        return year.first(descending: latest) { bound(in: $0, latest: latest) }
    }

    private func bound(in year: Int, latest: Bool) -> CalendarDay? {
        if let number = month?.number { return bound(inMonth: number, of: year, latest: latest) }
        for step in 1...12 {
            let month = latest ? 13 - step : step
            guard precision == .year || monthDigits.matches(month) else { continue }
            if let day = bound(inMonth: month, of: year, latest: latest) { return day }
        }
        return nil
    }

    private func bound(inMonth month: Int, of year: Int, latest: Bool) -> CalendarDay? {
        let length = CalendarDay.daysInMonth(month, of: year)
        guard length > 0 else { return nil }
        guard precision == .day else {
            return CalendarDay(uncheckedYear: year, month: month, day: latest ? length : 1)
        }
        if let number = dayDigits.number { return CalendarDay(year: year, month: month, day: number) }
        for step in 1...length {
            let day = latest ? length + 1 - step : step
            if dayDigits.matches(day) { return CalendarDay(uncheckedYear: year, month: month, day: day) }
        }
        return nil
    }

    /// The matching months, ascending; all twelve if none is written.
    var matchingMonths: [Int] { (1...12).filter { precision == .year || monthDigits.matches($0) } }

    /// The days that match in at least one matching month, ascending.
    var matchingDays: [Int] {
        guard precision == .day else { return [] }
        let months = matchingMonths
        return (1...31).filter { day in
            dayDigits.matches(day)
                && months.contains { month in
                    // Some of the years with unspecified digits may be leap years; 29 February needs one.
                    year.first(descending: false) {
                        day <= CalendarDay.daysInMonth(month, of: $0) ? true : nil
                    } ?? false
                }
        }
    }
}
