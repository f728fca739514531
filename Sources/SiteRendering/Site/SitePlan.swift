import TimelineModel

/// Every file of a site, each with how it is made; nothing is rendered here.
struct SitePlan {
    private let site: Site
    private var templates: PageTemplates
    private let theme: Theme
    private(set) var files: [OutputFile] = []

    /// - Parameter jobs: how many threads may make what the files share.
    init(_ site: Site, _ templates: PageTemplates, _ theme: Theme, jobs: Int) {
        self.site = site
        self.templates = templates
        self.theme = theme
        addHome()
        addEntries()
        if site.isLong { addPeriods() }
        addLists()
        addThings()
        addIndexes()
        addMaps()
        addAuthorsPages()
        addSignposts()
        addPlainFiles()
        if site.settings.hasSearch { files += SearchFiles(site, jobs: jobs).files }
    }

    private static let settingsFile = ContentFile.settings.path

    private mutating func addHome() {
        files.append(templates.file(PageKinds.home, of: Self.settingsFile, HomePage(site)))
    }

    private mutating func addEntries() {
        for (number, entry) in site.timeline.entries.enumerated() {
            let path = PagePath.entry(entry.slug.value)
            files.append(
                templates.file(PageKinds.entry, at: path, of: entry.path) { [site] in
                    EntryPage(number, in: site)
                })
        }
    }

    private mutating func addPeriods() {
        let periods = site.reading(site.periods)
        for (place, period) in periods.enumerated() {
            func link(_ place: Int) -> Link? {
                guard periods.indices.contains(place) else { return nil }
                return Link(text: site.title(of: periods[place]), url: site.url(of: periods[place]))
            }
            let title = site.title(of: period)
            addList(
                .periods, period.id, title, site.language.fill(.periodDescription, ["name": title]),
                Array(period.entries), neighbours: (link(place - 1), link(place + 1)))
        }
    }

