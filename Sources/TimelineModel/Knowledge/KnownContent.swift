import CommonMark
import EDTF
import UTF8Text

extension Content {
    /// Returns the content as it could have stood on a day: without what was certainly said later, with later
    /// corrections undone, and with the statuses of that day.
    ///
    /// Texts have no date. They are written with what is known today, so a text is left out if anything was said later
    /// that it rests on: the claims, sources and other parts of its entry, the answers to these claims, later
    /// corrections, and what it cites or links. The claims of that day then stand in for the summary.
    ///
    /// - Parameters:
    ///   - day: The day.
    ///   - whole: The timeline of this content, which decides what is published.
    public func known(on day: CalendarDay, in whole: Timeline) -> Content {
        KnownContent(self, whole, day).content
    }
}

/// The content of a site, cut to what was known on a day.
private struct KnownContent {
    private(set) var content: Content
    private let cut: KnownEntries

    init(_ whole: Content, _ timeline: Timeline, _ day: CalendarDay) {
        content = whole
        cut = KnownEntries(KnownEntries.Basis(timeline, timeline.knowledge(before: day)), on: day)
        let before = NamedParts(cut.knowledge.entries, whole, cut.knowledge.links)
        let shown = Set(timeline.entries.map(\.path))
        let waiting = whole.entries.filter { !shown.contains($0.path) }
        let entries = cut.knowledge.entries.indices.compactMap { cut.entry($0) }
        content.entries = entries + waiting
        content.settings.asOf = min(timeline.asOf ?? day, day)
        content.changes.days.removeAll { change in change.date.map { $0 > day } ?? true }
        content.settings.eras = content.settings.eras.filter { !cut.isLater($0.date) }
        content.settings.moments.removeAll { $0.day > day }
        content.settings.knownOn = day
        cutTexts()
        drop(before, entries)
    }

    // MARK: The rest of the site

    /// Leaves out the texts beside entries that name what was said later.
    private mutating func cutTexts() {
        for number in content.pages.indices
        where cut.namesLater(content.pages[number].body, in: content.pages[number].path) {
            content.pages[number].body = .empty
            content.pages[number].summary = nil
            content.pages[number].leavesOutText = true
        }
        for number in content.actors.indices
        where cut.namesLater(content.actors[number].description, in: ContentFile.actors.path) {
            content.actors[number].description = nil
        }
        for number in content.places.indices
        where cut.namesLater(content.places[number].description, in: ContentFile.places.path) {
            content.places[number].description = nil
        }
        for number in content.settings.groups.indices
        where cut.namesLater(content.settings.groups[number].description, in: ContentFile.settings.path) {
            content.settings.groups[number].description = nil
        }
        for number in content.settings.tags.indices
        where cut.namesLater(content.settings.tags[number].description, in: ContentFile.settings.path) {
            content.settings.tags[number].description = nil
        }
    }

    /// Drops what only parts named that are gone, and sources that were published later.
    private mutating func drop(_ before: NamedParts, _ entries: [Entry]) {
        func isKept(_ id: String, _ named: KeyPath<NamedParts, Set<String>>, _ now: NamedParts) -> Bool {
            !before[keyPath: named].contains(id) || now[keyPath: named].contains(id)
        }
        var now = NamedParts(entries, content, cut.knowledge.links)
        content.actors.removeAll { !isKept($0.id, \.actors, now) }
        content.places.removeAll { !isKept($0.id, \.places, now) }
        content.settings.groups.removeAll { !isKept($0.id, \.groups, now) }
        content.settings.tags.removeAll { !isKept($0.id, \.tags, now) }
        // Their descriptions cite sources and show pictures.
        now = NamedParts(entries, content, cut.knowledge.links)
        content.media.removeAll { !isKept($0, \.media, now) }
        content.sources = content.sources.filter { source in
            !cut.isLater(source.date) && isKept(source.id, \.sources, now)
        }
    }
}

/// The ids of everything that entries and texts of a site name.
private struct NamedParts {
    private(set) var actors: Set<String> = []
    private(set) var places: Set<String> = []
    private(set) var groups: Set<String> = []
    private(set) var tags: Set<String> = []
    private(set) var sources: Set<String> = []
    /// Paths below `Content/media`.
    private(set) var media: Set<String> = []

    init(_ entries: [Entry], _ content: Content, _ links: LinkTargets) {
        if let group = content.settings.defaultGroup { groups.insert(group.id) }
        for entry in entries {
            entry.forEachActor { actors.insert($0.id) }
            entry.forEachPlace { places.insert($0.id) }
            entry.forEachSource { sources.insert($0.id) }
            if let group = entry.group { groups.insert(group.id) }
            for tag in entry.tags { tags.insert(tag.id) }
            for item in entry.media { media.insert(item.file.value) }
            entry.forEachText { note($0, in: entry.path, links) }
        }
        for page in content.pages { note(page.body, in: page.path, links) }
        for actor in content.actors { note(actor.description, in: ContentFile.actors.path, links) }
        for place in content.places { note(place.description, in: ContentFile.places.path, links) }
        for group in content.settings.groups { note(group.description, in: ContentFile.settings.path, links) }
        for tag in content.settings.tags { note(tag.description, in: ContentFile.settings.path, links) }
    }

    private mutating func note(_ text: RichText?, in path: String, _ links: LinkTargets) {
        for placeholder in text?.placeholders ?? [] {
            switch placeholder.content {
            case .citation(let id): sources.insert(id)
            case .link(let target, _), .image(let target, _, _):
                if case .success(.media(let file)) = links.resolve(target, from: path) { media.insert(file) }
            }
        }
    }
}
