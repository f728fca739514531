import Diagnostics
import EDTF
import TimelineModel

/// A stretch of time as pages show it.
struct EraView: Sendable {
    var era: Era
    var site: Site
}

let eraContext = Context<EraView>(
    "era",
    [
        .text("name", "What it is called") { $0.era.name },
        .record("date", dateContext, "From when to when") { $0.site.date($0.era.date) },
    ])
