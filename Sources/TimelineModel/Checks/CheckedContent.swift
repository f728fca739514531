import Diagnostics
import Files
import UTF8Text

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
    let slots: Registry<Int>
    let answers: ClaimAnswers
    /// The distinct names that the entries use.
    let usedNames: UsedNames
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
    /// The slugs of entries that were withdrawn.
    private let withheldSlugs: Set<String>
    /// The paths of entries and pages whose front matter could not be read.
    private let unreadable: Set<String>

    /// - Parameter timeline: The timeline of the content; its tables are used where it has all entries that are checked.
    init(_ content: Content, leftOut: [LeftOut], in timeline: Timeline? = nil) {
        var others = content
        others.entries = []
        others.faultyEntries = []
        self.content = others
        pages = content.pages + content.faultyPages
        if let timeline, content.faultyEntries.isEmpty, timeline.entries.count == content.entries.count {
            entries = timeline.entries
            slots = timeline.slots
            answers = timeline.claimAnswers
            usedNames = timeline.usedNames
        } else {
            entries = EntryOrder.sorted(content.entries + content.faultyEntries)
            slots = entries.slots
            answers = ClaimAnswers(entries, slots: slots)
            usedNames = UsedNames(entries)
        }
        let later = Set(
            leftOut.filter { if case .later = $0.reason { true } else { false } }.map(\.path))
        self.later = later
        let links: LinkTargets
        if let timeline, later.isEmpty, content.faultyEntries.isEmpty, content.faultyPages.isEmpty {
            links = timeline.links
        } else {
            links = LinkTargets(
                entries: entries, hidden: later, pages: pages, media: content.media,
                leftOut: leftOut.map(\.path))
        }
        self.links = links
        laterLinks =
            later.isEmpty
            ? links
            : LinkTargets(
                entries: entries, pages: pages, media: content.media,
                leftOut: content.drafts + content.withheldEntries.map(\.path))
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
        nearest = NearestContent(entries: slots, sources: Array(sourceSlots.keys), content.media)
        draftNames = Set(content.drafts.map { ContentPath.stem(of: $0) })
        withheldSlugs = Set(content.withheldEntries.map(\.slug.value))
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
        usedNames = other.usedNames
        actors = other.actors
        places = other.places
        groups = other.groups
        sources = other.sources
        sourceSlots = other.sourceSlots
        media = other.media
        nearest = other.nearest
        draftNames = other.draftNames
        withheldSlugs = other.withheldSlugs
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

    /// Returns the reason why an entry with a slug is not on the site, in the words of a diagnostic; nil if it is neither
    /// a draft nor withheld.
    func absence(of slug: String) -> String? {
        if withheldSlugs.contains(slug) { return "withheld, and not on the site" }
        return draftNames.contains(slug) ? "a draft, which is not on the site" : nil
    }

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

    /// Checks entries, given by their indices.
    func checkEntries(_ numbers: [Int], jobs: Int) -> [Diagnostic] {
        concurrentMap(count: numbers.count, jobs: jobs) { check(numbers[$0]) }.flatMap(\.self)
    }

    /// Returns the entries whose checks may have another result than among older content, if nothing but files of
    /// entries has changed: the changed ones, those that refer to other entries or files, and those whose claims others
    /// answer or answered. The checks of all others read only the entry itself and data files.
    ///
    /// - Parameter changes: The paths of the changed files.
    /// - Returns: The indices of the entries, ascending; `nil` if a changed one is not found.
    func affectedEntries(after older: CheckedContent, _ changes: [String]) -> [Int]? {
        var areAffected = entries.indices.map { entries[$0].refersToOthers }
        for key in answers.answers.keys { areAffected[key.entry] = true }
        for path in changes + older.answers.answers.keys.map({ older.entries[$0.entry].path }) {
            guard let number = number(of: path) else { continue }
            // Two spellings of one letter are equal strings, but not one file.
            if !entries[number].path.isWritten(as: path) { return nil }
            areAffected[number] = true
        }
        return entries.indices.filter { areAffected[$0] }
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
    checkReferences, checkSources, checkClaims, checkStatus, checkHistory, checkDates, checkMedia,
    checkEntryText,
]
