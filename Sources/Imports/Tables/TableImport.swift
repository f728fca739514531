import Diagnostics
import TimelineModel
import UTF8Text

/// The import of a table: the sheet of TimelineJS, or any table with a title and a date.
struct TableImport {
    private let columns: [ColumnMapping]

    init(_ columns: [ColumnMapping]) { self.columns = columns }

    /// The columns of a table, with the fields that they become.
    private struct Columns {
        /// The field of each column; nil for one that is computed from others.
        var fields: [(field: EntryField?, heading: String)] = []
        /// Whether Dateline exported the table.
        var isOwn = false
    }

    /// Adds all rows to an import.
    ///
    /// - Parameter isSheet: whether the file is said to be a sheet of TimelineJS; nil if its headings decide.
    func add(to run: inout ImportRun, isSheet: Bool?) {
        let bytes = run.input.bytes
        var reader = DelimitedReader(bytes, from: run.input.text.lowerBound)
        while reader.next(), reader.isBlank {}
        let headings = reader.cells.indices.map { reader.text($0) }
        let headRange = reader.range
        let keys = Set(headings.map { ColumnName.key($0) })
        if isSheet ?? (columns.isEmpty && ColumnName.isSheet(keys)) {
            guard ColumnName.isSheet(keys) else {
                let cell = reader.cells.first?.range ?? headRange
                run.report(
                    .importColumns, "a sheet of TimelineJS has columns 'Headline' and 'Year'", at: .text, "",
                    cell,
                    fixIts: [Diagnostic.FixIt("the first row has \(Self.list(headings))")])
                return
            }
            run.result.format = .timelinejs
            let sheet = TimelineJSSheet(headings)
            forEachRow(&reader, in: &run) { sheet.add($0, to: &$1) }
            return
        }
        guard let fields = fields(of: headings, headRange, in: &run) else { return }
        if fields.fields.contains(where: { $0.field == .latitude }) {
            var first = reader
            while first.next() {
                if first.isBlank { continue }
                record(first, fields, in: &run, isQuiet: true).registerPlace(in: &run)
            }
        }
        forEachRow(&reader, in: &run) { reader, run in
            let record = record(reader, fields, in: &run, isQuiet: false)
            record.add(to: &run, content: Self.content(of: reader, fields))
        }
    }

    private func forEachRow(
        _ reader: inout DelimitedReader, in run: inout ImportRun,
        _ body: (DelimitedReader, inout ImportRun) -> Void
    ) {
        while reader.next() {
            if reader.isBlank { continue }
            if let offset = reader.unclosedQuote {
                run.report(
                    .importFile, "a quote that is not closed", at: .row(reader.recordCount), "",
                    offset..<(offset + 1),
                    fixIts: [Diagnostic.FixIt("close the quote, or double it if it belongs to the text")])
                run.skip()
                return
            }
            if let offset = reader.textAfterQuote {
                run.report(
                    .importChanged, "text after a closing quote: the cell is taken with its quotes",
                    at: .row(reader.recordCount), "", offset..<(offset + 1))
            }
            body(reader, &run)
        }
    }

    // MARK: Columns

    /// The fields of the columns; nil, after a report, if a title or a date is missing.
    private func fields(of headings: [String], _ range: Range<Int>, in run: inout ImportRun) -> Columns? {
        var result = Columns(isOwn: columns.isEmpty && OwnRecord.isTable(headings))
        var extraKeys: Set<String> = [ImportOrigin.key, "lat", "lon"]
        var used: Set<EntryField> = []
        var isComplete = true
        for mapping in columns where !headings.contains(where: { Self.isSame($0, mapping.heading) }) {
            let nearest = nearestName(to: mapping.heading, among: headings)
            run.report(
                .importColumns, "no column has the heading '\(mapping.heading)'", at: .text, "", range,
                fixIts: [
                    Diagnostic.FixIt(
                        (nearest.map { "write --map \(mapping.field)=\"\($0)\"; " } ?? "")
                            + "the headings are \(Self.list(headings))")
                ])
            isComplete = false
        }
        for (number, heading) in headings.enumerated() {
            if result.isOwn, OwnRecord.isComputed(column: heading) {
                result.fields.append((nil, heading))
                continue
            }
            let name = HTMLMarkdown.collapsed(heading)
            let shown = name.isEmpty ? "column \(number + 1)" : name
            let mapped = columns.first { Self.isSame(heading, $0.heading) }?.field
            // A column that the user assigned takes the place of one with the name of the field.
            let own =
                columns.contains { EntryField(name: $0.field) == EntryField(name: ColumnName.key(heading)) }
                ? nil : EntryField(name: ColumnName.key(heading))
            let field = mapped.flatMap(EntryField.init) ?? own
            if let field, used.insert(field).inserted, field != .key("extra") {
                result.fields.append((field, shown))
            } else {
                result.fields.append((.extra(JSONYAML.freeKey(shown, &extraKeys)), shown))
            }
        }
        for (field, name) in [(EntryField.title, "title"), (.date, "date")]
        where !used.contains(field) && isComplete {
            run.report(
                .importColumns, "no column is the \(name) of the events", at: .text, "", range,
                fixIts: [
                    Diagnostic.FixIt(
                        "write --map \(name)=HEADING with one of the headings \(Self.list(headings))")
                ])
            isComplete = false
        }
        return isComplete ? result : nil
    }

    private static func isSame(_ heading: String, _ other: String) -> Bool {
        HTMLMarkdown.collapsed(heading).isWritten(as: HTMLMarkdown.collapsed(other))
    }

    /// The headings in a message.
    private static func list(_ headings: [String]) -> String {
        let shown = headings.prefix(30).map { "'" + HTMLMarkdown.collapsed($0) + "'" }.joined(separator: ", ")
        return headings.count > 30 ? shown + " and \(headings.count - 30) more" : shown
    }

    // MARK: Rows

    private func record(
        _ reader: DelimitedReader, _ columns: Columns, in run: inout ImportRun, isQuiet: Bool
    ) -> FieldRecord {
        let position = SourcePosition.row(reader.recordCount)
        var record = FieldRecord(position: position, range: reader.range)
        for index in reader.cells.indices where !reader.isBlank(reader.cells[index]) {
            let range = reader.cells[index].range
            guard index < columns.fields.count else {
                if !isQuiet {
                    run.report(
                        .importLeftOut, "'\(reader.text(index))' has no heading", at: position,
                        "column \(index + 1)", range)
                }
                continue
            }
            let column = columns.fields[index]
            let text = columns.isOwn ? FormulaGuard.unguarded(reader.text(index)) : reader.text(index)
            if let field = column.field {
                record.append(field, .text(SourceField(text: text, range: range, name: column.heading)))
            } else if column.heading == OwnRecord.path {
                record.path = OwnRecord.entryPath(text)
            } else if column.heading == OwnRecord.details {
                OwnRecord.addDetails(text, at: range, to: &record)
            }
        }
        return record
    }

    /// The content of a row as bytes that do not depend on quotes, and hardly on the order of rows.
    private static func content(of reader: DelimitedReader, _ columns: Columns) -> [UInt8] {
        var content: [UInt8] = []
        for index in reader.cells.indices
        where !reader.isBlank(reader.cells[index]) && index < columns.fields.count {
            content.append(text: columns.fields[index].heading)
            content.append(0x1F)
            content.append(text: reader.text(index))
            content.append(0x1E)
        }
        return content
    }
}
