/// Where a claim stands in a timeline.
public struct ClaimKey: Hashable, Comparable, Sendable {
    /// The entry's place in the timeline.
    public var entry: Int
    /// The claim's place in the entry.
    public var claim: Int

    public init(entry: Int, claim: Int) {
        self.entry = entry
        self.claim = claim
    }

    /// In the order of the timeline.
    @inlinable
    public static func < (left: ClaimKey, right: ClaimKey) -> Bool {
        (left.entry, left.claim) < (right.entry, right.claim)
    }
}
