import EDTF

/// The days between which something became known: both bounds of a vague date are kept.
///
/// Spans are ordered by their first day, those without one first, and then by their last day.
public struct KnownSpan: Hashable, Comparable, Sendable {
    /// The first day on which it can have become known; `nil` if no day bounds it.
    public private(set) var earliest: CalendarDay?
    /// The day by which it was certainly known; `nil` if there is none.
    public private(set) var latest: CalendarDay?

    /// What may have been known at any time.
    static let unbounded = KnownSpan(earliest: nil, latest: nil)

    init(earliest: CalendarDay?, latest: CalendarDay?) {
        self.earliest = earliest
        self.latest = latest
    }

    /// Creates the span of something that was said or published on a date. What began on a day and went on was known
    /// from its beginning, if the date gives no end.
    public init(_ date: DateExpression) {
        earliest = date.displayEarliest.day
        latest = date.displayLatest.day ?? date.displayLatestStart.day
    }

    /// Whether both bounds are the same day.
    public var isOneDay: Bool { earliest != nil && earliest == latest }

    public static func < (left: KnownSpan, right: KnownSpan) -> Bool {
        if left.earliest != right.earliest {
            return left.earliest.map { first in right.earliest.map { first < $0 } ?? false } ?? true
        }
        return left.latest.map { last in right.latest.map { last < $0 } ?? true } ?? false
    }

    /// Whether it became known only after a day.
    public func isCertainlyLater(than day: CalendarDay) -> Bool { earliest.map { $0 > day } ?? false }

    /// Whether it was known by a day. What is neither that nor certainly later was possibly known.
    public func isCertainlyKnown(by day: CalendarDay) -> Bool {
        !isCertainlyLater(than: day) && latest.map { $0 <= day } ?? false
    }

    /// The span of the first of two things.
    func first(with other: KnownSpan) -> KnownSpan {
        let starts = [earliest, other.earliest].compactMap(\.self)
        let ends = [latest, other.latest].compactMap(\.self)
        return KnownSpan(earliest: starts.count == 2 ? starts.min() : nil, latest: ends.min())
    }

    /// The same span, but for days before another day.
    func notBefore(_ day: CalendarDay?) -> KnownSpan {
        KnownSpan(earliest: [earliest, day].compactMap(\.self).max(), latest: latest)
    }
}
