import EDTF
import Files
import Templates
import TimelineModel

/// A timeline prepared for rendering, with the interface language, the index, and caches of what pages share.
///
/// It is a class since every value that a template reads holds a reference to it, which is cheap to copy.
final class Site: Sendable {
    let timeline: Timeline
    /// The language of the interface.
    let language: Language
    /// The entries and claims of each actor, place, source and so on.
    let index: SiteIndex
    /// The links to the indexes of all kinds, for the navigation of every page.
    let sectionLinks: [(kind: IndexKind, link: Link)]
    /// The periods of the timeline, which are the headings of the list of entries.
    let periods: [Period]
    /// Whether the entries are too many for one page, so that each period has pages of its own.
    let isLong: Bool
    /// The story in the order of reporting; nil if it does not tell of several days.
    let reporting: Reporting?
    /// The days of which the site has a page of what was known, ascending.
    let earlierDays: [CalendarDay]
    /// The statuses whose entries the site lists.
    let listedStatuses: Set<Status>
    /// The maps of the site; nil if it has none.
    let maps: SiteMaps?
    /// The cached row orders of all indexes.
    let indexOrders = IndexOrders()
    /// The data files of the search; nil if the site has no search.
    let search: (any SearchData)?
    /// The style sheet and the script.
    let sharedFiles: SharedFiles
    /// The sort keys and counts of all claims.
    let claims: ClaimTable
    /// The memoised dates, attributions, claims and registered sources.
    private let made: MadeOnce
    /// The links to the pages of actors, places, groups and tags.
    private let thingLinks: ThingLinks
    /// The memoised order of the sources, and that of the last site, from which it is made.
    private let madeBibliography: LazyValue<Bibliography>
    private let lastBibliography: Bibliography?
    /// The memoised values by which lists are cut.
    private let madeCutKeys = LazyValue<CutKeys>()
    /// The memoised parts of long periods.
    private let partsOfPeriods = LazyValue<[String: [PeriodPart]]>()
    /// The memoised states of the entries on earlier days.
    private let madeStates = LazyValue<EntryStates>()
    /// The names of the periods, in their order.
    let periodTitles: [String]
    /// The cached list items of entries and claims.
    let fragments: FragmentCache

    /// - Parameters:
    ///   - search: the data files of the search; nil for a site without search.
    ///   - namesCarryFingerprints: whether files that browsers may cache for ever have a fingerprint in their names.
    ///   - bibliography: the order of the sources of the last site; nil if there is none.
    init(
        _ timeline: Timeline, _ theme: Theme? = nil, search: (any SearchData)? = nil,
        namesCarryFingerprints: Bool = false, after bibliography: Bibliography? = nil
    ) {
        self.timeline = timeline
        madeBibliography = LazyValue()
        lastBibliography = bibliography
        self.search = search
        sharedFiles = SharedFiles(theme, timeline, namesCarryFingerprints: namesCarryFingerprints)
        language = .named(timeline.settings.language)
        let index = SiteIndex(timeline)
        self.index = index
        sectionLinks = Self.sectionLinks(index, language)
        reporting = Reporting(timeline)
        maps = SiteMaps(timeline, index)
        isLong = Self.isLong(timeline)
        earlierDays = Self.earlierDays(timeline, reporting, isLong: isLong)
        listedStatuses = index.listedStatuses
        periods = timeline.periods(by: Self.unit(timeline, isLong: isLong))
        claims = ClaimTable(timeline)
        made = MadeOnce(timeline, claimCount: claims.count)
        fragments = FragmentCache(count: max(timeline.entries.count, claims.count))
        thingLinks = ThingLinks(timeline, language)
        periodTitles = periods.map { [language] in $0.date.text(in: language.dates) }
    }

    /// The entries of a site as they could have stood on an earlier day, for pages of the whole site: links lead to what the
    /// whole site has.
    init(_ whole: Site, on day: CalendarDay) {
        timeline = whole.entryStates.entries(on: day)
        madeBibliography = LazyValue()
        lastBibliography = nil
        language = whole.language
        index = SiteIndex(timeline)
        sectionLinks = whole.sectionLinks
        reporting = nil
        earlierDays = []
        listedStatuses = whole.listedStatuses
        maps = nil
        isLong = whole.isLong
        periods = timeline.periods(by: Self.unit(timeline, isLong: isLong))
        search = nil
        sharedFiles = whole.sharedFiles
        claims = ClaimTable(timeline)
        made = MadeOnce(timeline, claimCount: claims.count)
        fragments = FragmentCache(count: max(timeline.entries.count, claims.count))
        thingLinks = ThingLinks(timeline, language)
        periodTitles = periods.map { [language] in $0.date.text(in: language.dates) }
    }

