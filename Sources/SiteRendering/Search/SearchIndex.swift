import CommonMark
import Files
import TimelineModel
import UTF8Text

/// The inverted index of a site: each term with its entries, split into shards like the leaves of a B-tree.
///
/// A term is a word, or the value of a filter as `=KIND:ID`. A shard is a run of terms with their entries, all
/// separated by spaces; the directory contains the first term of each shard.
struct SearchIndex: Sendable {
    /// The bytes of each shard.
    private(set) var shards: [[UInt8]] = []
    /// The first term of each shard.
    private(set) var firstTerms: [[UInt8]] = []

    /// The number of entries that one thread reads at a time. It is fixed, since it must not affect the output.
    private static let blockSize = 512

    /// - Parameters:
    ///   - numbers: the numbers of the entries.
    ///   - mostShards: the greatest number of shards.
    ///   - jobs: the number of threads that read the entries.
    init(_ site: Site, _ numbers: SearchNumbers, mostShards: Int, jobs: Int) {
        let order = numbers.order
        let starts = Array(stride(from: 0, to: order.count, by: Self.blockSize))
        let blocks = concurrentMap(count: starts.count, jobs: jobs, chunk: 1) { block in
            EntryTerms(of: order[starts[block]...].prefix(Self.blockSize), in: site)
        }
        var lists = TermLists(blocks, order.map { UInt32(truncatingIfNeeded: numbers.numbers[$0]) })
        lists.addFilters(of: site, numbers)
        cut(lists.written, into: mostShards)
    }

    /// Splits terms into shards of similar size. A term's own fingerprint decides whether a shard of good size may
    /// end before it, so that an addition to one shard does not move the boundaries of the others.
    private mutating func cut(_ terms: [TermLists.Written], into mostShards: Int) {
        let length = terms.reduce(0) { $0 + $1.record.count }
        let good = max(Self.goodLength, length / Self.mostGoodShards)
        // A site without entries has no terms.
        let ends = Self.ends(of: max(1, length / max(1, terms.count)), within: good / 2)
        var shard: [UInt8] = []
        for term in terms {
            let isGood =
                shard.count >= good / 2 && Fingerprint(of: term.term).low & ends == 0
                || shard.count + term.record.count > good * 5 / 4
            if !shard.isEmpty, isGood, shards.count < mostShards - 1 {
                shards.append(shard)
                shard.removeAll()
            }
            if shard.isEmpty { firstTerms.append(term.term) }
            shard += term.record
        }
        if !shard.isEmpty { shards.append(shard) }
    }

    /// Returns the bit mask that selects boundaries: among as many terms as fill a length, about two have none of its
    /// bits set.
    private static func ends(of termLength: Int, within length: Int) -> UInt64 {
        var terms: UInt64 = 2
        while Int(terms * 2) * termLength < length { terms *= 2 }
        return terms - 1
    }

    /// The intended size of a shard, in bytes.
    private static let goodLength = 16 << 10
    /// The number of shards above which shards become longer, so that the directory stays small.
    private static let mostGoodShards = 1024

    /// Returns an upper bound for the number of shards, estimated from the length of the texts: a long timeline adds
    /// about an eighth of its text to the index, and a short one also its vocabulary. Nothing is indexed for this, so
    /// that a preview is planned at once.
    static func mostShards(of timeline: Timeline) -> Int {
        var length = 0
        for number in timeline.entries.indices { length += textLength(timeline.entries[number]) }
        let expected = length / 8 + min(length, 4 << 20) / 4
        var most = 8
        while most < expected >> 12, most < 2 * mostGoodShards { most *= 2 }
        return most
    }

    /// Returns the approximate length of an entry's text, in bytes.
    private static func textLength(_ entry: Entry) -> Int {
        var length = 300 + entry.body.htmlCount
        for index in entry.claims.indices { length += entry.claims[index].says?.htmlCount ?? 0 }
        return length
    }
}

/// The terms of a site with the entries of each.
private struct TermLists {
    /// A term, and its record in a shard: the term with its entries.
    typealias Written = (term: [UInt8], record: [UInt8])

    private var terms = ByteTable()
    /// The start of each term's entries in ``entries``.
    private var starts: [Int] = []
    /// The numbers of each term's entries, ascending, one term after the other.
    private var entries: [UInt32] = []
    /// The numbers of the entries of each filter's value, ascending.
    private var filters: [String: [UInt32]] = [:]

    /// Merges the terms of blocks with a counting sort.
    ///
    /// - Parameter entryNumbers: the numbers of all entries of the blocks, ascending.
    init(_ blocks: [EntryTerms], _ entryNumbers: [UInt32]) {
        var counts: [Int] = []
        let numbers = blocks.map { block in
            var known: [Int] = []
            known.reserveCapacity(block.terms.count)
            for term in 0..<block.terms.count {
                unsafe block.terms.withText(term) { unsafe known.append(terms.intern($0)) }
            }
            while counts.count < terms.count { counts.append(0) }
            for number in block.numbers { counts[known[Int(number)]] += 1 }
            return known
        }
        starts = [0]
        starts.reserveCapacity(counts.count + 1)
        for count in counts { starts.append(starts[starts.count - 1] + count) }
        var next = starts
        entries = [UInt32](repeating: 0, count: starts[starts.count - 1])
        var entry = 0
        for (block, known) in zip(blocks, numbers) {
            var at = 0
            for end in block.ends {
                while at < end {
                    let term = known[Int(block.numbers[at])]
                    entries[next[term]] = entryNumbers[entry]
                    next[term] += 1
                    at += 1
                }
                entry += 1
            }
        }
    }

    /// Adds the values of all filters as terms.
    mutating func addFilters(of site: Site, _ numbers: SearchNumbers) {
        for facet in SearchFacet.allCases {
            for (id, entries) in facet.entries(of: site) {
                filters["=\(facet.rawValue):\(id)"] = entries.map {
                    UInt32(truncatingIfNeeded: numbers.numbers[$0])
                }.sorted()
            }
        }
    }

    /// The records of all terms, in the order in which JavaScript compares strings.
    var written: [Written] {
        // A filter begins with a character that sorts between digits and letters and occurs in no word.
        let keys = filters.keys.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
        var written = keys.map { key in
            Self.written(Array(key.utf8), (filters[key] ?? [])[...])
        }
        for term in terms.inOrderOfUTF16() {
            written.append(Self.written(Array(terms[term]), entries[starts[term]..<starts[term + 1]]))
        }
        // Both lists are in order already, but for words that begin with a digit.
        let digitsEnd = written[keys.count...].firstIndex { $0.term[0] > UInt8(ascii: "=") } ?? written.count
        return Array(written[keys.count..<digitsEnd]) + written[..<keys.count] + written[digitsEnd...]
    }

    /// Returns the record of a term.
    private static func written(_ term: [UInt8], _ entries: ArraySlice<UInt32>) -> Written {
        var record = term
        record.append(UInt8(ascii: " "))
        record.append(postings: entries)
        record.append(UInt8(ascii: " "))
        return (term, record)
    }
}
