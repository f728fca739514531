import UTF8Text

/// The formats of files that can be imported.
public enum ImportFormat: String, CaseIterable, Sendable {
    /// The JSON of TimelineJS 3, or its sheet as CSV.
    case timelinejs
    /// The text of Markwhen.
    case markwhen
    /// A table: comma-separated values (RFC 4180), or values separated by semicolons or tabs.
    case csv
    /// An array of entries, or an object with an array `entries`, with the keys of the content format.
    case json
    /// One such entry a line.
    case jsonl

    /// Recognises a format by the ending of a file's name and by its content; nil if the file is none of them.
    ///
    /// - Parameters:
    ///   - name: the name of the file.
    ///   - text: its bytes, without a byte order mark.
    static func recognised(_ name: String, _ text: ArraySlice<UInt8>) -> ImportFormat? {
        let first = text.first { $0 > 0x20 }
        switch name.pathEnding {
        case "jsonl", "ndjson": return .jsonl
        case "mw", "markwhen": return .markwhen
        case "csv", "tsv", "tab": return .csv
        case "json", "geojson":
            return .json
        default:
            if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return .json }
            let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
            let hasColumns =
                line.count { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 == 0x09 } > 0
            let isTable = hasColumns && ColumnName.hasDateAndTitle(String(decoding: line, as: UTF8.self))
            return isTable ? .csv : name.pathEnding == "txt" || name.pathEnding == "md" ? .markwhen : nil
        }
    }
}
