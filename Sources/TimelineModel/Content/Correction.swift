import EDTF

/// A correction: a note on a mistake in an earlier version of an entry.
public struct Correction: Sendable {
    /// The date of the correction.
    public var date: Located<DateExpression>?
    /// The description of the mistake, in inline Markdown.
    public var text: RichText?
    /// The values that the correction replaced, so that it can be undone.
    public var was: FormerValues?
    /// The range of the whole correction in its file, in UTF-8 bytes.
    public var range: Range<Int> = 0..<0

    static let keys = KeyTable<Correction>(
        "correction",
        [
            Key("date", .date, required: true, "When it was corrected.") { $1.date = $2.date($0) },
            Key("text", .markdown, required: true, "What was wrong.") { $1.text = $2.richText($0) },
            Key(
                "was", .object("former values"),
                "The keys of the entry that changed, with their former values."
            ) {
                node, correction, decoding in
                guard var scratch = EntryFields.undated else { return }
                _ = EntryFields.formerKeys.decode(node, into: &scratch, &decoding)
                if case .mapping = node.content { correction.was = FormerValues(node, in: decoding) }
            },
        ])
}
