import CommonMark
import EDTF
import UTF8Text

extension Content {
    /// Returns the content as it could have stood on a day: without what was certainly said later, with later
    /// corrections undone, and with the statuses of that day.
    ///
    /// Texts have no date. They are written with what is known today, so a text is left out if anything was said later
    /// that it rests on: the claims, sources and other parts of its entry, the answers to these claims, later
    /// corrections, and what it cites or links. The claims of that day then stand in for the summary.
    ///
    /// - Parameters:
    ///   - day: The day.
    ///   - whole: The timeline of this content, which decides what is published.
    public func known(on day: CalendarDay, in whole: Timeline) -> Content {
        KnownContent(self, whole, day).content
    }
}

/// The content of a site, cut to what was known on a day.
private struct KnownContent {
    private(set) var content: Content
    private let day: CalendarDay
    private let knowledge: Knowledge

    init(_ whole: Content, _ timeline: Timeline, _ day: CalendarDay) {
        content = whole
        self.day = day
        let restored = timeline.entries.map { $0.restored(to: day) }
        if zip(restored, timeline.entries).allSatisfy({ $0 === $1 }) {
            knowledge = timeline.knowledge
        } else {
            let entries = EntryOrder.sorted(restored)
            let slots = entries.slots
            knowledge = Knowledge(
                entries, slots: slots, answers: ClaimAnswers(entries, slots: slots),
                sources: timeline.sources,
                links: LinkTargets(
                    entries: entries, pages: timeline.pages, media: timeline.media,
                    leftOut: timeline.leftOut.map(\.path)))
        }
        let before = NamedParts(knowledge.entries, whole, knowledge.links)
        let shown = Set(timeline.entries.map(\.path))
        let waiting = whole.entries.filter { !shown.contains($0.path) }
        let entries = knowledge.entries.indices.compactMap { entry($0, asOf: timeline.asOf) }
        content.entries = entries + waiting
        content.settings.asOf = min(timeline.asOf ?? day, day)
        content.changes.days.removeAll { change in change.date.map { $0 > day } ?? true }
        content.settings.eras = content.settings.eras.filter { !isLater($0.date) }
        content.settings.knownOn = day
        cutTexts()
        drop(before, entries)
    }

    // MARK: What is later

    private func isLater(_ span: KnownSpan?) -> Bool { span?.isCertainlyLater(than: day) ?? false }

    private func isLater(_ date: Located<DateExpression>?) -> Bool {
        isLater(date.map { KnownSpan($0.value) })
    }

    private func isLater(_ source: SourceReference) -> Bool { isLater(knowledge.span(of: source)) }

    private func isLater(slug: String) -> Bool {
        knowledge.slots[slug].map { isLater(knowledge.span(ofEntry: $0)) } ?? false
    }

    /// Whether a text cites a source that was published later, or links an entry or a claim that became known later.
    ///
    /// - Parameter path: The path of the file that contains the text.
    private func namesLater(_ text: RichText?, in path: String) -> Bool {
        guard let text else { return false }
        return text.placeholders.contains { placeholder in
            switch placeholder.content {
            case .citation(let id): return isLater(knowledge.span(ofSource: id))
            case .image: return false
            case .link(let target, _):
                guard case .success(let target) = knowledge.links.resolve(target, from: path) else {
                    return false
                }
                switch target {
                case .entry(let slug, let fragment):
                    return isLater(slug: slug) || isLater(claim: fragment, in: knowledge.slots[slug])
                case .fragment(let fragment):
                    return isLater(claim: fragment, in: knowledge.links.number(of: path))
                case .page, .media: return false
                }
            }
        }
    }

