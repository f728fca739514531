import EDTF
import Templates
import TimelineModel

/// A page of what was known on an earlier day: the entries as they could have stood then or, on a long site, the key
/// entries among them.
struct EarlierDayPage: PageSubject {
    let frame: PageFrame
    private let day: CalendarDay
    /// The site as it could have stood then.
    fileprivate let then: Site
    /// The days of the pages before and after.
    fileprivate let neighbours: (previous: CalendarDay?, next: CalendarDay?)

    init(_ day: CalendarDay, in site: Site, _ neighbours: (previous: CalendarDay?, next: CalendarDay?)) {
        self.day = day
        self.neighbours = neighbours
        then = Site(site, on: day)
        let text = site.language.fill(.earlierDay, ["date": site.words(for: day)])
        let moment = site.settings.moments.first { $0.day == day }
        frame = PageFrame(
            site: site, path: PagePath.known(on: day), title: moment?.title ?? text,
            description: site.language.fill(
                .earlierDayDescription, ["title": site.settings.title, "date": site.words(for: day)]),
            section: PagePath.knownFolder)
    }

    var site: Site { frame.site }

    fileprivate var heading: String { site.language.fill(.earlierDay, ["date": site.words(for: day)]) }

    fileprivate var tally: String {
        let language = site.language
        let (known, all) = (then.timeline.entries.count, site.timeline.entries.count)
        let possibly = then.timeline.entries.count { $0.knownMarks?.isOnlyPossiblyKnown ?? false }
        let phrase: Phrase = possibly > 0 ? .earlierDayPossibly : .earlierDayCount
        return language.fill(
            phrase,
            [
                "shown": language.grouped("\(known)"), "all": language.entries(all),
                "count": language.grouped("\(possibly)"),
            ])
    }

    /// The indices of the entries that the page shows, among those of the day.
    fileprivate var numbers: [Int] {
        then.isLong ? then.keyEntries : Array(then.timeline.entries.indices)
    }

    fileprivate func link(_ day: CalendarDay?) -> Link? {
        day.map { Link(text: site.words(for: $0), url: PagePath.known(on: $0)) }
    }
}

let earlierDayContext = Context<EarlierDayPage>(
    "page of an earlier day",
    pageFields() + [
        .text("heading", "A sentence that names the day; the title may be that of a moment") { $0.heading },
        .flag("is_moment", "Whether the day has a name, which is then the title") {
            $0.frame.title != $0.heading
        },
        .text("tally", "How many of the entries were known by then, in words") { $0.tally },
        .flag("is_shortened", "Whether there are more entries than the page shows") {
            $0.numbers.count < $0.then.timeline.entries.count
        },
        .flag("has_reports", "Whether the site has the story in the order of reporting") {
            $0.site.reporting != nil
        },
        .list("sections", entrySectionContext, "The entries as they could have stood then, by period") {
            $0.then.sections($0.numbers)
        },
        .record("previous", linkContext, "The page of the day before it that has one") {
            $0.link($0.neighbours.previous)
        },
        .record("next", linkContext, "The page of the next day that has one") { $0.link($0.neighbours.next) },
    ])
