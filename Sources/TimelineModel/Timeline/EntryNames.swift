/// The references of all entries, resolved to slots of the timeline's registries.
///
/// They are resolved once for all code that visits every entry, because looking up a name takes longer than most of
/// what is done with it. Citations in texts are not among them.
public struct EntryNames: Sendable {
    /// The group of each entry: one slot, or none.
    public internal(set) var groups = SlotLists()
    /// All actors that each entry names, including speakers of claims and those who state a number.
    public internal(set) var actors = SlotLists()
    /// The actors who took part in each entry.
    public internal(set) var participants = SlotLists()
    /// All places that each entry names, including the ends of its route.
    public internal(set) var places = SlotLists()
    /// The tags of each entry.
    public internal(set) var tags = SlotLists()
    /// All sources that each entry names, including those of its claims.
    public internal(set) var sources = SlotLists()
    /// The sources under the key `sources` of each entry, which support the entry as a whole.
    public internal(set) var listedSources = SlotLists()

    mutating func endEntry() {
        groups.endList()
        actors.endList()
        participants.endList()
        places.endList()
        tags.endList()
        sources.endList()
        listedSources.endList()
    }
}

/// One list of slots per entry, stored in a single array in timeline order. A list may contain a slot twice.
public struct SlotLists: Sendable {
    private var slots: [Int] = []
    private var ends: [Int] = []

    /// The slots of an entry, by its index in the timeline.
    public subscript(entry: Int) -> ArraySlice<Int> {
        slots[(entry == 0 ? 0 : ends[entry - 1])..<ends[entry]]
    }

    /// Appends a slot to the current list; `nil` adds nothing.
    mutating func append(_ slot: Int?) {
        if let slot { slots.append(slot) }
    }

    mutating func endList() { ends.append(slots.count) }
}