    private func isLater(claim anchor: String?, in number: Int?) -> Bool {
        guard let anchor, let number else { return false }
        return knowledge.entries[number].claims.indices.contains(where: { index in
            knowledge.entries[number].claims[index].anchor == anchor
                && isLater(knowledge.span(of: ClaimKey(entry: number, claim: index)))
        })
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
    private func entry(_ number: Int, asOf today: CalendarDay?) -> Entry? {
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
        if entry.dayOfPublication(after: today) == nil { fields.publish = nil }
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
        content.actors.first { $0.id == actor.id }?.name ?? actor.text
    }

    // MARK: The rest of the site

    /// Leaves out the texts beside entries that name what was said later.
    private mutating func cutTexts() {
        for number in content.pages.indices
        where namesLater(content.pages[number].body, in: content.pages[number].path) {
            content.pages[number].body = .empty
            content.pages[number].summary = nil
            content.pages[number].leavesOutText = true
        }
        for number in content.actors.indices
        where namesLater(content.actors[number].description, in: ContentFile.actors.path) {
            content.actors[number].description = nil
        }
        for number in content.places.indices
        where namesLater(content.places[number].description, in: ContentFile.places.path) {
            content.places[number].description = nil
        }
        for number in content.settings.groups.indices
        where namesLater(content.settings.groups[number].description, in: ContentFile.settings.path) {
            content.settings.groups[number].description = nil
        }
        for number in content.settings.tags.indices
        where namesLater(content.settings.tags[number].description, in: ContentFile.settings.path) {
            content.settings.tags[number].description = nil
        }
    }

    /// Drops what only parts named that are gone, and sources that were published later.
    private mutating func drop(_ before: NamedParts, _ entries: [Entry]) {
        func isKept(_ id: String, _ named: KeyPath<NamedParts, Set<String>>, _ now: NamedParts) -> Bool {
            !before[keyPath: named].contains(id) || now[keyPath: named].contains(id)
        }
        var now = NamedParts(entries, content, knowledge.links)
        content.actors.removeAll { !isKept($0.id, \.actors, now) }
        content.places.removeAll { !isKept($0.id, \.places, now) }
        content.settings.groups.removeAll { !isKept($0.id, \.groups, now) }
        content.settings.tags.removeAll { !isKept($0.id, \.tags, now) }
        // Their descriptions cite sources and show pictures.
        now = NamedParts(entries, content, knowledge.links)
        content.media.removeAll { !isKept($0, \.media, now) }
        content.sources = content.sources.filter { source in
            !isLater(source.date) && isKept(source.id, \.sources, now)
        }
    }
}

/// The ids of everything that entries and texts of a site name.
private struct NamedParts {
    private(set) var actors: Set<String> = []
    private(set) var places: Set<String> = []
    private(set) var groups: Set<String> = []
    private(set) var tags: Set<String> = []
    private(set) var sources: Set<String> = []
    /// Paths below `Content/media`.
    private(set) var media: Set<String> = []

    init(_ entries: [Entry], _ content: Content, _ links: LinkTargets) {
        if let group = content.settings.defaultGroup { groups.insert(group.id) }
        for entry in entries {
            entry.forEachActor { actors.insert($0.id) }
            entry.forEachPlace { places.insert($0.id) }
            entry.forEachSource { sources.insert($0.id) }
            if let group = entry.group { groups.insert(group.id) }
            for tag in entry.tags { tags.insert(tag.id) }
            for item in entry.media { media.insert(item.file.value) }
            entry.forEachText { note($0, in: entry.path, links) }
        }
        for page in content.pages { note(page.body, in: page.path, links) }
        for actor in content.actors { note(actor.description, in: ContentFile.actors.path, links) }
        for place in content.places { note(place.description, in: ContentFile.places.path, links) }
        for group in content.settings.groups { note(group.description, in: ContentFile.settings.path, links) }
        for tag in content.settings.tags { note(tag.description, in: ContentFile.settings.path, links) }
    }

    private mutating func note(_ text: RichText?, in path: String, _ links: LinkTargets) {
        for placeholder in text?.placeholders ?? [] {
            switch placeholder.content {
            case .citation(let id): sources.insert(id)
            case .link(let target, _), .image(let target, _, _):
                if case .success(.media(let file)) = links.resolve(target, from: path) { media.insert(file) }
            }
        }
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
