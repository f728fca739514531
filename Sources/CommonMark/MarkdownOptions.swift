/// How Markdown is read and rendered.
public struct MarkdownOptions: Sendable, Equatable {
    /// Whether raw HTML in the source reaches the page as it was written.
    ///
    /// When false, the default, raw HTML is left out and listed in ``MarkdownDocument/droppedHTML``.
    /// Links with a dangerous scheme are emptied either way.
    public var rawHTML: Bool

    /// Whether `[^source-id]` in running text is a citation; when false it is plain text.
    public var citations: Bool

    /// The level, 2 to 6, that the outermost heading of the source gets on the page.
    ///
    /// Deeper headings follow one level at a time, whatever the source skips, and stop at 6.
    public var headingLevel: Int

    /// Whether a source that is one single paragraph is rendered without `<p>`, for fields that hold
    /// inline Markdown. Several blocks, or one of another kind, are rendered as they are.
    public var inline: Bool

    /// Options, by default those of an entry's body.
    public init(
        rawHTML: Bool = false, citations: Bool = true, headingLevel: Int = 2, inline: Bool = false
    ) {
        self.rawHTML = rawHTML
        self.citations = citations
        self.headingLevel = headingLevel
        self.inline = inline
    }
}
