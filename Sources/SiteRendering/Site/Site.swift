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
    let indexOrders = IndexOrders()
    /// Nil where the site has no search.
    let search: (any SearchData)?
    let sharedFiles: SharedFiles
    /// Up to which day the site tells the story, as citations say it; nil where that is not known.
    let citedState: String?
    let claims: ClaimTable
    private let made: MadeOnce
    /// Links to the pages of what entries name.
    private let thingLinks: ThingLinks
    /// The periods in words, in their order.
    let periodTitles: [String]
    /// What its lists show of entries.
    let fragments: FragmentCache

    /// - Parameters:
    ///   - search: where the data of the search is; nil for a site without search.
    ///   - namesCarryFingerprints: true where files that browsers may keep for ever are named by what they hold.
    init(
        _ timeline: Timeline, _ theme: Theme? = nil, search: (any SearchData)? = nil,
        namesCarryFingerprints: Bool = false
    ) {
        self.timeline = timeline
        self.search = search
        sharedFiles = SharedFiles(theme, timeline, namesCarryFingerprints: namesCarryFingerprints)
        language = .named(timeline.settings.language)
        links = LinkTargets(
            entries: timeline.entries, pages: timeline.pages, media: timeline.media, leftOut: [])
        let index = SiteIndex(timeline)
        self.index = index
        sectionLinks = Self.sectionLinks(index, language)
        maps = SiteMaps(timeline, index)
        isLong = Self.isLong(timeline)
        periods = timeline.periods(by: Self.unit(timeline, isLong: isLong))
        claims = ClaimTable(timeline)
        made = MadeOnce(timeline, claimCount: claims.count)
        fragments = FragmentCache(count: max(timeline.entries.count, claims.count))
        citedState = language.citedState(timeline.asOf)
        thingLinks = ThingLinks(timeline)
        periodTitles = periods.map { [language] in $0.date.text(in: language.dates) }
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
        search = other.search?.retelling(timeline)
        sharedFiles = other.sharedFiles
        claims = ClaimTable(timeline)
        made = MadeOnce(timeline, claimCount: claims.count)
        fragments = FragmentCache(count: max(timeline.entries.count, claims.count))
        citedState = language.citedState(timeline.asOf)
        thingLinks = other.thingLinks
        periodTitles = other.periodTitles
    }

    /// True where the entries are too many for one page.
    static func isLong(_ timeline: Timeline) -> Bool {
        let pagination = timeline.settings.pagination
        let isTooLong = timeline.entries.count > timeline.settings.pageSize
        return pagination != .none && (isTooLong || pagination != .auto)
    }

    private static func sectionLinks(
        _ index: SiteIndex, _ language: Language
    ) -> [(kind: IndexKind, link: Link)] {
        IndexKind.allCases.filter { kind in
            kind == .periods || index.count(kind) > 0
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

    /// Who says it and where it was published: made when the first list asks for it, since the lists of a long
    /// site show a line an entry.
    func withAttribution<Result>(_ number: Int, _ look: (Attribution) -> Result) -> Result {
        made.attributions.withObject(number, { Attribution(number, in: self) }, look)
    }

    /// Looks at an entry's card without counting a reference to it.
    func withCard<Result>(_ number: Int, _ look: (EntryCard) -> Result) -> Result {
        made.cards.withObject(number, { EntryCard(number, in: self) }, look)
    }

    /// Looks at a claim's card without counting a reference to it: a page does so some thousand times.
    func withCard<Result>(_ key: ClaimKey, _ look: (ClaimCard) -> Result) -> Result {
        made.claims.withObject(claims.number(of: key), { ClaimCard(key, in: self) }, look)
    }

    /// A source of the timeline by its slot.
    func source(at slot: Int) -> SubjectRecord<SourceView> {
        made.sources.object(slot) {
            sourceContext.record(SourceView(source: timeline.sources.values[slot], language: language))
        }
    }

    /// The page of what an entry names.
    func link(_ kind: IndexKind, to reference: Reference) -> Link {
        index.slot(kind, reference.id).flatMap { thingLinks[kind, $0] }
            ?? Link(text: reference.text, url: PagePath.item(kind, reference.id))
    }

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

    /// How many of the author's pages every page of the site links to, at most.
    static let mostPageLinks = 20
    /// True where there are more: they have a list of their own.
    var hasPageIndex: Bool { timeline.pages.count > Self.mostPageLinks }

    /// No entry's slug has an underscore, so that headings and entries never share an anchor.
    static func anchor(of period: Period) -> String { "period_" + period.id }
}

extension Language {
    fileprivate func citedState(_ day: CalendarDay?) -> String? {
        day.map { fill(.citedState, ["date": words(for: $0)]) }
    }
}

/// What pages show again and again, each made when the first of them asks for it: an entry stands in some ten lists,
/// which several threads write at a time.
private struct MadeOnce: Sendable {
    let cards: LazyTable<EntryCard>
    let attributions: LazyTable<Attribution>
    let sources: LazyTable<SubjectRecord<SourceView>>
    let claims: LazyTable<ClaimCard>

    init(_ timeline: Timeline, claimCount: Int) {
        cards = LazyTable(count: timeline.entries.count)
        attributions = LazyTable(count: timeline.entries.count)
        sources = LazyTable(count: timeline.sources.values.count)
        claims = LazyTable(count: claimCount)
    }
}

/// Links to the pages of actors, places, groups and tags, made once: an entry's page alone has a dozen.
private struct ThingLinks: Sendable {
    /// By slot, for each kind at its place.
    private let links: [[Link]]

    init(_ timeline: Timeline) {
        links = IndexKind.allCases.map { kind in
            switch kind {
            case .actors: Self.links(kind, timeline.actors.values)
            case .places: Self.links(kind, timeline.places.values)
            case .groups: Self.links(kind, timeline.groups.values)
            case .tags: Self.links(kind, timeline.tags.values)
            case .periods, .status, .sources: []
            }
        }
    }

    subscript(kind: IndexKind, slot: Int) -> Link? {
        let links = links[kind.place]
        return links.indices.contains(slot) ? links[slot] : nil
    }

    private static func links(_ kind: IndexKind, _ things: [some Registered]) -> [Link] {
        things.map { Link(text: $0.name, url: PagePath.item(kind, $0.id)) }
    }
}
