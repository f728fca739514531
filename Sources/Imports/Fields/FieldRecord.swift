import CommonMark
import Diagnostics
import EDTF
import TimelineModel
import UTF8Text

/// An event as fields: a row of a table, or an object in JSON.
struct FieldRecord {
    enum Value {
        case text(SourceField)
        case json(JSONValue, name: String)

        var field: SourceField? {
            switch self {
            case .text(let field): field
            case .json(let value, let name):
                value.scalar.map { SourceField(text: $0, range: value.range, name: name) }
            }
        }

        var range: Range<Int> {
            switch self {
            case .text(let field): field.range
            case .json(let value, _): value.range
            }
        }

        var name: String {
            switch self {
            case .text(let field): field.name
            case .json(_, let name): name
            }
        }
    }

    var position: SourcePosition
    var range: Range<Int>
    private var values: [(field: EntryField, value: Value)] = []
    /// The path of the entry's file below `Content`, if the file states it.
    var path: String?

    init(position: SourcePosition, range: Range<Int>) {
        self.position = position
        self.range = range
    }

    mutating func append(_ field: EntryField, _ value: Value) { values.append((field, value)) }

    /// Puts a value in the place of any other of the same field.
    mutating func replace(_ field: EntryField, _ value: Value) {
        values.removeAll { $0.field == field }
        append(field, value)
    }

    private func text(_ field: EntryField) -> SourceField? { values.first { $0.field == field }?.value.field }

    // MARK: Places

    /// The only place that the event names, and its coordinates; nil if either is missing.
    private var point: (place: String, latitude: SourceField, longitude: SourceField)? {
        guard let latitude = text(.latitude), let longitude = text(.longitude), !latitude.isBlank,
            !longitude.isBlank,
            let places = text(.key("places"))
        else { return nil }
        let names = Self.items(places.text)
        return names.count == 1 ? (names[0], latitude, longitude) : nil
    }

    /// Registers the place of the event, if its coordinates are given and the site is new.
    func registerPlace(in run: inout ImportRun) {
        guard !run.site.hasSettings, !run.site.hasPlaces, let point,
            let latitude = Coordinate.degrees(point.latitude.text, limit: 90),
            let longitude = Coordinate.degrees(point.longitude.text, limit: 180)
        else { return }
        _ = run.settings.places.add(point.place, at: .init(latitude: latitude, longitude: longitude))
    }

    // MARK: Entries

    /// Adds the event to an import, or reports why it cannot be an entry.
    ///
    /// - Parameter content: the content of the event, for its fingerprint.
    func add(to run: inout ImportRun, content: @autoclosure () -> [UInt8]) {
        let identity = run.identity(text(.identity) ?? text(.slug), content: content(), at: position)
        let title = run.line(text(.title), at: position)
        if title == nil {
            let field = text(.title)
            run.report(
                .importEntry, "the event has no title", at: position, field?.name ?? "title",
                field?.range ?? range,
                fixIts: [Diagnostic.FixIt("add a title")])
        }
        let date = date(in: &run)
        let slug = slug(in: &run)
        guard let title, let date, slug.isUsable else { return run.skip() }
        var draft = EntryDraft(title: title, date: date, position: position, range: range, key: identity)
        draft.slug = slug.text
        draft.path = path
        var isFaulty = false
        var wording: SourceField?
        var fields: [YAMLPair] = []
        for (field, value) in values {
            switch field {
            case .title, .date, .precision, .slug, .identity: continue
            case .latitude, .longitude:
                if !addCoordinate(value, to: &draft, in: &run) { isFaulty = true }
            case .dateText: wording = value.field
            case .status: draft.status = run.line(value.field, at: position) ?? draft.status
            case .group:
                if let name = run.line(value.field, at: position) {
                    fields.append(YAMLPair("group", .text(run.group(name))))
                }
            case .body: draft.body = body(value, in: &run)
            case .key(let key): add(key, value, to: &fields, &draft.extra, in: &run)
            case .extra(let key): keep(value, key, &draft.extra, in: &run)
            }
        }
        if let field = wording, let words = run.line(field, at: position) {
            draft.dateText = DisplayDate.words(
                words, field, of: date, in: &run, at: position, keeping: &draft.extra)
        }
        if isFaulty { return run.skip() }
        draft.fields = fields.enumerated().sorted { left, right in
            let orders = (EntryField.order(of: left.element.key), EntryField.order(of: right.element.key))
            return orders.0 == orders.1 ? left.offset < right.offset : orders.0 < orders.1
        }.map(\.element)
        run.add(draft)
    }

    private func body(_ value: Value, in run: inout ImportRun) -> String {
        guard let field = value.field else { return "" }
        return run.cleaned(field, at: position).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }

