import CardDrawing
import Diagnostics
import EDTF
import Exports
import MapGeometry
import SiteOutput
import Templates
import TimelineModel
import UTF8Text

/// The planned files of a site, each with the closure that renders it; planning renders no page.
///
/// Sites that differ only in the texts of their entries share one plan. A planned file must not capture the site for
/// which it was planned; the site is an argument of its closure.
struct SitePlan {
    private let site: Site
    private var templates: FoldedTemplates
    private let theme: Theme
    /// The planned files, in the order in which they were added.
    private(set) var files: [PlannedFile] = []
    /// A cache used during planning: the first location of each id that an entry names.
    private var firstNames: [Naming: [String: Range<Int>]] = [:]

    /// Identifies the references of one kind in one entry.
    private struct Naming: Hashable {
        var kind: IndexKind
        var entry: Int
    }

    /// - Parameters:
    ///   - press: draws the cards when they are written.
    ///   - jobs: the number of threads that may build what the files share.
    init(
        _ site: Site, _ templates: PageTemplates, _ theme: Theme, press: CardPress = CardPress(), jobs: Int
    ) {
        self.site = site
        self.templates = FoldedTemplates(templates, for: site)
        self.theme = theme
        addHome()
        addEmbeds()
        addEntries()
        if site.isLong { addPeriods() }
        addLists()
        addThings()
        addIndexes()
        addMaps()
        addReports()
        addEarlierDays()
        addAuthorsPages()
        addChanges()
        addRedirects()
        addExports()
        addSearch(jobs: jobs)
        files += CardFiles(press).files(of: site)
        addPlainFiles()
        firstNames = [:]
    }

    private static let settings = SourceLocation(ContentFile.settings.path)

    private mutating func addHome() {
        files.append(
            templates.file(PageKinds.home, at: PagePath.home, of: Self.settings) { HomePage($0) })
    }

    /// Adds the page for frames on other sites and, if the settings ask for them, those of single entries.
    private mutating func addEmbeds() {
        guard site.settings.embed.isOn else { return }
        files.append(
            templates.file(PageKinds.embed, at: PagePath.embed, of: Self.settings) { EmbedPage($0) })
        guard site.settings.embed.hasEntryPages, let first = site.timeline.entries.indices.first else {
            return
        }
        let pages = templates.pages(
            PageKinds.embed, beside: PagePath.embed(entry: site[first].slug.value)
        ) { EmbedPage(entry: first, in: $0) }
        for number in site.timeline.entries.indices {
            let slug = site[number].slug
            files.append(
                pages.file(at: PagePath.embed(entry: slug.value), of: location(of: slug, number)) {
                    EmbedPage(entry: number, in: $0)
                })
        }
    }

    private mutating func addEntries() {
        guard let first = site.timeline.entries.indices.first else { return }
        let pages = templates.pages(PageKinds.entry, beside: PagePath.entry(site[first].slug.value)) {
            EntryPage(first, in: $0)
        }
        for number in site.timeline.entries.indices {
            let slug = site[number].slug
            files.append(
                pages.file(at: PagePath.entry(slug.value), of: location(of: slug, number)) {
                    EntryPage(number, in: $0)
                })
        }
    }

    private mutating func addPeriods() {
        let periods = site.reading(site.periods)
        let titles = site.reading(site.periodTitles)
        for (index, period) in periods.enumerated() {
            func link(_ index: Int) -> Link? {
                guard periods.indices.contains(index) else { return nil }
                return Link(text: titles[index], url: site.url(of: periods[index]))
            }
            let title = titles[index]
            addList(
                .periods, period.id, title, site.language.fill(.periodDescription, ["name": title]),
                Array(period.entries), neighbours: (link(index - 1), link(index + 1)))
        }
    }

