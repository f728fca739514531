import CommonMark
import Diagnostics
import EDTF
import TimelineModel
import UTF8Text

/// The text of Markwhen: a header, sections, and events with properties, tags and a description.
struct MarkwhenImport {
    private struct Line {
        /// The range in the file, without the line end.
        var range: Range<Int>
        var text: String

        var trimmed: String { HTMLMarkdown.trimmed(text) }
        var isBlank: Bool { text.utf8.allSatisfy { $0 <= 0x20 } }
        var isIndented: Bool { text.utf8.first.map { $0 == 0x20 || $0 == 0x09 } ?? false }
    }

    /// An event line: where its date ends.
    private struct EventStart {
        var date: Range<Int>
        var dateText: String
        var recurrence: String?
        var rest: String
        var result: Result<MarkwhenDate.Reading, MarkwhenDate.Mistake>
    }

    private let lines: [Line]
    private var dates = MarkwhenDate()
    /// The open sections: their levels and titles, and the tags of each.
    private var sections: [(level: Int, title: String, tags: [String])] = []

    init(_ input: ImportInput) {
        var lines: [Line] = []
        var start = input.text.lowerBound
        let bytes = input.bytes
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
            lines.append(Line(range: start..<end, text: String(decoding: bytes[start..<end], as: UTF8.self)))
            start = end + (end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A ? 2 : 1)
        }
        self.lines = lines
    }

    /// Adds all events to an import.
    func add(to run: inout ImportRun) {
        var reader = self
        reader.read(into: &run)
    }

    private mutating func read(into run: inout ImportRun) {
        var index = readHeader(in: &run)
        while index < lines.count {
            let line = lines[index]
            if line.isBlank || isComment(line) {
                index += 1
            } else if let section = Self.section(line.trimmed) {
                open(section)
                index = skipProperties(after: index, in: &run)
            } else if isSectionEnd(line.trimmed) {
                if !sections.isEmpty { sections.removeLast() }
                index += 1
            } else if let start = eventStart(line) {
                index = readEvent(start, at: index, in: &run)
            } else {
                report(.importLeftOut, "text that belongs to no event", line, in: &run)
                index += 1
            }
        }
    }

    private func report(_ rule: Rule, _ summary: String, _ line: Line, in run: inout ImportRun) {
        run.report(rule, summary, at: .text, "", line.range)
    }

    private func isComment(_ line: Line) -> Bool { line.trimmed.begins(with: "//") }

    // MARK: The header

    /// Reads the header, up to the first section or event; returns the index of the line after it.
    private mutating func readHeader(in run: inout ImportRun) -> Int {
        var index = 0
        var isFenced = false
        while index < lines.count {
            let line = lines[index]
            let text = line.trimmed
            if text.begins(with: "---") {
                index += 1
                if isFenced { return index }
                isFenced = true
                continue
            }
            if !isFenced, Self.section(text) != nil || eventStart(line) != nil { return index }
            index += 1
            if line.isBlank || isComment(line) || text == "..." { continue }
            let parts = text.parts(between: ":", atMost: 2)
            let key = String(parts[0])
            let value = parts.count == 2 ? HTMLMarkdown.collapsed(Self.unquoted(String(parts[1]))) : ""
            let field = SourceField(text: value, range: line.range, name: key)
            switch key.lowercased() {
            case "title" where !line.isIndented && !value.isEmpty:
                run.settings.title = field
                run.settings.titleText = run.line(field, at: .text)
            case "description" where !line.isIndented && !value.isEmpty:
                if let text = run.line(field, at: .text) {
                    run.settings.keys.append(YAMLPair("description", .text(text)))
                }
            case "dateformat" where !line.isIndented:
                dates.isDayFirst = value.lowercased() == "d/m/y"
                if !value.isEmpty, !["d/m/y", "m/d/y"].contains(value.lowercased()) {
                    report(.importLeftOut, "the date format '\(value)'", line, in: &run)
                }
            default: run.report(.importLeftOut, "a key of the header", at: .text, key, line.range)
            }
        }
        return index
    }

    private static func unquoted(_ text: String) -> String {
        let text = HTMLMarkdown.collapsed(text)
        for quote in ["\"", "'"]
        where text.utf8.count > 1 && text.begins(with: quote) && text.ends(with: quote) {
            return String(text.dropFirst().dropLast())
        }
        return text
    }

    // MARK: Sections

    /// The level and title of a section: `## Title`, or in older texts `section Title` and `group Title`.
    private static func section(_ text: String) -> (level: Int, title: String)? {
        let signs = text.prefix { $0 == "#" }.count
        if (1...6).contains(signs), text.dropFirst(signs).first == " " {
            return (signs, HTMLMarkdown.collapsed(String(text.dropFirst(signs))))
        }
        let words = text.parts(between: " ", atMost: 2)
        guard let first = words.first?.lowercased(), first == "section" || first == "group" else {
            return nil
        }
        return (0, words.count > 1 ? HTMLMarkdown.collapsed(String(words[1])) : "")
    }

    private func isSectionEnd(_ text: String) -> Bool {
        ["end section", "end group", "endsection", "endgroup"].contains(text.lowercased())
    }

    private mutating func open(_ section: (level: Int, title: String)) {
        // A section in Markdown's form closes those of its level and below; the older form has an end of its own.
        if section.level > 0 {
            while let last = sections.last, last.level >= section.level { sections.removeLast() }
        }
        let (title, tags) = MarkwhenTags.taken(from: section.title)
        let level = section.level > 0 ? section.level : (sections.last?.level ?? 0) + 1
        sections.append((level, title, tags))
    }

    private func skipProperties(after index: Int, in run: inout ImportRun) -> Int {
        let (properties, next) = properties(after: index)
        for property in properties {
            run.report(.importLeftOut, "a property of a section", at: .text, property.name, property.range)
        }
        return next
    }

    // MARK: Events

    /// Reads the date at the beginning of a line; nil if the line begins no event.
    private func eventStart(_ line: Line) -> EventStart? {
        let text = line.text
        guard text.holds(":") else { return nil }
        let bytes = Array(text.utf8)
        let first = bytes.firstIndex { $0 > 0x20 } ?? 0
        guard Self.mayBeginDate(bytes[first...]) else { return nil }
        var colon = first
        var tried = 0
        var found: EventStart?
        // A time of day contains a colon, too: the longest date counts, while two digits follow the colon.
        while tried < 6, let next = bytes[colon...].firstIndex(of: UInt8(ascii: ":")) {
            if found != nil, !bytes[colon...].prefix(2).allSatisfy(\.isASCIIDigit) || next < colon + 2 {
                break
            }
            tried += 1
            colon = next + 1
            if let start = self.start(bytes, from: first, to: next, in: line) { found = start }
        }
        if let found { return found }
        // A line that begins with the digits of a date and is none is a mistake rather than a text.
        guard let end = bytes[first...].firstIndex(of: UInt8(ascii: ":")), Self.isLikeDate(bytes[first..<end])
        else {
            return nil
        }
        let date = HTMLMarkdown.collapsed(String(decoding: bytes[first..<end], as: UTF8.self))
        return EventStart(
            date: (line.range.lowerBound + first)..<(line.range.lowerBound + end), dateText: date,
            rest: String(decoding: bytes[(end + 1)...], as: UTF8.self),
            result: .failure(
                MarkwhenDate.Mistake(summary: "'\(date)' is no date of Markwhen", advice: "write it in EDTF"))
        )
    }

    /// Reads the part of a line before a colon; nil if it is no date.
    private func start(_ bytes: [UInt8], from first: Int, to colon: Int, in line: Line) -> EventStart? {
        var date = String(decoding: bytes[first..<colon], as: UTF8.self)
        var recurrence: String?
        if let range = date.lowercased().firstRange(of: " every ") {
            let lowercased = date.lowercased()
            let offset = lowercased.utf8.distance(from: lowercased.startIndex, to: range.lowerBound)
            recurrence = HTMLMarkdown.collapsed(String(decoding: Array(date.utf8)[offset...], as: UTF8.self))
            date = String(decoding: Array(date.utf8)[..<offset], as: UTF8.self)
        }
        let result: Result<MarkwhenDate.Reading, MarkwhenDate.Mistake>
        do throws(MarkwhenDate.Mistake) {
            guard let reading = try dates.read(date) else { return nil }
            result = .success(reading)
        } catch {
            result = .failure(error)
        }
        return EventStart(
            date: (line.range.lowerBound + first)..<(line.range.lowerBound + colon), dateText: date,
            recurrence: recurrence, rest: String(decoding: bytes[(colon + 1)...], as: UTF8.self),
            result: result)
    }

    private static func mayBeginDate(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first else { return false }
        if first.isASCIIDigit || "!.+-".utf8.contains(first) { return true }
        let word = String(decoding: bytes.prefix { $0.isASCIILetter }, as: UTF8.self).lowercased()
        return ["now", "by", "before", "after", "plus"].contains(word)
            || ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].contains(
                word.prefix(3))
    }

    /// Whether a text consists of the signs of dates, with four digits in a row.
    private static func isLikeDate(_ bytes: ArraySlice<UInt8>) -> Bool {
        var run = 0
        var longest = 0
        for byte in bytes {
            if byte.isASCIIDigit { run += 1 } else { run = 0 }
            longest = max(longest, run)
            if !byte.isASCIIDigit, !" -/.,~?XTZ+".utf8.contains(byte) { return false }
        }
        return longest >= 4
    }

    private mutating func readEvent(_ start: EventStart, at index: Int, in run: inout ImportRun) -> Int {
        let (properties, textStart) = properties(after: index)
        var (end, filled) = (textStart, textStart)
        while end < lines.count {
            let text = lines[end].trimmed
            if Self.section(text) != nil || isSectionEnd(text) || eventStart(lines[end]) != nil { break }
            end += 1
            // Empty lines before the next event belong to neither.
            if !lines[end - 1].isBlank { filled = end }
        }
        add(start, properties, lines[textStart..<filled], lines[index], in: &run)
        return end
    }

    /// The properties after a line: lines `key: value` without an empty line before them.
    private func properties(after index: Int) -> (properties: [SourceField], next: Int) {
        var fields: [SourceField] = []
        var next = index + 1
        while next < lines.count, !lines[next].isBlank, !isComment(lines[next]) {
            let line = lines[next]
            if Self.section(line.trimmed) != nil || eventStart(line) != nil { break }
            let parts = line.trimmed.parts(between: ":", atMost: 2)
            let isKey =
                parts.count == 2 && !parts[0].isEmpty && !line.trimmed.begins(with: "-")
                && parts[0].utf8.allSatisfy { $0.isASCIIAlphanumeric || "_-.".utf8.contains($0) }
                && (parts[1].isEmpty || parts[1].utf8.first == 0x20)
            guard isKey else { break }
            // Indented lines belong to the value of the line before them.
            if line.isIndented, let last = fields.popLast() {
                let text = last.text.isEmpty ? line.trimmed : last.text + "\n" + line.trimmed
                fields.append(
                    SourceField(
                        text: text, range: last.range.lowerBound..<line.range.upperBound, name: last.name))
            } else {
                fields.append(
                    SourceField(
                        text: HTMLMarkdown.trimmed(String(parts[1])), range: line.range,
                        name: String(parts[0])))
            }
            next += 1
        }
        return (fields, next)
    }

    private mutating func add(
        _ start: EventStart, _ properties: [SourceField], _ text: ArraySlice<Line>, _ line: Line,
        in run: inout ImportRun
    ) {
        let range =
            line.range
            .lowerBound..<(text.last?.range.upperBound ?? properties.last?.range.upperBound
            ?? line.range.upperBound)
        let id = properties.last { $0.name == "id" }
        let input = run.input
        let identity = run.identity(id, content: input.bytes[range].filter { $0 != 0x0D }, at: .text)
        dates.before = nil
        let date: DateExpression
        let reading: MarkwhenDate.Reading
        do throws(MarkwhenDate.Mistake) { reading = try start.result.get() } catch {
            run.report(
                .importDate, error.summary, at: .text, "", start.date,
                fixIts: [Diagnostic.FixIt(error.advice)])
            return run.skip()
        }
        do throws(DateSyntaxError) { date = try DateExpression(reading.edtf) } catch {
            run.report(.importDate, "\(reading.edtf) is no date: \(error.message)", at: .text, "", start.date)
            return run.skip()
        }
        dates.before = date.exactSpan
        if let id, let span = date.exactSpan { dates.events[HTMLMarkdown.collapsed(id.text)] = span }
        let (first, completion) = MarkwhenTags.completion(of: start.rest)
        let titleField = SourceField(text: first, range: line.range, name: "")
        var (title, tags) = MarkwhenTags.taken(from: run.line(titleField, at: .text) ?? "")
        var body = text.map(\.text).filter { !HTMLMarkdown.trimmed($0).begins(with: "//") }
        if title.isEmpty {
            // An event may have all of its text in the description.
            let plain = HTMLMarkdown.collapsed(body.joined(separator: " "))
            guard !plain.isEmpty else {
                run.report(
                    .importEntry, "the event has no text", at: .text, "", line.range,
                    fixIts: [Diagnostic.FixIt("write a title behind the colon")])
                return run.skip()
            }
            title = TitleWords.first(of: plain)
            run.report(
                .importGuess, "the event has no title: '\(title)' is the beginning of its text", at: .text,
                "", line.range)
        }
        let plainTitle = MarkwhenText.withoutLinks(title)
        // The addresses of the links in a title stay in the text.
        if !plainTitle.isWritten(as: title) {
            body.insert(contentsOf: [HTMLMarkdown.collapsed(first), ""], at: 0)
        }
        title = plainTitle
        tags += sections.flatMap(\.tags) + body.flatMap { MarkwhenTags.all(in: $0) }
        var draft = EntryDraft(title: title, date: date, position: .text, range: range, key: identity)
        var extra: [YAMLPair] = []
        addProperties(properties, &tags, &extra, in: &run)
        if let group = sections.first?.title, !group.isEmpty {
            draft.fields.append(YAMLPair("group", .text(run.group(group))))
        }
        if sections.count > 1 {
            extra.append(YAMLPair("sections", .texts(sections.dropFirst().map(\.title))))
            run.keep("the inner section", line.range)
        }
        var seen: Set<String> = []
        let unique = tags.filter { !$0.isEmpty && seen.insert($0).inserted }
        if !unique.isEmpty { draft.fields.append(YAMLPair("tags", .texts(unique))) }
        if let completion {
            extra.append(YAMLPair("completed", .written(completion ? "true" : "false")))
            run.keep("the check mark", line.range)
        }
        if let time = reading.time {
            extra.append(YAMLPair("time", .text(time)))
            run.keep("the time of day", start.date)
        }
        if let recurrence = start.recurrence {
            extra.append(YAMLPair("recurrence", .text(recurrence)))
            run.report(
                .importChanged,
                "'\(recurrence)' repeats the event: the entry is its first occurrence, and the rest is kept "
                    + "below extra", at: .text, "", start.date)
        }
        if !extra.isEmpty { draft.extra = [YAMLPair("markwhen", .map(extra))] }
        let field = SourceField(text: MarkwhenText.dedented(body), range: range, name: "")
        let markdown = MarkwhenText.safe(run.cleaned(field, at: .text))
        for address in markdown.lost {
            run.report(
                .importChanged, "'\(address)' is no address of the web: the link is shown as text", at: .text,
                "", range)
        }
        draft.body = markdown.text
        run.add(draft)
    }

    private func addProperties(
        _ properties: [SourceField], _ tags: inout [String], _ extra: inout [YAMLPair],
        in run: inout ImportRun
    ) {
        var keys: Set<String> = ["sections", "completed", "time", "recurrence"]
        for property in properties where !property.isBlank && property.name != "id" {
            if property.name == "tags" {
                let list = property.text.filter { !"[]\"'#".contains($0) }
                tags += list.parts(between: ",").map { HTMLMarkdown.collapsed(String($0)) }
                continue
            }
            extra.append(
                YAMLPair(JSONYAML.freeKey(property.name, &keys), .text(run.cleaned(property, at: .text))))
            run.keep("the property " + property.name, property.range)
        }
    }
}
