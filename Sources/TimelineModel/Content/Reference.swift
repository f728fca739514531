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

/// A text in Markdown, rendered; links, images and citations in it are still open.
public struct RichText: Sendable {
    public var document: MarkdownDocument
    /// Where the text stands in its file.
    public var range: Range<Int>
    /// Where the parts of the text stand in the file, as far as that can be told.
    var origin: TextOrigin?

    /// The place in the file of a place in the text.
    public func location(of part: Range<Int>) -> Range<Int> {
        origin?.range(of: part) ?? range
    }

    /// What the text cites, in the order of reading.
    public var citations: [Citation] {
        document.holes.compactMap { hole in
            guard case .citation(let id) = hole.content else { return nil }
            return Citation(id: id, range: location(of: hole.sourceRange))
        }
    }
}

/// A place in a text that cites a source: `[^id]`.
public struct Citation: Sendable {
    /// The source's id in `sources.yml`.
    public var id: String
    /// UTF-8 bytes from the file's first byte.
    public var range: Range<Int>
}
