/// What an entry refers to, wherever it stands in it, in the order of reading.
///
/// Whatever rests on all entries goes through these: nothing is collected, and parts are taken by their number,
/// since a copy of each would take longer than what is done with it.
extension Entry {
    /// Goes through the actors that it names anywhere.
    public func forEachActor(_ body: (Reference) -> Void) {
        for actor in actors { body(actor) }
        for number in claims.indices {
            for actor in claims[number].by where actor.id != Claim.unnamed { body(actor) }
            if let via = claims[number].via { body(via) }
        }
        for number in places.indices { for actor in places[number].by { body(actor) } }
        for number in route.indices { for actor in route[number].claimedBy { body(actor) } }
        for number in quantities.indices { for actor in quantities[number].claimedBy { body(actor) } }
    }

    /// Goes through the places that it names anywhere.
    public func forEachPlace(_ body: (Reference) -> Void) {
        for number in places.indices { body(places[number].place) }
        for number in route.indices {
            body(route[number].from)
            body(route[number].to)
        }
    }

    /// Goes through the sources that it names anywhere, its claims' first.
    public func forEachSource(_ body: (SourceReference) -> Void) {
        for number in claims.indices { for source in claims[number].sources { body(source) } }
        for number in places.indices { for source in places[number].sources { body(source) } }
        for number in route.indices { for source in route[number].sources { body(source) } }
        for number in quantities.indices { for source in quantities[number].sources { body(source) } }
        for source in sources { body(source) }
        for number in editorNotes.indices { for source in editorNotes[number].sources { body(source) } }
    }

    public var allActors: [Reference] { collected(forEachActor) }
    public var allPlaces: [Reference] { collected(forEachPlace) }
    public var allSources: [SourceReference] { collected(forEachSource) }

    private func collected<Item>(_ forEach: ((Item) -> Void) -> Void) -> [Item] {
        var all: [Item] = []
        forEach { all.append($0) }
        return all
    }
}
