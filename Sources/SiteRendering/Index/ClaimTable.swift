import EDTF
import TimelineModel

/// What lists look at of every claim, close together: a claim stands in some four lists, and a look at the claims
/// themselves would lead to a dozen places in memory each time.
struct ClaimTable: Sendable {
    /// Where the claims of each entry begin; at the end, how many there are in all.
    private var starts = [0]
    private var saidKeys: [DateSortKey] = []
    private var linksAnywhere: [Bool] = []
    /// How many claims the claims of each entry answer, and are answered by.
    private var exchanges: [Int] = []

    init(_ timeline: Timeline) {
        starts.reserveCapacity(timeline.entries.count + 1)
        for entry in timeline.entries {
            for claim in entry.claims {
                saidKeys.append((claim.date?.value ?? entry.date.expression).sortKey)
                linksAnywhere.append(claim.says?.document.placeholders.isEmpty == false)
            }
            starts.append(saidKeys.count)
        }
        let own = linksAnywhere
        exchanges = Array(repeating: 0, count: timeline.entries.count)
        for entry in timeline.entries.indices {
            for place in timeline.entries[entry].claims.indices {
                let key = ClaimKey(entry: entry, claim: place)
                guard let target = timeline.target(of: key) else { continue }
                exchanges[entry] += 1
                exchanges[target.entry] += 1
                let (answer, answered) = (number(of: key), number(of: target))
                if own[answered] { linksAnywhere[answer] = true }
                if own[answer] { linksAnywhere[answered] = true }
            }
        }
    }

    var count: Int { saidKeys.count }

    func count(of entry: Int) -> Int { starts[entry + 1] - starts[entry] }

    /// How many claims an entry's claims answer, and are answered by, from any entry.
    func exchangeCount(of entry: Int) -> Int { exchanges[entry] }

    /// The place of a claim among those of the whole timeline.
    func number(of key: ClaimKey) -> Int { starts[key.entry] + key.claim }

    /// When a claim was said, and where nobody says so when it happened.
    func saidKey(of key: ClaimKey) -> DateSortKey { saidKeys[number(of: key)] }

    /// True where its words, or those that it answers or that answer it, have links or citations, which each page
    /// writes from where it stands.
    func linksAnywhere(_ key: ClaimKey) -> Bool { linksAnywhere[number(of: key)] }
}
