import Diagnostics

/// A kind of file that authors write, and that a schema describes.
public enum SchemaSubject: String, CaseIterable, Sendable {
    /// The front matter of an entry.
    case entry
    /// The front matter of a page.
    case page
    case timeline, actors, places, sources

    /// The keys of the file itself, or of what it registers.
    var keys: ObjectFormat { Self.formats[self] ?? EntryFields.keys.format }

    private static let formats = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.format) })

    private var format: ObjectFormat {
        switch self {
        case .entry: EntryFields.keys.format
        case .page: FreePage.keys.format
        case .timeline: Settings.keys.format
        case .actors: Actor.keys.format
        case .places: Place.keys.format
        case .sources: SourceFields.keys.format
        }
    }

    /// True for a map of ids, each with the facts about it.
    var isRegistry: Bool {
        switch self {
        case .actors, .places, .sources: true
        case .entry, .page, .timeline: false
        }
    }

    /// What it is, as a title.
    public var title: String {
        switch self {
        case .entry: "The front matter of an entry of Dateline"
        case .page: "The front matter of a page of Dateline"
        case .timeline: "timeline.yml: a site of Dateline"
        case .actors: "actors.yml: who acts and speaks"
        case .places: "places.yml: named points"
        case .sources: "sources.yml: the bibliography"
        }
    }
}

/// The keys of an object without their decoders.
struct ObjectFormat: Sendable {
    let name: String
    let keys: [KeyFormat]

    var hasRequiredKeys: Bool { keys.contains(where: \.isRequired) }

    /// Every object that stands within others, by the name that their keys' types use.
    static let inner: [ObjectFormat] = [
        RouteLeg.keys.format, PlaceUse.keys.format, Quantity.keys.format, ClaimFields.keys.format,
        Outcome.keys.format, SourceFields.keys.format, MediaItem.keys.format, EditorNote.keys.format,
        Correction.keys.format, Settings.defaultKeys.format, Group.keys.format, Era.keys.format,
        Tag.keys.format, ThemeSettings.keys.format, FeedSettings.keys.format,
    ]

    /// The same by their names.
    static let named = Dictionary(uniqueKeysWithValues: inner.map { ($0.name, $0) })
}

/// One key of an object without its decoder.
struct KeyFormat: Sendable {
    let name: String
    let type: KeyType
    let isRequired: Bool
    let documentation: String
}

extension KeyTable {
    /// What the table says of its keys.
    var format: ObjectFormat {
        ObjectFormat(
            name: name,
            keys: keys.map {
                KeyFormat(
                    name: $0.name, type: $0.type, isRequired: $0.isRequired, documentation: $0.documentation)
            })
    }
}

extension KeyType {
    /// True for an object that nothing can stand for.
    var hasRequiredKeys: Bool {
        guard case .object(let name) = self else { return false }
        return ObjectFormat.inner.contains { $0.name == name && $0.hasRequiredKeys }
    }

    /// The names of the objects that a value may be or hold.
    var objectNames: [String] {
        switch self {
        case .object(let name), .textOrObject(let name): [name]
        case .list(let element), .oneOrMore(let element), .map(let element): element.objectNames
        default: []
        }
    }
}

extension ContentFile {
    /// What is in it.
    var subject: SchemaSubject {
        switch self {
        case .settings: .timeline
        case .actors: .actors
        case .places: .places
        case .sources: .sources
        }
    }
}