    /// Adds the pages of groups, tags and statuses, which list entries.
    private mutating func addLists() {
        let language = site.language
        for group in site.timeline.groups.values {
            addList(
                .groups, group.id, group.name,
                language.fill(.groupDescription, ["name": group.name]),
                site.index.entries(.groups, group.id), of: location(of: group, .groups),
                intro: group.description
            )
        }
        for tag in site.timeline.tags.values {
            addList(
                .tags, tag.id, tag.name, language.fill(.tagDescription, ["name": tag.name]),
                site.index.entries(.tags, tag.id), of: location(of: tag, .tags), intro: tag.description)
        }
        for status in Status.allCases {
            let numbers = site.index.entries(.status, status.rawValue)
            if numbers.isEmpty { continue }
            let name = language.name(of: status)
            addList(
                .status, status.rawValue, language.fill(.statusTitle, ["status": name]),
                language.fill(.statusDescription, ["name": name]), numbers)
        }
    }

    /// Adds the pages of one list, one per part.
    private mutating func addList(
        _ kind: IndexKind, _ id: String, _ title: String, _ description: String, _ numbers: [Int],
        of origin: SourceLocation = settings, intro: RichText? = nil,
        neighbours: (previous: Link?, next: Link?) = (nil, nil)
    ) {
        let parts = site.parts(numbers)
        let heads = PartHead.of(parts.map(\.part).links(kind, id), kind.folder, title, description)
        for (head, part) in zip(heads, parts) {
            files.append(
                templates.file(
                    PageKinds.list, at: head.path, of: origin, isEmpty: numbers.isEmpty
                ) { [count = numbers.count] site in
                    ListPage(
                        frame: head.frame(in: site), kind: kind, id: id, heading: title,
                        numbers: part.numbers, pager: head.pager, total: count, intro: intro,
                        neighbours: neighbours)
                })
        }
    }

    /// Adds the pages of actors, places and sources.
    private mutating func addThings() {
        let language = site.language
        for (slot, actor) in site.timeline.actors.values.enumerated() {
            let description = language.fill(.actorDescription, ["name": actor.name])
            addThing(
                .actors, actor.id, actor.name, description, PageKinds.actor, of: location(of: actor, .actors)
            ) {
                ActorPage(slot: slot, frame: $0, entries: $1)
            }
        }
        for place in site.timeline.places.values {
            let description = language.fill(.placeDescription, ["name": place.name])
            addThing(
                .places, place.id, place.name, description, PageKinds.place,
                of: location(of: place, .places)
            ) {
                PlacePage(place: place, frame: $0, entries: $1)
            }
        }
        for (slot, source) in site.timeline.sources.values.enumerated() where source.isRegistered {
            let label = site.source(at: slot).subject.label
            let description = language.fill(.sourceDescription, ["name": label])
            addThing(
                .sources, source.id, source.title ?? label, description, PageKinds.source,
                of: SourceLocation(source.path, source.range)
            ) {
                SourcePage(slot: slot, frame: $0, entries: $1)
            }
        }
    }

    /// Adds the pages of one actor, place or source, one per part of its entries.
    private mutating func addThing<Page: ThingPage>(
        _ kind: IndexKind, _ id: String, _ title: String, _ description: String,
        _ pageKind: PageKind<Page>, of origin: SourceLocation,
        _ make: @escaping @Sendable (PageFrame, EntryPart) -> Page
    ) {
        let parts = site.parts(site.index.entries(kind, id)) { site.claimCount($0, kind) }
        let heads = PartHead.of(parts.map(\.part).links(kind, id), kind.folder, title, description)
        for (head, part) in zip(heads, parts) {
            let entries = EntryPart(kind: kind, id: id, numbers: part.numbers, pager: head.pager)
            files.append(
                templates.file(pageKind, at: head.path, of: origin) {
                    make(head.frame(in: $0), entries)
                })
        }
    }

