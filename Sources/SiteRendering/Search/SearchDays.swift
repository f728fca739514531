import EDTF
import TimelineModel

/// The days of a run of entries for the date window: of each the first day, as the step from the first day before
/// it, and how many days on the last one is.
struct SearchDays: Sendable {
    /// Entries in one file.
    static let size = 4096
    /// What stands for days without end in either direction, and the bound of all others; a number that
    /// JavaScript still counts by ones.
    static let limit = 1_000_000_000_000_000

    private(set) var bytes: [UInt8] = []
    /// The least and greatest first day, and the least and greatest last day.
    private(set) var range: [Int] = []

    init(of entries: Range<Int>, in site: Site) {
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

    /// The first and the last day of a date in days from 1 January 1970. What is open or not known reaches on.
    static func days(of date: DateExpression) -> (first: Int, last: Int) {
        func clamped(_ bound: DateBound, _ open: Int) -> Int {
            guard let day = bound.day else { return open }
            return min(max(day.ordinal, -limit), limit)
        }
        let first = clamped(date.displayEarliest, -limit)
        return (first, max(first, clamped(date.displayLatest, limit)))
    }
}
