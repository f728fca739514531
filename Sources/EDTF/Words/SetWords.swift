/// A set in words.
struct SetWords {
    let set: DateSet
    /// Whether all members are meant (`{…}`) or one of them (`[…]`).
    let isList: Bool
    let language: DateLanguage

    private var conjunction: DatePhrase { isList ? .and : .or }

    var text: String {
        if let dates = plainDates { return language.list(sharingYear(dates), conjunction) }
        let items = set.members.map(text)
        let isComplex = set.members.contains { if case .date = $0 { false } else { true } }
        return isComplex ? language.clauses(items, conjunction) : language.list(items, conjunction)
    }

    private func text(_ member: DateSet.Member) -> String {
        let isAlone = set.members.count == 1
        func words(_ date: SingleDate) -> String {
            SingleDateWords(date: date, language: language, isNested: !isAlone).text
        }
        switch member {
        case .date(let date): return words(date)
        case .onOrBefore(let date):
            return language.fill(isList ? .andAllBefore : .orEarlier, ["date": words(date)])
        case .onOrAfter(let date):
            return language.fill(isList ? .andAllAfter : .orLater, ["date": words(date)])
        case .range(let first, let last):
            let limits = SharedYear(first: first, last: last, language: language)
            let phrases = first.rangeUnit.phrases
            return language.fill(
                isList ? phrases.every : phrases.some, ["start": limits.start, "end": limits.end])
        }
    }

    /// The members if all are days or months of one year, without qualification; otherwise nil.
    private var plainDates: [CalendarDate]? {
        var dates: [CalendarDate] = []
        for member in set.members {
            guard case .date(.date(let date)) = member, date.anyQualification.isEmpty,
                !date.hasUnspecifiedDigits, date.precision != .year,
                dates.allSatisfy({ $0.year == date.year && $0.precision == date.precision })
            else { return nil }
            dates.append(date)
        }
        return dates
    }

    /// Returns the dates with the year only in the last, and likewise the month if all share it.
    private func sharingYear(_ dates: [CalendarDate]) -> [String] {
        let sharesMonth = dates.allSatisfy { $0.day != nil && $0.month == dates[0].month }
        return dates.enumerated().map { index, date in
            let words = DateWords(date: date, language: language)
            if index == dates.count - 1 { return words.text }
            if sharesMonth, let day = date.day?.number { return String(day) }
            return words.withoutYear ?? words.text
        }
    }
}

extension RangeUnit {
    /// The phrases "some … from" and "every … from" for this unit.
    var phrases: (some: DatePhrase, every: DatePhrase) {
        switch self {
        case .year: (.someYearFrom, .everyYearFrom)
        case .month: (.someMonthFrom, .everyMonthFrom)
        case .day: (.someDayFrom, .everyDayFrom)
        case .part(.season): (.someSeasonFrom, .everySeasonFrom)
        case .part: (.somePartFrom, .everyPartFrom)
        }
    }
}