    /// Adds the index pages of all kinds: periods, groups, actors and so on.
    private mutating func addIndexes() {
        for kind in IndexKind.allCases {
            let count = site.rowCount(kind)
            // A page size above the number of rows has no further effect, and its product could overflow.
            let size = max(1, min(site.settings.pageSize, count)) * Self.rowsAnEntry
            let title = site.language[kind.word]
            let parts = site.indexParts(kind, atMost: size)
            let heads = PartHead.of(
                parts.map(\.part).links(kind, PagePath.indexID), kind.folder, title, title)
            for (head, part) in zip(heads, parts) {
                files.append(
                    templates.file(PageKinds.index, at: head.path, of: Self.settings, isEmpty: count == 0) {
                        site in
                        IndexPage(
                            frame: head.frame(in: site), kind: kind, range: part.rows, pager: head.pager)
                    })
            }
        }
    }

    /// The number of index rows that take the room of one entry.
    private static let rowsAnEntry = 4

    /// Adds the map page, and the land outlines that all maps of the site share.
    private mutating func addMaps() {
        guard let maps = site.maps else { return }
        files.append(
            templates.file(PageKinds.map, at: PagePath.map, of: Self.settings) { MapPage(maps, in: $0) })
        for view in maps.views.sorted(by: { $0.id < $1.id }) {
            files.append(
                PlannedFile(
                    PagePath.land(view), of: Self.settings.path,
                    .rendered { $1.append(bytes: landFile(view)) }
                ))
        }
    }

    /// Adds the pages that tell the story in the order of reporting.
    private mutating func addReports() {
        guard let reporting = site.reporting else { return }
        let parts = site.parts(reporting.reports)
        let title = site.language[.howItBecameKnown]
        let description = site.language.fill(.knownDescription, ["title": site.settings.title])
        let links = parts.map { Link(text: $0.part.label, url: PagePath.known(part: $0.part.name)) }
        let heads = PartHead.of(links, PagePath.knownFolder, title, description)
        var addresses = [String?](repeating: nil, count: site.timeline.entries.count)
        for (head, part) in zip(heads, parts) {
            // On the first page, where the drawing is, the link needs no path.
            let path = head.path == PagePath.known() ? "" : PagePath.root(of: PagePath.known()) + head.path
            for report in part.reports where reporting.isFirst(report) {
                addresses[report.entry] = path + "#" + site[report.entry].slug.value
            }
        }
        for (head, part) in zip(heads, parts) {
            let addresses = head.path == PagePath.known() ? addresses : nil
            files.append(
                templates.file(PageKinds.known, at: head.path, of: Self.settings) { site in
                    KnownPage(
                        frame: head.frame(in: site), reports: part.reports, pager: head.pager,
                        addresses: addresses)
                })
        }
    }

    /// Adds the pages of what was known on earlier days and, if readers can pick a day on the first page, what each entry
    /// was then.
    private mutating func addEarlierDays() {
        for (index, day) in site.earlierDays.enumerated() {
            func link(_ index: Int) -> CalendarDay? {
                site.earlierDays.indices.contains(index) ? site.earlierDays[index] : nil
            }
            let neighbours = (previous: link(index - 1), next: link(index + 1))
            files.append(
                templates.file(PageKinds.earlierDay, at: PagePath.known(on: day), of: Self.settings) {
                    EarlierDayPage(day, in: $0, neighbours)
                })
        }
        guard site.hasStatesFile else { return }
        let items = templates.pages(PageKinds.entryState, beside: PagePath.home) { EntryState(0, in: $0) }
        files.append(
            PlannedFile(
                PagePath.states, of: Self.settings.path,
                .rendered { site, output throws(RenderingFailure) in
                    try StatesFile(site).write(with: items, to: &output)
                }))
    }

