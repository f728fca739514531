extension DateExpression {
    /// The first day that the date can mean: open for an interval, set or list with an open start, and unknown for an
    /// interval with an unknown start. It is also unknown where EDTF 2019 does not define it: for spring to winter, and
    /// for negative years with significant digits.
    public var earliest: DateBound {
        bound(latest: false, of: \.earliest)
    }

    /// The last day that the date can mean, as far as the standard defines it: unknown in the same cases, and for an
    /// interval with an unknown end.
    public var latest: DateBound {
        bound(latest: true, of: \.latest)
    }

    /// The first day for display and sorting. It is also defined for seasons, by the convention of ``YearPart``, and
    /// for negative years with significant digits.
    public var displayEarliest: DateBound {
        bound(latest: false) { .day($0.displayEarliest) }
    }

    /// The last day for display and sorting, by the same conventions.
    public var displayLatest: DateBound {
        bound(latest: true) { .day($0.displayLatest) }
    }

    /// The last day on which what the date covers can have begun, by the same conventions: for an interval the last day
    /// of its start, for all else ``displayLatest``.
    public var displayLatestStart: DateBound {
        guard case .interval(let interval) = value else { return displayLatest }
        return interval.start.bound { .day($0.displayLatest) }
    }

    /// Whether a day bounds the date at either end, so that it can be shown on a timeline: false for `/`, `../..` and
    /// `/..`.
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

    /// All dates in the expression, except one with a time of day.
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

    /// The value for HTML's `<time datetime>` (HTML, 4.5.14 The time element): a day, a month, a year from 1 to 9999,
    /// or a time on a day; nil for everything else, and if any component is qualified or unspecified.
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
