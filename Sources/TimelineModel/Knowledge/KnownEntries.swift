import CommonMark
import EDTF
import UTF8Text

/// The entries of a timeline as they could have stood on a day: without what was certainly said later, with later
/// corrections undone, and with the statuses of that day.
struct KnownEntries {
    private let basis: Basis
    private let day: CalendarDay

    /// What the days between two corrections share.
    final class Basis: Sendable {
        let timeline: Timeline
        /// When everything became known, by the entries before later corrections.
        let knowledge: Knowledge

        init(_ timeline: Timeline, _ knowledge: Knowledge) {
            self.timeline = timeline
            self.knowledge = knowledge
        }
    }

    init(_ basis: Basis, on day: CalendarDay) {
        self.basis = basis
        self.day = day
    }

    private var timeline: Timeline { basis.timeline }
    var knowledge: Knowledge { basis.knowledge }

    // MARK: What is later

    func isLater(_ span: KnownSpan?) -> Bool { span?.isCertainlyLater(than: day) ?? false }

    func isLater(_ date: Located<DateExpression>?) -> Bool {
        isLater(date.map { KnownSpan($0.value) })
    }

    private func isLater(_ source: SourceReference) -> Bool { isLater(knowledge.span(of: source)) }

    private func isLater(slug: String) -> Bool {
        knowledge.slots[slug].map { isLater(knowledge.span(ofEntry: $0)) } ?? false
    }

    /// Whether a text cites a source that was published later, or links an entry or a claim that became known later.
    ///
    /// - Parameter path: The path of the file that contains the text.
    func namesLater(_ text: RichText?, in path: String) -> Bool {
        text.map { knowledge.spans(namedIn: $0, of: path).contains { isLater($0) } } ?? false
    }

    /// Whether anything was said later that the texts of an entry rest on.
    private func restsOnLater(_ number: Int) -> Bool {
        let entry = knowledge.entries[number]
        if knowledge.hasLaterClaims(entry: number, than: day) { return true }
        if isLater(knowledge.spanOfOutcome(ofEntry: number)) { return true }
        if entry.corrections.contains(where: { isLater($0.date) }) { return true }
        var isFound = false
        entry.forEachSource { isFound = isFound || isLater($0) }
        entry.forEachText { isFound = isFound || namesLater($0, in: entry.path) }
        return isFound
    }

    // MARK: Entries

    /// Returns an entry as it could have stood on the day, or `nil` if it was not known.
    func entry(_ number: Int) -> Entry? {
        let entry = knowledge.entries[number]
        let span = knowledge.span(ofEntry: number)
        if isLater(span) { return nil }
        let isWhole = !restsOnLater(number)
        var fields = entry.fields
        var marks = KnownMarks()
        marks.isOnlyPossiblyKnown = !span.isCertainlyKnown(by: day)
        marks.leavesOutText = !isWhole
        setStatus(of: number, &fields)
        cutParts(of: number, &fields, keepsTexts: isWhole)
        if !isWhole { cutTexts(of: number, &fields, &marks) }
        fields.knownMarks = marks
        // The clock of the publisher has decided that the entry is on the site.
        if entry.dayOfPublication(after: timeline.asOf) == nil { fields.publish = nil }
        return Entry(fields)
    }

    private func setStatus(of number: Int, _ fields: inout EntryFields) {
        guard let status = knowledge.status(ofEntry: number, on: day) else { return }
        if fields.kind == .statement {
            fields.contentStatus?.value = status
        } else {
            fields.status?.value = status
        }
    }

    private func cutParts(of number: Int, _ fields: inout EntryFields, keepsTexts: Bool) {
        let path = fields.path
        func note(_ text: RichText?) -> RichText? { keepsTexts ? text : nil }
        fields.claims = fields.claims.enumerated().compactMap { index, claim in
            self.claim(claim, knowledge.span(of: ClaimKey(entry: number, claim: index)), in: path)
        }
        fields.sources.removeAll { isLater($0) }
        fields.places = fields.places.compactMap { place in
            if isLater(knowledge.span(ofFirst: place.sources)) { return nil }
            var place = place
            place.sources.removeAll { isLater($0) }
            place.note = note(place.note)
            return place
        }
        fields.route = fields.route.compactMap { leg in
            if isLater(knowledge.span(ofFirst: leg.sources)) { return nil }
            var leg = leg
            leg.sources.removeAll { isLater($0) }
            leg.note = note(leg.note)
            return leg
        }
        fields.quantities = fields.quantities.compactMap { quantity in
            if isLater(knowledge.span(ofFirst: quantity.sources)) { return nil }
            var quantity = quantity
            quantity.sources.removeAll { isLater($0) }
            quantity.note = note(quantity.note)
            return quantity
        }
        if isLater(knowledge.spanOfOutcome(ofEntry: number)) { fields.outcome = nil }
        if let slug = fields.outcome?.entry?.value, isLater(slug: slug) { fields.outcome?.entry = nil }
        fields.seeAlso.removeAll { isLater(slug: $0.value) }
        fields.editorNotes.removeAll { note in
            isLater(note.date) || note.sources.contains { isLater($0) } || namesLater(note.text, in: path)
                || note.date == nil && !keepsTexts
        }
        fields.corrections.removeAll { isLater($0.date) || namesLater($0.text, in: path) }
        fields.history.removeAll { isLater(knowledge.span(of: $0, ofEntry: number)) }
    }

