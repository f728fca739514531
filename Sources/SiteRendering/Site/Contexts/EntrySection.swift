import Diagnostics
import EDTF
import TimelineModel

/// Entries under one heading.
struct EntrySection: Sendable {
    /// Which of the site's periods it is of.
    var place: Int
    var numbers: [Int]
    var site: Site
    /// True where each entry takes a line: on the many lists of a long site, which are for finding. Its
    /// periods have the entries in full.
    var isBrief = false
}

let entrySectionContext = Context<EntrySection>(
    "section",
    [
        .text("anchor", "The heading's id") { Site.anchor(of: $0.site.periods[$0.place]) },
        .text("title", "The period in words") { $0.site.periodTitles[$0.place] },
        .text("count", "How many entries the section has, in words") {
            $0.site.language.entries($0.numbers.count)
        },
        .flag("is_brief", "True where each entry takes a line, as on the lists of a long site") {
            $0.isBrief
        },
        .list(
            "entries", entryContext, "The entries, in the order of reading",
            // An entry has its line in the lists of its tags, actors, places …
            identifiedBy: { section, entry in section.isBrief ? entry.number : nil }
        ) {
            $0.site.entries($0.numbers)
        },
    ])
