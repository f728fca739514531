import EDTF

/// What an earlier version of an entry had wrong.
public struct Correction: Sendable {
    public var date: Located<DateExpression>?
    public var text: RichText?
    public var range: Range<Int> = 0..<0

    static let keys = KeyTable<Correction>(
        "correction",
        [
            Key("date", .date, required: true, "When it was corrected.") { $1.date = $2.date($0) },
            Key("text", .markdown, required: true, "What was wrong.") { $1.text = $2.richText($0) },
        ])
}
