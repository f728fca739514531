import EDTF

/// A remark that the editors add to an entry.
public struct EditorNote: Sendable {
    /// The remark, in inline Markdown.
    public var text: RichText?
    /// The day on which it was written; `nil` where the file gives none.
    public var date: Located<DateExpression>?
    /// The sources of the remark.
    public var sources: [SourceReference] = []

    static let keys = KeyTable<EditorNote>(
        "editor's note",
        [
            Key("text", .markdown, required: true, "The note.") { $1.text = $2.richText($0) },
            Key("date", .date, "When the note was written.") { $1.date = $2.date($0) },
            Key("sources", .list(.textOrObject("source")), "The sources of the claim.") {
                $1.sources = $2.sources($0)
            },
        ])
}
