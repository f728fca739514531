import TimelineModel

/// Which entries and claims belong to what: everything that pages about actors, places and the like list.
struct SiteIndex: Sendable {
    /// Places of entries in the timeline, ascending, by id.
    private(set) var entries: [IndexKind: [String: [Int]]] = [:]
    /// What each actor said.
    private(set) var statements: [String: [ClaimKey]] = [:]
    /// What was published by each source.
    private(set) var published: [String: [ClaimKey]] = [:]

    init(_ timeline: Timeline) {
        var lists = Dictionary(uniqueKeysWithValues: IndexKind.allCases.map { ($0, [String: [Int]]()) })
        func note(_ kind: IndexKind, _ id: String, _ number: Int) {
            if lists[kind]?[id]?.last == number { return }
            lists[kind]?[id, default: []].append(number)
        }
        for (number, entry) in timeline.entries.enumerated() {
            if let group = entry.group { note(.groups, group.id, number) }
            for tag in entry.tags { note(.tags, tag.id, number) }
            for actor in entry.allActors { note(.actors, actor.id, number) }
            for place in entry.allPlaces { note(.places, place.id, number) }
            for status in entry.statuses { note(.status, status.rawValue, number) }
            for source in entry.allSources { note(.sources, source.id, number) }
            for citation in entry.citations { note(.sources, citation.id, number) }
            for (place, claim) in entry.claims.enumerated() {
                let key = ClaimKey(entry: number, claim: place)
                for actor in claim.by where actor.id != Claim.unnamed {
                    statements[actor.id, default: []].append(key)
                }
                for source in claim.sources { published[source.id, default: []].append(key) }
            }
        }
        entries = lists
    }

    func entries(_ kind: IndexKind, _ id: String) -> [Int] { entries[kind]?[id] ?? [] }
}

extension Entry {
    /// The status of the event and, of a statement, of what it says: a reader looks for both.
    var statuses: [Status] {
        var all = [status?.value, contentStatus?.value].compactMap(\.self)
        if all.count == 2, all[0] == all[1] { all.removeLast() }
        return all
    }
}
