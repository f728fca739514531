import UTF8Text

/// A reference from an entry to an actor, a place, a group, a tag or a source: an id, or a name that no file registers.
public struct Reference: Sendable {
    /// The id; derived from the text (``NameIdentity``) if the text is not a well-formed id.
    public var id: String
    /// The text as the author wrote it.
    public var text: String
    /// Whether the text has the form of an id, so that it must be registered.
    public var isWellFormed: Bool
    /// The range of the reference in its file, in UTF-8 bytes.
    public var range: Range<Int> { packedRange.offsets }
    private let packedRange: ByteRange

    init(id: String, text: String, isWellFormed: Bool, range: Range<Int>) {
        self.id = id
        self.text = text
        self.isWellFormed = isWellFormed
        packedRange = ByteRange(range)
    }
}

/// A citation of a source in a Markdown text: `[^id]`.
public struct Citation: Sendable {
    /// The source's id in `sources.yml`.
    public var id: String
    /// The range of the citation in its file, in UTF-8 bytes.
    public var range: Range<Int>
}