    /// Adds the author's pages and, if they are many, their index.
    private mutating func addAuthorsPages() {
        for page in site.timeline.pages {
            let path = PagePath.page(page.slug.value)
            files.append(
                templates.file(
                    PageKinds.authors, at: path, of: SourceLocation(page.path, page.slug.range)
                ) { AuthorsPage(page, in: $0) })
        }
        guard site.hasPageIndex else { return }
        files.append(
            templates.file(PageKinds.index, at: PagePath.allPages, of: Self.settings) { site in
                let title = site.language[.allPages]
                let frame = PageFrame(site: site, path: PagePath.allPages, title: title, description: title)
                return IndexPage(frame: frame, kind: nil, range: 0..<0, pager: nil)
            })
    }

    /// Adds the page and the feed of what publications changed, if there is a log of it.
    private mutating func addChanges() {
        if site.changeDays.isEmpty { return }
        let origin = SourceLocation(ContentFile.changes.path)
        files.append(
            templates.file(PageKinds.changes, at: PagePath.changes, of: origin) { ChangesPage($0) })
        if site.settings.baseURL == nil { return }
        files.append(
            PlannedFile(
                PagePath.changeFeed, of: origin.path,
                .rendered { site, output in
                    site.changeFeed.writeAtom(
                        of: ExportedSite(site.timeline, SiteTexts(site: site)), to: &output)
                }))
    }

    /// Adds the "not found" page, and a redirect page for each old address of an entry.
    private mutating func addRedirects() {
        files.append(
            templates.file(PageKinds.notFound, at: PagePath.notFound, of: Self.settings) { site in
                let frame = PageFrame(
                    site: site, path: PagePath.notFound, title: site.language[.notFoundTitle], isHidden: true)
                return RedirectPage(frame: frame, target: Link(text: site.settings.title, url: PagePath.home))
            })
        for number in site.timeline.entries.indices {
            for alias in site[number].aliases {
                let path = PagePath.entry(alias.value)
                files.append(
                    templates.file(PageKinds.moved, at: path, of: location(of: alias, number)) { site in
                        let frame = PageFrame(
                            site: site, path: path, title: site.language[.movedTitle], isHidden: true)
                        let entry = site[number]
                        return RedirectPage(
                            frame: frame, target: site.link(to: entry),
                            anchors: RedirectPage.anchors(of: entry)
                        )
                    })
            }
        }
    }

    // MARK: What gives a page its address

    /// Returns the location of a slug in an entry.
    private func location(of slug: Located<String>, _ number: Int) -> SourceLocation {
        SourceLocation(site[number].path, slug.range)
    }

    /// Returns the location where an item is registered or, if it is not registered, where an entry names it first.
    private mutating func location(of thing: some Registered, _ kind: IndexKind) -> SourceLocation {
        if thing.isRegistered { return SourceLocation((kind.file ?? .settings).path, thing.range) }
        guard let number = site.index.entries(kind, thing.id).first else { return Self.settings }
        let naming = Naming(kind: kind, entry: number)
        let ranges = firstNames[naming] ?? firstRanges(naming)
        firstNames[naming] = ranges
        return SourceLocation(site[number].path, ranges[thing.id] ?? 0..<0)
    }

    /// Returns the first byte range at which an entry names each id of a kind.
    private func firstRanges(_ naming: Naming) -> [String: Range<Int>] {
        let entry = site[naming.entry]
        let references =
            switch naming.kind {
            case .tags: entry.tags
            case .actors: entry.actors
            case .places: entry.places.map(\.place)
            default: [Reference]()
            }
        return Dictionary(references.lazy.map { ($0.id, $0.range) }, uniquingKeysWith: { first, _ in first })
    }

    /// Adds the data files of filters and search and, if they are many, the page that names them.
    private mutating func addSearch(jobs: Int) {
        guard let search = site.search as? SearchFiles else { return }
        files += search.files(of: site, jobs: jobs)
        guard search.hasPage(in: site) else { return }
        files.append(
            templates.file(PageKinds.search, at: PagePath.search, of: Self.settings) { site in
                let frame = PageFrame(
                    site: site, path: PagePath.search, title: site.language[.search], isHidden: true)
                return SearchPage(frame: frame)
            })
    }

