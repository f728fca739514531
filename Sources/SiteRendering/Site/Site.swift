import EDTF
import TimelineModel

/// A timeline on its way to pages: the story, the language it is told in, and who is where.
///
/// A class, since every value that a template reads holds on to it: copying a reference costs nothing.
final class Site: Sendable {
    let timeline: Timeline
    let language: Language
    let links: LinkTargets
    let index: SiteIndex
    /// The lists of the site, for the navigation of every page.
    let sectionLinks: [(kind: IndexKind, link: Link)]
    /// Headings of the list of entries.
    let periods: [Period]
    /// True where the entries are too many for one page, so that each period has pages of its own.
    let isLong: Bool
    /// Nil where the site has no map.
    let maps: SiteMaps?
    let indexRows = IndexRows()
    /// Nil where the site has no search.
    let searchShards: SearchShards?
    /// Up to which day the site tells the story, as citations say it; nil where that is not known.
    let citedState: String?
    private let cards: EntryCards
    /// What its lists show of entries.
    let fragments: Fragments

    init(_ timeline: Timeline) {
        self.timeline = timeline
        language = .named(timeline.settings.language)
        links = LinkTargets(
            entries: timeline.entries, pages: timeline.pages, media: timeline.media, leftOut: [])
        let index = SiteIndex(timeline)
        self.index = index
        sectionLinks = Self.sectionLinks(index, language)
        maps = SiteMaps(timeline, index)
        let pagination = timeline.settings.pagination
        let isTooLong = timeline.entries.count > timeline.settings.pageSize
        isLong = pagination != .none && (isTooLong || pagination != .auto)
        periods = timeline.periods(by: Self.unit(timeline, isLong: isLong))
        searchShards = timeline.settings.hasSearch ? SearchShards(for: timeline) : nil
        cards = EntryCards(count: timeline.entries.count)
        fragments = Fragments(count: timeline.entries.count)
        citedState = language.citedState(timeline.asOf)
    }

    /// A site like another, with a timeline that differs from the other's in the texts of entries alone.
    init(_ other: Site, telling timeline: Timeline) {
        self.timeline = timeline
        language = other.language
        links = other.links.rewritten(timeline.entries)
        index = other.index
        sectionLinks = other.sectionLinks
        maps = other.maps
        isLong = other.isLong
        periods = other.periods
        searchShards = timeline.settings.hasSearch ? SearchShards(for: timeline) : nil
        cards = EntryCards(count: timeline.entries.count)
        fragments = Fragments(count: timeline.entries.count)
        citedState = language.citedState(timeline.asOf)
    }

    private static func sectionLinks(
        _ index: SiteIndex, _ language: Language
    ) -> [(kind: IndexKind, link: Link)] {
        IndexKind.allCases.filter { kind in
            kind == .periods || !index.entries(kind).isEmpty
        }.map { ($0, Link(text: language[$0.word], url: PagePath.index($0))) }
    }

    private static func unit(_ timeline: Timeline, isLong: Bool) -> PeriodUnit {
        switch timeline.settings.pagination {
        case .century: .century
        case .decade: .decade
        case .year: .year
        case .auto where isLong:
            max(
                timeline.widestUnit(downTo: .year, averaging: timeline.settings.pageSize),
                timeline.finestUnit(from: .year, atMost: 150))
        case .auto, .none: timeline.finestUnit(from: .month, atMost: 30)
        }
    }

    var settings: Settings { timeline.settings }

    func card(_ number: Int) -> EntryCard { cards.card(number, in: self) }

    /// Entries, or parts of anything else, in the order of reading.
    func reading<Items: BidirectionalCollection>(_ items: Items) -> [Items.Element] {
        settings.order == .ascending ? Array(items) : items.reversed()
    }

    /// An entry by its place in the timeline.
    subscript(number: Int) -> Entry { timeline.entries[number] }

    /// The page or place where a period is read.
    func url(of period: Period) -> String {
        isLong ? PagePath.item(.periods, period.id) : PagePath.home + "#" + Self.anchor(of: period)
    }

    /// No entry's slug has an underscore, so that headings and entries never share an anchor.
    static func anchor(of period: Period) -> String { "period_" + period.id }
}

extension Language {
    fileprivate func citedState(_ day: CalendarDay?) -> String? {
        day.map { fill(.citedState, ["date": words(for: $0)]) }
    }
}
