import CommonMark
import EDTF
import TimelineModel

/// An entry that is about to be written.
struct NewEntry {
    var title: String
    var date: DateExpression
    var status: String?
    var group: String?
    var actors: [String] = []
    var places: [String] = []
    var tags: [String] = []
    var sources: [String] = []

    init(title: String, date: DateExpression, status: String?) {
        self.title = title
        self.date = date
        self.status = status
    }

    /// The path of the file for an entry with a slug.
    static func path(of slug: String) -> String { ContentPath.entry(slug + ".md") }

    /// The slug that is derived from the date and the title.
    var slug: String { EntrySlug.make(date: date, title: title) }

    var text: String {
        var front = FrontMatterText()
        front.add("title", text: title)
        front.add("date", .date(date.canonical))
        front.add("status", text: status)
        front.add("group", text: group)
        front.add("actors", texts: actors)
        front.add("places", texts: places)
        front.add("tags", texts: tags)
        if let claim {
            front.add("claims", .list([.map(claim)]))
        } else {
            front.add("sources", texts: sources)
        }
        return front.file()
    }

    /// The claim of the first actor, for a status that requires one; nil if no actor is known.
    private var claim: [YAMLPair]? {
        guard let status, let stance = Self.stances[status], let speaker = actors.first else { return nil }
        var claim = [
            YAMLPair("by", .text(speaker)), YAMLPair("stance", .text(stance)),
            YAMLPair("says", .text(markdownText(title))),
        ]
        if !sources.isEmpty { claim.append(YAMLPair("source", .texts(sources))) }
        return claim
    }

    private static let stances = [
        "claimed": "asserts", "disputed": "asserts", "denied": "denies", "speculated": "speculates",
        "expected": "expects", "retracted": "retracts",
    ]
}
