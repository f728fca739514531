import TimelineModel
import UTF8Text

/// The JSON of TimelineJS 2: an object `timeline` with `date` and `era`, whose dates are numbers between commas, from the
/// year to the second.
struct TimelineJS2JSON {
    /// Whether a value is the JSON of TimelineJS 2.
    static func isRecognised(_ value: JSONValue) -> Bool { value["timeline"]?["date"]?.elements != nil }

    /// Adds all events, eras and the title to an import.
    static func add(_ value: JSONValue, to run: inout ImportRun) {
        guard let timeline = value["timeline"] else { return }
        add(timeline, "timeline", as: .title, without: ["date", "era", "type"], to: &run)
        for (number, era) in (timeline["era"]?.elements ?? []).enumerated() {
            add(era, "timeline.era[\(number)]", as: .era, to: &run)
        }
        for (number, event) in (timeline["date"]?.elements ?? []).enumerated() {
            add(event, "timeline.date[\(number)]", as: .event, to: &run)
        }
    }

    private static func add(
        _ value: JSONValue, _ path: String, as kind: Slide.Kind, without others: Set<String> = [],
        to run: inout ImportRun
    ) {
        let position = SourcePosition.path(path)
        guard let members = value.members else {
            run.report(
                .importEntry, "expected an object, found \(value.kindName)", at: position, "", value.range)
            return run.skip()
        }
        var slide = Slide(position: position, range: value.range)
        for member in members where !others.contains(member.key) && !member.value.isEmpty {
            read(member, "", into: &slide, in: &run)
        }
        if slide.start.isEmpty { slide.start.range = value.range }
        slide.add(to: &run, as: kind, content: JSONFingerprint.bytes(of: value))
    }

    private static func read(
        _ member: JSONMember, _ prefix: String, into slide: inout Slide, in run: inout ImportRun
    ) {
        let name = prefix + member.key
        if member.key == "asset", prefix.isEmpty, let members = member.value.members {
            for inner in members where !inner.value.isEmpty { read(inner, "asset.", into: &slide, in: &run) }
            return
        }
        guard let text = member.value.scalar else { return keep(member, name, into: &slide, in: &run) }
        let field = SourceField(text: text, range: member.value.range, name: name)
        switch name {
        case "startDate": slide.start = date(field)
        case "endDate": slide.end = date(field)
        case "headline": slide.headline = field
        case "text": slide.text = field
        case "tag": slide.group = field
        case "asset.media": slide.media.url = field
        case "asset.credit": slide.media.credit = field
        case "asset.caption": slide.media.caption = field
        default: keep(member, name, into: &slide, in: &run)
        }
    }

    private static func keep(
        _ member: JSONMember, _ name: String, into slide: inout Slide, in run: inout ImportRun
    ) {
        if JSONYAML.add(member, to: &slide.extra) {
            slide.kept.append((name, member.value.range))
        } else {
            run.report(.importLeftOut, "one key too many", at: slide.position, name, member.keyRange)
        }
    }

    private static func date(_ field: SourceField) -> DateParts {
        let fields = field.text.parts(between: ",").map {
            SourceField(text: String($0), range: field.range, name: field.name)
        }
        var parts = DateParts(range: field.range)
        parts.year = fields[0]
        parts.month = fields.count > 1 ? fields[1] : nil
        parts.day = fields.count > 2 ? fields[2] : nil
        parts.time = Array(fields.dropFirst(3).prefix(4))
        return parts
    }
}
