import Diagnostics
import Files

/// All content of a site, indexed for the checks across files.
///
/// It is a class, because each check of each entry receives it, and a copy would retain everything that it holds.
final class CheckedContent: Sendable {
    /// The content without its entries.
    let content: Content
    /// All entries except drafts, including faulty ones, oldest first.
    let entries: [Entry]
    /// All pages except drafts, including faulty ones.
    let pages: [FreePage]
    /// The paths of entries whose day of publication is later than today.
    let later: Set<String>
    /// The index of each entry by slug; the first of several entries with one slug.
    let slots: [String: Int]
    let answers: ClaimAnswers
    /// The link targets for files that are on the site.
    private let links: LinkTargets
    /// The link targets for entries that are published later, which may link to each other.
    private let laterLinks: LinkTargets
    let actors: RegisteredIDs
    let places: RegisteredIDs
    let groups: RegisteredIDs
    let sources: RegisteredIDs
    /// The index of each registered source by id.
    let sourceSlots: [String: Int]
    /// The paths of media files, relative to `Content/media`.
    let media: Set<String>
    /// The names that a wrong one may stand for.
    let nearest: NearestContent
    /// The file names, without extension, of drafts that were left out; their front matter is not kept.
    private let draftNames: Set<String>
    /// The paths of entries and pages whose front matter could not be read.
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

    /// Creates a copy for new versions of the entries that differ from the old ones only in their texts.
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

    /// Returns the index of the entry with this file, or `nil`.
    func number(of path: String) -> Int? { laterLinks.number(of: path) }

    /// Returns the link targets for links in a file.
    func links(from path: String) -> LinkTargets { later.contains(path) ? laterLinks : links }

    /// Whether a path is that of an entry or a page whose front matter could not be read.
    func isUnreadable(_ path: String) -> Bool { unreadable.contains(path) }

    /// Whether an entry is published later while the file at `path`, which refers to it, is already on the site.
    func isHidden(_ number: Int, from path: String) -> Bool {
        later.contains(entries[number].path) && !later.contains(path)
    }

    /// Whether a slug is the file name of a draft that was left out.
    func isDraft(_ slug: String) -> Bool { draftNames.contains(slug) }

    /// Returns the source of a reference, or `nil` if it is not registered.
    func source(_ reference: SourceReference) -> Source? {
        switch reference.target {
        case .inline(let source): source
        case .registered(let reference): sourceSlots[reference.id].map { content.sources[$0] }
        }
    }
}

extension CheckedContent {
    /// Checks everything that does not belong to a single entry.
    func checkBesideEntries() -> [Diagnostic] {
        checkSlugs(self) + checkSettings(self) + checkRegistries(self) + checkPages(self) + checkNames(self)
    }

    func checkEntries(jobs: Int) -> [Diagnostic] {
        concurrentMap(count: entries.count, jobs: jobs) { check($0) }.flatMap(\.self)
    }

    /// Checks one entry; every diagnostic is located in the entry's file.
    func check(_ number: Int) -> [Diagnostic] {
        let entry = entries[number]
        var found = EntryFindings(path: entry.path)
        for check in entryChecks { check(entry, number, self, &found) }
        return found.diagnostics
    }
}

/// A check of one entry, given with its index, against all content.
typealias EntryCheck = @Sendable (Entry, Int, CheckedContent, inout EntryFindings) -> Void

private let entryChecks: [EntryCheck] = [
    checkReferences, checkSources, checkClaims, checkStatus, checkDates, checkMedia, checkEntryText,
]
