import UTF8Text

/// Returns a file's bytes for printing, or nil if it cannot be read any more.
public typealias SourceReader = (_ path: String) -> [UInt8]?

/// Formats diagnostics for a terminal, for code hosts, or as JSON for editors.
///
/// Files are read again here, so that nothing keeps their text before there is a mistake to show.
public struct DiagnosticPrinter {
    private let read: SourceReader
    private let isColoured: Bool
    private var tables: [String: LineTable?] = [:]

    /// Creates a printer.
    ///
    /// - Parameters:
    ///   - coloured: whether ``text(_:)`` contains ANSI colour codes.
    ///   - read: returns the bytes of a file; asked once for each path.
    public init(coloured: Bool = false, reading read: @escaping SourceReader) {
        self.read = read
        self.isColoured = coloured
    }

    /// The diagnostics in printing order: `path:line:col: error: summary [rule]`, the source line with a marker, the
    /// fix, and the rule's explanation. At most 1000 of one rule are shown, and the others counted.
    public mutating func text(_ diagnostics: [Diagnostic]) -> String {
        let shown = ShownDiagnostics(diagnostics)
        let texts = shown.first.map { text($0) } + shown.further.map { $0 + "\n" }
        return texts.joined(separator: "\n")
    }

    /// One JSON object: `diagnostics` in printing order, and the number of diagnostics of each severity.
    ///
    /// `line` and `column` count from 1, columns in Unicode scalars; `offset` and `length` are UTF-8 bytes.
    public mutating func json(_ diagnostics: [Diagnostic]) -> String {
        var text = ""
        json(diagnostics) { text += $0 }
        return text
    }

    /// Passes the JSON to `put` in pieces, so that many thousands of diagnostics are never in memory as one text.
    ///
    /// - Throws: the errors of `put`.
    public mutating func json(
        _ diagnostics: [Diagnostic], to put: (String) throws -> Void
    ) rethrows {
        let sorted = diagnostics.sortedByLocation()
        var json = JSONText()
        try json.object { json in
            try json.array("diagnostics") { json in
                for diagnostic in sorted {
                    write(diagnostic, to: &json)
                    try json.handOn(to: put)
                }
            }
            json.integer("errors", sorted.count { $0.severity == .error })
            json.integer("warnings", sorted.count { $0.severity == .warning })
            json.integer("notes", sorted.count { $0.severity == .note })
        }
        json.newline()
        try put(json.text)
    }

    /// The line and column at which a location begins, both from 1; 1 and 1 if the file cannot be read.
    public mutating func position(of location: SourceLocation) -> (line: Int, column: Int) {
        let start = position(location.path, location.range.lowerBound)
        return (start.line, start.column)
    }

    // MARK: Text

