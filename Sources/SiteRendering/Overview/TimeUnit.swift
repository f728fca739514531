import EDTF

/// What an axis is cut into: months, or runs of 1, 10, 100 … years.
enum TimeUnit: Equatable, Sendable {
    case month
    case years(Int)

    /// From fine to coarse, up to all the years a day can have.
    static let all: [TimeUnit] = {
        var units: [TimeUnit] = [.month]
        var years = 1
        while years <= CalendarDay.years.upperBound {
            units.append(.years(years))
            years *= 10
        }
        return units
    }()

    /// Which month or run of years a day falls into, counted on without a gap.
    func number(of day: CalendarDay) -> Int {
        switch self {
        case .month: day.year * 12 + day.month - 1
        case .years(let count): floor(day.year, count)
        }
    }

    /// The first day of one, or the nearest that the calendar has.
    func firstDay(_ number: Int) -> CalendarDay {
        switch self {
        case .month: first(year: floor(number, 12), month: number - floor(number, 12) * 12 + 1)
        case .years(let count):
            first(year: number.multipliedReportingOverflow(by: count).partialValue, month: 1)
        }
    }

    /// The day number at which one begins.
    func start(_ number: Int) -> Double { Double(firstDay(number).ordinal) }

    private func first(year: Int, month: Int) -> CalendarDay {
        let years = CalendarDay.years
        let clamped = min(max(year, years.lowerBound), years.upperBound)
        return CalendarDay(year: clamped, month: month, day: 1) ?? CalendarDay(ordinal: 0)
    }

    private func floor(_ number: Int, _ count: Int) -> Int {
        number >= 0 ? number / count : -((-number + count - 1) / count)
    }
}

extension TimeUnit {
    /// The words for one or for a run of them, as `1980 – 1989` or `August 2023`.
    func words(_ numbers: ClosedRange<Int>, in language: DateLanguage) -> String {
        let (first, last) = (firstDay(numbers.lowerBound), firstDay(numbers.upperBound))
        let edtf: String
        switch self {
        case .month: edtf = numbers.count == 1 ? month(first) : month(first) + "/" + month(last)
        case .years(let count):
            let end = last.year + count - 1
            edtf = first.year == end ? year(first.year) : year(first.year) + "/" + year(end)
        }
        return (try? DateExpression(edtf))?.text(in: language) ?? edtf
    }

    /// The words for the year of a day.
    static func yearWords(_ day: CalendarDay, in language: DateLanguage) -> String {
        let edtf = TimeUnit.month.year(day.year)
        return (try? DateExpression(edtf))?.text(in: language) ?? edtf
    }

    private func month(_ day: CalendarDay) -> String { String(day.iso.dropLast(3)) }

    /// A year as EDTF writes it: the prefix `Y` is for those beyond four digits.
    private func year(_ year: Int) -> String {
        if year.magnitude > 9999 { return "Y\(year)" }
        let digits = String(year.magnitude)
        return (year < 0 ? "-" : "") + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
}
