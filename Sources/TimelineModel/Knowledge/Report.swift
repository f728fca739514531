import EDTF

/// What was first said about an entry at one time: its claims of that time, and the change of its status then.
public struct Report: Sendable, Equatable {
    /// When it was said; the report stands at the earliest of these days.
    public let span: KnownSpan
    /// The date that was written for that time, if it is vague or in doubt; `nil` for a day, and for bounds that several
    /// dates or the time of the event give.
    public let date: DateExpression?
    /// The index of the entry.
    public let entry: Int
    /// The claims of the entry that were made then, in its order.
    public internal(set) var claims: [ClaimKey] = []
    /// The source with which the entry became known, if no claim did.
    public internal(set) var source: SourceReference?
    /// The change of the entry's status; `nil` if it stayed the same.
    public internal(set) var change: Change?

    /// A change of an entry's status.
    public struct Change: Sendable, Equatable {
        /// The status before; `nil` if the entry became known with the new one.
        public let from: Status?
        /// The status from then on.
        public let status: Status
        /// The claims of other entries that led to it and were made then.
        public let because: [ClaimKey]
    }

    init(_ span: KnownSpan, _ date: DateExpression? = nil, entry: Int) {
        self.span = span
        let isWhole = date.map { KnownSpan($0) == span && (!span.isOneDay || $0.isQualified) } ?? false
        self.date = isWhole ? date : nil
        self.entry = entry
    }

    public static func == (left: Report, right: Report) -> Bool {
        left.isAtTime(of: right) && left.entry == right.entry && left.claims == right.claims
            && left.source?.id == right.source?.id && left.change == right.change
    }

    /// Whether two reports have the same time, in the same words.
    public func isAtTime(of other: Report) -> Bool { span == other.span && date == other.date }

    /// The order of reporting; by the order of the entries where the time is the same.
    static func isBefore(_ left: Report, _ right: Report) -> Bool {
        if left.span != right.span { return left.span < right.span }
        if left.date != right.date {
            return left.date?.canonical ?? "" < right.date?.canonical ?? ""
        }
        return left.entry < right.entry
    }
}

extension Knowledge {
    /// All that was said in the story, in the order in which it became known.
    ///
    /// Only what has a date is in it: a claim by its own date or that of its sources, an entry without such claims by
    /// `known` or its first source.
    public var reports: [Report] {
        entries.indices.flatMap { reports(ofEntry: $0) }.sorted(by: Report.isBefore)
    }

    /// Returns how an entry became known: its claims by their time, and the changes of its status.
    ///
    /// - Parameter number: The index of the entry.
    public func reports(ofEntry number: Int) -> [Report] {
        let entry = entries[number]
        var reports: [Report] = []
        for (index, claim) in entry.claims.enumerated() where date(of: claim) != nil {
            let key = ClaimKey(entry: number, claim: index)
            let report = Report(span(of: key), claim.date?.value, entry: number)
            if let same = reports.firstIndex(where: { $0.isAtTime(of: report) }) {
                reports[same].claims.append(key)
            } else {
                reports.append(report)
                reports[reports.count - 1].claims = [key]
            }
        }
        addBeginning(of: number, to: &reports)
        addChanges(of: number, to: &reports)
        return reports.sorted(by: Report.isBefore)
    }

    /// Adds the report with which an entry became known, if that is none of its claims.
    private func addBeginning(of number: Int, to reports: inout [Report]) {
        let (entry, span) = (entries[number], entrySpans[number])
        if reports.contains(where: { $0.span.earliest == span.earliest }) { return }
        let source = entry.factSources.first { reference in
            guard let published = self.span(of: reference) else { return false }
            let isOlder = published.latest.flatMap { last in span.earliest.map { last < $0 } } ?? false
            return !isOlder && published.notBefore(span.earliest).earliest == span.earliest
        }
        if source == nil, entry.known == nil { return }
        let published = source.flatMap { sources[$0.id]?.date?.value }
        var report = Report(span, entry.known?.value ?? published, entry: number)
        report.source = entry.known == nil ? source : nil
        reports.append(report)
    }

    /// Adds the changes of an entry's status to the reports of their time.
    private func addChanges(of number: Int, to reports: inout [Report]) {
        // Without reports and without answers of other entries, nothing changed at a known time.
        if reports.isEmpty, entries[number].claims.isEmpty, entries[number].history.isEmpty { return }
        var last: Status?
        for step in statusSteps(ofEntry: number) {
            let index =
                reports.firstIndex { $0.span == step.span }
                ?? reports.firstIndex { $0.span.earliest == step.span.earliest }
            // An entry of which nothing is dated has a first status, but no report of it.
            if index != nil || last != nil {
                let because = step.claims.filter { $0.entry != number && span(of: $0) == step.span }
                let at = index ?? reports.count
                if index == nil { reports.append(Report(step.span, entry: number)) }
                reports[at].change = Report.Change(from: last, status: step.status, because: because)
            }
            last = step.status
        }
    }

    /// Whether the content has at least two days on which something was said, so that it may tell how the story became
    /// known. It costs far less than ``reports``, which need not have several days even so.
    static func mayTellOfSeveralDays(_ entries: [Entry], _ sources: Registry<Source>) -> Bool {
        var first: CalendarDay?
        /// Whether a date adds a second day.
        func isSecond(_ date: DateExpression?) -> Bool {
            guard let day = date?.displayEarliest.day else { return false }
            defer { first = first ?? day }
            return first.map { $0 != day } ?? false
        }
        func isSecond(_ references: [SourceReference]) -> Bool {
            references.contains { isSecond(sources[$0.id]?.date?.value) }
        }
        return entries.contains { entry in
            isSecond(entry.known?.value) || entry.history.contains { isSecond($0.date?.value) }
                || entry.claims.contains { isSecond($0.date?.value) || isSecond($0.sources) }
                || isSecond(entry.factSources)
        }
    }
}

extension Entry {
    /// The sources of the entry and of its places, legs and quantities, by which it becomes known.
    var factSources: [SourceReference] {
        fields.sources + fields.places.flatMap(\.sources) + fields.route.flatMap(\.sources)
            + fields.quantities.flatMap(\.sources)
    }
}

extension DateExpression {
    /// Whether any component is approximate or uncertain.
    fileprivate var isQualified: Bool { isApproximate || isUncertain }
}

extension Timeline {
    /// When everything in the timeline became known; `nil` if it cannot tell of several days, which is found without
    /// computing it.
    public var knowledgeOfSeveralDays: Knowledge? {
        Knowledge.mayTellOfSeveralDays(entries, sources) ? knowledge : nil
    }
}