    /// A copy of a site with a timeline that differs only in the texts of entries.
    init(_ other: Site, telling timeline: Timeline) {
        self.timeline = timeline
        madeBibliography = other.madeBibliography
        lastBibliography = other.lastBibliography
        language = other.language
        index = other.index
        sectionLinks = other.sectionLinks
        // Dates, claims and statuses are the same.
        reporting = other.reporting
        earlierDays = other.earlierDays
        listedStatuses = other.listedStatuses
        maps = other.maps
        isLong = other.isLong
        periods = other.periods
        search = other.search?.retelling(timeline)
        sharedFiles = other.sharedFiles
        claims = ClaimTable(timeline)
        made = MadeOnce(timeline, claimCount: claims.count)
        fragments = FragmentCache(count: max(timeline.entries.count, claims.count))
        thingLinks = other.thingLinks
        periodTitles = other.periodTitles
    }

    /// Whether a timeline has too many entries for one page.
    static func isLong(_ timeline: Timeline) -> Bool {
        let pagination = timeline.settings.pagination
        let isTooLong = timeline.entries.count > timeline.settings.pageSize
        return pagination != .none && (isTooLong || pagination != .auto)
    }

    /// Returns the links to the indexes of all kinds that entries use.
    private static func sectionLinks(
        _ index: SiteIndex, _ language: Language
    ) -> [(kind: IndexKind, link: Link)] {
        IndexKind.allCases.filter { kind in
            kind == .periods || index.count(kind) > 0
        }.map { ($0, Link(text: language[$0.word], url: PagePath.index($0))) }
    }

    /// Returns the length of periods: the one that the settings name, or one that fits the number of entries.
    private static func unit(_ timeline: Timeline, isLong: Bool) -> PeriodUnit {
        switch timeline.settings.pagination {
        case .century: return .century
        case .decade: return .decade
        case .year: return .year
        case .auto where isLong:
            let counts = timeline.periodCounts(from: .year)
            return max(
                counts.widestUnit(downTo: .year, averaging: timeline.settings.pageSize),
                counts.finestUnit(from: .year, atMost: 150))
        case .auto, .none: return timeline.periodCounts(from: .month).finestUnit(from: .month, atMost: 30)
        }
    }

    var settings: Settings { timeline.settings }

    /// The order of the sources.
    var bibliography: Bibliography {
        madeBibliography.value { Bibliography(timeline.sources, after: lastBibliography) }
    }

    /// The order of the sources if it has been needed; nil if not.
    var knownBibliography: Bibliography? { madeBibliography.known }

    /// What each entry was on earlier days.
    var entryStates: EntryStates {
        madeStates.value { EntryStates(timeline, reporting?.knowledge ?? timeline.knowledge) }
    }

    /// The values by which long lists are cut.
    var cutKeys: CutKeys { madeCutKeys.value { CutKeys(timeline, periods) } }

    /// The parts of each period that is too long for one page, oldest first.
    var longPeriods: [String: [PeriodPart]] { partsOfPeriods.value { partsOfLongPeriods() } }

    /// Calls a closure with the speakers and publications of an entry. They are computed on first use and memoised:
    /// the one-line lists of a long site do not show them.
    func withAttribution<Result>(_ number: Int, _ look: (Attribution) -> Result) -> Result {
        made.attributions.withObject(number, { Attribution(number, in: self) }, look)
    }

    /// Returns the notes of an entry's page. Those of an entry without claims are not kept: lists hardly show them.
    func notes(ofEntry number: Int) -> Notes {
        timeline.names.claimCount(of: number) == 0
            ? Notes(ofEntry: number, in: self) : withAttribution(number) { $0.notes }
    }

    /// Returns the greatest number of notes that an entry's page can have, 0 only if it has none; nil if its texts cite
    /// sources, so that only the notes themselves tell.
    func mostNotes(ofEntry number: Int) -> Int? {
        self[number].citesSources ? nil : timeline.names.sources[number].count
    }

    /// Returns the number of notes of an entry's page that its lists do not show.
    func furtherNotes(ofEntry number: Int) -> Int {
        // Most entries have few, which is known without numbering them.
        if let most = mostNotes(ofEntry: number), most <= Notes.mostInLists { return 0 }
        return notes(ofEntry: number).furtherCount
    }

