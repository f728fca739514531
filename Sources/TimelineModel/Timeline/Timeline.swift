import Diagnostics
import EDTF

/// An entry that is not on the site, and why.
public struct LeftOut: Hashable, Sendable {
    /// Why an entry is left out.
    public enum Reason: Hashable, Sendable {
        case draft
        /// To be published on a later day than the timeline's own.
        case later(CalendarDay)
    }

    /// The entry's file, from the site's folder.
    public var path: String
    public var reason: Reason
}

/// The whole story: entries in order, what they refer to, and who answers whom.
public struct Timeline: Sendable {
    public let settings: Settings
    /// Oldest first, by the rules of ``EntryOrder``, whatever the order of reading.
    public private(set) var entries: [Entry]
    public let actors: Registry<Actor>
    public let places: Registry<Place>
    public let groups: Registry<Group>
    public let tags: Registry<Tag>
    public let sources: Registry<Source>
    public let pages: [FreePage]
    /// Paths below `Content/media`.
    public let media: [String]
    /// The sizes of pictures, by their paths below `Content/media`.
    public let pictureSizes: [String: PictureSize]
    public let leftOut: [LeftOut]
    /// What each entry names.
    public let names: EntryNames
    /// The day that counts as today; nil where no claim, source or correction has a day.
    public let asOf: CalendarDay?
    /// Where entries stand, by slug.
    public let slots: [String: Int]
    private let answers: ClaimAnswers

    /// Puts content together.
    ///
    /// - Parameters:
    ///   - asOf: the day that counts as today, in place of the settings' and the content's own.
    ///   - showsLater: true where entries to be published later are in it all the same, for a preview. They
    ///     stand among those that are left out even so.
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
        answers = ClaimAnswers(entries, slots: slots)
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

    /// The same with entries that differ in their texts alone.
    func rewritten(_ entries: [Entry]) -> Timeline {
        var timeline = self
        timeline.entries = entries
        return timeline
    }

    /// The entry with a slug; nil where there is none.
    public func entry(_ slug: String) -> Entry? { slots[slug].map { entries[$0] } }

    /// The claim at a place of this timeline; the key must be one of its own.
    public func claim(_ key: ClaimKey) -> Claim { entries[key.entry].claims[key.claim] }

    /// The claims, in this entry and in others, that answer a claim.
    public func answers(to key: ClaimKey) -> [ClaimKey] { answers.answers[key] ?? [] }

    /// The claim that a claim answers.
    public func target(of key: ClaimKey) -> ClaimKey? { answers.targets[key] }
}

/// What entries name, registered or not.
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
        for actor in entry.actors { names.participants.append(actors.note(actor)) }
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
        for reference in entry.sources { names.listedSources.append(sources.slot(of: reference.id)) }
        names.endEntry()
    }
}

extension Source {
    /// One that no file registers: all that is known is how an entry names it.
    fileprivate convenience init(naming reference: Reference) {
        var fields = SourceFields()
        fields.id = reference.id
        fields.title = reference.text
        self.init(fields)
    }
}

extension [Entry] {
    /// Where entries stand, by slug; the first of several with one.
    var slots: [String: Int] {
        Dictionary(
            indices.lazy.map { (self[$0].slug.value, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

extension Entry {
    /// The day on which it is to be published, where that is later than today; nil where it is published.
    public func dayOfPublication(after today: CalendarDay?) -> CalendarDay? {
        guard let day = fields.publish?.value.earliest.day, today.map({ day > $0 }) ?? true else {
            return nil
        }
        return day
    }
}

extension Claim {
    /// The word for a speaker who is not named.
    public static let unnamed = "unnamed"
}

extension Content {
    /// The latest finite day among the dates of claims, sources and corrections: what is known was known by
    /// then. When something happened says nothing of when it was known, so that entries' own dates do not count.
    var latestDay: CalendarDay? {
        var latest: CalendarDay?
        for source in sources { latest.raise(to: source.date?.value) }
        for number in entries.indices { latest.raise(to: entries[number].latestDay) }
        return latest
    }
}
