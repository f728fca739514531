import TimelineModel
import UTF8Text

/// What has changed between two publications of a site: facts, each change once.
public struct Comparison: Sendable {
    /// The changes: those of entries in the order of the timeline, then entries that are gone, then the registered actors,
    /// places and sources.
    public private(set) var changes: [Change] = []
    /// The changes of dates, statuses and numbers that no correction names.
    public private(set) var silent: [SilentChange] = []

    /// Compares two publications.
    ///
    /// - Parameters:
    ///   - old: the earlier publication.
    ///   - new: the later one.
    ///   - withheld: the slugs of entries that were withdrawn: of these only the fact is stated.
    public init(of old: Publication, with new: Publication, withheld: Set<String> = []) {
        let pairs = Self.pairs(old, new)
        let paired = Set(pairs.values)
        for (number, entry) in new.entries.enumerated() {
            guard let former = pairs[number] else {
                changes.append(Change(.added, entry: entry.slug, title: entry.title))
                continue
            }
            let comparison = EntryComparison(old.entries[former], entry, in: (old, new))
            changes += comparison.changes
            silent += comparison.silent
        }
        for (number, entry) in old.entries.enumerated() where !paired.contains(number) {
            let isWithheld = withheld.contains(entry.slug) || !withheld.isDisjoint(with: entry.aliases)
            changes.append(
                isWithheld ? Change(.withheld) : Change(.removed, entry: entry.slug, title: entry.title))
        }
        compareRegistered(old.actors, new.actors, .actor, ["name", "kind", "country"])
        compareRegistered(old.places, new.places, .place, ["name", "lat", "lon", "precision_km", "country"])
        compareRegistered(
            old.sources, new.sources, .source, ["title", "publisher", "agency", "author", "edtf", "url"])
    }

    /// Pairs the entries of two publications: by slug, by an alias that is the earlier slug, and by facts that are all the
    /// same.
    ///
    /// - Returns: the index of the earlier entry for that of the later one.
    private static func pairs(_ old: Publication, _ new: Publication) -> [Int: Int] {
        var pairs: [Int: Int] = [:]
        var isFree = Array(repeating: true, count: old.entries.count)
        func pair(_ number: Int, with former: Int?) {
            guard let former, isFree[former] else { return }
            pairs[number] = former
            isFree[former] = false
        }
        for (number, entry) in new.entries.enumerated() { pair(number, with: old.slots[entry.slug]) }
        let unpaired = { new.entries.indices.filter { pairs[$0] == nil } }
        for number in unpaired() {
            for alias in new.entries[number].aliases where pairs[number] == nil {
                pair(number, with: old.slots[alias])
            }
        }
        let left = unpaired()
        if left.isEmpty { return pairs }
        let gone = old.entries.indices.filter { isFree[$0] }
        let byFacts = Dictionary(grouping: gone) { old.entries[$0].facts }
        for number in left {
            pair(number, with: byFacts[new.entries[number].facts]?.first { isFree[$0] })
        }
        return pairs
    }

    /// Compares what both publications register under one id.
    private mutating func compareRegistered(
        _ old: [RegisteredRecord], _ new: [RegisteredRecord], _ kind: ChangeKind, _ keys: [String]
    ) {
        let former = Dictionary(old.map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
        for item in new {
            guard let before = former[item.id] else { continue }
            let differing = keys.filter { before[$0]?.canonical() != item.value[$0]?.canonical() }
            for key in differing {
                changes.append(
                    Change(
                        kind, part: "\(item.id): \(key == "edtf" ? "date" : key)",
                        was: before[key]?.scalar, now: item.value[key]?.scalar))
            }
        }
    }
}