    /// Returns the memoised date of an entry, which most lists show in words.
    func date(ofEntry number: Int) -> DateView {
        made.dates.object(number) { date(self[number].date) }
    }

    /// Calls a closure with the claim's memoised card, without counting a reference to it; a page does so some
    /// thousand times.
    func withCard<Result>(_ key: ClaimKey, _ look: (ClaimCard) -> Result) -> Result {
        made.claims.withObject(claims.number(of: key), { ClaimCard(key, in: self) }, look)
    }

    /// Returns the record of a source. That of a registered source is memoised; one that is written where it is cited
    /// appears on a page or two.
    ///
    /// - Parameter slot: the source's index in the timeline's registry.
    func source(at slot: Int) -> SubjectRecord<SourceView> {
        let source = timeline.sources.values[slot]
        func record() -> SubjectRecord<SourceView> {
            sourceContext.record(SourceView(source: source, language: language))
        }
        return source.isRegistered ? made.sources.object(slot, record) : record()
    }

    /// Returns the link to the page of an item that an entry names.
    func link(_ kind: IndexKind, to reference: Reference) -> Link {
        index.slot(kind, reference.id).flatMap { thingLinks[kind, $0] }
            ?? Link(text: reference.text, url: PagePath.item(kind, reference.id))
    }

    /// Returns the links to the pages of items.
    ///
    /// - Parameter slots: the items' indices in the timeline's registry.
    func links(_ kind: IndexKind, at slots: some Sequence<Int>) -> [Link] {
        slots.compactMap { thingLinks[kind, $0] }
    }

    /// Returns items in reading order, which the settings choose: ascending or descending.
    func reading<Items: BidirectionalCollection>(_ items: Items) -> [Items.Element] {
        settings.order == .ascending ? Array(items) : items.reversed()
    }

    /// The entry at an index of the timeline.
    subscript(number: Int) -> Entry { timeline.entries[number] }

    /// Returns the URL of a period's entries: its own page, or its anchor on the home page.
    func url(of period: Period) -> String {
        isLong ? PagePath.item(.periods, period.id) : PagePath.home + "#" + Self.anchor(of: period)
    }

    /// The largest number of author's pages that every page of the site links to.
    static let mostPageLinks = 20
    /// Whether there are more author's pages than that, so that they have an index of their own.
    var hasPageIndex: Bool { timeline.pages.count > Self.mostPageLinks }

    /// Returns the anchor of a period's heading. It contains an underscore, which no slug of an entry does, so the
    /// two never collide.
    static func anchor(of period: Period) -> String { "period_" + period.id }
}

/// The memoised objects that many pages show, each created on first use: an entry appears in some ten lists, which
/// several threads render at a time.
private struct MadeOnce: Sendable {
    let dates: LazyTable<DateView>
    let attributions: LazyTable<Attribution>
    let sources: LazyTable<SubjectRecord<SourceView>>
    let claims: LazyTable<ClaimCard>

    init(_ timeline: Timeline, claimCount: Int) {
        dates = LazyTable(count: timeline.entries.count)
        attributions = LazyTable(count: timeline.entries.count)
        // Registered sources come first.
        sources = LazyTable(count: timeline.sources.values.prefix { $0.isRegistered }.count)
        claims = LazyTable(count: claimCount)
    }
}

/// The links to the pages of actors, places, groups and tags, created once: an entry's page alone shows a dozen of
/// them.
private struct ThingLinks: Sendable {
    /// The links by ``IndexKind/index`` and by index in the registry; empty for periods, statuses and sources.
    private let links: [[Link]]

    init(_ timeline: Timeline, _ language: Language) {
        links = IndexKind.allCases.map { kind in
            switch kind {
            case .actors:
                timeline.actors.values.map { actor in
                    actor.id == Claim.unnamed ? language.unnamedSpeaker() : Self.link(kind, actor)
                }
            case .places: Self.links(kind, timeline.places.values)
            case .groups: Self.links(kind, timeline.groups.values)
            case .tags: Self.links(kind, timeline.tags.values)
            case .periods, .status, .sources: []
            }
        }
    }

    /// The link of one item; nil if its kind has none here.
    subscript(kind: IndexKind, slot: Int) -> Link? {
        let links = links[kind.index]
        return links.indices.contains(slot) ? links[slot] : nil
    }

    private static func links(_ kind: IndexKind, _ things: [some Registered]) -> [Link] {
        things.map { link(kind, $0) }
    }

    private static func link(_ kind: IndexKind, _ thing: some Registered) -> Link {
        Link(text: thing.name, url: PagePath.item(kind, thing.id))
    }
}
