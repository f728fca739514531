import Diagnostics
import EDTF

/// A day of the story with a name: readers can see what was known then.
public struct Moment: Sendable {
    /// The day.
    public var day = CalendarDay(ordinal: 0)
    /// The name that readers see, in plain text.
    public var title = ""

    static let keys = KeyTable<Moment>(
        "moment",
        [
            Key("date", .date, required: true, "The day, in full.") { $1.day = $2.fullDay($0) ?? $1.day },
            Key("title", .text, required: true, "The name that readers see.") {
                $1.title = $2.text($0) ?? ""
            },
        ])
}

extension Decoding {
    /// Decodes the moments of a story, and returns them by day. There is one page for each day.
    mutating func moments(_ node: YAMLNode) -> [Moment] {
        var seen: [CalendarDay: Range<Int>] = [:]
        return list(node, .list(.object("moment"))).compactMap { item -> Moment? in
            var moment = Moment()
            guard Moment.keys.decode(item, into: &moment, &self) else { return nil }
            let range = item.value(of: "date")?.range ?? item.range
            if let first = seen.updateValue(range, forKey: moment.day) {
                report(
                    .duplicateMoment, "\(moment.day.iso) has a moment already", range,
                    notes: [Diagnostic.Note("first written here", at: location(first))])
                return nil
            }
            return moment
        }.sorted { $0.day < $1.day }
    }
}

extension Rule {
    static let duplicateMoment = Rule(
        "duplicate-moment", "Each day has one moment, since there is one page of what was known on it.")
}
