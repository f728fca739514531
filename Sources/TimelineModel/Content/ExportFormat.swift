/// A format in which a site publishes its entries for other programs.
public enum ExportFormat: String, CaseIterable, Sendable {
    /// The whole content as `dateline.json`.
    case json
    /// The entries of the same file, one a line (JSON Lines).
    case jsonl
    /// The record of each entry as a file of its own, beside the entry's page.
    case records
    /// One row an entry as `entries.csv` (RFC 4180).
    case csv
    /// TimelineJS3's JSON, and the table that it reads from spreadsheets.
    case timelinejs
    /// Places and routes (RFC 7946).
    case geojson
    /// Days of a calendar (RFC 5545).
    case icalendar
    /// A feed of new and corrected entries (RFC 4287).
    case atom
    /// The same feed in JSON (JSON Feed 1.1).
    case jsonfeed

    /// The formats of a site whose settings name none, unless it has more than ``mostByDefault`` entries.
    static let byDefault: [ExportFormat] = [.atom, .json, .icalendar]
    /// The number of entries above which files that hold all of them are made only on request.
    static let mostByDefault = 20_000

    /// The path of the format's file below the site's folder; of several, the one that holds most. Of the records of
    /// entries none does, and this is their folder.
    public var path: String {
        switch self {
        case .records: "events"
        case .json: "dateline.json"
        case .jsonl: "dateline.jsonl"
        case .csv: "entries.csv"
        case .timelinejs: "timelinejs.json"
        case .geojson: "timeline.geojson"
        case .icalendar: "timeline.ics"
        case .atom: MediaType.feedName + ".xml"
        case .jsonfeed: MediaType.feedName + ".json"
        }
    }

    /// Whether the format holds the Markdown of texts.
    var holdsMarkdown: Bool { [.json, .jsonl, .records, .csv].contains(self) }
}

extension Settings {
    /// The formats that somebody asks for: a command, or else the settings; `nil` if neither does.
    public var statedExports: [ExportFormat]? { requestedExports ?? exports }

    /// Returns the formats that a site publishes.
    ///
    /// - Parameter count: the number of its entries.
    public func exportFormats(ofEntries count: Int) -> [ExportFormat] {
        statedExports ?? (count > ExportFormat.mostByDefault ? [] : ExportFormat.byDefault)
    }
}
