/// The days that a date covers, against which the years, months and days of a wording are checked.
struct DateCoverage {
    private let first: CalendarDay?
    private let last: CalendarDay?
    /// The days that the date gives exactly.
    private let exactDays: [CalendarDay]
    /// The spans within which the exact day is not known.
    private let coarseSpans: [ClosedRange<CalendarDay>]

    init(date: DateExpression) {
        first = date.displayEarliest.day
        last = date.displayLatest.day
        var exactDays: [CalendarDay] = []
        var coarseSpans: [ClosedRange<CalendarDay>] = []
        func add(_ single: SingleDate) {
            let (first, last) = (single.displayEarliest, single.displayLatest)
            if first == last { exactDays.append(first) } else { coarseSpans.append(first...max(first, last)) }
        }
        switch date.value {
        case .dateTime(let dateTime): exactDays.append(dateTime.day)
        case .set(let set):
            for member in set.members {
                guard case .range(let start, let end) = member else {
                    member.dates.forEach(add)
                    continue
                }
                // One day of the range is meant, so none of it is known to the day.
                let (first, last) = (start.displayEarliest, end.displayLatest)
                coarseSpans.append(first...max(first, last))
            }
        default: date.singleDates.forEach(add)
        }
        self.exactDays = exactDays
        self.coarseSpans = coarseSpans
    }

    /// The contradiction between the date and a mention, given all days that the wording names; nil if there is none.
    func objection(
        to mention: DateMention, namedDays: [NamedDay], isNight: Bool
    ) -> WordingContradiction.Kind? {
        guard !mention.days.isEmpty else {
            return overlaps(mention, day: nil) ? nil : .outside
        }
        let objections = mention.days.map { objection(to: mention, day: $0, namedDays: namedDays) }
        // The night between two days may be dated by either.
        if isNight, mention.days.count == 2, objections.contains(nil) { return nil }
        return objections.compactMap(\.self).first
    }

    private func objection(
        to mention: DateMention, day: Int, namedDays: [NamedDay]
    ) -> WordingContradiction.Kind? {
        guard overlaps(mention, day: day) else { return .outside }
        if exactDays.contains(where: { mention.names($0, day: day) }) { return nil }
        let isFiner = coarseSpans.contains { span in
            guard Self.overlaps(mention, day: day, first: span.lowerBound, last: span.upperBound) else {
                return false
            }
            // "Between 1 and 9 August" says no more than the span does.
            let limits = [span.lowerBound, span.upperBound].map { NamedDay(month: $0.month, day: $0.day) }
            return
                !(limits.allSatisfy(namedDays.contains)
                && limits.contains { $0.day == day && $0.month == mention.month })
        }
        return isFiner ? .finer : nil
    }

    private func overlaps(_ mention: DateMention, day: Int?) -> Bool {
        Self.overlaps(mention, day: day, first: first, last: last)
    }

    /// Whether a day with the given year, month and day lies between two days; a nil day is no limit.
    private static func overlaps(
        _ mention: DateMention, day: Int?, first: CalendarDay?, last: CalendarDay?
    ) -> Bool {
        let years: ClosedRange<Int>
        if let named = mention.years {
            years = named
        } else if let first, let last, last.year - first.year < 8 {
            years = first.year...max(first.year, last.year)
        } else {
            // Within eight years or without a limit every month and day occurs.
            return true
        }
        return years.contains { year in
            guard let start = CalendarDay(year: year, month: mention.month ?? 1, day: day ?? 1) else {
                return false
            }
            let lastMonth = mention.month ?? 12
            let lastDay = day ?? CalendarDay.daysInMonth(lastMonth, of: year)
            guard let end = CalendarDay(year: year, month: lastMonth, day: lastDay) else { return false }
            return end >= first ?? end && start <= last ?? start
        }
    }
}

extension DateMention {
    /// Whether the mention names a day of the calendar.
    fileprivate func names(_ day: CalendarDay, day number: Int) -> Bool {
        day.day == number && day.month == month && years?.contains(day.year) ?? true
    }
}