    /// The pages of groups, tags and statuses: lists of entries.
    private mutating func addLists() {
        let language = site.language
        for group in site.timeline.groups.values {
            addList(
                .groups, group.id, group.name,
                language.fill(.groupDescription, ["name": group.name]),
                site.index.entries(.groups, group.id), intro: group.description)
        }
        for tag in site.timeline.tags.values {
            addList(
                .tags, tag.id, tag.name, language.fill(.tagDescription, ["name": tag.name]),
                site.index.entries(.tags, tag.id), intro: tag.description)
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

    private mutating func addList(
        _ kind: IndexKind, _ id: String, _ title: String, _ description: String, _ numbers: [Int],
        intro: RichText? = nil, neighbours: (previous: Link?, next: Link?) = (nil, nil)
    ) {
        let parts = site.parts(numbers)
        for (place, part) in parts.enumerated() {
            let path = PagePath.item(kind, id, part: place + 1)
            let frame = self.frame(path, title, description, kind, place + 1, of: parts.count)
            let page = ListPage(
                frame: frame, kind: kind, id: id, heading: title, numbers: part, part: place + 1,
                parts: parts.count, total: numbers.count, intro: intro, neighbours: neighbours)
            files.append(templates.file(PageKinds.list, of: Self.settingsFile, page))
        }
    }

    /// The pages of actors, places and sources.
    private mutating func addThings() {
        let language = site.language
        for actor in site.timeline.actors.values {
            let description = language.fill(.actorDescription, ["name": actor.name])
            addThing(.actors, actor.id, actor.name, description, PageKinds.actor) {
                ActorPage(actor: actor, frame: $0, entries: $1)
            }
        }
        for place in site.timeline.places.values {
            let description = language.fill(.placeDescription, ["name": place.name])
            addThing(.places, place.id, place.name, description, PageKinds.place) {
                PlacePage(place: place, frame: $0, entries: $1)
            }
        }
        for source in site.timeline.sources.values where source.isRegistered {
            let label = SourceView(source: source, site: site).label
            let description = language.fill(.sourceDescription, ["name": label])
            addThing(.sources, source.id, source.title ?? label, description, PageKinds.source) {
                SourcePage(source: source, frame: $0, entries: $1)
            }
        }
    }

    private mutating func addThing<Page: ThingPage>(
        _ kind: IndexKind, _ id: String, _ title: String, _ description: String,
        _ pageKind: PageKind<Page>, _ make: (PageFrame, EntryPart) -> Page
    ) {
        let parts = site.parts(site.index.entries(kind, id)) { site.claimCount($0, kind) }
        for (place, part) in parts.enumerated() {
            let path = PagePath.item(kind, id, part: place + 1)
            let entries = EntryPart(kind: kind, id: id, numbers: part, part: place + 1, parts: parts.count)
            let frame = self.frame(path, title, description, kind, place + 1, of: parts.count)
            files.append(templates.file(pageKind, of: Self.settingsFile, make(frame, entries)))
        }
    }

    private func frame(
        _ path: String, _ title: String, _ description: String, _ kind: IndexKind, _ part: Int,
        of parts: Int
    ) -> PageFrame {
        let values = ["title": title, "part": String(part), "count": String(parts)] as KeyValuePairs
        let full = part > 1 ? site.language.fill(.partTitle, values) : title
        return PageFrame(
            site: site, path: path, title: full, description: description, section: kind.folder)
    }

    /// The lists of all periods, groups, actors …
    private mutating func addIndexes() {
        for kind in IndexKind.allCases {
            let count = site.rowCount(kind)
            // A page size beyond the rows says no more than their number, and could not be multiplied.
            let size = max(1, min(site.settings.pageSize, count)) * Self.rowsAnEntry
            let starts = Array(stride(from: 0, to: max(count, 1), by: size))
            for (place, start) in starts.enumerated() {
                let path = PagePath.index(kind, part: place + 1)
                let title = site.language[kind.word]
                let page = IndexPage(
                    frame: frame(path, title, title, kind, place + 1, of: starts.count), kind: kind,
                    places: start..<min(count, start + size), part: place + 1, parts: starts.count)
                files.append(templates.file(PageKinds.index, of: Self.settingsFile, page))
            }
        }
    }

    /// A row of an index takes a fraction of the room of an entry.
    private static let rowsAnEntry = 4

    /// The page of the map, and the land under every map of the site.
    private mutating func addMaps() {
        guard let maps = site.maps else { return }
        files.append(templates.file(PageKinds.map, of: Self.settingsFile, MapPage(maps, in: site)))
        for view in maps.views.sorted(by: { $0.id < $1.id }) {
            files.append(
                OutputFile(PagePath.land(view), of: Self.settingsFile, .rendered { $0 += landFile(view) }))
        }
    }

    private mutating func addAuthorsPages() {
        for page in site.timeline.pages {
            files.append(templates.file(PageKinds.authors, of: page.path, AuthorsPage(page, in: site)))
        }
    }

    private mutating func addSignposts() {
        let home = Link(text: site.settings.title, url: PagePath.home)
        let frame = PageFrame(
            site: site, path: PagePath.notFound, title: site.language[.notFoundTitle], isHidden: true)
        files.append(
            templates.file(
                PageKinds.notFound, of: Self.settingsFile, SignpostPage(frame: frame, target: home)))
        for entry in site.timeline.entries {
            for alias in entry.aliases {
                let frame = PageFrame(
                    site: site, path: PagePath.entry(alias.value), title: site.language[.movedTitle],
                    isHidden: true)
                let page = SignpostPage(frame: frame, target: site.link(to: entry))
                files.append(templates.file(PageKinds.moved, of: entry.path, page))
            }
        }
    }

    private mutating func addPlainFiles() {
        let style = styleSheet(theme.style, site)
        files.append(OutputFile(PagePath.style, of: "Templates/style.css", .rendered { $0 += style }))
        for (path, bytes) in [(PagePath.script, theme.script), (PagePath.icon, theme.icon)] {
            files.append(OutputFile(path, of: "\(Theme.folder)/\(path)", .rendered { $0 += bytes }))
        }
        for path in theme.assets {
            let name = String(path.dropFirst(Theme.folder.utf8.count + 1))
            files.append(OutputFile(name, of: path, .copy(of: path)))
        }
        for path in site.timeline.media {
            let source = ContentPath.media(path)
            files.append(OutputFile(PagePath.media(path), of: source, .copy(of: source)))
        }
        let pages = files.map(\.path).filter { $0.hasSuffix(".html") }
        files += wellKnownFiles(site, pages: pages)
    }
}
