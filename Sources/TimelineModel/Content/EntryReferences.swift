import CommonMark
import EDTF

/// The references of an entry, visited in reading order.
///
/// Code that runs over all entries uses these methods because they copy nothing: each part is reached by its index and
/// passed to a closure, since making a copy takes longer than most work on a part. For the same reason such code makes
/// a single pass over an entry.
extension Entry {
    /// Calls a closure with each reference to an actor: participants, then speakers and relays of claims, then those
    /// who state a place, a leg or a quantity. Unnamed speakers are skipped.
    public func forEachActor(_ body: (Reference) -> Void) {
        for actor in fields.actors { body(actor) }
        for number in fields.claims.indices {
            for actor in fields.claims[number].by where actor.id != Claim.unnamed { body(actor) }
            if let via = fields.claims[number].via { body(via) }
        }
        for number in fields.places.indices { for actor in fields.places[number].by { body(actor) } }
        for number in fields.route.indices { for actor in fields.route[number].claimedBy { body(actor) } }
        for number in fields.quantities.indices {
            for actor in fields.quantities[number].claimedBy { body(actor) }
        }
    }

    /// Calls a closure with each reference to a place, including both ends of each leg of the route.
    public func forEachPlace(_ body: (Reference) -> Void) {
        for number in fields.places.indices { body(fields.places[number].place) }
        for number in fields.route.indices {
            body(fields.route[number].from)
            body(fields.route[number].to)
        }
    }

    /// Calls a closure with each reference to a source, those of claims first. Citations in texts are not among them.
    public func forEachSource(_ body: (SourceReference) -> Void) { fields.forEachSource(body) }

    /// Calls a closure with each Markdown text, the body first.
    public func forEachText(_ body: (RichText) -> Void) { fields.forEachText(body) }

    /// Calls a closure with the source id of each citation in the entry's texts.
    public func forEachCitedID(_ body: (String) -> Void) {
        if !citesSources { return }
        forEachText { text in
            for placeholder in text.placeholders {
                if case .citation(let id) = placeholder.content { body(id) }
            }
        }
    }

    /// All references to actors, as ``forEachActor(_:)`` visits them.
    public var allActors: [Reference] { collected(forEachActor) }
    /// All references to places, as ``forEachPlace(_:)`` visits them.
    public var allPlaces: [Reference] { collected(forEachPlace) }
    /// All references to sources, as ``forEachSource(_:)`` visits them.
    public var allSources: [SourceReference] { collected(forEachSource) }

    /// All Markdown texts of the entry, the body first.
    public var richTexts: [RichText] { collected(forEachText) }

    /// All citations in the entry's texts, those in the body first.
    public var citations: [Citation] {
        if !citesSources { return [] }
        var all: [Citation] = []
        forEachText { all += $0.citations }
        return all
    }

    private func collected<Item>(_ forEach: ((Item) -> Void) -> Void) -> [Item] {
        var all: [Item] = []
        forEach { all.append($0) }
        return all
    }
}

extension EntryFields {
    @inline(__always)
    fileprivate func forEachSource(_ body: (SourceReference) -> Void) {
        for number in claims.indices { for source in claims[number].sources { body(source) } }
        for number in places.indices { for source in places[number].sources { body(source) } }
        for number in route.indices { for source in route[number].sources { body(source) } }
        for number in quantities.indices { for source in quantities[number].sources { body(source) } }
        for source in sources { body(source) }
        for number in editorNotes.indices { for source in editorNotes[number].sources { body(source) } }
    }

    @inline(__always)
    fileprivate func forEachText(_ body: (RichText) -> Void) {
        body(self.body)
        for number in claims.indices { if let text = claims[number].says { body(text) } }
        for number in media.indices { if let text = media[number].caption { body(text) } }
        for number in editorNotes.indices { if let text = editorNotes[number].text { body(text) } }
        for number in corrections.indices { if let text = corrections[number].text { body(text) } }
        for number in places.indices { if let text = places[number].note { body(text) } }
        for number in route.indices { if let text = route[number].note { body(text) } }
        for number in quantities.indices { if let text = quantities[number].note { body(text) } }
    }

    /// The latest finite day among the dates of claims, sources and corrections.
    var latestDay: CalendarDay? {
        var latest: CalendarDay?
        for number in claims.indices { latest.raise(to: claims[number].date?.value) }
        for number in corrections.indices { latest.raise(to: corrections[number].date?.value) }
        forEachSource { reference in
            if case .inline(let source) = reference.target { latest.raise(to: source.date?.value) }
        }
        return latest
    }

    /// Whether any Markdown text cites a source, and whether the entry refers to other entries or files: by a slug, by
    /// the claim that one of its claims answers, or by a link, a picture or what may be meant as a link in a text.
    var referenceKinds: (citesSources: Bool, refersToOthers: Bool) {
        var isCiting = false
        var isReferring = !seeAlso.isEmpty || outcome?.entry != nil
        for number in claims.indices where claims[number].of != nil { isReferring = true }
        if history.contains(where: { $0.because != nil }) { isReferring = true }
        forEachText { text in
            for placeholder in text.placeholders {
                if case .citation = placeholder.content { isCiting = true } else { isReferring = true }
            }
            if !text.shownSource.isEmpty { isReferring = true }
        }
        return (isCiting, isReferring)
    }
}

extension CalendarDay? {
    /// Replaces this day with the last day of a date if that is later; a date without a finite last day counts by its
    /// first.
    mutating func raise(to date: DateExpression?) {
        raise(to: date.flatMap { $0.latest.day ?? $0.earliest.day })
    }

    mutating func raise(to day: CalendarDay?) {
        guard let day else { return }
        if self.map({ day > $0 }) ?? true { self = day }
    }
}
