import CommonMark
import EDTF
import TimelineModel

/// The properties of every claim that lists need, in contiguous arrays: a claim appears in some four lists, and
/// reading the claims themselves would touch a dozen memory locations each time.
struct ClaimTable: Sendable {
    /// The numbers of all claims.
    private let names: EntryNames
    /// The sort key of each claim's date; the entry's date if the claim has none.
    private var saidKeys: [DateSortKey] = []
    /// Whether each claim, or one that answers it or that it answers, has links or citations.
    private var linksAnywhere: [Bool] = []

    init(_ timeline: Timeline) {
        names = timeline.names
        saidKeys.reserveCapacity(names.claimCount)
        linksAnywhere.reserveCapacity(names.claimCount)
        for entry in timeline.entries {
            for claim in entry.claims {
                saidKeys.append((claim.date?.value ?? entry.date.expression).sortKey)
                linksAnywhere.append(claim.says?.placeholders.isEmpty == false)
            }
        }
        let own = linksAnywhere
        for entry in timeline.entries.indices {
            for index in 0..<names.claimCount(of: entry) {
                let key = ClaimKey(entry: entry, claim: index)
                guard let target = timeline.target(of: key) else { continue }
                let (answer, answered) = (number(of: key), number(of: target))
                if own[answered] { linksAnywhere[answer] = true }
                if own[answer] { linksAnywhere[answered] = true }
            }
        }
    }

    /// The number of all claims.
    var count: Int { saidKeys.count }

    /// Returns the number of an entry's claims.
    func count(of entry: Int) -> Int { names.claimCount(of: entry) }

    /// Returns the index of a claim among those of the whole timeline.
    func number(of key: ClaimKey) -> Int { names.number(of: key) }

    /// Returns the sort key of the date on which a claim was said; the entry's date if the claim has none.
    func saidKey(of key: ClaimKey) -> DateSortKey { saidKeys[number(of: key)] }

    /// Whether the claim, or one that answers it or that it answers, has links or citations, whose addresses differ
    /// from page to page.
    func linksAnywhere(_ key: ClaimKey) -> Bool { linksAnywhere[number(of: key)] }
}