    /// Returns a claim as it could have stood on the day, or `nil` if it had not been made.
    private func claim(_ claim: Claim, _ span: KnownSpan, in path: String) -> Claim? {
        if isLater(span) { return nil }
        var fields = claim.fields
        fields.sources.removeAll { isLater($0) }
        if namesLater(fields.says, in: path) { fields.says = nil }
        fields.isOnlyPossiblyKnown = !span.isCertainlyKnown(by: day)
        return Claim(fields)
    }

    /// Leaves out the texts of an entry, or gives it those of their time.
    private func cutTexts(of number: Int, _ fields: inout EntryFields, _ marks: inout KnownMarks) {
        let entry = knowledge.entries[number]
        let wasGiven = Set(entry.corrections.filter { isLater($0.date) }.flatMap { $0.was?.keys ?? [] })
        fields.body = .empty
        fields.media = []
        fields.extra = []
        if !wasGiven.contains("summary") { fields.summary = nil }
        marks.hasTitleOfToday =
            knowledge.hasLaterClaims(entry: number, than: day) && !wasGiven.contains("title")
        // After the last step the title and the summary are today's.
        if fields.history.count < entry.history.count {
            if let title = fields.history.last(where: { $0.title != nil })?.title {
                fields.title.value = title
                marks.hasTitleOfToday = false
            }
            if let summary = fields.history.last(where: { $0.summary != nil })?.summary {
                fields.summary = summary
            }
        }
        if fields.summary == nil { fields.summary = standIn(for: fields) }
    }

    /// What the claims of an entry say, in place of a summary; `nil` if they say nothing.
    private func standIn(for fields: EntryFields) -> String? {
        let words = fields.claims.compactMap { claim -> String? in
            guard let says = claim.says?.firstParagraph, !says.isEmpty else { return nil }
            let speakers = claim.by.map { speaker in
                speaker.id == Claim.unnamed ? claim.byText ?? "" : name(of: speaker)
            }.filter { !$0.isEmpty }
            return speakers.isEmpty ? says : speakers.joined(separator: ", ") + ": " + says
        }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    private func name(of actor: Reference) -> String {
        timeline.actors[actor.id].flatMap { $0.isRegistered ? $0.name : nil } ?? actor.text
    }
}

extension Timeline {
    /// When everything became known by what the entries held before the corrections that were certainly made after a day.
    func knowledge(before day: CalendarDay) -> Knowledge {
        let restored = entries.map { $0.restored(to: day) }
        if zip(restored, entries).allSatisfy({ $0 === $1 }) { return knowledge }
        let entries = EntryOrder.sorted(restored)
        let slots = entries.slots
        return Knowledge(
            entries, slots: slots, answers: ClaimAnswers(entries, slots: slots), sources: sources,
            links: LinkTargets(
                entries: entries, pages: pages, media: media, leftOut: leftOut.map(\.path)))
    }
}

extension Entry {
    /// Returns the entry before the corrections that were certainly made after a day; the entry itself if there are none.
    fileprivate func restored(to day: CalendarDay) -> Entry {
        let undone = fields.corrections.filter { correction in
            guard correction.was != nil, let date = correction.date else { return false }
            return KnownSpan(date.value).isCertainlyLater(than: day)
        }
        if undone.isEmpty { return self }
        var fields = fields
        // The latest one is undone first; of several on one day, the one that the file lists last.
        let ordered = undone.enumerated().sorted { left, right in
            let (first, second) = (left.element.span?.earliest, right.element.span?.earliest)
            if let first, let second, first != second { return first > second }
            return left.offset > right.offset
        }
        for (_, correction) in ordered { correction.was?.restore(into: &fields) }
        return Entry(fields)
    }
}

extension Correction {
    fileprivate var span: KnownSpan? { date.map { KnownSpan($0.value) } }
}
