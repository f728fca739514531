import Diagnostics
import EDTF

/// A day of the story with a name: readers can see what was known then.
public struct Moment: Sendable {
    /// The day.
    public let day: CalendarDay
    /// The name that readers see, in plain text.
    public let title: String

    static let keys = KeyTable<MomentFields>(
        "moment",
        [
            Key("date", .date, required: true, "The day, in full.") { $1.day = $2.fullDay($0) },
            Key("title", .text, required: true, "The name that readers see.") {
                $1.title = $2.text($0) ?? ""
            },
        ])
}

/// The values of a moment while it is decoded.
struct MomentFields {
    /// The day; `nil` if it is missing or wrong, which has been reported.
    fileprivate var day: CalendarDay?
    fileprivate var title = ""
}

extension Decoding {
    /// Decodes the moments of a story, and returns them by day. There is one page for each day.
    mutating func moments(_ node: YAMLNode) -> [Moment] {
        var seen: [CalendarDay: Range<Int>] = [:]
        return list(node, .list(.object("moment"))).compactMap { item -> Moment? in
            var fields = MomentFields()
            guard Moment.keys.decode(item, into: &fields, &self), let day = fields.day else { return nil }
            let range = item.value(of: "date")?.range ?? item.range
            if let first = seen.updateValue(range, forKey: day) {
                report(
                    .duplicateMoment, "\(day.iso) has a moment already", range,
                    notes: [Diagnostic.Note("first written here", at: location(first))])
                return nil
            }
            return Moment(day: day, title: fields.title)
        }.sorted { $0.day < $1.day }
    }
}

extension Rule {
    static let duplicateMoment = Rule(
        "duplicate-moment", "Each day has one moment, since there is one page of what was known on it.")
}
