import Diagnostics
import EDTF
import TimelineModel
import UTF8Text

/// Entries in JSON, with the keys of the content format: an array of objects, an object with an array `entries`, or an
/// object a line.
struct EntryJSON {
    private let mappings: [String: String]

    init(_ columns: [ColumnMapping]) {
        mappings = Dictionary(columns.map { ($0.heading, $0.field) }) { first, _ in first }
    }

    /// Adds all entries of a JSON text to an import.
    func add(_ value: JSONValue, to run: inout ImportRun) {
        if let elements = value.elements {
            add(elements, "", to: &run)
        } else if let entries = value["entries"]?.elements {
            readTimeline(value, in: &run)
            add(entries, "entries", to: &run)
        } else {
            run.report(
                .importFile, "neither an array of entries nor an object with an array 'entries'", at: .text,
                "",
                value.range)
        }
    }

    /// Adds an entry for each line of JSON Lines.
    func addLines(to run: inout ImportRun) {
        let bytes = run.input.bytes
        var start = run.input.text.lowerBound
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            defer { start = end + 1 }
            if bytes[start..<end].allSatisfy({ $0 <= 0x20 }) { continue }
            do throws(JSONReader.Mistake) {
                let read = try JSONReader.read(bytes, in: start..<end)
                run.report(read.reader)
                let value = OwnRecord.isRecognised(read.value) ? OwnRecord.authored(read.value) : read.value
                add(value, .text, to: &run)
            } catch {
                run.report(.importFile, error.summary, at: .text, "", error.range)
                run.skip()
            }
        }
    }

    /// Adds the entries of an array.
    ///
    /// - Parameter path: the path of the array in the file.
    func add(_ elements: [JSONValue], _ path: String, to run: inout ImportRun) {
        let elements = elements.map { OwnRecord.isRecognised($0) ? OwnRecord.authored($0) : $0 }
        for element in elements { record(element, .text, in: &run)?.registerPlace(in: &run) }
        for (number, element) in elements.enumerated() {
            add(element, .path("\(path)[\(number)]"), to: &run)
        }
    }

    private func add(_ value: JSONValue, _ position: SourcePosition, to run: inout ImportRun) {
        guard let record = record(value, position, in: &run) else {
            run.report(
                .importEntry, "expected an object, found \(value.kindName)", at: position, "", value.range)
            return run.skip()
        }
        record.add(to: &run, content: JSONFingerprint.bytes(of: value))
    }

    private func record(_ value: JSONValue, _ position: SourcePosition, in run: inout ImportRun)
        -> FieldRecord?
    {
        guard let members = value.members else { return nil }
        var record = FieldRecord(position: position, range: value.range)
        var keys: Set<String> = [ImportOrigin.key, "lat", "lon"]
        var used: Set<EntryField> = []
        // `edtf` wins over a `date` that another program may have rewritten.
        let hasEDTF = members.contains { $0.key == "edtf" && !$0.value.isBlank }
        for member in members where !member.value.isEmpty {
            if member.key == OwnRecord.path {
                record.path = member.value.scalar.flatMap(OwnRecord.entryPath)
                continue
            }
            let name = mappings[member.key] ?? member.key
            let field = hasEDTF && member.key == "date" ? nil : EntryField(name: name)
            if let field, used.insert(field).inserted {
                record.append(field, .json(member.value, name: member.key))
            } else {
                record.append(
                    .extra(JSONYAML.freeKey(member.key, &keys)), .json(member.value, name: member.key))
            }
        }
        return record
    }

    /// Reads what the object says about the timeline as a whole.
    private func readTimeline(_ value: JSONValue, in run: inout ImportRun) {
        for member in value.members ?? [] where member.key != "entries" && !member.value.isEmpty {
            let text = member.value.scalar
            switch (member.key, text) {
            case ("title", let text?):
                run.settings.title = SourceField(text: text, range: member.value.range, name: "title")
                run.settings.titleText = HTMLMarkdown.collapsed(JSONYAML.allowed(text)).nonEmpty
            case ("subtitle", let text?), ("description", let text?), ("language", let text?):
                run.settings.keys.append(YAMLPair(member.key, .text(JSONYAML.allowed(text))))
            case ("eras", nil) where member.value.elements != nil:
                readEras(member.value.elements ?? [], in: &run)
            default:
                run.report(
                    .importLeftOut, "a key of the whole timeline", at: .text, member.key, member.keyRange)
            }
        }
    }

    private func readEras(_ eras: [JSONValue], in run: inout ImportRun) {
        for (number, era) in eras.enumerated() {
            let position = SourcePosition.path("eras[\(number)]")
            guard let name = era["name"]?.scalar, let date = (era["edtf"] ?? era["date"])?.scalar,
                let reading = try? DateCell.read(date)
            else {
                run.report(
                    .importLeftOut, "an era without a name and a date in EDTF", at: position, "", era.range)
                continue
            }
            run.settings.eras.append(
                NewSettings.Era(
                    name: HTMLMarkdown.collapsed(JSONYAML.allowed(name)), date: reading.date.canonical,
                    range: era.range))
        }
    }
}

extension ImportRun {
    /// Reports what a reader of JSON had to change.
    mutating func report(_ reader: JSONReader) {
        for range in reader.loneSurrogates {
            report(.importChanged, "half of a surrogate pair becomes U+FFFD", at: .text, "", range)
        }
        for range in reader.repeatedKeys {
            report(
                .importLeftOut, "the object has this key again, and the last value counts", at: .text, "",
                range)
        }
    }
}
