import UTF8Text

/// The headings of tables, compared without regard to case and to the spaces around and in them.
enum ColumnName {
    /// The form of a heading for comparison: lower case, words joined by underscores.
    static func key(_ heading: String) -> String {
        heading.lowercased().split {
            $0 == " " || $0 == "_" || $0 == "\t" || $0 == "\n" || $0 == "\r" || $0 == "\u{A0}"
        }
        .joined(separator: "_")
    }

    /// Whether the headings of a line, whatever separates them, contain a date and a title.
    static func hasDateAndTitle(_ line: String) -> Bool {
        let keys = Set(
            line.split { $0 == "," || $0 == ";" || $0 == "\t" }.map { cell in
                key(cell.filter { $0 != "\"" })
            })
        return isSheet(keys) || keys.contains("title") && (keys.contains("date") || keys.contains("edtf"))
    }

    /// Whether headings are those of a sheet of TimelineJS.
    static func isSheet(_ keys: Set<String>) -> Bool {
        keys.contains("headline") && (keys.contains("year") || keys.contains("start_date"))
    }
}
