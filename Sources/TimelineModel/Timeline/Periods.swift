import EDTF

/// How wide a period is.
public enum PeriodUnit: Int, CaseIterable, Sendable, Comparable {
    case month, year, decade, century

    public static func < (left: PeriodUnit, right: PeriodUnit) -> Bool { left.rawValue < right.rawValue }
}

/// A stretch of the timeline that stands under one heading.
public struct Period: Sendable {
    /// The name in addresses: `2023-09`, `2023`, `1990s`, `1900-1999`, `bce-44`.
    public let id: String
    /// What the heading says, as a date.
    public let date: DateExpression
    /// The places of its entries in the timeline, in ascending order.
    public let entries: Range<Int>
}

extension Timeline {
    /// The timeline cut into periods, oldest first, each with at least one entry.
    ///
    /// An entry stands in the period in which it sorts. One that is no more precise than a wider period
    /// stands under that one's heading: `2023` is not in January.
    public func periods(by unit: PeriodUnit) -> [Period] {
        var periods: [Period] = []
        var stretches: [String: Int] = [:]
        var start = 0
        var current: PeriodName?
        for (number, entry) in entries.enumerated() {
            let name = PeriodName(of: entry, by: unit)
            if let current, current != name {
                if let period = current.period(start..<number, &stretches) { periods.append(period) }
                start = number
            }
            current = name
        }
        if let last = current?.period(start..<entries.count, &stretches) { periods.append(last) }
        return periods
    }

    /// The finest unit that cuts the timeline into no more than so many periods.
    public func finestUnit(from finest: PeriodUnit, atMost count: Int) -> PeriodUnit {
        for unit in PeriodUnit.allCases where unit >= finest {
            if periodCount(by: unit, upTo: count + 1) <= count { return unit }
        }
        return .century
    }

    /// The widest unit whose periods have no more than so many entries on average.
    public func widestUnit(downTo finest: PeriodUnit, averaging entryCount: Int) -> PeriodUnit {
        for unit in PeriodUnit.allCases.reversed() where unit >= finest {
            if entries.count <= entryCount * periodCount(by: unit, upTo: entries.count) { return unit }
        }
        return finest
    }

    private func periodCount(by unit: PeriodUnit, upTo limit: Int) -> Int {
        var names: Set<PeriodName> = []
        for entry in entries where names.count < limit { names.insert(PeriodName(of: entry, by: unit)) }
        return names.count
    }
}

/// Which period a day falls into, as a number of years and perhaps a month.
private struct PeriodName: Hashable {
    /// The first year of the period; decades and centuries before 1 CE are counted backwards from it.
    private let year: Int
    private let month: Int
    private let width: Int

    /// The period of a unit in which an entry begins, or the narrowest wider one that is no more precise
    /// than its date: `19XX` does not stand under 1900.
    init(of entry: Entry, by unit: PeriodUnit) {
        let (first, last, finest) = entry.startSpan
        let names = PeriodUnit.allCases.filter { $0 >= max(unit, finest) }.map { unit in
            (Self(of: first, by: unit), Self(of: last, by: unit))
        }
        self = names.first { $0.0 == $0.1 }?.0 ?? Self(of: first, by: .century)
    }

    private init(of day: CalendarDay, by unit: PeriodUnit) {
        switch unit {
        case .month: self.init(year: day.year, month: day.month, width: 1)
        case .year: self.init(year: day.year, month: 0, width: 1)
        case .decade: self.init(year: Self.first(day.year, 10), month: 0, width: 10)
        case .century: self.init(year: Self.first(day.year, 100), month: 0, width: 100)
        }
    }

    private init(year: Int, month: Int, width: Int) {
        self.year = year
        self.month = month
        self.width = width
    }

    /// The year nearest to 1 CE of the decade or century: 1980 of 1985, -1980 of -1985.
    private static func first(_ year: Int, _ width: Int) -> Int { year / width * width }

    /// The period; sorting keeps the days of one together, but a year's own entries may come before and
    /// among its months, so that a second stretch with one name gets a number of its own.
    ///
    /// - Parameter stretches: how many stretches each name has by now.
    func period(_ entries: Range<Int>, _ stretches: inout [String: Int]) -> Period? {
        guard let date = try? DateExpression(edtf) else { return nil }
        let id = id
        let number = stretches[id, default: 0] + 1
        stretches[id] = number
        return Period(id: number == 1 ? id : "\(id)-part-\(number)", date: date, entries: entries)
    }

    private var id: String {
        let last = year < 0 ? year - width + 1 : year + width - 1
        let stretch = year <= 0 ? "bce-\(1 - year)" : padded(year, 4)
        switch width {
        case 1: return month > 0 ? "\(stretch)-\(padded(month, 2))" : stretch
        case 10 where year > 0: return stretch + "s"
        default: return year <= 0 ? "bce-\(1 - last)-\(1 - year)" : "\(stretch)-\(padded(last, 4))"
        }
    }

    private var edtf: String {
        let sign = year < 0 ? "-" : ""
        let magnitude = year.magnitude
        guard magnitude <= 9999 else {
            if width == 1 { return "Y\(year)" }
            let last = year < 0 ? year - width + 1 : year + width - 1
            return year < 0 ? "Y\(last)/Y\(year)" : "Y\(year)/Y\(last)"
        }
        let digits = padded(Int(magnitude), 4)
        switch width {
        case 10: return sign + digits.dropLast(1) + "X"
        case 100: return sign + digits.dropLast(2) + "XX"
        default: return sign + digits + (month > 0 ? "-" + padded(month, 2) : "")
        }
    }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension Entry {
    /// The days between which the entry begins, and the finest period that may hold it.
    fileprivate var startSpan: (first: CalendarDay, last: CalendarDay, finest: PeriodUnit) {
        let day = startDay ?? CalendarDay(ordinal: 0)
        switch date.expression.value {
        case .date(let date): return (date.earliest, date.latest, .month)
        case .year(let year): return Self.span(.year(year))
        case .season: return (day, day, .year)
        case .interval(let interval):
            if let date = interval.start.date ?? interval.end.date { return Self.span(date) }
            return (day, day, .month)
        case .dateTime, .set, .list: return (day, day, .month)
        }
    }

    private static func span(_ date: SingleDate) -> (CalendarDay, CalendarDay, PeriodUnit) {
        if case .season = date { return (date.displayEarliest, date.displayEarliest, .year) }
        return (date.displayEarliest, date.displayLatest, .month)
    }
}
