import TimelineModel

/// The shards of the index, made when the first of them is asked for.
final class SearchShards: Sendable {
    let count: Int
    private let made = LazyValue<SearchIndex>()

    init(for timeline: Timeline) {
        count = Self.count(for: timeline)
    }

    /// The index of the site that the shards are of.
    fileprivate func index(of site: Site, jobs: Int) -> SearchIndex {
        made.value { SearchIndex(site, shardCount: count, jobs: jobs) }
    }

    /// How many shards will be of a good size, 16 KiB, told from the length of the texts: a long story
    /// adds about an eighth of its text to the index, and a short one its words too.
    ///
    /// Nothing is read for that, so that a site is planned at once. With at most 1,024 of them the directory stays
    /// small.
    private static func count(for timeline: Timeline) -> Int {
        var length = 0
        for number in timeline.entries.indices { length += textLength(timeline.entries[number]) }
        let expected = length / 8 + min(length, 4 << 20) / 4
        return min(1024, max(1, expected >> 14))
    }

    private static func textLength(_ entry: Entry) -> Int {
        var length = 300 + entry.body.document.html.count
        for place in entry.claims.indices { length += entry.claims[place].says?.document.html.count ?? 0 }
        return length
    }
}

extension Site {
    /// The index of a site that can be searched, made when it is first asked for.
    func searchIndex(jobs: Int) -> SearchIndex? { searchShards?.index(of: self, jobs: jobs) }
}
