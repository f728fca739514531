import EDTF

/// A step in the history of an entry's status, stated by the author where the claims do not tell it.
public struct HistoryStep: Sendable {
    /// The day from which the entry had the status.
    public var date: Located<DateExpression>?
    /// The status from that day on.
    public var status: Located<Status>?
    /// The claim that made the difference: a claim's id, or `slug#claim` for a claim of another entry.
    public var because: Located<String>?
    /// The title of that time, in plain text; `nil` if it is today's.
    public var title: String?
    /// The summary of that time, in plain text.
    public var summary: String?
    /// The range of the whole step in its file, in UTF-8 bytes.
    public var range: Range<Int> = 0..<0

    static let keys = KeyTable<HistoryStep>(
        "history step",
        [
            Key("date", .date, required: true, "From when the entry had the status.") {
                $1.date = $2.date($0)
            },
            Key(
                "status", .oneOf(Status.allCases.map(\.rawValue)), required: true,
                "What was known about it from then on."
            ) { node, step, decoding in
                let status: Status? = decoding.choice(node, .unknownStatus, "status")
                step.status = status.map { Located($0, node.range) }
            },
            Key(
                "because", .code,
                "The claim that made the difference: its id, or slug#claim in another entry."
            ) {
                $1.because = $2.locatedText($0)
            },
            Key("title", .text, "The title of that time.") { $1.title = $2.text($0) },
            Key("summary", .text, "The summary of that time.") { $1.summary = $2.text($0) },
        ])
}
