import Diagnostics
import TimelineModel
import UTF8Text

/// The JSON of TimelineJS 3: an object with `events`, and optionally `title`, `eras` and `scale`.
struct TimelineJSJSON {
    private static let dateNumbers = ["hour", "minute", "second", "millisecond"]

    /// Whether a value is the JSON of TimelineJS.
    static func isRecognised(_ value: JSONValue) -> Bool { value["events"]?.elements != nil }

    /// Adds all events, eras and the title to an import.
    static func add(_ value: JSONValue, to run: inout ImportRun) {
        guard let events = value["events"]?.elements else {
            run.result.report.add(
                Diagnostic(
                    .importFile, "no array 'events'", at: SourceLocation(run.input.path, value.range),
                    fixIts: [Diagnostic.FixIt("choose another format with --from")]))
            return
        }
        for member in value.members ?? [] {
            switch member.key {
            case "events": continue
            case "title": add(member.value, "title", as: .title, to: &run)
            case "eras":
                for (number, era) in (member.value.elements ?? []).enumerated() {
                    add(era, "eras[\(number)]", as: .era, to: &run)
                }
            // Every year has its place on the axis here.
            case "scale": continue
            default:
                run.report(
                    .importLeftOut, "a key of the whole timeline", at: .text, member.key, member.keyRange)
            }
        }
        for (number, event) in events.enumerated() { add(event, "events[\(number)]", as: .event, to: &run) }
    }

    private static func add(_ value: JSONValue, _ path: String, as kind: Slide.Kind, to run: inout ImportRun)
    {
        if value.isEmpty, kind != .event { return }
        let position = SourcePosition.path(path)
        guard let members = value.members else {
            run.report(
                .importEntry, "expected an object, found \(value.kindName)", at: position, "", value.range)
            return run.skip()
        }
        var slide = Slide(position: position, range: value.range)
        for member in members { read(member, into: &slide, in: &run) }
        slide.add(to: &run, as: kind, content: JSONFingerprint.bytes(of: value))
    }

    private static func read(_ member: JSONMember, into slide: inout Slide, in run: inout ImportRun) {
        let value = member.value
        switch member.key {
        case "start_date": slide.start = date(value, "start_date", &slide, in: &run)
        case "end_date": slide.end = date(value, "end_date", &slide, in: &run)
        case "display_date":
            // The words of the event win over those of its dates.
            if let words = field(value, "display_date", &slide, in: &run), !words.isBlank {
                slide.displayDate = words
            }
        case "text": readText(value, into: &slide, in: &run)
        case "media": readMedia(value, into: &slide, in: &run)
        case "group": slide.group = field(value, "group", &slide, in: &run)
        case "edtf": slide.edtf = field(value, "edtf", &slide, in: &run)
        case "unique_id": slide.identity = field(value, "unique_id", &slide, in: &run)
        default: keep(member, "", \.extra, &slide, in: &run)
        }
    }

    /// A value that must be a text; an array or object in its place is kept below `extra`.
    private static func field(
        _ value: JSONValue, _ name: String, _ slide: inout Slide, in run: inout ImportRun
    ) -> SourceField? {
        if let text = value.scalar { return SourceField(text: text, range: value.range, name: name) }
        if !value.isEmpty {
            slide.extra.append(YAMLPair(name, JSONYAML.value(value)))
            slide.kept.append((name, value.range))
        }
        return nil
    }

    /// Keeps a member without a key of its own, unless it says nothing.
    private static func keep(
        _ member: JSONMember, _ prefix: String, _ extra: WritableKeyPath<Slide, [YAMLPair]>,
        _ slide: inout Slide,
        in run: inout ImportRun
    ) {
        if member.value.isEmpty { return }
        if JSONYAML.add(member, to: &slide[keyPath: extra]) {
            slide.kept.append((prefix + member.key, member.value.range))
        } else {
            run.report(
                .importLeftOut, "one key too many", at: slide.position, prefix + member.key, member.keyRange)
        }
    }

    private static func date(
        _ value: JSONValue, _ name: String, _ slide: inout Slide, in run: inout ImportRun
    ) -> DateParts {
        var parts = DateParts()
        parts.range = value.range
        guard let members = value.members else {
            // A date in one text is not of this format; its year is then missing.
            if let text = value.scalar, !value.isBlank {
                parts.year = SourceField(text: text, range: value.range, name: name)
            }
            return parts
        }
        var further = Slide(position: slide.position, range: value.range)
        var time: [String: SourceField] = [:]
        for member in members {
            let path = name + "." + member.key
            guard let text = member.value.scalar else {
                keep(member, name + ".", \.extra, &further, in: &run)
                continue
            }
            let field = SourceField(text: text, range: member.value.range, name: path)
            switch member.key {
            case "year": parts.year = field
            case "month": parts.month = field
            case "day": parts.day = field
            case _ where dateNumbers.contains(member.key): time[member.key] = field
            case "display_date":
                // If both ends have words, they are those of one date.
                if slide.displayDate == nil, !field.isBlank {
                    slide.displayDate = field
                } else if !field.isBlank {
                    keep(member, name + ".", \.extra, &further, in: &run)
                }
            default: keep(member, name + ".", \.extra, &further, in: &run)
            }
        }
        if parts.year == nil { parts.year = SourceField(text: "", range: value.range, name: name + ".year") }
        if dateNumbers.contains(where: { time[$0].map { !$0.isBlank } ?? false }) {
            parts.time = dateNumbers.map {
                time[$0] ?? SourceField(text: "", range: value.range, name: name + "." + $0)
            }
        }
        slide.add(further, as: name)
        return parts
    }

    private static func readText(_ value: JSONValue, into slide: inout Slide, in run: inout ImportRun) {
        guard let members = value.members else {
            slide.text = field(value, "text", &slide, in: &run)
            return
        }
        var further = Slide(position: slide.position, range: value.range)
        for member in members {
            let path = "text." + member.key
            switch (member.key, member.value.scalar) {
            case ("headline", let text?):
                slide.headline = SourceField(text: text, range: member.value.range, name: path)
            case ("text", let text?):
                slide.text = SourceField(text: text, range: member.value.range, name: path)
            default: keep(member, "text.", \.extra, &further, in: &run)
            }
        }
        slide.add(further, as: "text")
    }

    private static func readMedia(_ value: JSONValue, into slide: inout Slide, in run: inout ImportRun) {
        guard let members = value.members else {
            slide.media.url = field(value, "media", &slide, in: &run)
            return
        }
        for member in members {
            guard let text = member.value.scalar else {
                keep(member, "media.", \.media.extra, &slide, in: &run)
                continue
            }
            let field = SourceField(text: text, range: member.value.range, name: "media." + member.key)
            switch member.key {
            case "url": slide.media.url = field
            case "caption": slide.media.caption = field
            case "credit": slide.media.credit = field
            case "alt": slide.media.alt = field
            case "title": slide.media.title = field
            default: keep(member, "media.", \.media.extra, &slide, in: &run)
            }
        }
    }
}

extension Slide {
    /// Adds what belongs to an object within the event to what is kept.
    fileprivate mutating func add(_ further: Slide, as name: String) {
        if !further.extra.isEmpty { extra.append(YAMLPair(name, .map(further.extra))) }
        kept += further.kept
    }
}
