import Diagnostics
import EDTF
import Templates
import TimelineModel

/// An era as shown on a page.
struct EraView: Sendable {
    var era: Era
    var site: Site
}

let eraContext = Context<EraView>(
    "era",
    [
        .text("name", "The name") { $0.era.name },
        .record("date", dateContext, "The dates of the era") { $0.site.date($0.era.date) },
    ])
