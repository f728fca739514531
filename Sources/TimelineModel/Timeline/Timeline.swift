import Diagnostics
import EDTF
import UTF8Text

/// An entry or a page that is not on the site, with the reason.
public struct LeftOut: Hashable, Sendable {
    /// The reason for which an entry or a page is left out.
    public enum Reason: Hashable, Sendable {
        /// It is a draft.
        case draft
        /// It was withdrawn: nothing that is printed names it.
        case withheld
        /// It is to be published on this day, which is later than ``Timeline/asOf``.
        case later(CalendarDay)
    }

    /// The path of the file, relative to the site's folder.
    public var path: String
    /// The reason for which it is left out.
    public var reason: Reason
}

/// The whole story: the entries in order, the values that they refer to, and the answers between their claims.
public struct Timeline: Sendable {
    /// The settings of the site.
    public let settings: Settings
    /// The entries, oldest first by the rules of ``EntryOrder``; ``Settings/order`` does not affect them.
    public private(set) var entries: [Entry]
    /// All actors that are registered or named.
    public let actors: Registry<Actor>
    /// All places that are registered or named.
    public let places: Registry<Place>
    /// All groups that are registered or named.
    public let groups: Registry<Group>
    /// All tags that are registered or named.
    public let tags: Registry<Tag>
    /// All sources that are registered, named, or written where they are cited.
    public let sources: Registry<Source>
    /// The pages, in the order of their links.
    public let pages: [FreePage]
    /// The paths of media files, relative to `Content/media`.
    public let media: [String]
    /// The sizes of pictures, by path relative to `Content/media`.
    public let pictureSizes: [String: PictureSize]
    /// The files that are not on the site, in byte order of their paths.
    public let leftOut: [LeftOut]
    /// What earlier publications changed.
    public let changes: ChangeLog
    /// The slugs of withheld entries, with the earlier ones.
    public let withheldSlugs: Set<String>
    /// The references of each entry and claim, as slots of the registries.
    public let names: EntryNames
    /// The day that counts as today; `nil` if neither the settings nor the content has one.
    public let asOf: CalendarDay?
    /// The index of each entry by slug; the first of several entries with one slug.
    public let slots: Registry<Int>
    /// The targets that links in texts may have.
    public private(set) var links: LinkTargets
    let claimAnswers: ClaimAnswers
    /// The distinct names that the entries use.
    let usedNames: UsedNames

    /// Creates a timeline from content.
    ///
    /// - Parameters:
    ///   - asOf: The day that counts as today, which overrides the settings and the content.
    ///   - showsLater: Whether entries with a later day of publication are included, for a preview. ``leftOut`` lists
    ///     them in either case.
    ///   - older: An earlier timeline; its tables are kept where the files and slugs of all entries are the same.
    public init(
        _ content: Content, asOf: CalendarDay? = nil, showsLater: Bool = false, after older: Timeline? = nil
    ) {
        settings = content.settings
        let today = asOf ?? content.settings.asOf ?? content.latestDay
        self.asOf = today
        var leftOut =
            content.drafts.map { LeftOut(path: $0, reason: .draft) }
            + content.withheldEntries.map { LeftOut(path: $0.path, reason: .withheld) }
        changes = content.changes
        withheldSlugs = content.changes.earlierSlugs(
            of: content.withheldEntries.flatMap { [$0.slug.value] + $0.aliases.map(\.value) })
        var visible = content.entries
        let later = visible.indices.filter { visible[$0].dayOfPublication(after: today) != nil }
        for number in later {
            guard let day = visible[number].dayOfPublication(after: today) else { continue }
            leftOut.append(LeftOut(path: visible[number].path, reason: .later(day)))
        }
        if !showsLater {
            for number in later.reversed() { visible.remove(at: number) }
        }
        self.leftOut = leftOut.sorted(byBytesOf: \.path)
        let entries = EntryOrder.sorted(visible)
        self.entries = entries
        let same = older.flatMap { $0.entries.haveSameNames(as: entries) ? $0 : nil }
        slots = same?.slots ?? entries.slots
        claimAnswers = ClaimAnswers(entries, slots: slots)
        let named = NamedThings(content, entries)
        actors = named.actors
        places = named.places
        groups = named.groups
        tags = named.tags
        sources = named.sources
        names = named.names
        usedNames = named.used
        links =
            same?.links.rewritten(entries, content, leftOut: self.leftOut)
            ?? LinkTargets(
                entries: entries, pages: content.pages, media: content.media,
                leftOut: self.leftOut.map(\.path))
        pages = content.pages
        media = content.media
        pictureSizes = content.pictureSizes
    }

    /// Returns a copy for new versions of the entries that differ from the old ones only in their texts.
    func rewritten(_ entries: [Entry]) -> Timeline {
        var timeline = self
        timeline.entries = entries
        timeline.links = links.rewritten(entries)
        return timeline
    }

