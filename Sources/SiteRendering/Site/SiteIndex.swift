import TimelineModel

/// Which entries and claims belong to what: everything that pages about actors, places and the like list.
struct SiteIndex: Sendable {
    /// Places of entries in the timeline, ascending, by id, for each kind at its place.
    private var lists = [[String: [Int]]](repeating: [:], count: IndexKind.allCases.count)
    /// The entries in which each actor took part: of those that name them, not those where they only speak.
    private(set) var entriesOfParticipants: [String: [Int]] = [:]
    /// What each actor said, in the order of the timeline.
    private(set) var statements: [String: [ClaimKey]] = [:]
    /// What was published by each source, in the order of the timeline.
    private(set) var published: [String: [ClaimKey]] = [:]

    init(_ timeline: Timeline) {
        for number in timeline.entries.indices {
            let entry = timeline.entries[number]
            for kind in IndexKind.allCases {
                Self.forEachID(kind, of: entry) {
                    Self.note(number, in: &lists[kind.place][$0, default: []])
                }
            }
            for actor in entry.actors {
                Self.note(number, in: &entriesOfParticipants[actor.id, default: []])
            }
            noteClaims(of: entry, number)
        }
    }

    private mutating func noteClaims(of entry: Entry, _ number: Int) {
        for place in entry.claims.indices {
            let key = ClaimKey(entry: number, claim: place)
            for actor in entry.claims[place].by where actor.id != Claim.unnamed {
                Self.note(key, in: &statements[actor.id, default: []])
            }
            for source in entry.claims[place].sources {
                Self.note(key, in: &published[source.id, default: []])
            }
        }
    }

    private static func note<Key: Equatable>(_ key: Key, in list: inout [Key]) {
        if list.last != key { list.append(key) }
    }

    /// What of a kind an entry names, in any order and some of it more than once.
    private static func forEachID(_ kind: IndexKind, of entry: Entry, _ body: (String) -> Void) {
        switch kind {
        case .periods: break
        case .groups: if let group = entry.group { body(group.id) }
        case .actors: entry.forEachActor { body($0.id) }
        case .places: entry.forEachPlace { body($0.id) }
        case .tags: for tag in entry.tags { body(tag.id) }
        case .status: for status in entry.statuses { body(status.rawValue) }
        case .sources:
            entry.forEachSource { body($0.id) }
            entry.forEachCitedID(body)
        }
    }

    /// The entries of each thing of a kind.
    func entries(_ kind: IndexKind) -> [String: [Int]] { lists[kind.place] }

    func entries(_ kind: IndexKind, _ id: String) -> [Int] { lists[kind.place][id] ?? [] }
}

extension Array where Element: Comparable {
    /// True where an element is in an array in ascending order.
    func holdsInOrder(_ element: Element) -> Bool {
        let place = firstPlace { $0 >= element }
        return place < count && self[place] == element
    }
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
        var all = [self.status?.value, self.contentStatus?.value].compactMap(\.self)
        if all.count == 2, all[0] == all[1] { all.removeLast() }
        return all
    }
}

extension IndexKind {
    /// Where its entries stand among those of all kinds.
    fileprivate var place: Int {
        switch self {
        case .periods: 0
        case .groups: 1
        case .actors: 2
        case .places: 3
        case .tags: 4
        case .status: 5
        case .sources: 6
        }
    }
}
