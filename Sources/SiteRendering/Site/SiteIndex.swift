import TimelineModel

/// Which entries and claims belong to what: everything that pages about actors, places and the like list.
///
/// A class, since every page asks it: to take the index out of a site would count references on all its tables.
final class SiteIndex: Sendable {
    /// What entries name, with the entries that name it.
    struct Thing: Sendable {
        let kind: IndexKind
        let id: String
        /// Places of entries in the timeline, ascending.
        fileprivate(set) var entries: [Int] = []
    }

    private let found: IndexReading

    init(_ timeline: Timeline) { found = IndexReading(timeline) }

    /// In the order in which the timeline names them.
    var things: [Thing] { found.things }
    /// The entries in which each actor took part: of those that name them, not those where they only speak.
    var entriesOfParticipants: [String: [Int]] { found.entriesOfParticipants }
    /// What each actor said, in the order of the timeline.
    var statements: [String: [ClaimKey]] { found.statements }
    /// What was published by each source, in the order of the timeline.
    var published: [String: [ClaimKey]] { found.published }

    /// The entries that name a thing.
    func entries(_ kind: IndexKind, _ id: String) -> [Int] {
        found.numbers[kind.place][id].map { found.things[$0].entries } ?? []
    }

    /// How many things of a kind entries name.
    func count(_ kind: IndexKind) -> Int { found.numbers[kind.place].count }

    /// The places in ``things`` of what an entry names, each once.
    func things(of entry: Int) -> ArraySlice<Int> {
        found.named[(entry == 0 ? 0 : found.ends[entry - 1])..<found.ends[entry]]
    }
}

/// Goes through a timeline once and notes what belongs to what.
private struct IndexReading: Sendable {
    private(set) var things: [SiteIndex.Thing] = []
    /// Places in ``things`` by id, for each kind at its place.
    private(set) var numbers = [[String: Int]](repeating: [:], count: IndexKind.allCases.count)
    /// Places in ``things``: what entry after entry names, each once an entry.
    private(set) var named: [Int] = []
    /// Where what an entry names ends in ``named``.
    private(set) var ends: [Int] = []
    private(set) var entriesOfParticipants: [String: [Int]] = [:]
    private(set) var statements: [String: [ClaimKey]] = [:]
    private(set) var published: [String: [ClaimKey]] = [:]

    init(_ timeline: Timeline) {
        ends.reserveCapacity(timeline.entries.count)
        for number in timeline.entries.indices {
            let entry = timeline.entries[number]
            for kind in IndexKind.allCases {
                Self.forEachID(kind, of: entry) { note(kind, $0, in: number) }
            }
            ends.append(named.count)
            for actor in entry.actors {
                Self.note(number, in: &entriesOfParticipants[actor.id, default: []])
            }
            noteClaims(of: entry, number)
        }
    }

    private mutating func note(_ kind: IndexKind, _ id: String, in entry: Int) {
        let number: Int
        if let known = numbers[kind.place][id] {
            number = known
        } else {
            number = things.count
            numbers[kind.place][id] = number
            things.append(SiteIndex.Thing(kind: kind, id: id))
        }
        if things[number].entries.last == entry { return }
        things[number].entries.append(entry)
        named.append(number)
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