    /// Returns a timeline of other entries, in a view of an earlier day.
    func showing(_ entries: [Entry], on day: CalendarDay) -> Timeline {
        var content = Content()
        content.settings = settings
        content.actors = actors.values.filter(\.isRegistered)
        content.places = places.values.filter(\.isRegistered)
        content.sources = sources.values.filter(\.isRegistered)
        content.entries = entries
        content.settings.asOf = min(asOf ?? day, day)
        content.settings.knownOn = day
        content.pages = pages
        content.media = media
        content.pictureSizes = pictureSizes
        content.drafts = leftOut.map(\.path)
        return Timeline(content)
    }

    /// Returns the entry with a slug, or `nil` if there is none.
    public func entry(_ slug: String) -> Entry? { slots[slug].map { entries[$0] } }

    /// Returns the claim for a key, which must be one of this timeline.
    public func claim(_ key: ClaimKey) -> Claim { entries[key.entry].claims[key.claim] }

    /// Returns the claims, of any entry, that answer a claim, in timeline order.
    public func answers(to key: ClaimKey) -> [ClaimKey] { claimAnswers.answers[key] ?? [] }

    /// Returns the claim that a claim answers, or `nil` if it answers none on the timeline.
    public func target(of key: ClaimKey) -> ClaimKey? { claimAnswers.targets[key] }
}

/// The registries of a timeline, filled with everything that its entries name.
private struct NamedThings {
    var actors: Registry<Actor>
    var places: Registry<Place>
    var groups: Registry<Group>
    var tags: Registry<Tag>
    var sources = Registry<Source>()
    private(set) var names = EntryNames()
    private(set) var used = UsedNames()
    /// The slots of the texts in ``used``.
    private var slots = Slots()

    private struct Slots {
        var actors: [Int] = []
        var places: [Int] = []
        var groups: [Int] = []
        var tags: [Int] = []
    }

    init(_ content: Content, _ entries: [Entry]) {
        actors = Registry(registered: content.actors)
        places = Registry(registered: content.places)
        groups = Registry(registered: content.settings.groups)
        tags = Registry(registered: content.settings.tags)
        for source in content.sources { sources.add(source, id: source.id) }
        for number in entries.indices { note(entries[number], number) }
        names.end()
    }

    private mutating func note(_ entry: Entry, _ number: Int) {
        entry.forEachActor {
            names.actors.append(Self.slot(of: $0, number, &used.actors, &slots.actors, &actors))
        }
        entry.forEachPlace {
            names.places.append(Self.slot(of: $0, number, &used.places, &slots.places, &places))
        }
        if let group = entry.group {
            names.groups.append(Self.slot(of: group, number, &used.groups, &slots.groups, &groups))
        }
        for tag in entry.tags {
            names.tags.append(Self.slot(of: tag, number, &used.tags, &slots.tags, &tags))
        }
        entry.forEachSource { reference in
            names.sources.append(sources.add(Source.cited(by: reference), id: reference.id))
        }
        names.endEntry(entry)
    }

    /// Returns the slot of the value that an entry names, and adds the value if the registry does not contain it.
    private static func slot<Value: Registered>(
        of reference: Reference, _ entry: Int, _ used: inout NamesInUse, _ slots: inout [Int],
        _ registry: inout Registry<Value>
    ) -> Int {
        let number = used.note(reference, in: entry)
        if number == slots.count { slots.append(registry.note(reference)) }
        return slots[number]
    }
}

extension Source {
    /// Returns the source that an entry cites: the one that it states, or one of which only the id is known and the text
    /// by which the entry names it.
    fileprivate static func cited(by reference: SourceReference) -> Source {
        switch reference.target {
        case .inline(let source): return source
        case .registered(let reference):
            var fields = SourceFields()
            fields.id = reference.id
            fields.title = reference.text
            return Source(fields)
        }
    }
}

extension [Entry] {
    /// Whether the entries of another list have the same files and slugs in the same order.
    fileprivate func haveSameNames(as others: [Entry]) -> Bool {
        count == others.count
            && indices.allSatisfy { number in
                let (entry, other) = (self[number], others[number])
                return entry === other
                    || entry.path.isWritten(as: other.path)
                        && entry.slug.value.isWritten(as: other.slug.value)
            }
    }

    /// The index of each entry by slug; the first of several entries with one slug.
    var slots: Registry<Int> {
        var slots = Registry<Int>()
        for number in indices { slots.add(number, id: self[number].slug.value) }
        return slots
    }
}

extension Entry {
    /// Returns the day of publication if it is later than today, or `nil` if the entry is published.
    public func dayOfPublication(after today: CalendarDay?) -> CalendarDay? {
        guard let day = fields.publish?.value.earliest.day, today.map({ day > $0 }) ?? true else {
            return nil
        }
        return day
    }
}

extension Claim {
    /// The id that stands for a speaker who is not named.
    public static let unnamed = "unnamed"
}

extension Content {
    /// The latest finite day among the dates of claims, sources and corrections: the day up to which the content
    /// reports what is known. The dates of entries do not count, since when something happened says nothing about when
    /// it was known.
    var latestDay: CalendarDay? {
        var latest: CalendarDay?
        for source in sources { latest.raise(to: source.date?.value) }
        for number in entries.indices { latest.raise(to: entries[number].latestDay) }
        return latest
    }
}
