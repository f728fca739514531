import TimelineModel
import UTF8Text

/// The entries and claims that belong to each actor, place, source and so on: everything that their pages list.
///
/// It is a class because every page reads it: each copy of a structure would retain every one of its tables.
final class SiteIndex: Sendable {
    /// An item that entries name, such as an actor or a tag, with the entries that name it.
    struct Thing: Sendable {
        let kind: IndexKind
        let id: String
        /// The indices of these entries in the timeline, ascending.
        fileprivate(set) var entries: [Int] = []
    }

    /// Which claims concern an actor or a source.
    let claims: ClaimIndex
    /// The tables of the index.
    private let found: IndexReading

    init(_ timeline: Timeline) {
        claims = ClaimIndex(timeline)
        found = IndexReading(timeline)
    }

    /// All items that entries name, in the order in which the timeline names them first.
    var things: [Thing] { found.things }

    /// Returns the index of an item among all of its kind in the timeline, whether or not entries name it; nil if the
    /// timeline does not have it.
    func slot(_ kind: IndexKind, _ id: String) -> Int? { found.slots.slot(kind, id) }

    /// Returns the entries that name an item, as ascending indices.
    func entries(_ kind: IndexKind, _ id: String) -> [Int] {
        slot(kind, id).map { entries(kind, at: $0) } ?? []
    }

    /// Returns the entries that name the item at an index of its registry.
    func entries(_ kind: IndexKind, at slot: Int) -> [Int] {
        found.numbers[kind.index][slot].map { found.things[$0].entries } ?? []
    }

    /// Returns the number of items of a kind that entries name.
    func count(_ kind: IndexKind) -> Int { found.counts[kind.index] }

    /// Returns the indices in ``things`` of the items that an entry names, without duplicates.
    func things(of entry: Int) -> ArraySlice<Int> {
        found.named[(entry == 0 ? 0 : found.ends[entry - 1])..<found.ends[entry]]
    }

    /// Returns the entry a number of steps after another one in its group, or before it if the number is negative.
    ///
    /// - Returns: nil if there is no such entry.
    func neighbour(of entry: Int, inGroup step: Int) -> Int? {
        guard let (group, index) = found.groups[entry] else { return nil }
        let entries = found.things[group].entries
        return entries.indices.contains(index + step) ? entries[index + step] : nil
    }
}

/// Builds the index in one pass over a timeline.
private struct IndexReading: Sendable {
    let slots: ThingSlots
    private(set) var things: [SiteIndex.Thing] = []
    /// Indices into ``things``, by kind and by index in the kind's registry; nil for an item that no entry names.
    private(set) var numbers: [[Int?]]
    /// The number of items that entries name, by kind.
    private(set) var counts = [Int](repeating: 0, count: IndexKind.allCases.count)
    /// Indices into ``things`` of what each entry names, one entry after another, without duplicates within an entry.
    private(set) var named: [Int] = []
    /// The end of each entry's range in ``named``.
    private(set) var ends: [Int] = []
    /// For each entry in a group, the group's index in ``things`` and the entry's index among the group's entries.
    private(set) var groups: [(thing: Int, index: Int)?]

    init(_ timeline: Timeline) {
        slots = ThingSlots(timeline)
        numbers = IndexKind.allCases.map { [slots] in Array(repeating: nil, count: slots.count($0)) }
        groups = Array(repeating: nil, count: timeline.entries.count)
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
        }
    }

    /// Records that an entry names items of a kind; duplicates are allowed.
    private mutating func note(_ kind: IndexKind, _ slots: some Sequence<Int>, in entry: Int) {
        for slot in slots { note(kind, slot, in: entry) }
    }

    /// Records that an entry names one item; nil is ignored.
    private mutating func note(_ kind: IndexKind, _ slot: Int?, in entry: Int) {
        guard let slot else { return }
        let number = numbers[kind.index][slot] ?? things.count
        if number == things.count {
            numbers[kind.index][slot] = number
            counts[kind.index] += 1
            things.append(SiteIndex.Thing(kind: kind, id: slots.id(kind, slot)))
        }
        if things[number].entries.last == entry { return }
        if kind == .groups { groups[entry] = (number, things[number].entries.count) }
        things[number].entries.append(entry)
        named.append(number)
    }
}

/// The registries of all kinds, which give each item its index. A class, for the same reason as the index.
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

extension Entry {
    /// The distinct statuses of the event and, for a statement, of its content: readers look for both.
    var statuses: [Status] {
        var all = [self.status?.value, self.contentStatus?.value].compactMap(\.self)
        if all.count == 2, all[0] == all[1] { all.removeLast() }
        return all
    }
}

extension IndexKind {
    /// The index of the kind in the order of all cases.
    var index: Int {
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
