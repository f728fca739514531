import Diagnostics
import EDTF
import Templates
import TimelineModel

/// The home page: every entry of a short timeline; the periods and key entries of a long one.
struct HomePage: PageSubject {
    let frame: PageFrame

    init(_ site: Site) {
        frame = PageFrame(
            site: site, path: PagePath.home, title: site.settings.title, card: site.homeCardView)
    }

    var site: Site { frame.site }

}

extension Site {
    /// The key entries of a long timeline, at most one page of them; its first entries if none is marked as key.
    var keyEntries: [Int] {
        let all = reading(timeline.entries.indices)
        let keys = all.lazy.filter { self[$0].importance == 1 }.prefix(settings.pageSize)
        return keys.isEmpty ? Array(all.prefix(10)) : Array(keys)
    }
}

let homePageContext = Context<HomePage>(
    "home page",
    pageFields() + [
        .flag("is_long", "Whether there are too many entries for one page") { $0.site.isLong },
        .list("sections", entrySectionContext, "All entries by period, if they fit on one page") { page in
            page.site.isLong ? [] : page.site.sections(Array(page.site.timeline.entries.indices))
        },
        .record(
            "overview", overviewContext, "The drawing of the entries' dates; empty if no date has a position"
        ) {
            Overview(Array($0.site.timeline.entries.indices), in: $0.site, isWhole: true)
        },
        .list("periods", indexRowContext, "The periods, each with the page or section that shows it") {
            $0.site.periodRows($0.site.reading($0.site.periods.indices), on: $0.frame.path)
        },
        .list("key_entries", entryContext, "For a long timeline: the entries of importance 1") { page in
            page.site.isLong ? page.site.entries(page.site.keyEntries) : []
        },
        .list("statuses", statusContext, "Every status that occurs, for a legend") { page in
            page.site.statuses.compactMap { page.site.status($0) }
        },
        .list("groups", indexRowContext, "The groups in their order") { $0.site.rows(.groups) },
        .list("facets", facetContext, "The filters of entries; empty if search is off") {
            $0.site.facets
        },
        .record("finder_texts", finderTextContext, "The texts of the script for filters and search") {
            $0.site.language
        },
        .list("last_changes", changeDayContext, "The changes of the latest days, the first few of them") {
            $0.site.lastChanges
        },
        .list("moments", linkContext, "Named days, each with the page of what was known then") { page in
            page.site.settings.moments.map { moment in
                Link(
                    text: moment.title, url: PagePath.known(on: moment.day),
                    note: page.site.words(for: moment.day))
            }
        },
        .list("eras", eraContext, "The named eras of timeline.yml") { page in
            page.site.settings.eras.map { EraView(era: $0, site: page.site) }
        },
    ])
