import EDTF
import Templates
import TimelineModel

/// The page of a source: its description, the claims it published and the entries that name it.
struct SourcePage: ThingPage {
    /// The index of the source in the timeline's registry.
    let slot: Int
    let frame: PageFrame
    let entries: EntryPart

    let claims: [ClaimView]

    init(slot: Int, frame: PageFrame, entries: EntryPart) {
        self.slot = slot
        self.frame = frame
        self.entries = entries
        let site = frame.site
        claims = site.views(site.index.claims.claims(publishedBy: slot, in: entries.numbers), frame)
    }
}

let sourcePageContext = Context<SourcePage>(
    "source page",
    pageFields() + thingFields() + [
        .kept("source", sourceContext, "The source") { $0.site.source(at: $0.slot) },
        .list(
            "claims", claimContext, "The claims that it published, by date",
            identifiedBy: { $1.identity }
        ) {
            $0.claims
        },
    ])
