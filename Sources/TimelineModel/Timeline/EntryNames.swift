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

    /// Ends the last entry, after which no more are added.
    mutating func end() {
        groups.fit()
        actors.fit()
        places.fit()
        tags.fit()
        sources.fit()
    }

    /// The number of all claims.
    public var claimCount: Int { claims.count }

    /// Returns the number of a claim among those of the whole timeline.
    public func number(of claim: ClaimKey) -> Int { firstClaims[claim.entry] + claim.claim }

    /// Returns the number of an entry's claims.
    public func claimCount(of entry: Int) -> Int { firstClaims[entry + 1] - firstClaims[entry] }

    /// Returns the actors who took part in an entry.
    public func participants(of entry: Int) -> SlotLists.Slots { actors[participants[entry]] }

    /// Returns the sources under the key `sources` of an entry, which support the entry as a whole.
    public func listedSources(of entry: Int) -> SlotLists.Slots { sources[listedSources[entry]] }

    /// Returns the speakers of a claim in the order in which it names them; unnamed ones have no slot.
    public func speakers(of claim: ClaimKey) -> SlotLists.Slots { actors[claims[number(of: claim)].speakers] }

    /// Returns the actor who relayed a claim, or `nil` if nobody did.
    public func relay(of claim: ClaimKey) -> Int? {
        let names = claims[number(of: claim)]
        return names.hasRelay ? actors.slot(behind: names.speakers) : nil
    }

    /// Returns the sources of a claim, one slot for each of its references.
    public func sources(of claim: ClaimKey) -> SlotLists.Slots { sources[claims[number(of: claim)].sources] }

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
