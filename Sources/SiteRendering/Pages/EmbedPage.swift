import Diagnostics
import Templates
import TimelineModel

/// A page for a frame on another site: the timeline or, if it is long, its beginning; or a single entry. The fragment
/// that `dateline embed` prints shows the same.
struct EmbedPage: PageSubject {
    let frame: PageFrame
    /// The indices of the entries that the page shows, in reading order.
    let numbers: [Int]
    /// The number of entries that were asked for, of which the page shows the first.
    fileprivate let count: Int
    /// Whether the page is that of one entry.
    let isEntry: Bool

    /// The page of the whole timeline.
    init(_ site: Site) {
        self.init(site, showing: Array(site.timeline.entries.indices))
    }

    /// The page of one entry.
    init(entry number: Int, in site: Site) {
        let path = PagePath.embed(entry: site[number].slug.value)
        frame = PageFrame(
            site: site, path: path, title: site[number].title.value, description: site[number].summaryText,
            isHidden: true)
        numbers = [number]
        count = 1
        isEntry = true
    }

    /// A page of some entries, at the place of the page of the whole timeline.
    ///
    /// - Parameters:
    ///   - numbers: the indices of the entries, ascending.
    ///   - root: the address before every link; nil for links relative to the page.
    init(_ site: Site, showing numbers: [Int], root: String? = nil) {
        frame = PageFrame(
            site: site, path: PagePath.embed, title: site.settings.title, isHidden: true, root: root)
        self.numbers = Array(site.reading(numbers).prefix(site.settings.pageSize))
        count = numbers.count
        isEntry = false
    }

    var site: Site { frame.site }

    /// Whether there are more entries than the page shows.
    var isShortened: Bool { count > numbers.count }

    /// Whether the script can filter the entries: the page has all of them, or the search has data of those that it
    /// lacks, as on every long site.
    var hasFinder: Bool { !isEntry && site.settings.hasSearch && (site.isLong || !isShortened) }

    /// Returns whether the page of the whole timeline shows an entry.
    static func holds(entry number: Int, in site: Site) -> Bool { EmbedPage(site).numbers.contains(number) }
}

let embedPageContext = Context<EmbedPage>(
    "embed page",
    pageFields() + [
        .flag("is_entry", "Whether it shows a single entry") { $0.isEntry },
        .flag("is_shortened", "Whether there are more entries than it shows, which are the first") {
            $0.isShortened
        },
        .text(
            "extent", "If it is shortened: the number of entries that it shows, in words: 50 of 500 entries"
        ) { page in
            guard page.isShortened else { return nil }
            return page.site.language.fill(
                .foundEntries, ["shown": "\(page.numbers.count)", "all": "\(page.count)"])
        },
        .flag("has_finder", "Whether the script can filter its entries") { $0.hasFinder },
        .list(
            "sections", entrySectionContext, "The entries of a timeline by period; empty for a single entry"
        ) {
            $0.isEntry ? [] : $0.site.sections($0.numbers, isBrief: $0.site.isLong)
        },
        .list("entries", entryContext, "All entries that the page shows, without periods") {
            $0.site.entries($0.numbers)
        },
        .record(
            "overview", overviewContext,
            "The drawing of the entries' dates; empty if the page does not show them all"
        ) { page in
            page.isEntry || page.isShortened || page.site.isLong
                ? nil : Overview(page.numbers.sorted(), in: page.site, isWhole: true, linksStay: true)
        },
        .list("facets", facetContext, "The filters of entries; empty if search is off") { $0.site.facets },
        .record("finder_texts", finderTextContext, "The texts of the script for filters and search") {
            $0.site.language
        },
    ])
