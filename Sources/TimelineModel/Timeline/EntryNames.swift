/// What the entries of a timeline name in front matter, by slots in its registries: found once for all that goes through
/// every entry, since to look a name up takes longer than most of what is done with it.
public struct EntryNames: Sendable {
    public internal(set) var groups = SlotLists()
    public internal(set) var actors = SlotLists()
    /// Those who took part.
    public internal(set) var participants = SlotLists()
    public internal(set) var places = SlotLists()
    public internal(set) var tags = SlotLists()
    public internal(set) var sources = SlotLists()
    /// Those below `sources`, on which the entry rests as a whole.
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

/// A list of slots for each entry, one behind the other in the order of the timeline; a slot may stand in a list twice.
public struct SlotLists: Sendable {
    private var slots: [Int] = []
    private var ends: [Int] = []

    /// The list of an entry.
    public subscript(entry: Int) -> ArraySlice<Int> {
        slots[(entry == 0 ? 0 : ends[entry - 1])..<ends[entry]]
    }

    /// Adds to the list that is not ended; nothing where there is no slot.
    mutating func append(_ slot: Int?) {
        if let slot { slots.append(slot) }
    }

    mutating func endList() { ends.append(slots.count) }
}
