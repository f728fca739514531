import Diagnostics
import EDTF
import UTF8Text

/// The order of entries: by date, then by `order`, then by slug; the same on every machine.
enum EntryOrder {
    /// Returns the entries, oldest first. An array that is already sorted is returned without a copy.
    static func sorted(_ entries: [Entry]) -> [Entry] {
        unsafe entries.withUnsafeBufferPointer { found in
            let isSorted = found.indices.dropFirst().allSatisfy { unsafe !precedes(found[$0], found[$0 - 1]) }
            // Numbers are sorted: to move entries about would count references.
            return isSorted
                ? entries
                : found.indices.sorted { unsafe precedes(found[$0], found[$1]) }.map { unsafe found[$0] }
        }
    }

    /// Whether an entry comes before another.
    static func precedes(_ left: Entry, _ right: Entry) -> Bool {
        if left.sortKey != right.sortKey { return left.sortKey < right.sortKey }
        if left.order != right.order { return left.order < right.order }
        // Bytes, not strings: two spellings of one letter are equal strings.
        let (slug, other) = (left.slug.value, right.slug.value)
        return slug.utf8.elementsEqual(other.utf8) ? isOrdered(left.path, right.path) : isOrdered(slug, other)
    }
}
