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

    /// Where a thing stands among those of its kind in the timeline, whether entries name it or not.
    func slot(_ kind: IndexKind, _ id: String) -> Int? { found.slots.slot(kind, id) }

    /// The entries that name a thing.
    func entries(_ kind: IndexKind, _ id: String) -> [Int] {
        slot(kind, id).map { entries(kind, at: $0) } ?? []
    }

    /// The entries that name the thing at a slot.
    func entries(_ kind: IndexKind, at slot: Int) -> [Int] {
        found.numbers[kind.place][slot].map { found.things[$0].entries } ?? []
    }

    /// How many things of a kind entries name.
    func count(_ kind: IndexKind) -> Int { found.counts[kind.place] }

    /// The places in ``things`` of what an entry names, each once.
    func things(of entry: Int) -> ArraySlice<Int> {
        found.named[(entry == 0 ? 0 : found.ends[entry - 1])..<found.ends[entry]]
    }

    /// The entry that stands some steps from another in its group; nil where there is none.
    func neighbour(of entry: Int, inGroup step: Int) -> Int? {
        guard let (group, place) = found.groups[entry] else { return nil }
        let entries = found.things[group].entries
        return entries.indices.contains(place + step) ? entries[place + step] : nil
    }

    /// The entries in which an actor took part: of those that name them, not those where they only speak.
    func entries(withParticipant actor: String) -> [Int] {
        slot(.actors, actor).map { found.entriesOfParticipants[$0] } ?? []
    }

    /// What an actor said, in the order of the timeline.
    func statements(of actor: String) -> [ClaimKey] {
        slot(.actors, actor).map { found.statements[$0] } ?? []
    }

    /// What a source published, by its slot, in the order of the timeline.
    func published(bySourceAt slot: Int) -> [ClaimKey] { found.published[slot] }
}

/// Goes through a timeline once and notes what belongs to what.
private struct IndexReading: Sendable {
    let slots: ThingSlots
    private(set) var things: [SiteIndex.Thing] = []
    /// Places in ``things`` by slot, for each kind at its place.
    private(set) var numbers: [[Int?]]
    /// How many things there are of each kind, at its place.
    private(set) var counts = [Int](repeating: 0, count: IndexKind.allCases.count)
    /// Places in ``things``: what entry after entry names, each once an entry.
    private(set) var named: [Int] = []
    /// Where what an entry names ends in ``named``.
    private(set) var ends: [Int] = []
    /// Of each entry in a group, the group's place in ``things`` and its own among the group's entries.
    private(set) var groups: [(thing: Int, place: Int)?]
    /// By the actor's slot.
    private(set) var entriesOfParticipants: [[Int]]
    /// By the actor's slot.
    private(set) var statements: [[ClaimKey]]
    /// By the source's slot.
    private(set) var published: [[ClaimKey]]

    init(_ timeline: Timeline) {
        slots = ThingSlots(timeline)
        numbers = IndexKind.allCases.map { [slots] in Array(repeating: nil, count: slots.count($0)) }
        groups = Array(repeating: nil, count: timeline.entries.count)
        entriesOfParticipants = Array(repeating: [], count: slots.actors.values.count)
        statements = Array(repeating: [], count: slots.actors.values.count)
        published = Array(repeating: [], count: slots.sources.values.count)
        ends.reserveCapacity(timeline.entries.count)
        let names = timeline.names
        for number in timeline.entries.indices {
            let entry = timeline.entries[number]
            note(.groups, names.groups[number], in: number)
            note(.actors, names.actors[number], in: number)
            note(.places, names.places[number], in: number)
            note(.tags, names.tags[number], in: number)
            note(.status, entry.statuses.compactMap { slots.slot(.status, $0.rawValue) }, in: number)
            note(.sources, names.sources[number], in: number)
            entry.forEachCitedID { note(.sources, slots.sources.slot(of: $0), in: number) }
            ends.append(named.count)
            for slot in names.participants[number] { Self.note(number, in: &entriesOfParticipants[slot]) }
            noteClaims(of: entry, number)
        }
    }

    /// Notes what of a kind an entry names, some of it perhaps more than once.
    private mutating func note(_ kind: IndexKind, _ slots: some Sequence<Int>, in entry: Int) {
        for slot in slots { note(kind, slot, in: entry) }
    }

    private mutating func note(_ kind: IndexKind, _ slot: Int?, in entry: Int) {
        guard let slot else { return }
        let number = numbers[kind.place][slot] ?? things.count
        if number == things.count {
            numbers[kind.place][slot] = number
            counts[kind.place] += 1
            things.append(SiteIndex.Thing(kind: kind, id: slots.id(kind, slot)))
        }
        if things[number].entries.last == entry { return }
        if kind == .groups { groups[entry] = (number, things[number].entries.count) }
        things[number].entries.append(entry)
        named.append(number)
    }

    private mutating func noteClaims(of entry: Entry, _ number: Int) {
        for place in entry.claims.indices {
            let key = ClaimKey(entry: number, claim: place)
            for actor in entry.claims[place].by where actor.id != Claim.unnamed {
                if let slot = slots.actors.slot(of: actor.id) { Self.note(key, in: &statements[slot]) }
            }
            for source in entry.claims[place].sources {
                if let slot = slots.sources.slot(of: source.id) { Self.note(key, in: &published[slot]) }
            }
        }
    }

    private static func note<Key: Equatable>(_ key: Key, in list: inout [Key]) {
        if list.last != key { list.append(key) }
    }
}

/// Where things stand among those of their kind in the timeline. A class, as the index is.
private final class ThingSlots: Sendable {
    let groups: Registry<Group>
    let actors: Registry<Actor>
    let places: Registry<Place>
    let tags: Registry<Tag>
    let sources: Registry<Source>

    init(_ timeline: Timeline) {
        (groups, actors, places) = (timeline.groups, timeline.actors, timeline.places)
        (tags, sources) = (timeline.tags, timeline.sources)
    }

    func slot(_ kind: IndexKind, _ id: String) -> Int? {
        switch kind {
        case .periods: nil
        case .groups: groups.slot(of: id)
        case .actors: actors.slot(of: id)
        case .places: places.slot(of: id)
        case .tags: tags.slot(of: id)
        case .status: Status.allCases.firstIndex { $0.rawValue == id }
        case .sources: sources.slot(of: id)
        }
    }

    func id(_ kind: IndexKind, _ slot: Int) -> String {
        switch kind {
        case .periods: ""
        case .groups: groups.values[slot].id
        case .actors: actors.values[slot].id
        case .places: places.values[slot].id
        case .tags: tags.values[slot].id
        case .status: Status.allCases[slot].rawValue
        case .sources: sources.values[slot].id
        }
    }

    func count(_ kind: IndexKind) -> Int {
        switch kind {
        case .periods: 0
        case .groups: groups.values.count
        case .actors: actors.values.count
        case .places: places.values.count
        case .tags: tags.values.count
        case .status: Status.allCases.count
        case .sources: sources.values.count
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

extension RandomAccessCollection where Index == Int {
    /// The first place from which on a condition holds, of a list in which it holds from some place on; the end
    /// where it holds nowhere.
    func firstPlace(where holds: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
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
    /// Where it stands among all kinds.
    var place: Int {
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
