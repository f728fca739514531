import EDTF

/// The width of a period, ordered from month to century.
public enum PeriodUnit: Int, CaseIterable, Sendable, Comparable {
    /// The units, from the finest to the widest.
    case month, year, decade, century

    /// Whether a unit is shorter than another.
    public static func < (left: PeriodUnit, right: PeriodUnit) -> Bool { left.rawValue < right.rawValue }
}

/// A contiguous run of the timeline under one heading.
public struct Period: Sendable {
    /// The id in addresses: `2023-09`, `2023`, `1990s`, `1900-1999`, `bce-44`, `bce-100-1`; a further run of one period
    /// has a suffix such as `-part-2`.
    public let id: String
    /// The date that the heading shows.
    public let date: DateExpression
    /// The indices of the period's entries in ``Timeline/entries``.
    public let entries: Range<Int>
}

extension Timeline {
    /// Splits the timeline into periods, oldest first, each with at least one entry.
    ///
    /// An entry belongs to the period in which it sorts. An entry whose date is no more precise than a wider period
    /// belongs to that period: `2023` is not in January.
    public func periods(by unit: PeriodUnit) -> [Period] {
        var periods: [Period] = []
        var stretches: [String: Int] = [:]
        var start = 0
        var current: PeriodName?
        var last: DateExpression.StartSpan?
        for number in entries.indices {
            let span = entries[number].date.expression.startSpan
            if let last, span.begins(as: last, by: unit) { continue }
            last = span
            let name = PeriodName(of: span, by: unit)
            if let current, current != name {
                if let period = current.period(start..<number, &stretches) { periods.append(period) }
                start = number
            }
            current = name
        }
        if let last = current?.period(start..<entries.count, &stretches) { periods.append(last) }
        return periods
    }

    /// Returns the numbers of periods of a unit and of all wider ones.
    public func periodCounts(from finest: PeriodUnit) -> PeriodCounts {
        var names = PeriodUnit.allCases.map { _ in Set<PeriodName>() }
        var last: DateExpression.StartSpan?
        for number in entries.indices {
            let span = entries[number].date.expression.startSpan
            // Sorting keeps most of what is of one period together.
            if let last, span.begins(as: last, by: finest) { continue }
            last = span
            for unit in PeriodUnit.allCases where unit >= finest {
                names[unit.rawValue].insert(PeriodName(of: span, by: unit))
            }
        }
        return PeriodCounts(entryCount: entries.count, periods: names.map(\.count))
    }
}

/// The number of periods of each unit into which a timeline can be divided.
public struct PeriodCounts: Sendable {
    fileprivate let entryCount: Int
    /// The numbers of periods, by ``PeriodUnit/rawValue``; 0 for units that are not counted.
    fileprivate let periods: [Int]

    /// Returns the finest unit, no finer than `finest`, that yields at most `count` periods; centuries if none does.
    public func finestUnit(from finest: PeriodUnit, atMost count: Int) -> PeriodUnit {
        PeriodUnit.allCases.first { $0 >= finest && periods[$0.rawValue] <= count } ?? .century
    }

    /// Returns the widest unit, no finer than `finest`, whose periods have at most `most` entries on average; `finest`
    /// if none has.
    public func widestUnit(downTo finest: PeriodUnit, averaging most: Int) -> PeriodUnit {
        PeriodUnit.allCases.last { $0 >= finest && entryCount <= most * periods[$0.rawValue] } ?? finest
    }
}

/// The period that a day falls into, as a range of years with an optional month.
private struct PeriodName: Hashable {
    private let years: ClosedRange<Int>
    /// The month from 1 to 12, or 0 for a period of a year or more.
    private let month: Int

    /// Creates the name of the period in which an entry of a date begins: that of the unit, or the narrowest wider one
    /// that is no more precise than the date. `19XX` is not in 1900.
    init(of span: DateExpression.StartSpan, by unit: PeriodUnit) {
        var first = span.first
        // `00XX` is meant to be the first hundred years CE: digits begin at 0, which is 1 BCE.
        if first.year == 0, span.last.year > 0 { first = CalendarDay(year: 1, month: 1, day: 1) ?? first }
        var unit = max(unit, span.finest)
        while true {
            self.init(of: first, by: unit)
            if unit == .century || self == Self(of: span.last, by: unit) { return }
            unit = PeriodUnit(rawValue: unit.rawValue + 1) ?? .century
        }
    }

