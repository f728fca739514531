import CommonMark

/// An id, or a text that stands for itself: what an entry calls an actor, a place, a group or a tag.
public struct Reference: Sendable {
    /// The id; made from the text by the slug rule where the text is no well-formed id.
    public var id: String
    /// What the author wrote.
    public var text: String
    /// True where the text is an id by its form, so that it must be registered.
    public var isWellFormed: Bool
    /// UTF-8 bytes from the file's first byte.
    public var range: Range<Int>
}

/// A place in a text that cites a source: `[^id]`.
public struct Citation: Sendable {
    /// The source's id in `sources.yml`.
    public var id: String
    /// UTF-8 bytes from the file's first byte.
    public var range: Range<Int>
}
