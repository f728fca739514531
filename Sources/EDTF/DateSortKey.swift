/// Where a date stands among others: by its first day, then the wider first, then the time of day.
///
/// The order is total and depends on no locale and no time zone. A date whose start is open or not known
/// stands where it ends, before what begins on that day. Dates without any bound come last.
public struct DateSortKey: Comparable, Hashable, Sendable {
    /// Twice the number of the day that counts as the first, plus 1 where it is a start and no end.
    private let start: Int
    /// The number of the last day; the greatest integer for an end that is open or not known.
    private let end: Int
    /// 0 without a time of day, else the time as written with the offset in the last places.
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

    public static func < (left: DateSortKey, right: DateSortKey) -> Bool {
        if left.start != right.start { return left.start < right.start }
        if left.end != right.end { return left.end > right.end }
        return left.time < right.time
    }
}

extension DateExpression {
    /// The key to sort by; it is quick to compare and worth keeping beside the date.
    public var sortKey: DateSortKey {
        let dateTime: CalendarDateTime? = if case .dateTime(let dateTime) = value { dateTime } else { nil }
        return DateSortKey(earliest: displayEarliest, latest: displayLatest, dateTime: dateTime)
    }
}
