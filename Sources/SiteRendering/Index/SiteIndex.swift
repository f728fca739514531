import TimelineModel
import UTF8Text

/// The entries and claims that belong to each actor, place, source and so on: everything that their pages list.
///
/// It is a class because every page reads it: each copy of a structure would retain every one of its tables.
final class SiteIndex: Sendable {
    /// An item that entries name, such as an actor or a tag.
    struct Thing: Sendable {
        let kind: IndexKind
        /// The item's index among all of its kind in the timeline.
        var slot: Int { Int(packedSlot) }
        private let packedSlot: Int32

        init(kind: IndexKind, slot: Int) {
            self.kind = kind
            packedSlot = Int32(slot)
        }
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

    /// Returns the id of an item.
    func id(of thing: Thing) -> String { found.slots.id(thing.kind, thing.slot) }

    /// Returns the entries that name an item, as ascending indices.
    func entries(_ kind: IndexKind, _ id: String) -> [Int] {
        slot(kind, id).map { entries(kind, at: $0) } ?? []
    }

    /// Returns the entries that name the item at an index of its registry.
    func entries(_ kind: IndexKind, at slot: Int) -> [Int] { Array(found.entries(kind, slot)) }

    /// Returns the number of entries that name an item.
    func entryCount(_ kind: IndexKind, _ id: String) -> Int {
        slot(kind, id).map { entryCount(kind, at: $0) } ?? 0
    }

    /// Returns the number of entries that name the item at an index of its registry.
    func entryCount(_ kind: IndexKind, at slot: Int) -> Int { found.entries(kind, slot).count }

    /// Returns the number of items of a kind that entries name.
    func count(_ kind: IndexKind) -> Int { found.counts[kind.index] }

    /// Returns the indices in ``things`` of the items that an entry names, without duplicates.
    func things(of entry: Int) -> SlotLists.Slots { found.named[entry] }

    /// Returns the entry a number of steps after another one in its group, or before it if the number is negative.
    ///
    /// - Returns: nil if there is no such entry.
    func neighbour(of entry: Int, inGroup step: Int) -> Int? {
        guard let group = found.group(of: entry) else { return nil }
        let entries = found.entries(ofThing: group)
        let index = entries.partitioningIndex { $0 >= entry } + step
        return entries.indices.contains(index) ? entries[index] : nil
    }
}

/// Builds the index in one pass over a timeline. Most numbers are of 32 bits, since there is a dozen for each entry.
private struct IndexReading: Sendable {
    private static let statusSlots = Dictionary(uniqueKeysWithValues: zip(Status.allCases, 0...))

    let slots: ThingSlots
    private(set) var things: [SiteIndex.Thing] = []
    /// Indices into ``things``, by kind and by index in the kind's registry; −1 for an item that no entry names.
    private var numbers: [[Int32]]
    /// The number of items that entries name, by kind.
    private(set) var counts = [Int](repeating: 0, count: IndexKind.allCases.count)
    /// Indices into ``things`` of what each entry names, without duplicates within an entry.
    private(set) var named = SlotLists()
    /// The indices of the entries that name each thing, ascending.
    private var entries = SlotLists()

    init(_ timeline: Timeline) {
        slots = ThingSlots(timeline)
        numbers = IndexKind.allCases.map { [slots] in Array(repeating: -1, count: slots.count($0)) }
        let names = timeline.names
        // The last entry that named each thing.
        var last: [Int32] = []
        for number in timeline.entries.indices {
            let entry = timeline.entries[number]
            note(.groups, names.groups[number], in: number, &last)
            note(.actors, names.actors[number], in: number, &last)
            note(.places, names.places[number], in: number, &last)
            note(.tags, names.tags[number], in: number, &last)
            note(.status, entry.statuses.compactMap { Self.statusSlots[$0] }, in: number, &last)
            note(.sources, names.sources[number], in: number, &last)
            entry.forEachCitedID {
                if let slot = slots.sources.slot(of: $0) { note(.sources, slot, in: number, &last) }
            }
            named.endList()
        }
        named.fit()
        entries = named.inverted(count: things.count)
    }

    /// Returns the entries that name the item at an index of its registry.
    func entries(_ kind: IndexKind, _ slot: Int) -> SlotLists.Slots {
        let number = numbers[kind.index][slot]
        return number < 0 ? .none : entries(ofThing: Int(number))
    }

    /// Returns the entries that name a thing.
    func entries(ofThing number: Int) -> SlotLists.Slots { entries[number] }

    /// Returns the index of an entry's group in ``things``; nil if it has none.
    func group(of entry: Int) -> Int? {
        // Groups are noted first.
        named[entry].first.flatMap { things[$0].kind == .groups ? $0 : nil }
    }

    /// Records that an entry names items of a kind; duplicates are allowed.
    private mutating func note(
        _ kind: IndexKind, _ slots: some Sequence<Int>, in entry: Int, _ last: inout [Int32]
    ) {
        for slot in slots { note(kind, slot, in: entry, &last) }
    }

    /// Records that an entry names one item.
    private mutating func note(_ kind: IndexKind, _ slot: Int, in entry: Int, _ last: inout [Int32]) {
        var number = numbers[kind.index][slot]
        if number < 0 {
            number = Int32(things.count)
            numbers[kind.index][slot] = number
            counts[kind.index] += 1
            things.append(SiteIndex.Thing(kind: kind, slot: slot))
            last.append(-1)
        }
        if last[Int(number)] == entry { return }
        last[Int(number)] = Int32(entry)
        named.append(Int(number))
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

extension SiteIndex {
    /// The statuses that entries have.
    var listedStatuses: Set<Status> { Set(Status.allCases.filter { entryCount(.status, $0.rawValue) > 0 }) }
}

extension Entry {
    /// The distinct statuses of the event and, for a statement, of its content: readers look for both.
    var statuses: [Status] {
        guard let status = self.status?.value else {
            return self.contentStatus.map { [$0.value] } ?? []
        }
        guard let other = self.contentStatus?.value, other != status else { return [status] }
        return [status, other]
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
