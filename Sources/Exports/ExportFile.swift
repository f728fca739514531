import TimelineModel
import UTF8Text

/// A file that a site publishes for other programs.
public struct ExportFile: Sendable {
    /// The path below the site's folder.
    public let path: String
    /// The format to which the file belongs.
    public let format: ExportFormat
    /// Appends the file's bytes to a buffer; the argument is a site with the same entries.
    public let write: @Sendable (ExportedSite, inout OutputBuffer) throws(ExportFailure) -> Void
    /// How the file is written together with another one; nil for most files.
    public let pair: Pair?

    /// A file that tells the same, so that both take less time together than one after the other.
    public struct Pair: Sendable {
        /// The path of the other file, which follows in byte order.
        public let next: String
        /// Appends the bytes of both files, each to a buffer of its own.
        public let write: @Sendable (ExportedSite, inout OutputBuffer, inout OutputBuffer) -> Void
    }

    init(
        _ path: String, _ format: ExportFormat, pair: Pair? = nil,
        _ write: @escaping @Sendable (ExportedSite, inout OutputBuffer) throws(ExportFailure) -> Void
    ) {
        self.path = path
        self.format = format
        self.pair = pair
        self.write = write
    }
}

extension ExportFile {
    /// Returns the files of the formats that a site publishes. Feeds need the site's base URL, as their links and ids
    /// are absolute; without it there are none.
    ///
    /// - Parameter formats: the formats, in any order; each is used once.
    public static func files(of site: ExportedSite, _ formats: [ExportFormat]) -> [ExportFile] {
        ExportFormat.allCases.filter(formats.contains).flatMap { format in
            switch format {
            case .json: [json]
            case .jsonl: [jsonLines]
            case .records: site.timeline.entries.indices.map { record(ofEntry: $0, site) }
            case .csv: [csv]
            case .timelinejs: timelineJSFiles
            case .geojson: geoJSONFiles
            case .icalendar: [calendar]
            case .atom: Feed.feeds(of: site).map(\.atom)
            case .jsonfeed: Feed.feeds(of: site).map(\.json)
            }
        }
    }

    private static var json: ExportFile {
        let pair = Pair(next: ExportFormat.jsonl.path) { site, json, lines in
            json.append(json: site) { $0.move(to: &lines) }
        }
        return ExportFile(ExportFormat.json.path, .json, pair: pair) { $1.append(json: $0) }
    }

    private static var jsonLines: ExportFile {
        ExportFile(ExportFormat.jsonl.path, .jsonl) { $1.append(jsonLines: $0) }
    }

    private static func record(ofEntry number: Int, _ site: ExportedSite) -> ExportFile {
        ExportFile(site.texts.path(ofRecord: number), .records) { $1.append(jsonOf: number, in: $0) }
    }

    private static var csv: ExportFile {
        ExportFile(ExportFormat.csv.path, .csv) { $1.append(csv: $0) }
    }

    private static var timelineJSFiles: [ExportFile] {
        let pair = Pair(next: ExportFormat.timelinejs.path) { site, table, json in
            table.append(timelineJSTable: site) { row in json.append(timelineJS: site, row) }
        }
        return [
            ExportFile("timelinejs.csv", .timelinejs, pair: pair) { $1.append(timelineJSTable: $0) },
            ExportFile(ExportFormat.timelinejs.path, .timelinejs) { $1.append(timelineJS: $0) },
        ]
    }

    private static var geoJSONFiles: [ExportFile] {
        [
            (ExportFormat.geojson.path, GeoJSON.Kinds.all), ("points.geojson", .points),
            ("routes.geojson", .routes),
        ].map { path, kinds in
            ExportFile(path, .geojson) { $1.append(geoJSON: $0, kinds) }
        }
    }

    private static var calendar: ExportFile {
        ExportFile(ExportFormat.icalendar.path, .icalendar) { $1.append(calendar: $0) }
    }
}
