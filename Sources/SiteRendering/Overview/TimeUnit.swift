import EDTF

/// A unit of an axis: days, months, or runs of 1, 10, 100 … years.
///
/// Runs of years follow the common count without a year 0: 1900 to 1999, but 100 BCE to 1 BCE; the run that begins in
/// 1 CE is a year shorter than the others.
enum TimeUnit: Equatable, Sendable {
    case day
    case month
    case years(Int)

    /// All units from fine to coarse, up to one that covers all years of the calendar.
    static let all: [TimeUnit] = {
        var units: [TimeUnit] = [.day, .month]
        var years = 1
        while years <= CalendarDay.years.upperBound {
            units.append(.years(years))
            years *= 10
        }
        return units
    }()

    /// The approximate length in days.
    var length: Double {
        switch self {
        case .day: 1
        case .month: 30.44
        case .years(let count): 365.2425 * Double(count)
        }
    }

    /// Returns the number of the day, month or run of years that contains a day; consecutive units have consecutive
    /// numbers.
    func number(of day: CalendarDay) -> Int {
        switch self {
        case .day: day.ordinal
        case .month: day.year * 12 + day.month - 1
        case .years(1): day.year
        case .years(let count): day.year > 0 ? day.year / count : -((count - day.year) / count)
        }
    }

    /// Returns the first day of a unit, or the nearest that the calendar has.
    func firstDay(_ number: Int) -> CalendarDay {
        switch self {
        case .day: return CalendarDay(ordinal: number)
        case .month:
            let year = number >= 0 ? number / 12 : -((11 - number) / 12)
            return first(year: year, month: number - year * 12 + 1)
        case .years(1): return first(year: number, month: 1)
        case .years(let count):
            let years = number.multipliedReportingOverflow(by: count).partialValue
            return first(year: number > 0 ? years : years + 1, month: 1)
        }
    }

    /// Returns the day number at which a unit begins.
    func start(_ number: Int) -> Double { Double(firstDay(number).ordinal) }

    /// Returns the first day of a month; the year is clamped to those of the calendar.
    private func first(year: Int, month: Int) -> CalendarDay {
        let years = CalendarDay.years
        let clamped = min(max(year, years.lowerBound), years.upperBound)
        return CalendarDay(year: clamped, month: month, day: 1) ?? CalendarDay(ordinal: 0)
    }
}

extension TimeUnit {
    /// Returns a range of days in words, as years or months if it consists of whole ones: `1980–1989`, `August 2023`.
    static func words(_ days: Range<Double>, in language: DateLanguage) -> String {
        let first = CalendarDay(ordinal: Int(days.lowerBound))
        let last = CalendarDay(ordinal: Int(days.upperBound) - 1)
        let isOfMonths = first.day == 1 && last.day == CalendarDay.daysInMonth(last.month, of: last.year)
        let isOfYears = isOfMonths && first.month == 1 && last.month == 12
        func text(_ day: CalendarDay) -> String {
            if isOfYears || day.year.magnitude > 9999 { return CalendarDay.edtf(ofYear: day.year) }
            return isOfMonths ? String(day.iso.dropLast(3)) : day.iso
        }
        let ends = (text(first), text(last))
        return words(edtf: ends.0 == ends.1 ? ends.0 : ends.0 + "/" + ends.1, in: language)
    }

    /// Returns the year of a day in words; empty for a year before the first that a date can name.
    static func yearWords(_ day: CalendarDay, in language: DateLanguage) -> String {
        words(edtf: CalendarDay.edtf(ofYear: day.year), in: language)
    }

    /// Returns the month of a day in words.
    static func monthWords(_ day: CalendarDay, in language: DateLanguage) -> String {
        words(edtf: String(day.iso.dropLast(3)), in: language)
    }

    private static func words(edtf: String, in language: DateLanguage) -> String {
        (try? DateExpression(edtf))?.text(in: language) ?? ""
    }
}
