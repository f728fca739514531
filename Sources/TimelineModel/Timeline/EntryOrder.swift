import EDTF

/// The order of entries: by date, then by `order`, then by slug; the same on every machine.
enum EntryOrder {
    private struct Key: Sendable {
        var date: DateSortKey
        var order: Int
        var slug: String
        var path: String
        var slot: Int
    }

    /// The entries, oldest first.
    static func sorted(_ entries: [Entry]) -> [Entry] {
        let keys = entries.enumerated().map { slot, entry in
            Key(
                date: entry.date.expression.sortKey, order: entry.order, slug: entry.slug.value,
                path: entry.path, slot: slot)
        }
        return keys.sorted(by: precedes).map { entries[$0.slot] }
    }

    private static func precedes(_ left: Key, _ right: Key) -> Bool {
        if left.date != right.date { return left.date < right.date }
        if left.order != right.order { return left.order < right.order }
        // Bytes, not strings: two spellings of one letter are equal strings.
        if !left.slug.utf8.elementsEqual(right.slug.utf8) {
            return left.slug.utf8.lexicographicallyPrecedes(right.slug.utf8)
        }
        return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
    }
}
