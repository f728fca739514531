/// Which claims answer which, across entries.
struct ClaimAnswers: Sendable {
    /// What a claim answers.
    private(set) var targets: [ClaimKey: ClaimKey] = [:]
    /// The claims that answer a claim, in the order of the timeline.
    private(set) var answers: [ClaimKey: [ClaimKey]] = [:]

    init(_ entries: [Entry], slots: [String: Int]) {
        var places = ClaimPlaces()
        for number in entries.indices {
            for place in entries[number].claims.indices {
                guard let of = entries[number].claims[place].of?.value,
                    let target = places.target(of, from: number, entries, slots)
                else { continue }
                let key = ClaimKey(entry: number, claim: place)
                targets[key] = target
                answers[target, default: []].append(key)
            }
        }
    }
}

/// Where the claims of entries stand by their ids.
private struct ClaimPlaces {
    /// Up to so many claims it takes less time to look through them than to hash each.
    private static let few = 24
    /// Of entries with many claims, the first of each id.
    private var tables: [Int: [String: Int]] = [:]

    /// What `of` names: a claim's id in the same entry, or `slug#claim` in another.
    mutating func target(
        _ of: String, from entry: Int, _ entries: [Entry], _ slots: [String: Int]
    ) -> ClaimKey? {
        var owner = entry
        var id = of
        if let mark = of.firstIndex(of: "#") {
            guard let slot = slots[String(of[..<mark])] else { return nil }
            owner = slot
            id = String(of[of.index(after: mark)...])
        }
        return place(of: id, in: owner, entries[owner].claims).map { ClaimKey(entry: owner, claim: $0) }
    }

    private mutating func place(of id: String, in entry: Int, _ claims: [Claim]) -> Int? {
        if claims.count <= Self.few { return claims.firstIndex { $0.id?.value == id } }
        if tables[entry] == nil {
            let ids = claims.enumerated().compactMap { place, claim in claim.id.map { ($0.value, place) } }
            tables[entry] = Dictionary(ids, uniquingKeysWith: { first, _ in first })
        }
        return tables[entry]?[id]
    }
}
