/// The options for reading and rendering Markdown.
public struct MarkdownOptions: Sendable, Equatable {
    /// Whether raw HTML in the source is passed to the page unchanged.
    ///
    /// By default it is dropped and listed in ``MarkdownDocument/droppedHTML``. Links with a dangerous scheme are
    /// emptied either way.
    public var rawHTML: Bool

    /// Whether `[^source-id]` in running text is a citation; otherwise it is plain text.
    public var citations: Bool

    /// The level, 2 to 6, of the source's outermost heading on the page.
    ///
    /// Deeper headings follow one level at a time, whatever the source skips, and stop at 6.
    public var headingLevel: Int

    /// Whether a source of one single paragraph is rendered without `<p>`, for fields that contain inline Markdown.
    /// Several blocks, or one of another kind, are rendered as usual.
    public var inline: Bool

    /// Whether ``MarkdownDocument/firstParagraph`` is wanted; otherwise it stays empty.
    public var firstParagraph: Bool

    /// Creates options; the defaults are those of an entry's body.
    public init(
        rawHTML: Bool = false, citations: Bool = true, headingLevel: Int = 2, inline: Bool = false,
        firstParagraph: Bool = true
    ) {
        self.rawHTML = rawHTML
        self.citations = citations
        self.headingLevel = headingLevel
        self.inline = inline
        self.firstParagraph = firstParagraph
    }
}