    /// Adds the theme's files, media, and the files for hosts and search engines.
    private mutating func addPlainFiles() {
        let shared = site.sharedFiles
        addThemeFile(shared.stylePath, PagePath.style, shared.style)
        addThemeFile(shared.scriptPath, PagePath.script, shared.script)
        addThemeFile(PagePath.icon, PagePath.icon, theme.icon)
        // A site's own templates may name the plain files, which must then exist too.
        for (path, name, bytes) in [
            (shared.stylePath, PagePath.style, shared.style),
            (shared.scriptPath, PagePath.script, shared.script),
        ] where path != name && theme.names(name) {
            addThemeFile(name, name, bytes)
        }
        for path in theme.assets {
            let name = String(path.rest(after: Theme.folder + "/") ?? path[...])
            files.append(PlannedFile(name, of: path, .copy(of: path)))
        }
        for path in site.timeline.media {
            let source = ContentPath.media(path)
            files.append(PlannedFile(PagePath.media(path), of: source, .copy(of: source)))
        }
        files += wellKnownFiles(site, beside: files)
    }

    /// Adds the feeds and the files for other programs.
    private mutating func addExports() {
        guard let first = site.timeline.entries.indices.first else { return }
        let formats = site.settings.exportFormats(ofEntries: site.timeline.entries.count)
        if formats.isEmpty { return }
        let root = site.settings.baseURL ?? ""
        let pages = templates.pages(
            PageKinds.syndicated, beside: PagePath.entry(site[first].slug.value)
        ) { EntryPage(first, in: $0, root: root) }
        @Sendable func exported(_ site: Site) -> ExportedSite {
            ExportedSite(
                site.timeline,
                SiteTexts(site: site) { number, site, output throws(RenderingFailure) in
                    let page = EntryPage(number, in: site, root: root)
                    try pages.write(page, at: page.frame.path, in: site, to: &output)
                })
        }
        for file in ExportFile.files(of: exported(site), formats) {
            @Sendable func write(_ site: Site, _ output: inout OutputBuffer) throws(RenderingFailure) {
                do throws(ExportFailure) { try file.write(exported(site), &output) } catch {
                    throw RenderingFailure(error.mistake)
                }
            }
            let content: PlannedFile.Body =
                if let pair = file.pair {
                    .paired(write, next: pair.next) { pair.write(exported($0), &$1, &$2) }
                } else {
                    // The file of one entry is small, and there are as many of them as entries.
                    file.format == .records ? .rendered(write) : .streamed(write)
                }
            files.append(PlannedFile(file.path, of: Self.settings.path, content))
        }
    }

    private mutating func addThemeFile(_ path: String, _ name: String, _ bytes: [UInt8]) {
        files.append(PlannedFile(path, of: "\(Theme.folder)/\(name)", .rendered { $1.append(bytes: bytes) }))
    }
}

/// The path, title and description of one page of a paginated list.
private struct PartHead: Sendable {
    let path: String
    /// The position among the pages of the list; nil if it has only one.
    let pager: Pager?
    /// The section of the navigation that the list belongs to.
    private let section: String
    private let title: String
    private let description: String

    /// Returns the heads of all pages of a list.
    ///
    /// - Parameter links: the links to its parts, in reading order.
    static func of(
        _ links: [Link], _ section: String, _ title: String, _ description: String
    ) -> [PartHead] {
        links.indices.map { index in
            PartHead(
                path: links[index].url, pager: links.count > 1 ? Pager(links: links, index: index) : nil,
                section: section, title: title, description: description)
        }
    }

    /// Returns the page's frame; its title includes the extent of the part from the second part on.
    func frame(in site: Site) -> PageFrame {
        var full = title
        if let pager, pager.index > 0 {
            full = site.language.fill(.partTitle, ["title": title, "part": pager.links[pager.index].text])
        }
        return PageFrame(
            site: site, path: path, title: full, description: description, section: section)
    }
}
