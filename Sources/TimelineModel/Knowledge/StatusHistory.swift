import EDTF

/// A change of an entry's status as its claims became known.
public struct StatusStep: Sendable, Equatable {
    /// When the status came to be: its first bound is the day of the step.
    public var span: KnownSpan
    /// The status from then on.
    public var status: Status
    /// The claims that led to it; empty if the author's `history` names none.
    public var claims: [ClaimKey]
}

extension Knowledge {
    /// Returns the status of an entry on a day: that of an event, or of the content of a statement.
    ///
    /// The steps of `history` come first, from the first of them on. Otherwise the author's status stands if all claims
    /// were known that it rests on; if some were made later, the rules about claims decide, and what nobody had said
    /// anything about is unrated.
    ///
    /// - Parameters:
    ///   - number: The index of the entry.
    ///   - day: The day.
    /// - Returns: `nil` if the entry has no such status.
    public func status(ofEntry number: Int, on day: CalendarDay) -> Status? {
        let entry = entries[number]
        guard entry.hasStatusOfClaims, let status = entry.assessedStatus?.value else { return nil }
        if let step = entry.history.last(where: { !span(of: $0, ofEntry: number).isCertainlyLater(than: day) }
        ) {
            return step.status?.value ?? status
        }
        if !hasLaterClaims(entry: number, than: day) { return status }
        var rules = StatusRules(entries, answers) { !span(of: $0).isCertainlyLater(than: day) }
        return rules.verdict(ofEntry: number)?.status ?? .unrated
    }

    /// Returns the changes of an entry's status, the first one being the status with which it became known.
    ///
    /// - Parameter number: The index of the entry.
    public func statusSteps(ofEntry number: Int) -> [StatusStep] {
        guard entries[number].hasStatusOfClaims else { return [] }
        var steps: [StatusStep] = []
        for span in spansOfStatus(ofEntry: number).sorted() {
            let day = span.earliest ?? CalendarDay(ordinal: .min)
            guard let status = status(ofEntry: number, on: day), steps.last?.status != status else {
                continue
            }
            steps.append(
                StatusStep(span: span, status: status, claims: reasons(for: status, number, on: day)))
        }
        return steps
    }

    /// Whether a claim of an entry, or an answer to one, was certainly made after a day.
    func hasLaterClaims(entry number: Int, than day: CalendarDay) -> Bool {
        ownClaims(of: number).contains { key in
            span(of: key).isCertainlyLater(than: day)
                || lastAnswers[key]?.isCertainlyLater(than: day) ?? false
        }
    }

    /// Returns when everything was said that decides the status of an entry.
    func spansOfStatus(ofEntry number: Int) -> Set<KnownSpan> {
        var spans: Set<KnownSpan> = [entrySpans[number]]
        for key in ownClaims(of: number) {
            // The rules read answers and the answers to these; the author's status stands after the last of all.
            spans.insert(span(of: key))
            for answer in answers.answers[key] ?? [] {
                spans.insert(span(of: answer))
                for second in answers.answers[answer] ?? [] { spans.insert(span(of: second)) }
            }
            if let last = lastAnswers[key] { spans.insert(last) }
        }
        for step in entries[number].history { spans.insert(span(of: step, ofEntry: number)) }
        return spans
    }

    func ownClaims(of number: Int) -> some Sequence<ClaimKey> {
        entries[number].claims.indices.lazy.map { ClaimKey(entry: number, claim: $0) }
    }

    /// The claims that led to a status.
    private func reasons(for status: Status, _ number: Int, on day: CalendarDay) -> [ClaimKey] {
        let history = entries[number].history
        if let step = history.last(where: { !span(of: $0, ofEntry: number).isCertainlyLater(than: day) }) {
            return step.because.flatMap { answers.claim($0.value, from: number, entries, slots) }.map { [$0] }
                ?? []
        }
        var rules = StatusRules(entries, answers) { !span(of: $0).isCertainlyLater(than: day) }
        guard let verdict = rules.verdict(ofEntry: number), verdict.status == status else { return [] }
        return verdict.claims
    }
}

extension Entry {
    /// Whether its claims decide its status: not that of a statement of whose content none is given, since the status is
    /// then that of the words themselves.
    var hasStatusOfClaims: Bool { fields.kind == .event || fields.contentStatus != nil }
}
