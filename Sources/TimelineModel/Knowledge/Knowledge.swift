import EDTF

/// When everything in a timeline became known, by the dates of claims and sources.
///
/// No clock of the machine is read. A claim counts from the day on which it was made, or else from the publication of
/// its first source; what it answers was said before it, and what it asserts had happened. A source counts from its publication; a place, a leg and a
/// quantity from the first of their sources; an outcome from the day on which the entry that tells it was known. An
/// entry counts from `known`, or else from the first of its claims and sources, where a report is never older than
/// what it reports as happened; if nothing in it is dated, from its own date, before which nobody can have known it.
public struct Knowledge: Sendable {
    /// The entries, in timeline order.
    let entries: [Entry]
    let answers: ClaimAnswers
    let slots: Registry<Int>
    let links: LinkTargets
    let sources: Registry<Source>
    private(set) var entrySpans: [KnownSpan] = []
    private var claimSpans: [[KnownSpan]] = []
    /// When the last of all answers to a claim, and of the answers to these, became known; nothing for a claim without
    /// answers.
    private(set) var lastAnswers: [ClaimKey: KnownSpan] = [:]

    init(
        _ entries: [Entry], slots: Registry<Int>, answers: ClaimAnswers, sources: Registry<Source>,
        links: LinkTargets
    ) {
        self.entries = entries
        self.slots = slots
        self.answers = answers
        self.sources = sources
        self.links = links
        let dated = entries.map { entry in
            entry.claims.map { claim in
                date(of: claim).map { $0.after(entry.startOfKnowing, claim.stance.value) }
            }
        }
        let known = entries.map { $0.known.map { KnownSpan($0.value) } }
        claimSpans = answering(
            entries.indices.map { number in
                dated[number].map { ($0 ?? .unbounded).notBefore(known[number]?.earliest) }
            })
        entrySpans = entries.indices.map { number in
            known[number] ?? firstSpan(ofEntry: number, dated[number].map { $0 != nil })
        }
        // What an entry says was not known before the entry.
        claimSpans = answering(
            entries.indices.map { number in
                claimSpans[number].map { $0.notBefore(entrySpans[number].earliest) }
            })
        // The last ones come first, so that each claim is reached once.
        let ordered = answers.targets.keys.sorted { left, right in
            let spans = (span(of: left), span(of: right))
            return spans.0 != spans.1 ? spans.0 > spans.1 : left < right
        }
        for answer in ordered {
            var key = answer
            while let target = answers.targets[key], lastAnswers[target] == nil {
                lastAnswers[target] = span(of: answer)
                key = target
            }
        }
    }

    // MARK: Spans

    /// Returns when an entry became known.
    ///
    /// - Parameter number: The index of the entry.
    public func span(ofEntry number: Int) -> KnownSpan { entrySpans[number] }

    /// Returns when a claim became known. One without a date and without dated sources may have been made at any time.
    public func span(of key: ClaimKey) -> KnownSpan { claimSpans[key.entry][key.claim] }

    /// Returns when a source was published; `nil` if that is not known.
    public func span(of source: SourceReference) -> KnownSpan? {
        switch source.target {
        case .inline(let source): source.date.map { KnownSpan($0.value) }
        case .registered(let reference): span(ofSource: reference.id)
        }
    }

    /// Returns when the source with an id was published; `nil` if that is not known.
    func span(ofSource id: String) -> KnownSpan? { sources[id]?.date.map { KnownSpan($0.value) } }

    /// Returns when the first of several sources was published; `nil` if none has a date. It is the span of a place, a
    /// leg of a route or a quantity.
    public func span(ofFirst sources: [SourceReference]) -> KnownSpan? {
        let spans = sources.compactMap { span(of: $0) }
        return spans.first.map { spans.reduce($0) { $0.first(with: $1) } }
    }

    /// Returns when the outcome of an entry became known: when the entry that tells it was known, or else when the
    /// expected time came; `nil` if there is none so far.
    ///
    /// - Parameter number: The index of the entry.
    public func spanOfOutcome(ofEntry number: Int) -> KnownSpan? {
        guard let outcome = entries[number].outcome else { return nil }
        if let slug = outcome.entry?.value, let slot = slots[slug] { return entrySpans[slot] }
        return outcome.result == .open ? nil : KnownSpan(entries[number].date.expression)
    }

    /// Returns when a step of an entry's `history` became known: on its date, and not before the claim that it names.
    public func span(of step: HistoryStep, ofEntry number: Int) -> KnownSpan {
        let span = step.date.map { KnownSpan($0.value) } ?? .unbounded
        guard let because = step.because?.value,
            let key = answers.claim(because, from: number, entries, slots)
        else { return span }
        return span.notBefore(self.span(of: key).earliest)
    }

    // MARK: Computing them

    /// Returns when a claim was made by its own date or its sources; `nil` if none of them has a date.
    func date(of claim: Claim) -> KnownSpan? {
        claim.date.map { KnownSpan($0.value) } ?? span(ofFirst: claim.sources)
    }

    /// Returns spans of claims in which no answer is older than what it answers.
    private func answering(_ spans: [[KnownSpan]]) -> [[KnownSpan]] {
        var spans = spans
        var done: Set<ClaimKey> = []
        for start in answers.targets.keys.sorted() {
            // Chains of answers may be long, and may be circles.
            var chain: [ClaimKey] = []
            var key = start
            while done.insert(key).inserted {
                chain.append(key)
                guard let target = answers.targets[key] else { break }
                key = target
            }
            for key in chain.reversed() {
                guard let target = answers.targets[key] else { continue }
                spans[key.entry][key.claim] = spans[key.entry][key.claim].notBefore(
                    spans[target.entry][target.claim].earliest)
            }
        }
        return spans
    }

    /// Returns when the first dated part of an entry became known.
    private func firstSpan(ofEntry number: Int, _ isDated: [Bool]) -> KnownSpan {
        let entry = entries[number]
        let event = KnownSpan(
            earliest: entry.startOfKnowing,
            latest: entry.date.expression.displayLatestStart.day ?? entry.date.expression.displayLatest.day)
        var found = zip(claimSpans[number], isDated).filter(\.1).map(\.0)
        func note(_ references: [SourceReference]) {
            for reference in references {
                guard let span = span(of: reference) else { continue }
                // A report from before the event tells its background.
                if let first = event.earliest, let last = span.latest, last < first { continue }
                found.append(span.notBefore(event.earliest))
            }
        }
        note(entry.factSources)
        guard let one = found.first else { return event.earliest == nil ? .unbounded : event }
        return found.reduce(one) { $0.first(with: $1) }
    }
}

extension KnownSpan {
    /// Returns the span of a claim about what happened on a day or later: nobody asserts it before, unless all days of
    /// the claim are earlier.
    fileprivate func after(_ start: CalendarDay?, _ stance: Stance) -> KnownSpan {
        guard stance.isAsserting, let start, latest.map({ $0 >= start }) ?? true else { return self }
        return notBefore(start)
    }
}

extension Entry {
    /// The day before which nobody can have known of the entry, because it had not happened; `nil` for what is expected
    /// or supposed, and where the date has no beginning.
    var startOfKnowing: CalendarDay? {
        if let status = assessedStatus?.value, [.expected, .speculated].contains(status) { return nil }
        return fields.date.expression.displayEarliest.day
    }
}

extension Timeline {
    /// When everything in the timeline became known.
    public var knowledge: Knowledge {
        Knowledge(entries, slots: slots, answers: claimAnswers, sources: sources, links: links)
    }
}
