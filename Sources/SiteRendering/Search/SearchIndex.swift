import TimelineModel

/// The inverted index of a site: terms, each with the entries it stands in, cut into shards like the leaves of a
/// B-tree.
///
/// A term is a word, or what a filter asks for as `=KIND:ID`. A shard is a run of terms with their entries, all
/// set apart by spaces; the directory knows the first term of each.
struct SearchIndex: Sendable {
    /// What each shard holds; an empty one where there are fewer terms than shards.
    private(set) var shards: [[UInt8]] = []
    /// The first term of each shard that is not empty.
    private(set) var firstTerms: [[UInt8]] = []

    /// Entries that one thread reads at a time. The number is fixed: it must not change what is written.
    private static let blockSize = 512

    /// - Parameters:
    ///   - shardCount: how many shards there are to be.
    ///   - jobs: how many threads read the entries.
    init(_ site: Site, shardCount: Int, jobs: Int) {
        let count = site.timeline.entries.count
        let starts = Array(stride(from: 0, to: count, by: Self.blockSize))
        let blocks = concurrentMap(count: starts.count, jobs: jobs, chunk: 1) { block in
            EntryTerms(of: starts[block]..<min(count, starts[block] + Self.blockSize), in: site)
        }
        var lists = TermLists(blocks)
        lists.addFilters(of: site)
        cut(lists.written, into: shardCount)
    }

    /// Cuts terms into even shards: each takes its share of what is left.
    private mutating func cut(_ terms: [TermLists.Written], into shardCount: Int) {
        var rest = terms.reduce(0) { $0 + $1.record.count }
        var shard: [UInt8] = []
        for term in terms {
            let share = rest / max(1, shardCount - shards.count)
            if !shard.isEmpty, shards.count < shardCount - 1, shard.count + term.record.count / 2 > share {
                shards.append(shard)
                rest -= shard.count
                shard.removeAll()
            }
            if shard.isEmpty { firstTerms.append(term.term) }
            shard += term.record
        }
        if !shard.isEmpty { shards.append(shard) }
        while shards.count < shardCount { shards.append([]) }
    }
}

/// The entries of each term.
private struct TermLists {
    /// A term, and the term with its entries as a shard has them.
    typealias Written = (term: [UInt8], record: [UInt8])

    private var terms = ByteTable()
    /// Where the entries of each term begin in ``entries``.
    private var starts: [Int] = []
    private var entries: [UInt32] = []
    private var filters: [String: [UInt32]] = [:]

    /// Puts the terms of blocks together: entries are counted by term, then put in their places.
    init(_ blocks: [EntryTerms]) {
        var counts: [Int] = []
        let numbers = blocks.map { block in
            var known: [Int] = []
            known.reserveCapacity(block.terms.count)
            for term in 0..<block.terms.count {
                block.terms.withText(term) { known.append(terms.intern($0)) }
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
        var entry: UInt32 = 0
        for (block, known) in zip(blocks, numbers) {
            var at = 0
            for end in block.ends {
                while at < end {
                    let term = known[Int(block.numbers[at])]
                    entries[next[term]] = entry
                    next[term] += 1
                    at += 1
                }
                entry += 1
            }
        }
    }

    /// Adds what the filters ask for: who, where, what about, which source, how important.
    mutating func addFilters(of site: Site) {
        for facet in SearchFacet.allCases {
            for (id, numbers) in facet.entries(of: site) {
                filters["=\(facet.rawValue):\(id)"] = numbers.map { UInt32(truncatingIfNeeded: $0) }
            }
        }
    }

    /// Every term with its entries, in order.
    var written: [Written] {
        // A filter begins with a character that sorts between digits and letters and stands in no word.
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

    private static func written(_ term: [UInt8], _ entries: ArraySlice<UInt32>) -> Written {
        var record = term
        record.append(UInt8(ascii: " "))
        record.append(postings: entries)
        record.append(UInt8(ascii: " "))
        return (term, record)
    }
}