    private func date(in run: inout ImportRun) -> DateExpression? {
        guard let field = text(.date), !field.isBlank else {
            let field = values.first { $0.field == .date }?.value
            run.report(
                .importDate, "the event has no date", at: position, field?.name ?? "date",
                field?.range ?? range,
                fixIts: [Diagnostic.FixIt("add a date in EDTF")])
            return nil
        }
        var reading: DateCell.Reading
        do throws(DateCell.Mistake) { reading = try DateCell.read(field.text) } catch {
            run.report(
                .importDate, error.summary, at: position, field,
                fixIts: error.instructions.map { Diagnostic.FixIt($0) })
            return nil
        }
        if let change = reading.change { run.report(.importChanged, change, at: position, field) }
        guard let precision = text(.precision), !precision.isBlank else { return reading.date }
        let stated = HTMLMarkdown.collapsed(precision.text)
        guard let restored = DateCell.withPrecision(stated, reading.date) else {
            run.report(
                .importDate,
                "the precision '\(stated)' contradicts the date \(reading.date.canonical), which is a "
                    + reading.date.precisionWord, at: position, precision,
                fixIts: [
                    Diagnostic.FixIt("write \(reading.date.precisionWord), or correct the date")
                ])
            return nil
        }
        if restored.isChanged {
            run.report(
                .importChanged,
                "\(reading.date.canonical) with the precision '\(stated)' is \(restored.date.canonical): spreadsheets fill "
                    + "in the first day", at: position, field)
        }
        return restored.date
    }

    /// The slug that the file states, and whether it can be used.
    private func slug(in run: inout ImportRun) -> (text: String?, isUsable: Bool) {
        guard let field = text(.slug), let slug = run.line(field, at: position) else { return (nil, true) }
        if Slug.isUsable(slug) { return (slug, true) }
        let other = Slug.make(from: slug)
        run.report(
            .importEntry, Slug.refusal(of: slug, "slug"), at: position, field,
            fixIts: Slug.isUsable(other) ? [Diagnostic.FixIt("write \(other)")] : [])
        return (nil, false)
    }

    private func add(
        _ key: String, _ value: Value, to fields: inout [YAMLPair], _ extra: inout [YAMLPair],
        in run: inout ImportRun
    ) {
        switch value {
        case .json(let json, let name):
            if json.isBlank { return }
            if key == "extra", let members = json.members {
                for member in members where !JSONYAML.add(member, to: &extra) {
                    run.report(.importLeftOut, "one key too many", at: position, name, member.keyRange)
                }
                return
            }
            var converted = JSONYAML.value(json)
            // A key with a list accepts no text alone.
            if EntryField.isList(key), json.scalar != nil { converted = .list([converted]) }
            fields.append(YAMLPair(key, key == "places" ? places(converted, json, in: run) : converted))
        case .text(let field):
            if field.isBlank { return }
            let text = run.cleaned(field, at: position)
            if let json = Self.json(in: text) {
                fields.append(YAMLPair(key, JSONYAML.value(json)))
            } else if EntryField.isList(key) {
                let items = Self.items(text)
                let names = key == "places" ? items.map(run.settings.places.reference) : items
                if !names.isEmpty { fields.append(YAMLPair(key, .texts(names))) }
            } else if key == "summary" || key == "kind" || key == "content_status" {
                fields.append(YAMLPair(key, .text(HTMLMarkdown.collapsed(text))))
            } else {
                fields.append(YAMLPair(key, .text(text)))
            }
        }
    }

    private func places(_ converted: YAMLValue, _ json: JSONValue, in run: ImportRun) -> YAMLValue {
        guard let names = (json.elements ?? [json]).map(\.scalar) as? [String] else { return converted }
        return .texts(names.map(run.settings.places.reference))
    }

    /// The values of a cell with several of them.
    private static func items(_ text: String) -> [String] {
        text.parts(between: ";").map { HTMLMarkdown.collapsed(String($0)) }.filter { !$0.isEmpty }
    }

    /// A cell that holds an array or an object; nil for any other text.
    private static func json(in text: String) -> JSONValue? {
        let bytes = Array(text.utf8)
        guard let first = bytes.first(where: { $0 > 0x20 }),
            first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
        else {
            return nil
        }
        return try? JSONReader.read(bytes, in: bytes.indices).value
    }

    private func keep(_ value: Value, _ key: String, _ extra: inout [YAMLPair], in run: inout ImportRun) {
        switch value {
        case .json(let json, _): extra.append(YAMLPair(key, JSONYAML.value(json)))
        case .text(let field): extra.append(YAMLPair(key, .text(run.cleaned(field, at: position))))
        }
        run.keep(value.name, value.range)
    }

    /// Checks a coordinate; it is kept below `extra` unless the place is registered at it.
    ///
    /// - Returns: false, after a report, if it is none.
    private func addCoordinate(_ value: Value, to draft: inout EntryDraft, in run: inout ImportRun) -> Bool {
        guard let field = value.field, !field.isBlank else { return true }
        let isLatitude = text(.latitude)?.range == field.range
        guard let degrees = Coordinate.degrees(field.text, limit: isLatitude ? 90 : 180) else {
            let noun = isLatitude ? "latitude" : "longitude"
            run.report(
                .importEntry, "'\(HTMLMarkdown.collapsed(field.text))' is no \(noun)", at: position, field,
                fixIts: Coordinate.advice(field.text, limit: isLatitude ? 90 : 180).map {
                    [Diagnostic.FixIt($0)]
                } ?? [])
            return false
        }
        if let point, let latitude = Coordinate.degrees(point.latitude.text, limit: 90),
            let longitude = Coordinate.degrees(point.longitude.text, limit: 180),
            run.settings.places.isRegistered(point.place, at: .init(latitude: latitude, longitude: longitude))
        {
            return true
        }
        draft.extra.append(YAMLPair(isLatitude ? "lat" : "lon", .written(degrees)))
        run.keep(field.name, field.range)
        return true
    }
}