    private init(of day: CalendarDay, by unit: PeriodUnit) {
        month = unit == .month ? day.month : 0
        switch unit {
        case .month, .year: years = day.year...day.year
        case .decade: years = Self.years(around: day.year, 10)
        case .century: years = Self.years(around: day.year, 100)
        }
    }

    /// Returns the decade or century of a year as people count them: the 1990s, 1900–1999. Before the common era they
    /// count backwards from 1 BCE: 10–1 BCE, 100–1 BCE. No year lies between 1 BCE and 1 CE, so the first decade and
    /// century after it have nine and ninety-nine years.
    private static func years(around year: Int, _ width: Int) -> ClosedRange<Int> {
        if year > 0 { return max(1, year / width * width)...year / width * width + width - 1 }
        let rounds = (1 - year + width - 1) / width
        return 1 - rounds * width...(1 - rounds) * width
    }

    /// Creates the period for a run of entries. Sorting keeps the days of a period together, but entries dated to a
    /// year may come before and among its months, so a period can have several runs; later runs get a numbered id.
    ///
    /// - Parameter stretches: The number of runs of each id so far.
    func period(_ entries: Range<Int>, _ stretches: inout [String: Int]) -> Period? {
        guard let date = try? DateExpression(edtf) else { return nil }
        let id = id
        let number = stretches[id, default: 0] + 1
        stretches[id] = number
        return Period(id: number == 1 ? id : "\(id)-part-\(number)", date: date, entries: entries)
    }

    private var id: String {
        let (first, last) = (years.lowerBound, years.upperBound)
        if first == last {
            let year = first > 0 ? String(first, minimumDigits: 4) : "bce-\(1 - first)"
            return month > 0 ? "\(year)-\(String(month, minimumDigits: 2))" : year
        }
        if last <= 0 { return "bce-\(1 - first)-\(1 - last)" }
        return last - first == 9
            ? String(first, minimumDigits: 4) + "s"
            : "\(String(first, minimumDigits: 4))-\(String(last, minimumDigits: 4))"
    }

    private var edtf: String {
        let (first, last) = (years.lowerBound, years.upperBound)
        if first == last {
            return CalendarDay.edtf(ofYear: first) + (month > 0 ? "-" + String(month, minimumDigits: 2) : "")
        }
        // EDTF's digits begin at 0: a period that contains 1 BCE or 1 CE cannot be written with digits alone.
        let isPattern = first != 1 && last != 0 && first.magnitude <= 9999 && last.magnitude <= 9999
        guard isPattern else { return CalendarDay.edtf(ofYear: first) + "/" + CalendarDay.edtf(ofYear: last) }
        let unspecified = last - first == 9 ? 1 : 2
        return CalendarDay.edtf(ofYear: first).dropLast(unspecified)
            + String(repeating: "X", count: unspecified)
    }
}

extension DateExpression {
    /// The first and last day on which an entry of a date may begin, and the finest unit of a period for it.
    fileprivate struct StartSpan {
        let first: CalendarDay
        let last: CalendarDay
        let finest: PeriodUnit

        init(_ first: CalendarDay, _ last: CalendarDay, _ finest: PeriodUnit) {
            self.first = first
            self.last = last
            self.finest = finest
        }

        /// Whether another span has the same period of a unit, and of each wider one, because nothing by which such a
        /// period is chosen differs. Spans may have one period and differ.
        func begins(as other: StartSpan, by unit: PeriodUnit) -> Bool {
            first.year == other.first.year && last.year == other.last.year && finest == other.finest
                && (unit > .month || first.month == other.first.month && last.month == other.last.month)
        }
    }

    fileprivate var startSpan: StartSpan {
        let day = startDay ?? CalendarDay(ordinal: 0)
        switch value {
        case .date(let date): return StartSpan(date.earliest, date.latest, .month)
        case .year(let year): return Self.span(.year(year))
        case .season: return StartSpan(day, day, .year)
        case .interval(let interval):
            if let date = interval.start.date ?? interval.end.date { return Self.span(date) }
            return StartSpan(day, day, .month)
        case .dateTime, .set, .list: return StartSpan(day, day, .month)
        }
    }

    private static func span(_ date: SingleDate) -> StartSpan {
        if case .season = date { return StartSpan(date.displayEarliest, date.displayEarliest, .year) }
        return StartSpan(date.displayEarliest, date.displayLatest, .month)
    }
}
