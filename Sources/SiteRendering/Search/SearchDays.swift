import EDTF
import TimelineModel

/// The first and last days of several runs of entries, for the filters by date and by the day that a reader picks. Each first day is encoded as the difference
/// from that of the entry before, each last day as the number of days after the first.
struct SearchDays: Sendable {
    /// The greatest number of runs in one file.
    static let mostRuns = 160
    /// The day that stands for an open or unknown bound, with either sign; other days are clamped to it. JavaScript
    /// represents integers of this size exactly.
    static let limit = 1_000_000_000_000_000

    /// The encoded date ranges.
    private(set) var bytes: [UInt8] = []
    /// The least and greatest first day, and the least and greatest last day.
    private(set) var range: [Int] = []

    /// - Parameter entries: the first and the last day of each entry, as ``days(of:)`` returns them.
    init(of entries: some Sequence<(first: Int, last: Int)>) {
        var before = 0
        var firsts = (min: Self.limit, max: -Self.limit)
        var lasts = (min: Self.limit, max: -Self.limit)
        for (first, last) in entries {
            bytes.append(signedDigits: first - before)
            bytes.append(digits: last - first)
            before = first
            firsts = (min(firsts.min, first), max(firsts.max, first))
            lasts = (min(lasts.min, last), max(lasts.max, last))
        }
        range = [firsts.min, firsts.max, lasts.min, lasts.max]
    }

    /// Returns days, which ascend, as digits: the first one, and the distance of each other from the one before.
    static func digits(of days: [CalendarDay]) -> [UInt8] {
        var bytes: [UInt8] = []
        for (number, day) in days.enumerated() {
            if number == 0 {
                bytes.append(signedDigits: day.ordinal)
            } else {
                bytes.append(digits: day.ordinal - days[number - 1].ordinal)
            }
        }
        return bytes
    }

    /// Returns the first and the last day of a date, in days since 1 January 1970. An open or unknown bound is
    /// ``limit``, with its sign.
    static func days(of date: DateExpression) -> (first: Int, last: Int) {
        days(from: date.displayEarliest.day, to: date.displayLatest.day)
    }

    /// Returns the numbers of a first and a last day; nil is an open or unknown bound.
    static func days(from first: CalendarDay?, to last: CalendarDay?) -> (first: Int, last: Int) {
        func clamped(_ day: CalendarDay?, _ open: Int) -> Int {
            day.map { min(max($0.ordinal, -limit), limit) } ?? open
        }
        let first = clamped(first, -limit)
        return (first, max(first, clamped(last, limit)))
    }
}
