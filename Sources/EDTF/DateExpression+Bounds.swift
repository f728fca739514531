extension DateExpression {
    /// The first day the date can mean, as far as the standard defines it. Unknown for seasons, for negative
    /// years with significant digits and for an interval whose start is not known.
    public var earliest: DateBound {
        bound(latest: false, of: \.earliest)
    }

    /// The last day the date can mean, as far as the standard defines it.
    public var latest: DateBound {
        bound(latest: true, of: \.latest)
    }

    /// The first day for display and sorting: also for seasons, by the convention of ``YearPart``, and for
    /// negative years with significant digits.
    public var displayEarliest: DateBound {
        bound(latest: false) { .day($0.displayEarliest) }
    }

    /// The last day for display and sorting, by the same conventions.
    public var displayLatest: DateBound {
        bound(latest: true) { .day($0.displayLatest) }
    }

    /// Whether some day bounds the date, so that it has a place on a timeline; not so for `/`, `../..`, `/..`.
    public var hasTimelinePosition: Bool {
        displayEarliest.day != nil || displayLatest.day != nil
    }

    /// Whether any component of any member is qualified as approximate.
    public var isApproximate: Bool { anyQualification.contains(.approximate) }

    /// Whether any component of any member is qualified as uncertain.
    public var isUncertain: Bool { anyQualification.contains(.uncertain) }

    private func bound(latest: Bool, of single: (SingleDate) -> DateBound) -> DateBound {
        switch value {
        case .date(let date): single(.date(date))
        case .year(let year): single(.year(year))
        case .season(let season): single(.season(season))
        case .dateTime(let dateTime): .day(dateTime.day)
        case .interval(let interval): (latest ? interval.end : interval.start).bound(single)
        case .set(let set), .list(let set): latest ? set.latest(single) : set.earliest(single)
        }
    }

    private var anyQualification: Qualification {
        singleDates.reduce(into: Qualification()) { $0.formUnion($1.anyQualification) }
    }

    /// Every date that is written in the expression, but for one with a time of day.
    var singleDates: [SingleDate] {
        switch value {
        case .date(let date): [.date(date)]
        case .year(let year): [.year(year)]
        case .season(let season): [.season(season)]
        case .dateTime: []
        case .interval(let interval): [interval.start.date, interval.end.date].compactMap(\.self)
        case .set(let set), .list(let set): set.members.flatMap(\.dates)
        }
    }

    /// What HTML's `<time datetime>` can say: a day, a month, a year from 1 to 9999, or a time on a day;
    /// nil for everything else, and where anything is qualified or unspecified (HTML, 4.5.14 The time element).
    public var htmlDateTime: String? {
        switch value {
        case .date(let date):
            guard !date.hasUnspecifiedDigits, date.anyQualification.isEmpty, date.earliest.year >= 1 else {
                return nil
            }
            return date.canonical
        case .dateTime(let dateTime):
            guard dateTime.day.year >= 1, dateTime.hour < 24, dateTime.second < 60 else { return nil }
            return dateTime.canonical
        case .year, .season, .interval, .set, .list:
            return nil
        }
    }
}
