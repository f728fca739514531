import CommonMark
import EDTF
import TimelineModel

/// The properties of every claim that lists need, in contiguous arrays: a claim appears in some four lists, and
/// reading the claims themselves would touch a dozen memory locations each time.
struct ClaimTable: Sendable {
    /// The index of each entry's first claim; the last element is the number of all claims.
    private var starts = [0]
    /// The sort key of each claim's date; the entry's date if the claim has none.
    private var saidKeys: [DateSortKey] = []
    /// Whether each claim, or one that answers it or that it answers, has links or citations.
    private var linksAnywhere: [Bool] = []
    /// The number of answers that each entry's claims give and receive.
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

    /// The number of all claims.
    var count: Int { saidKeys.count }

    /// Returns the number of an entry's claims.
    func count(of entry: Int) -> Int { starts[entry + 1] - starts[entry] }

    /// Returns how many answers an entry's claims give and receive, across all entries.
    func exchangeCount(of entry: Int) -> Int { exchanges[entry] }

    /// Returns the index of a claim among those of the whole timeline.
    func number(of key: ClaimKey) -> Int { starts[key.entry] + key.claim }

    /// Returns the sort key of the date on which a claim was said; the entry's date if the claim has none.
    func saidKey(of key: ClaimKey) -> DateSortKey { saidKeys[number(of: key)] }

    /// Whether the claim, or one that answers it or that it answers, has links or citations, whose addresses differ
    /// from page to page.
    func linksAnywhere(_ key: ClaimKey) -> Bool { linksAnywhere[number(of: key)] }
}
