/// What an entry refers to, wherever it stands in it, in the order of reading.
///
/// Whatever rests on all entries goes through these: nothing is collected, and parts are taken by their number,
/// since a copy of each would take longer than what is done with it. For the same reason it takes an entry once
/// and does everything with it.
extension Entry {
    /// Goes through the actors that it names anywhere.
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

    /// Goes through the places that it names anywhere.
    public func forEachPlace(_ body: (Reference) -> Void) {
        for number in fields.places.indices { body(fields.places[number].place) }
        for number in fields.route.indices {
            body(fields.route[number].from)
            body(fields.route[number].to)
        }
    }

    /// Goes through the sources that it names anywhere, its claims' first.
    public func forEachSource(_ body: (SourceReference) -> Void) {
        for number in fields.claims.indices { for source in fields.claims[number].sources { body(source) } }
        for number in fields.places.indices { for source in fields.places[number].sources { body(source) } }
        for number in fields.route.indices { for source in fields.route[number].sources { body(source) } }
        for number in fields.quantities.indices {
            for source in fields.quantities[number].sources { body(source) }
        }
        for source in fields.sources { body(source) }
        for number in fields.editorNotes.indices {
            for source in fields.editorNotes[number].sources { body(source) }
        }
    }

    /// Goes through the texts in Markdown, the body first.
    public func forEachText(_ body: (RichText) -> Void) {
        body(fields.body)
        for number in fields.claims.indices { if let text = fields.claims[number].says { body(text) } }
        for number in fields.media.indices { if let text = fields.media[number].caption { body(text) } }
        for number in fields.editorNotes.indices {
            if let text = fields.editorNotes[number].text { body(text) }
        }
        for number in fields.corrections.indices {
            if let text = fields.corrections[number].text { body(text) }
        }
        for number in fields.places.indices { if let text = fields.places[number].note { body(text) } }
        for number in fields.route.indices { if let text = fields.route[number].note { body(text) } }
        for number in fields.quantities.indices {
            if let text = fields.quantities[number].note { body(text) }
        }
    }

    /// Goes through the ids of what its texts cite.
    public func forEachCitedID(_ body: (String) -> Void) {
        forEachText { text in
            for hole in text.document.holes { if case .citation(let id) = hole.content { body(id) } }
        }
    }

    public var allActors: [Reference] { collected(forEachActor) }
    public var allPlaces: [Reference] { collected(forEachPlace) }
    public var allSources: [SourceReference] { collected(forEachSource) }

    public var richTexts: [RichText] { collected(forEachText) }

    /// What its texts cite, the body's first.
    public var citations: [Citation] {
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
