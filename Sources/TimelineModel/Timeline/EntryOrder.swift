import Diagnostics
import EDTF

/// The order of entries: by date, then by `order`, then by slug; the same on every machine.
enum EntryOrder {
    private struct Key: Sendable {
        var date: DateSortKey
        var order: Int
        var slug: String
        var path: String
    }

    /// The entries, oldest first. Those that are so already are not copied.
    static func sorted(_ entries: [Entry]) -> [Entry] {
        // By index, here and wherever all entries are gone through: an entry has so many parts that a copy of
        // each takes longer than most of what is done with it.
        let keys = entries.indices.map { slot in
            Key(
                date: entries[slot].date.expression.sortKey, order: entries[slot].order,
                slug: entries[slot].slug.value, path: entries[slot].path)
        }
        return keys.withUnsafeBufferPointer { keys in
            let isSorted = keys.indices.dropFirst().allSatisfy { !precedes(keys[$0], keys[$0 - 1]) }
            // Numbers are sorted, since to move keys about would count references on their texts.
            return isSorted
                ? entries : keys.indices.sorted { precedes(keys[$0], keys[$1]) }.map { entries[$0] }
        }
    }

    private static func precedes(_ left: Key, _ right: Key) -> Bool {
        if left.date != right.date { return left.date < right.date }
        if left.order != right.order { return left.order < right.order }
        // Bytes, not strings: two spellings of one letter are equal strings.
        if !left.slug.utf8.elementsEqual(right.slug.utf8) {
            return isOrdered(left.slug, right.slug)
        }
        return isOrdered(left.path, right.path)
    }
}
