/// The answers between claims, across entries.
struct ClaimAnswers: Sendable {
    /// The claim that each answering claim answers.
    private(set) var targets: [ClaimKey: ClaimKey] = [:]
    /// The claims that answer each claim, in timeline order.
    private(set) var answers: [ClaimKey: [ClaimKey]] = [:]

    init(_ entries: [Entry], slots: Registry<Int>) {
        var positions = ClaimPositions()
        for number in entries.indices {
            for index in entries[number].claims.indices {
                guard let of = entries[number].claims[index].of?.value,
                    let target = positions.target(of, from: number, entries, slots)
                else { continue }
                let key = ClaimKey(entry: number, claim: index)
                targets[key] = target
                answers[target, default: []].append(key)
            }
        }
    }
}

extension ClaimAnswers {
    /// Returns the claim that a text names from an entry: a claim's id in the same entry, or `slug#claim` in another.
    func claim(
        _ name: String, from entry: Int, _ entries: [Entry], _ slots: Registry<Int>
    ) -> ClaimKey? {
        var positions = ClaimPositions()
        return positions.target(name, from: entry, entries, slots)
    }
}

/// An index of claims by entry and id.
private struct ClaimPositions {
    /// The number of claims up to which a linear search is faster than hashing each id.
    private static let few = 24
    /// For entries with many claims, the index of the first claim with each id.
    private var tables: [Int: [String: Int]] = [:]

    /// Resolves the value of `of`: a claim's id in the same entry, or `slug#claim` in another.
    mutating func target(
        _ of: String, from entry: Int, _ entries: [Entry], _ slots: Registry<Int>
    ) -> ClaimKey? {
        var owner = entry
        var id = of
        if let mark = of.firstIndex(of: "#") {
            guard let slot = slots[String(of[..<mark])] else { return nil }
            owner = slot
            id = String(of[of.index(after: mark)...])
        }
        return position(of: id, in: owner, entries[owner].claims).map { ClaimKey(entry: owner, claim: $0) }
    }

    private mutating func position(of id: String, in entry: Int, _ claims: [Claim]) -> Int? {
        if claims.count <= Self.few { return claims.firstIndex { $0.id?.value == id } }
        if tables[entry] == nil {
            let ids = claims.enumerated().compactMap { index, claim in claim.id.map { ($0.value, index) } }
            tables[entry] = Dictionary(ids, uniquingKeysWith: { first, _ in first })
        }
        return tables[entry]?[id]
    }
}
