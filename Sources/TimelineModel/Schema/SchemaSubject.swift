import Diagnostics

/// A type of file that authors write and that a JSON Schema describes.
public enum SchemaSubject: String, CaseIterable, Sendable {
    /// The front matter of an entry.
    case entry
    /// The front matter of a page.
    case page
    /// The data file of that name.
    case timeline, actors, places, sources, changes

    /// The keys of the file itself, or of each value in a registry.
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
        case .changes: ChangeLog.keys.format
        }
    }

    /// Whether the file is a registry: a map from ids to objects.
    var isRegistry: Bool {
        switch self {
        case .actors, .places, .sources: true
        case .entry, .page, .timeline, .changes: false
        }
    }

    /// The title of the schema.
    public var title: String {
        switch self {
        case .entry: "The front matter of an entry of Dateline"
        case .page: "The front matter of a page of Dateline"
        case .timeline: "timeline.yml: a site of Dateline"
        case .actors: "actors.yml: who acts and speaks"
        case .places: "places.yml: named points"
        case .sources: "sources.yml: the bibliography"
        case .changes: "changes.yml: what publications changed"
        }
    }
}

/// The keys of an object, without their decoders.
struct ObjectFormat: Sendable {
    let name: String
    let keys: [KeyFormat]

    var hasRequiredKeys: Bool { keys.contains(where: \.isRequired) }

    /// All objects that occur within others, under the names that key types use.
    static let inner: [ObjectFormat] = [
        RouteLeg.keys.format, PlaceUse.keys.format, Quantity.keys.format, ClaimFields.keys.format,
        Outcome.keys.format, SourceFields.keys.format, MediaItem.keys.format, EditorNote.keys.format,
        Correction.keys.format, HistoryStep.keys.format, EntryFields.formerKeys.format,
        Settings.defaultKeys.format, Group.keys.format, Era.keys.format, Moment.keys.format,
        Tag.keys.format, ThemeSettings.keys.format, FeedSettings.keys.format,
        EmbedSettings.keys.format, ChangeDay.keys.format, Change.keys.format,
    ]

    /// The objects that occur within others, by name.
    static let named = Dictionary(uniqueKeysWithValues: inner.map { ($0.name, $0) })
}

/// A key of an object, without its decoder.
struct KeyFormat: Sendable {
    let name: String
    let type: KeyType
    let isRequired: Bool
    let documentation: String
}

extension KeyTable {
    /// The format that the table describes.
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
    /// Whether the type is an object with required keys, so that it cannot be left empty.
    var hasRequiredKeys: Bool {
        guard case .object(let name) = self else { return false }
        return ObjectFormat.inner.contains { $0.name == name && $0.hasRequiredKeys }
    }

    /// The names of the objects that a value of this type may be or contain.
    var objectNames: [String] {
        switch self {
        case .object(let name), .textOrObject(let name), .boolOrObject(let name): [name]
        case .list(let element), .oneOrMore(let element), .map(let element): element.objectNames
        default: []
        }
    }
}

extension ContentFile {
    /// The schema subject of the data file.
    var subject: SchemaSubject {
        switch self {
        case .settings: .timeline
        case .actors: .actors
        case .places: .places
        case .sources: .sources
        case .changes: .changes
        }
    }
}

extension SchemaSubject {
    /// The names of the keys of the file itself, or of each value in a registry, in the order of the schema.
    public var keyNames: [String] { keys.keys.map(\.name) }
}
