import EDTF

/// How long after an event something was said about it, as far as the dates of both tell.
public struct ReportDistance: Sendable, Equatable {
    /// The least number of days from the event to the report, negative if the report may be the earlier one; `nil` if
    /// there is no such number.
    public let least: Int?
    /// The greatest number of days; `nil` if there is none.
    public let most: Int?
    /// Whether one of the dates is qualified as approximate or uncertain, so that no number is exact.
    public let isQualified: Bool
    /// Whether the event lasted, so that the distance is that from its beginning.
    public let isFromBeginning: Bool

    /// - Parameters:
    ///   - event: The date of the event, from whose beginning the distance is measured.
    ///   - span: When the report was made.
    ///   - isQualified: Whether the date of the report is qualified.
    ///   - isAfter: Whether the report tells of what has happened, so that it cannot be older than the event.
    init(from event: DateExpression, to span: KnownSpan, isQualified: Bool = false, isAfter: Bool) {
        let first = event.displayEarliest.day
        let last = event.displayLatestStart.day ?? event.displayLatest.day
        let least = Self.days(from: last, to: span.earliest)
        most = Self.days(from: first, to: span.latest)
        self.least = isAfter && most ?? 0 >= 0 ? least.map { max(0, $0) } : least
        self.isQualified = isQualified || event.isApproximate || event.isUncertain
        isFromBeginning = event.kind == .interval && event.displayLatest != event.displayLatestStart
    }

    private static func days(from first: CalendarDay?, to last: CalendarDay?) -> Int? {
        guard let first, let last else { return nil }
        return last.ordinal - first.ordinal
    }
}

extension Knowledge {
    /// Returns how long after its event a report was made.
    public func distance(of report: Report) -> ReportDistance {
        distance(
            to: report.span, ofEntry: report.entry,
            isQualified: report.date.map { $0.isApproximate || $0.isUncertain } ?? false)
    }

    /// Returns how long after its event an entry became known.
    ///
    /// - Parameter number: The index of the entry.
    public func distance(ofEntry number: Int) -> ReportDistance {
        distance(to: span(ofEntry: number), ofEntry: number, isQualified: false)
    }

    private func distance(to span: KnownSpan, ofEntry number: Int, isQualified: Bool) -> ReportDistance {
        let entry = entries[number]
        let isAfter = entry.startOfKnowing.flatMap { start in span.earliest.map { $0 >= start } }
        return ReportDistance(
            from: entry.date.expression, to: span, isQualified: isQualified, isAfter: isAfter ?? false)
    }
}
