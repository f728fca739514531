import Diagnostics
import EDTF
import Templates
import TimelineModel

/// Entries under one heading, which is that of a period.
struct EntrySection: Sendable {
    /// The index of the period.
    var period: Int
    var numbers: [Int]
    var site: Site
    /// Whether each entry takes one line. That is so in most lists of a long site, which serve finding; the pages of
    /// its periods show the entries in full.
    var isBrief = false
}

let entrySectionContext = Context<EntrySection>(
    "section",
    [
        .text("anchor", "The heading's id") { Site.anchor(of: $0.site.periods[$0.period]) },
        .text("title", "The period, in words") { $0.site.periodTitles[$0.period] },
        .text("count", "The number of entries in the section, in words") {
            $0.site.language.entries($0.numbers.count)
        },
        .flag("is_brief", "Whether each entry takes one line, as in the lists of a long site") {
            $0.isBrief
        },
        .list(
            "entries", entryContext, "The entries in reading order",
            // The line of an entry is the same in the lists of its tags, actors, places and so on.
            identifiedBy: { section, entry in section.isBrief ? entry.number : nil }
        ) {
            $0.site.entries($0.numbers)
        },
    ])
