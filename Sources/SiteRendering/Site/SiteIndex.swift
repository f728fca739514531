import TimelineModel

/// Which entries and claims belong to what: everything that pages about actors, places and the like list.
struct SiteIndex: Sendable {
    /// Places of entries in the timeline, ascending, by id.
    private(set) var entries: [IndexKind: [String: [Int]]] = [:]
    /// What each actor said, in the order of the timeline.
    private(set) var statements: [String: [ClaimKey]] = [:]
    /// What was published by each source, in the order of the timeline.
    private(set) var published: [String: [ClaimKey]] = [:]

    init(_ timeline: Timeline) {
        var lists = Dictionary(uniqueKeysWithValues: IndexKind.allCases.map { ($0, [String: [Int]]()) })
        func note(_ kind: IndexKind, _ id: String, _ number: Int) {
            if lists[kind]?[id]?.last == number { return }
            lists[kind]?[id, default: []].append(number)
        }
        func note(_ key: ClaimKey, in list: inout [ClaimKey]) {
            if list.last != key { list.append(key) }
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
                    note(key, in: &statements[actor.id, default: []])
                }
                for source in claim.sources { note(key, in: &published[source.id, default: []]) }
            }
        }
        entries = lists
    }

    func entries(_ kind: IndexKind, _ id: String) -> [Int] { entries[kind]?[id] ?? [] }
}

extension Array {
    /// The first place from which on a condition holds, of a list in which it holds from some place on; the end
    /// where it holds nowhere.
    func firstPlace(where holds: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension Entry {
    /// The status of the event and, of a statement, of what it says: a reader looks for both.
    var statuses: [Status] {
        var all = [status?.value, contentStatus?.value].compactMap(\.self)
        if all.count == 2, all[0] == all[1] { all.removeLast() }
        return all
    }
}
