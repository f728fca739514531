/// The position of a claim in a timeline.
public struct ClaimKey: Hashable, Comparable, Sendable {
    /// The index of the entry in ``Timeline/entries``.
    public var entry: Int
    /// The index of the claim in its entry.
    public var claim: Int

    /// Creates a key from the index of an entry and the index of a claim in it.
    public init(entry: Int, claim: Int) {
        self.entry = entry
        self.claim = claim
    }

    /// Orders claims as the timeline does.
    @inlinable
    public static func < (left: ClaimKey, right: ClaimKey) -> Bool {
        (left.entry, left.claim) < (right.entry, right.claim)
    }
}
