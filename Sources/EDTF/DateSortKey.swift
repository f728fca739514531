/// The sort key of a date: by first day, then the longer date first, then by time of day.
///
/// The order is total and does not depend on a locale or time zone. A date with an open or unknown start is ordered by
/// its end, before dates that begin on that day. Dates without any bound come last.
public struct DateSortKey: Comparable, Hashable, Sendable {
    /// Twice the ordinal of the day that counts as the first, plus 1 if it is a start rather than an end.
    private let start: Int
    /// The ordinal of the last day; `Int.max` for an open end, and one less for an unknown one.
    private let end: Int
    /// 0 without a time of day; otherwise the time as written, with the offset in the lowest digits, plus 1.
    private let time: UInt32

    init(earliest: DateBound, latest: DateBound, dateTime: CalendarDateTime?) {
        let lastDay = latest.day?.ordinal
        if let firstDay = earliest.day?.ordinal {
            start = firstDay * 2 + 1
        } else if let lastDay {
            start = lastDay * 2
        } else {
            start = .max
        }
        end =
            switch latest {
            case .day(let day): day.ordinal
            case .unknown: .max - 1
            case .open: .max
            }
        time = dateTime.map(Self.time(of:)) ?? 0
    }

    private static func time(of dateTime: CalendarDateTime) -> UInt32 {
        let clock = UInt32((dateTime.hour * 60 + dateTime.minute) * 61 + dateTime.second)
        let offset = dateTime.offsetMinutes.map { UInt32(clamping: $0 + 1441) } ?? 0
        return (clock * 4096 + offset) + 1
    }

    /// Whether a date precedes another in the order of a timeline.
    public static func < (left: DateSortKey, right: DateSortKey) -> Bool {
        if left.start != right.start { return left.start < right.start }
        if left.end != right.end { return left.end > right.end }
        return left.time < right.time
    }
}

extension DateExpression {
    /// The key to sort by. Comparing keys is fast, so a key is worth storing beside its date.
    public var sortKey: DateSortKey {
        let dateTime: CalendarDateTime? = if case .dateTime(let dateTime) = value { dateTime } else { nil }
        return DateSortKey(earliest: displayEarliest, latest: displayLatest, dateTime: dateTime)
    }
}
