import Diagnostics
import EDTF
import UTF8Text

/// An entry or a page that is not on the site, with the reason.
public struct LeftOut: Hashable, Sendable {
    /// The reason for which an entry or a page is left out.
    public enum Reason: Hashable, Sendable {
        /// It is a draft.
        case draft
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
    /// The references of each entry and claim, as slots of the registries.
    public let names: EntryNames
    /// The day that counts as today; `nil` if neither the settings nor the content has one.
    public let asOf: CalendarDay?
    /// The index of each entry by slug; the first of several entries with one slug.
    public let slots: [String: Int]
    let claimAnswers: ClaimAnswers

    /// Creates a timeline from content.
    ///
    /// - Parameters:
    ///   - asOf: The day that counts as today, which overrides the settings and the content.
    ///   - showsLater: Whether entries with a later day of publication are included, for a preview. ``leftOut`` lists
    ///     them in either case.
    public init(_ content: Content, asOf: CalendarDay? = nil, showsLater: Bool = false) {
        settings = content.settings
        let today = asOf ?? content.settings.asOf ?? content.latestDay
        self.asOf = today
        var leftOut = content.drafts.map { LeftOut(path: $0, reason: .draft) }
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
        slots = entries.slots
        claimAnswers = ClaimAnswers(entries, slots: slots)
        let named = NamedThings(content, entries)
        actors = named.actors
        places = named.places
        groups = named.groups
        tags = named.tags
        sources = named.sources
        names = named.names
        pages = content.pages
        media = content.media
        pictureSizes = content.pictureSizes
    }

    /// Returns a copy for new versions of the entries that differ from the old ones only in their texts.
    func rewritten(_ entries: [Entry]) -> Timeline {
        var timeline = self
        timeline.entries = entries
        return timeline
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

    init(_ content: Content, _ entries: [Entry]) {
        actors = Registry(registered: content.actors)
        places = Registry(registered: content.places)
        groups = Registry(registered: content.settings.groups)
        tags = Registry(registered: content.settings.tags)
        for source in content.sources { sources.add(source, id: source.id) }
        for number in entries.indices { note(entries[number]) }
    }

    private mutating func note(_ entry: Entry) {
        entry.forEachActor { names.actors.append(actors.note($0)) }
        entry.forEachPlace { names.places.append(places.note($0)) }
        if let group = entry.group { names.groups.append(groups.note(group)) }
        for tag in entry.tags { names.tags.append(tags.note(tag)) }
        entry.forEachSource { reference in
            switch reference.target {
            case .inline(let source): names.sources.append(sources.add(source, id: source.id))
            case .registered(let reference):
                names.sources.append(sources.add(Source(naming: reference), id: reference.id))
            }
        }
        names.endEntry(entry)
    }
}

extension Source {
    /// Creates a source that is not registered; only its id and the text by which an entry names it are known.
    fileprivate convenience init(naming reference: Reference) {
        var fields = SourceFields()
        fields.id = reference.id
        fields.title = reference.text
        self.init(fields)
    }
}

extension [Entry] {
    /// The index of each entry by slug; the first of several entries with one slug.
    var slots: [String: Int] {
        Dictionary(
            indices.lazy.map { (self[$0].slug.value, $0) }, uniquingKeysWith: { first, _ in first })
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
