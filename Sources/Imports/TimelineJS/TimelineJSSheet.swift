import Diagnostics
import TimelineModel
import UTF8Text

/// The sheet of TimelineJS as a table: 18 columns and `Alt Text` in any order, or the older one with `Start Date`,
/// `End Date` and `Tag`. Further columns are kept below `extra`.
struct TimelineJSSheet {
    /// The columns by the keys of their headings.
    private enum Column: String {
        case year, month, day, time
        case endYear = "end_year"
        case endMonth = "end_month"
        case endDay = "end_day"
        case endTime = "end_time"
        case displayDate = "display_date"
        case headline, text, media
        case mediaCredit = "media_credit"
        case mediaCaption = "media_caption"
        case mediaThumbnail = "media_thumbnail"
        case altText = "alt_text"
        case type, group, background, tag
        case startDate = "start_date"
        case endDate = "end_date"
    }

    private var columns: [(column: Column?, heading: String, key: String)]

    /// Reads the headings.
    init(_ headings: [String]) {
        var keys: Set<String> = []
        var seen: Set<String> = []
        columns = headings.enumerated().map { number, heading in
            let heading = HTMLMarkdown.collapsed(heading)
            // Of a repeated heading the first column counts.
            let column =
                seen.insert(ColumnName.key(heading)).inserted
                ? Column(rawValue: ColumnName.key(heading)) : nil
            let name = heading.isEmpty ? "column \(number + 1)" : heading
            return (column, name, JSONYAML.freeKey(name, &keys))
        }
    }

    /// Adds the record that a reader has read.
    func add(_ reader: DelimitedReader, to run: inout ImportRun) {
        let position = SourcePosition.row(reader.recordCount)
        var slide = Slide(position: position, range: reader.range)
        var kind = Slide.Kind.event
        var content: [UInt8] = []
        for index in 0..<reader.cells.count where !reader.isBlank(reader.cells[index]) {
            let range = reader.cells[index].range
            guard index < columns.count else {
                let name = "column \(index + 1)"
                run.report(
                    .importLeftOut, "'\(reader.text(index))' has no heading", at: position, name, range)
                continue
            }
            let field = SourceField(text: reader.text(index), range: range, name: columns[index].heading)
            content.append(text: columns[index].key)
            content.append(0x1F)
            content.append(text: field.text)
            content.append(0x1E)
            read(field, columns[index].column, columns[index].key, into: &slide, &kind, in: &run)
        }
        if slide.start.isEmpty { slide.start.range = slide.range }
        slide.add(to: &run, as: kind, content: content)
    }

    private func read(
        _ field: SourceField, _ column: Column?, _ key: String, into slide: inout Slide,
        _ kind: inout Slide.Kind,
        in run: inout ImportRun
    ) {
        switch column {
        case .year: slide.start.set(\.year, field)
        case .month: slide.start.set(\.month, field)
        case .day: slide.start.set(\.day, field)
        case .endYear: slide.end.set(\.year, field)
        case .endMonth: slide.end.set(\.month, field)
        case .endDay: slide.end.set(\.day, field)
        case .time: slide.start.setClock(field, in: &run, at: slide.position)
        case .endTime: slide.end.setClock(field, in: &run, at: slide.position)
        case .startDate: slide.start.setSlashDate(field)
        case .endDate: slide.end.setSlashDate(field)
        case .displayDate: slide.displayDate = field
        case .headline: slide.headline = field
        case .text: slide.text = field
        case .media: slide.media.url = field
        case .mediaCredit: slide.media.credit = field
        case .mediaCaption: slide.media.caption = field
        case .altText: slide.media.alt = field
        case .group: slide.group = field
        case .tag:
            if slide.group == nil { slide.group = field } else { keep(field, key, \.extra, &slide, in: &run) }
        case .mediaThumbnail: keep(field, "thumbnail", \.media.extra, &slide, in: &run)
        case .background: keep(field, "background", \.extra, &slide, in: &run)
        case .type:
            switch HTMLMarkdown.collapsed(field.text).lowercased() {
            case "title": kind = .title
            case "era": kind = .era
            default: keep(field, "type", \.extra, &slide, in: &run)
            }
        case nil: keep(field, key, \.extra, &slide, in: &run)
        }
    }

    private func keep(
        _ field: SourceField, _ key: String, _ extra: WritableKeyPath<Slide, [YAMLPair]>,
        _ slide: inout Slide,
        in run: inout ImportRun
    ) {
        slide[keyPath: extra].append(YAMLPair(key, .text(run.cleaned(field, at: slide.position))))
        slide.kept.append((field.name, field.range))
    }
}

extension DateParts {
    fileprivate mutating func set(_ part: WritableKeyPath<DateParts, SourceField?>, _ field: SourceField) {
        self[keyPath: part] = field
        range = range.isEmpty ? field.range : range
    }

    /// Reads a time of day: `14:30`, `14:30:05` or `2:30 PM`.
    fileprivate mutating func setClock(
        _ field: SourceField, in run: inout ImportRun, at position: SourcePosition
    ) {
        var text = field.text.lowercased().filter { $0 != " " && $0 != "." }
        let half = text.ends(with: "am") ? 0 : text.ends(with: "pm") ? 12 : nil
        if half != nil { text.removeLast(2) }
        let parts = text.parts(between: ":")
        var numbers = parts.map { Int($0) ?? -1 }
        let isTime =
            (half == nil ? 2 : 1)...3 ~= parts.count && parts.allSatisfy { (1...2).contains($0.utf8.count) }
        guard isTime, !numbers.contains(where: { $0 < 0 }), half == nil || (1...12).contains(numbers[0])
        else {
            run.report(
                .importDate, "'\(field.text)' is no time of day", at: position, field,
                fixIts: [Diagnostic.FixIt("write a time such as 14:30:00")])
            isFaulty = true
            return
        }
        if let half { numbers[0] = numbers[0] % 12 + half }
        time = numbers.map { SourceField(text: String($0), range: field.range, name: field.name) }
    }

    /// Divides a date of the older sheet: month, day and year between slashes, month and year, or a year alone. Any other
    /// text is taken as a year, and then reported if it is none.
    fileprivate mutating func setSlashDate(_ field: SourceField) {
        range = field.range
        let parts = HTMLMarkdown.collapsed(field.text).parts(between: "/").map {
            SourceField(text: String($0), range: field.range, name: field.name)
        }
        switch parts.count {
        case 3: (month, day, year) = (parts[0], parts[1], parts[2])
        case 2: (month, year) = (parts[0], parts[1])
        default: setHyphenDate(field)
        }
    }

    /// Divides `2012-01-31`, as spreadsheets export dates.
    private mutating func setHyphenDate(_ field: SourceField) {
        let text = HTMLMarkdown.collapsed(field.text)
        let sign = text.begins(with: "-") ? "-" : ""
        let parts = text.dropFirst(sign.count).parts(between: "-").map(String.init)
        let fields = parts.map { SourceField(text: $0, range: field.range, name: field.name) }
        guard (1...3).contains(parts.count), parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }) else {
            year = field
            return
        }
        year = SourceField(text: sign + parts[0], range: field.range, name: field.name)
        month = fields.count > 1 ? fields[1] : nil
        day = fields.count > 2 ? fields[2] : nil
    }
}
