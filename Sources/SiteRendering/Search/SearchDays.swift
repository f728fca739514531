import EDTF
import TimelineModel

/// The first and last days of several runs of entries, for the date filter. Each first day is encoded as the difference
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

    init(of entries: some Sequence<Int>, in site: Site) {
        var before = 0
        var firsts = (min: Self.limit, max: -Self.limit)
        var lasts = (min: Self.limit, max: -Self.limit)
        for number in entries {
            let (first, last) = Self.days(of: site[number].date.expression)
            bytes.append(signedDigits: first - before)
            bytes.append(digits: last - first)
            before = first
            firsts = (min(firsts.min, first), max(firsts.max, first))
            lasts = (min(lasts.min, last), max(lasts.max, last))
        }
        range = [firsts.min, firsts.max, lasts.min, lasts.max]
    }

    /// Returns the first and the last day of a date, in days since 1 January 1970. An open or unknown bound is
    /// ``limit``, with its sign.
    static func days(of date: DateExpression) -> (first: Int, last: Int) {
        func clamped(_ bound: DateBound, _ open: Int) -> Int {
            guard let day = bound.day else { return open }
            return min(max(day.ordinal, -limit), limit)
        }
        let first = clamped(date.displayEarliest, -limit)
        return (first, max(first, clamped(date.displayLatest, limit)))
    }
}