    private mutating func text(_ diagnostic: Diagnostic) -> String {
        let severity = diagnostic.severity
        var lines = [
            headline(
                diagnostic.location, severity.rawValue, colour(of: severity),
                "\(diagnostic.summary) [\(diagnostic.rule.id)]")
        ]
        let excerpt = self.excerpt(diagnostic.location, colour: colour(of: severity))
        lines += excerpt.lines
        let margin = String(repeating: " ", count: excerpt.margin) + " = "
        for fixIt in diagnostic.fixIts {
            lines.append(margin + style("fix: ", .bold) + printable(fixIt.summary))
        }
        lines.append(margin + style("rule: ", .bold) + printable(diagnostic.rule.explanation))
        for note in diagnostic.notes {
            guard let location = note.location else {
                lines.append(margin + style("note: ", .bold) + printable(note.summary))
                continue
            }
            lines.append(headline(location, "note", .cyan, note.summary))
            lines += self.excerpt(location, colour: .cyan).lines
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private mutating func headline(
        _ location: SourceLocation, _ kind: String, _ colour: Style, _ summary: String
    ) -> String {
        let start = position(location.path, location.range.lowerBound)
        let prefix = "\(printable(location.path)):\(start.line):\(start.column): "
        return style(prefix, .bold) + style(kind + ": ", colour) + style(printable(summary), .bold)
    }

    /// The source line with a marker below it, cut to a window where the line is long.
    private mutating func excerpt(_ location: SourceLocation, colour: Style) -> (
        lines: [String], margin: Int
    ) {
        guard let table = table(location.path) else { return ([], 2) }
        let start = table.position(of: location.range.lowerBound)
        let end = table.position(of: location.range.upperBound)
        let line = table.excerpt(of: start.line, around: start.column, upTo: 512)
        let source = Array(String(decoding: line.text, as: UTF8.self).unicodeScalars)
        let from = start.column - 1 - line.before
        let marked = end.line == start.line ? end.column - start.column : source.count - from
        let number = String(start.line)
        let window = Self.window(count: source.count, around: from)
        var shown = printable(source[window])
        let isCut = window.lowerBound + line.before > 0
        if isCut { shown = "…" + shown }
        if window.upperBound < source.count || line.hasMore { shown += "…" }
        let indent = from - window.lowerBound + (isCut ? 1 : 0)
        let length = Swift.max(1, Swift.min(marked, window.upperBound - from))
        let marker =
            String(repeating: " ", count: indent) + "^" + String(repeating: "~", count: length - 1)
        let blank = String(repeating: " ", count: number.count)
        return (
            [" \(number) | \(shown)", " \(blank) | \(style(marker, colour))"], number.count + 1
        )
    }

    private static func window(count: Int, around column: Int) -> Range<Int> {
        guard count > 120 else { return 0..<count }
        let start = Swift.max(0, Swift.min(column, count) - 40)
        return start..<Swift.min(count, start + 110)
    }

    // MARK: JSON

    private mutating func write(_ diagnostic: Diagnostic, to json: inout JSONText) {
        json.object { json in
            write(diagnostic.location, to: &json)
            json.string("severity", diagnostic.severity.rawValue)
            json.string("rule", diagnostic.rule.id)
            json.string("summary", diagnostic.summary)
            json.string("explanation", diagnostic.rule.explanation)
            json.array("notes") { json in
                for note in diagnostic.notes {
                    json.object { json in
                        json.string("summary", note.summary)
                        if let location = note.location { write(location, to: &json) }
                    }
                }
            }
            json.array("fixIts") { json in
                for fixIt in diagnostic.fixIts { write(fixIt, to: &json) }
            }
        }
    }

    private mutating func write(_ fixIt: Diagnostic.FixIt, to json: inout JSONText) {
        json.object { json in
            json.string("summary", fixIt.summary)
            if fixIt.isSafe { json.bool("safe", true) }
            json.array("edits") { json in
                for edit in fixIt.edits {
                    json.object { json in
                        write(edit.location, to: &json)
                        json.string("text", edit.text)
                    }
                }
            }
        }
    }

    private mutating func write(_ location: SourceLocation, to json: inout JSONText) {
        let start = position(location.path, location.range.lowerBound)
        let end = position(location.path, location.range.upperBound)
        json.string("path", location.path)
        json.integer("line", start.line)
        json.integer("column", start.column)
        json.integer("endLine", end.line)
        json.integer("endColumn", end.column)
        json.integer("offset", location.range.lowerBound)
        json.integer("length", location.range.count)
    }

    // MARK: Positions

    /// The line and column of an offset; 1 and 1 if the file cannot be read any more.
    mutating func position(_ path: String, _ offset: Int) -> LineTable.Position {
        table(path)?.position(of: offset) ?? LineTable.Position(line: 1, column: 1)
    }

    private mutating func table(_ path: String) -> LineTable? {
        if let known = tables[path] { return known }
        let table = read(path).map { LineTable($0) }
        tables[path] = .some(table)
        return table
    }

    // MARK: Style

    private enum Style: String {
        case bold = "1"
        case red = "1;31"
        case yellow = "1;33"
        case cyan = "1;36"
    }

    private func colour(of severity: Severity) -> Style {
        switch severity {
        case .error: .red
        case .warning: .yellow
        case .note: .cyan
        }
    }

    private func style(_ text: String, _ style: Style) -> String {
        isColoured ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}

/// The text with tabs as spaces, and with U+FFFD for each character that controls a terminal: a file's content must not
/// move the cursor.
public func printable(_ text: String) -> String {
    printable(Array(text.unicodeScalars)[...])
}

func printable(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in scalars {
        if scalar == "\t" {
            shown.append(" ")
        } else {
            shown.append(scalar.steersDisplay ? "\u{FFFD}" : scalar)
        }
    }
    return String(shown)
}
