import UTF8Text

/// Which claims concern an actor or a source.
///
/// An actor is concerned by the claims that the actor made, by those that others made in entries in which the actor
/// took part, and by the answers of others to the actor's claims, in whichever entry they stand. A source is concerned
/// by the claims that it published.
public struct ClaimIndex: Sendable {
    /// The claims that concern an actor, each list in timeline order.
    public struct OfActor: Equatable, Sendable {
        /// The claims that the actor made, alone or with others.
        public var made: [ClaimKey] = []
        /// The claims that others made.
        public var ofOthers: [ClaimKey] = []
    }

    /// The entries in which each actor took part, by slot.
    private var entriesOfParticipants: [[Int]]
    /// The claims of each actor, by slot.
    private var made: [[ClaimKey]]
    /// The claims that each source published, by slot.
    private var published: [[ClaimKey]]
    /// The number of answers that each entry's claims give and receive.
    private var exchanges: [Int]
    private let names: EntryNames
    private let answers: ClaimAnswers

    /// Creates the index of a timeline's claims.
    public init(_ timeline: Timeline) {
        names = timeline.names
        answers = timeline.claimAnswers
        entriesOfParticipants = Array(repeating: [], count: timeline.actors.values.count)
        made = Array(repeating: [], count: timeline.actors.values.count)
        published = Array(repeating: [], count: timeline.sources.values.count)
        exchanges = Array(repeating: 0, count: timeline.entries.count)
        for entry in timeline.entries.indices {
            for slot in names.participants(of: entry) { Self.note(entry, in: &entriesOfParticipants[slot]) }
            for claim in 0..<names.claimCount(of: entry) { note(ClaimKey(entry: entry, claim: claim)) }
        }
    }

    private mutating func note(_ key: ClaimKey) {
        for slot in names.speakers(of: key) { Self.note(key, in: &made[slot]) }
        for slot in names.sources(of: key) { Self.note(key, in: &published[slot]) }
        guard let target = answers.targets[key] else { return }
        exchanges[key.entry] += 1
        exchanges[target.entry] += 1
    }

    /// Appends a key unless the list already ends with it: an entry may name an actor or a source twice.
    private static func note<Key: Equatable>(_ key: Key, in list: inout [Key]) {
        if list.last != key { list.append(key) }
    }

    /// Returns the claims that concern an actor and belong to some entries. Answers to the actor's claims in these
    /// entries are among them wherever they stand.
    ///
    /// - Parameters:
    ///   - actor: The slot of the actor.
    ///   - entries: The indices of the entries, in any order.
    ///   - mostAnswers: The greatest number of answers to one claim; further ones are left out.
    public func claims(concerning actor: Int, in entries: [Int], mostAnswers: Int) -> OfActor {
        let entries = entries.sorted()
        var found = OfActor(made: Self.claims(made[actor], in: entries))
        for entry in entries where entriesOfParticipants[actor].holdsInOrder(entry) {
            found.ofOthers += (0..<names.claimCount(of: entry)).map { ClaimKey(entry: entry, claim: $0) }
        }
        let inEntries = found.ofOthers.count
        for key in found.made { found.ofOthers += answers.answers[key]?.prefix(mostAnswers) ?? [] }
        if found.ofOthers.count > inEntries { found.ofOthers = Self.ordered(found.ofOthers) }
        found.ofOthers.removeAll { made[actor].holdsInOrder($0) }
        return found
    }

    /// Returns the claims that a source published and that belong to some entries, in timeline order.
    ///
    /// - Parameters:
    ///   - source: The slot of the source.
    ///   - entries: The indices of the entries, in any order.
    public func claims(publishedBy source: Int, in entries: [Int]) -> [ClaimKey] {
        Self.claims(published[source], in: entries.sorted())
    }

    /// Returns how many answers an entry's claims give and receive, across all entries.
    public func exchangeCount(of entry: Int) -> Int { exchanges[entry] }

    /// Returns those claims of a list in timeline order that belong to some entries, in ascending order. A binary
    /// search finds the range for a few entries of many.
    private static func claims(_ keys: [ClaimKey], in entries: [Int]) -> [ClaimKey] {
        guard let first = entries.first, let last = entries.last else { return [] }
        let start = keys.partitioningIndex { $0.entry >= first }
        let end = keys.partitioningIndex { $0.entry > last }
        return keys[start..<end].filter { entries.holdsInOrder($0.entry) }
    }

    /// Returns claims in timeline order, each once.
    private static func ordered(_ keys: [ClaimKey]) -> [ClaimKey] {
        var ordered: [ClaimKey] = []
        for key in keys.sorted() { note(key, in: &ordered) }
        return ordered
    }
}

extension Array where Element: Comparable {
    /// Whether an array in ascending order contains an element; takes a binary search.
    fileprivate func holdsInOrder(_ element: Element) -> Bool {
        let index = partitioningIndex { $0 >= element }
        return index < count && self[index] == element
    }
}
