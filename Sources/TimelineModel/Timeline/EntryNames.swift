/// The references of all entries and of their claims, resolved to slots of the timeline's registries.
///
/// They are resolved once for all code that visits every entry, because looking up a name takes longer than most of
/// what is done with it. Citations in texts are not among them.
public struct EntryNames: Sendable {
    /// The group of each entry: one slot, or none.
    public internal(set) var groups = SlotLists()
    /// All actors that each entry names, as ``Entry/forEachActor(_:)`` visits them.
    public internal(set) var actors = SlotLists()
    /// All places that each entry names, as ``Entry/forEachPlace(_:)`` visits them.
    public internal(set) var places = SlotLists()
    /// The tags of each entry.
    public internal(set) var tags = SlotLists()
    /// All sources that each entry names, as ``Entry/forEachSource(_:)`` visits them.
    public internal(set) var sources = SlotLists()
    /// The participants of each entry, a part of ``actors``.
    private var participants: [SlotLists.Part] = []
    /// The sources under the key `sources` of each entry, a part of ``sources``.
    private var listedSources: [SlotLists.Part] = []
    /// The names of all claims, in timeline order.
    private var claims: [ClaimNames] = []
    /// The number of each entry's first claim; the last element is the number of all claims.
    private var firstClaims = [0]

    /// The parts of an entry's lists that one claim names.
    private struct ClaimNames {
        var speakers: SlotLists.Part
        var sources: SlotLists.Part
        /// Whether the actor behind the speakers relayed the claim.
        var hasRelay: Bool
    }

    /// The number of all claims.
    public var claimCount: Int { claims.count }

    /// Returns the number of a claim among those of the whole timeline.
    public func number(of claim: ClaimKey) -> Int { firstClaims[claim.entry] + claim.claim }

    /// Returns the number of an entry's claims.
    public func claimCount(of entry: Int) -> Int { firstClaims[entry + 1] - firstClaims[entry] }

    /// Returns the actors who took part in an entry.
    public func participants(of entry: Int) -> ArraySlice<Int> { actors[participants[entry]] }

    /// Returns the sources under the key `sources` of an entry, which support the entry as a whole.
    public func listedSources(of entry: Int) -> ArraySlice<Int> { sources[listedSources[entry]] }

    /// Returns the speakers of a claim in the order in which it names them; unnamed ones have no slot.
    public func speakers(of claim: ClaimKey) -> ArraySlice<Int> { actors[claims[number(of: claim)].speakers] }

    /// Returns the actor who relayed a claim, or `nil` if nobody did.
    public func relay(of claim: ClaimKey) -> Int? {
        let names = claims[number(of: claim)]
        return names.hasRelay ? actors.slot(behind: names.speakers) : nil
    }

    /// Returns the sources of a claim, one slot for each of its references.
    public func sources(of claim: ClaimKey) -> ArraySlice<Int> { sources[claims[number(of: claim)].sources] }

    /// Ends the lists of an entry, to which all its references have been added, and finds in them what its claims name.
    mutating func endEntry(_ entry: Entry) {
        // The lists are in the order of the visits: of actors those who took part come first, then those of each
        // claim; of sources those of claims come first.
        var (actor, source) = (actors.start, sources.start)
        participants.append(.next(entry.actors.count, from: &actor))
        for number in entry.claims.indices {
            let claim = entry.claims[number]
            let named = claim.by.count { $0.id != Claim.unnamed }
            claims.append(
                ClaimNames(
                    speakers: .next(named, from: &actor), sources: .next(claim.sources.count, from: &source),
                    hasRelay: claim.via != nil))
            if claim.via != nil { actor += 1 }
        }
        firstClaims.append(claims.count)
        // Only the sources of editors' notes come after the listed ones.
        let ofNotes = entry.editorNotes.reduce(0) { $0 + $1.sources.count }
        source = Int32(sources.end - ofNotes - entry.sources.count)
        listedSources.append(.next(entry.sources.count, from: &source))
        groups.endList()
        actors.endList()
        places.endList()
        tags.endList()
        sources.endList()
    }
}

/// One list of slots per entry, stored in a single array in timeline order. A list may contain a slot twice.
public struct SlotLists: Sendable {
    private var slots: [Int] = []
    private var ends: [Int32] = []

    /// A part of one list, as offsets into the slots of all lists.
    struct Part {
        private(set) var start: Int32
        private(set) var end: Int32

        /// Returns the part of a length that begins at an offset, and moves the offset to its end.
        static func next(_ count: Int, from offset: inout Int32) -> Part {
            defer { offset += Int32(count) }
            return Part(start: offset, end: offset + Int32(count))
        }
    }

    /// The slots of an entry, by its index in the timeline.
    public subscript(entry: Int) -> ArraySlice<Int> {
        slots[(entry == 0 ? 0 : Int(ends[entry - 1]))..<Int(ends[entry])]
    }

    /// The slots of a part of a list.
    subscript(part: Part) -> ArraySlice<Int> { slots[Int(part.start)..<Int(part.end)] }

    /// Returns the slot that follows a part of a list.
    func slot(behind part: Part) -> Int { slots[Int(part.end)] }

    /// The offset at which the current list begins.
    var start: Int32 { ends.last ?? 0 }
    /// The offset at which the current list ends so far.
    var end: Int { slots.count }

    /// Appends a slot to the current list.
    mutating func append(_ slot: Int) { slots.append(slot) }

    mutating func endList() { ends.append(Int32(slots.count)) }
}
