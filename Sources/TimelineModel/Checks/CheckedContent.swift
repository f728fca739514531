import Diagnostics

/// Everything that the checks between files look things up in.
///
/// A class, since each check of each entry is handed it, and a copy counts references on all that it holds.
final class CheckedContent: Sendable {
    /// Everything but the entries.
    let content: Content
    /// Every entry that is no draft, faulty ones too, oldest first.
    let entries: [Entry]
    /// Every page that is no draft, faulty ones too.
    let pages: [FreePage]
    /// The paths of entries that are on the site only later.
    let later: Set<String>
    let slots: [String: Int]
    let answers: ClaimAnswers
    /// Where links lead from what is on the site.
    private let links: LinkTargets
    /// Where they lead from what will be on it later.
    private let laterLinks: LinkTargets
    let actors: RegisteredIDs
    let places: RegisteredIDs
    let groups: RegisteredIDs
    let sources: RegisteredIDs
    let sourceSlots: [String: Int]
    let media: Set<String>
    /// What may have been meant by a name that is not there.
    let nearest: NearestContent
    /// The file names of drafts that were left out, without their endings: their front matter is not kept.
    private let draftNames: Set<String>
    /// The paths of entries and pages of which nothing is known but their file.
    private let unreadable: Set<String>

    init(_ content: Content, leftOut: [LeftOut]) {
        var others = content
        others.entries = []
        others.faultyEntries = []
        self.content = others
        entries = EntryOrder.sorted(
            content.faultyEntries.isEmpty ? content.entries : content.entries + content.faultyEntries)
        pages = content.pages + content.faultyPages
        slots = entries.slots
        answers = ClaimAnswers(entries, slots: slots)
        let later = Set(leftOut.filter { $0.reason != .draft }.map(\.path))
        self.later = later
        let links = LinkTargets(
            entries: entries, hidden: later, pages: pages, media: content.media, leftOut: leftOut.map(\.path))
        self.links = links
        laterLinks =
            later.isEmpty
            ? links
            : LinkTargets(entries: entries, pages: pages, media: content.media, leftOut: content.drafts)
        actors = RegisteredIDs(
            content.actors.map(\.id), "actor", in: ContentFile.actors.rawValue, .unknownActor)
        places = RegisteredIDs(
            content.places.map(\.id), "place", in: ContentFile.places.rawValue, .unknownPlace)
        groups = RegisteredIDs(
            content.settings.groups.map(\.id), "group", in: ContentFile.settings.rawValue, .unknownGroup)
        sources = RegisteredIDs(
            content.sources.map(\.id), "source", in: ContentFile.sources.rawValue, .unknownSource)
        sourceSlots = Dictionary(
            content.sources.enumerated().map { ($0.element.id, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        media = Set(content.media)
        nearest = NearestContent(entries: Array(slots.keys), sources: Array(sourceSlots.keys), content.media)
        draftNames = Set(content.drafts.map { ContentPath.stem(of: $0) })
        var unreadable = Set(pages.lazy.filter { !$0.isReadable }.map(\.path))
        for number in entries.indices where !entries[number].isReadable {
            unreadable.insert(entries[number].path)
        }
        self.unreadable = unreadable
    }

    /// The same with entries that differ from another's in their texts alone.
    init(_ other: CheckedContent, rewritten entries: [Entry]) {
        self.entries = entries
        links = other.links.rewritten(entries)
        laterLinks = other.laterLinks.rewritten(entries)
        content = other.content
        pages = other.pages
        later = other.later
        slots = other.slots
        answers = other.answers
        actors = other.actors
        places = other.places
        groups = other.groups
        sources = other.sources
        sourceSlots = other.sourceSlots
        media = other.media
        nearest = other.nearest
        draftNames = other.draftNames
        unreadable = other.unreadable
    }

    /// The place of the entry of a file.
    func number(of path: String) -> Int? { laterLinks.number(of: path) }

    /// Where links lead from a file.
    func links(from path: String) -> LinkTargets { later.contains(path) ? laterLinks : links }

    /// True for an entry and a page of which nothing is known but their file.
    func isUnreadable(_ path: String) -> Bool { unreadable.contains(path) }

    /// True where an entry names one that is not on the site while it is.
    func isHidden(_ number: Int, from path: String) -> Bool {
        later.contains(entries[number].path) && !later.contains(path)
    }

    /// True for the file name of a draft that was left out.
    func isDraft(_ slug: String) -> Bool { draftNames.contains(slug) }

    /// The source that a reference names, if it is known.
    func source(_ reference: SourceReference) -> Source? {
        switch reference.target {
        case .inline(let source): source
        case .registered(let reference): sourceSlots[reference.id].map { content.sources[$0] }
        }
    }
}

extension CheckedContent {
    /// Checks what belongs to no single entry.
    func checkBesideEntries() -> [Diagnostic] {
        checkSlugs(self) + checkSettings(self) + checkRegistries(self) + checkPages(self) + checkNames(self)
    }

    func checkEntries(jobs: Int) -> [Diagnostic] {
        concurrentMap(count: entries.count, jobs: jobs) { check($0) }.flatMap(\.self)
    }

    /// Checks one entry; whatever is wrong with it is in its file.
    func check(_ number: Int) -> [Diagnostic] {
        let entry = entries[number]
        var found = EntryFindings(path: entry.path)
        for check in entryChecks { check(entry, number, self, &found) }
        return found.diagnostics
    }
}

/// A check of one entry, with its number, against everything that was read.
typealias EntryCheck = @Sendable (Entry, Int, CheckedContent, inout EntryFindings) -> Void

private let entryChecks: [EntryCheck] = [
    checkReferences, checkSources, checkClaims, checkStatus, checkDates, checkMedia, checkEntryText,
]
