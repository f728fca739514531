import EDTF
import TimelineModel
import UTF8Text

/// The sources of a timeline in the order of their index: by publisher, then by date with undated ones last, then by id.
///
/// A site has more sources than entries, and an edit adds or removes a few. A preview therefore keeps the order from one
/// site to the next: a source never changes and no other has its id, so the order of the sources that are in both is the
/// same, and only new ones have to be put in their places.
struct Bibliography: Sendable {
    /// The sources of the timeline's registry.
    private let values: [Source]
    /// The indices of the sources in the registry, in their order.
    let slots: [Int]
    /// The hashes of the sources' ids, in the same order; the index is cut into pages by them.
    let hashes: [UInt64]

    /// - Parameter older: the order of an earlier site; nil if there is none.
    init(_ registry: Registry<Source>, after older: Bibliography?) {
        values = registry.values
        if let (slots, hashes) = older?.order(of: values) {
            self.slots = slots
            self.hashes = hashes
        } else {
            // The sort is stable, so that equal keys leave the order of ids.
            let keys = PublisherRanks(values).keys
            slots = values.indices.sorted(byBytesOf: { [values] in values[$0].id }).sorted {
                keys[$0] < keys[$1]
            }
            hashes = slots.map { [values] in Self.hash(of: values[$0]) }
        }
    }

    private static func hash(of source: Source) -> UInt64 {
        var id = source.id
        return id.withUTF8 { unsafe Fingerprint(of: $0).low }
    }

    /// Returns the order of other sources, most of which are among these; nil if they are not.
    private func order(of values: [Source]) -> (slots: [Int], hashes: [UInt64])? {
        var new = [ObjectIdentifier: Int](minimumCapacity: values.count)
        for slot in values.indices { new[ObjectIdentifier(values[slot])] = slot }
        var (order, hashes): ([Int], [UInt64]) = ([], [])
        order.reserveCapacity(values.count)
        hashes.reserveCapacity(values.count)
        var isKept = [Bool](repeating: false, count: values.count)
        for (old, hash) in zip(slots, self.hashes) {
            guard let slot = new[ObjectIdentifier(self.values[old])] else { continue }
            isKept[slot] = true
            order.append(slot)
            hashes.append(hash)
        }
        if values.count - order.count > order.count / 32 { return nil }
        for slot in values.indices where !isKept[slot] {
            let place = order.partitioningIndex { Self.precedes(values[slot], values[$0]) }
            order.insert(slot, at: place)
            hashes.insert(Self.hash(of: values[slot]), at: place)
        }
        return (order, hashes)
    }

    private static func precedes(_ left: Source, _ right: Source) -> Bool {
        let (first, second) = (left.publisherName.lowercased(), right.publisherName.lowercased())
        if first != second { return first < second }
        let (key, other) = (SourceOrder(rank: 0, of: left), SourceOrder(rank: 0, of: right))
        return key != other ? key < other : isOrdered(left.id, right.id)
    }
}

/// The sort keys of sources. Many sources have few publishers: each of these is ranked once.
private struct PublisherRanks {
    let keys: [SourceOrder]

    init(_ sources: [Source]) {
        var publishers: [String: Int] = [:]
        let numbers = sources.map { source in
            let name = source.publisherName
            let number = publishers[name] ?? publishers.count
            if number == publishers.count { publishers[name] = number }
            return number
        }
        var ranks = [Int](repeating: 0, count: publishers.count)
        let order = Set(publishers.keys.map { $0.lowercased() }).sorted()
        let positions = Dictionary(uniqueKeysWithValues: zip(order, 0...))
        for (name, number) in publishers { ranks[number] = positions[name.lowercased()] ?? 0 }
        keys = zip(sources, numbers).map { SourceOrder(rank: ranks[$1], of: $0) }
    }
}

/// The sort key of a source in the bibliography. Equal keys are ordered by the source's id.
private struct SourceOrder: Comparable {
    /// The rank of the publisher's name among all publishers.
    let rank: Int
    let date: DateSortKey?

    init(rank: Int, of source: Source) {
        self.rank = rank
        date = source.date?.value.sortKey
    }

    static func < (left: SourceOrder, right: SourceOrder) -> Bool {
        if left.rank != right.rank { return left.rank < right.rank }
        switch (left.date, right.date) {
        case (let first?, let second?): return first < second
        case (_?, nil): return true
        case (nil, _): return false
        }
    }
}

extension Source {
    /// The name by which the source stands in the bibliography.
    fileprivate var publisherName: String { self.publisher ?? self.title ?? "" }
}
