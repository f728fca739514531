import TimelineModel
import UTF8Text

/// A field of an event in a table or in JSON, by the key of the content format that it becomes.
enum EntryField: Hashable {
    case title, date, precision, body, identity, slug, dateText, status, group
    case latitude, longitude
    /// Any other key of an entry.
    case key(String)
    /// A field that has no key, and is kept below `extra` under this name.
    case extra(String)

    /// The field with a name; nil if there is none. The date is called `edtf` in what Dateline writes, since other
    /// programs rewrite a field called `date`.
    init?(name: String) {
        switch name {
        case "title": self = .title
        case "date", "edtf": self = .date
        case "precision": self = .precision
        case "body": self = .body
        case "id": self = .identity
        case "slug": self = .slug
        case "date_text": self = .dateText
        case "status": self = .status
        case "group": self = .group
        case "lat", "latitude": self = .latitude
        case "lon", "lng", "longitude": self = .longitude
        case _ where Self.keys.contains(name): self = .key(name)
        default: return nil
        }
    }

    /// The keys of an entry in their order.
    private static let keys = SchemaSubject.entry.keyNames

    /// All names that `--map` accepts.
    static var names: [String] {
        ["date", "edtf", "body", "id", "precision", "lat", "lon"]
            + keys.filter { $0 != "date" && $0 != "extra" }
    }

    /// The position of a key among those of an entry.
    static func order(of key: String) -> Int { keys.firstIndex(of: key) ?? keys.count }

    /// Whether a cell of a table holds several values of the key, separated by semicolons.
    static func isList(_ key: String) -> Bool {
        ["actors", "places", "tags", "sources", "see_also", "aliases"].contains(key)
    }
}
