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

/// Which claims answer which, across entries.
struct ClaimAnswers: Sendable {
    /// What a claim answers.
    private(set) var targets: [ClaimKey: ClaimKey] = [:]
    /// The claims that answer a claim, in the order of the timeline.
    private(set) var answers: [ClaimKey: [ClaimKey]] = [:]

    init(_ entries: [Entry], slots: [String: Int]) {
        for number in entries.indices {
            for place in entries[number].claims.indices {
                guard let of = entries[number].claims[place].of?.value,
                    let target = Self.target(of, from: number, entries, slots)
                else { continue }
                let key = ClaimKey(entry: number, claim: place)
                targets[key] = target
                answers[target, default: []].append(key)
            }
        }
    }

    /// What `of` names: a claim's id in the same entry, or `slug#claim` in another.
    static func target(_ of: String, from entry: Int, _ entries: [Entry], _ slots: [String: Int]) -> ClaimKey?
    {
        var owner = entry
        var id = of[...]
        if let mark = of.firstIndex(of: "#") {
            guard let slot = slots[String(of[..<mark])] else { return nil }
            owner = slot
            id = of[of.index(after: mark)...]
        }
        guard let claim = entries[owner].claims.firstIndex(where: { $0.id.map { $0.value == id } ?? false })
        else { return nil }
        return ClaimKey(entry: owner, claim: claim)
    }
}
