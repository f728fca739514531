import TimelineModel

/// The inverted index of a site: terms, each with the entries it stands in, cut into shards like the leaves of a
/// B-tree.
///
/// A term is a word, or what a filter asks for as `=KIND:ID`. A shard is a run of terms with their entries, all
/// set apart by spaces; the directory knows the first term of each.
struct SearchIndex: Sendable {
    /// What each shard holds.
    private(set) var shards: [[UInt8]] = []
    /// The first term of each shard.
    private(set) var firstTerms: [[UInt8]] = []

    /// Entries that one thread reads at a time. The number is fixed: it must not change what is written.
    private static let blockSize = 512

    /// - Parameters:
    ///   - mostShards: how many shards there may be.
    ///   - jobs: how many threads read the entries.
    init(_ site: Site, mostShards: Int, jobs: Int) {
        let count = site.timeline.entries.count
        let starts = Array(stride(from: 0, to: count, by: Self.blockSize))
        let blocks = concurrentMap(count: starts.count, jobs: jobs, chunk: 1) { block in
            EntryTerms(of: starts[block]..<min(count, starts[block] + Self.blockSize), in: site)
        }
        var lists = TermLists(blocks)
        lists.addFilters(of: site)
        cut(lists.written, into: mostShards)
    }

    /// Cuts terms into shards of about one size. Where a shard of good size may end is for the terms themselves to say:
    /// what is added to one shard then does not move the ends of the others.
    private mutating func cut(_ terms: [TermLists.Written], into mostShards: Int) {
        let length = terms.reduce(0) { $0 + $1.record.count }
        let good = max(Self.goodLength, length / Self.mostGoodShards)
        let ends = Self.ends(of: length / max(1, terms.count), within: good / 2)
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

    /// A mask of bits: of as many terms as fill a length, about two have none of them.
    private static func ends(of termLength: Int, within length: Int) -> UInt64 {
        var terms: UInt64 = 2
        while Int(terms * 2) * termLength < length { terms *= 2 }
        return terms - 1
    }

    /// Bytes of a shard.
    private static let goodLength = 16 << 10
    /// With more shards than these they are longer, so that the directory stays small.
    private static let mostGoodShards = 1024

    /// More shards than an index has, told from the length of the texts: a long story adds about an eighth of its text
    /// to the index, and a short one its words too. Nothing is read for that, so that a preview is planned at once.
    static func mostShards(of timeline: Timeline) -> Int {
        var length = 0
        for number in timeline.entries.indices { length += textLength(timeline.entries[number]) }
        let expected = length / 8 + min(length, 4 << 20) / 4
        var most = 8
        while most < expected >> 12, most < 2 * mostGoodShards { most *= 2 }
        return most
    }

    private static func textLength(_ entry: Entry) -> Int {
        var length = 300 + entry.body.document.html.count
        for place in entry.claims.indices { length += entry.claims[place].says?.document.html.count ?? 0 }
        return length
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
