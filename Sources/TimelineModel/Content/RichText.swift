import CommonMark

/// A Markdown text, rendered to HTML with placeholders for links, images and citations.
///
/// A text is a shared reference and never copied, as an ``Entry`` is.
public final class RichText: Sendable {
    /// The rendered text, its placeholders and headings.
    public let document: MarkdownDocument
    /// The range of the text in its file, in UTF-8 bytes.
    public let range: Range<Int>
    /// The mapping from offsets in the text to offsets in the file, as far as it is known.
    private let origin: TextOrigin?

    init(_ document: MarkdownDocument, at range: Range<Int>, origin: TextOrigin? = nil) {
        self.document = document
        self.range = range
        self.origin = origin
    }

    /// A text without content.
    static let empty = RichText(.empty, at: 0..<0)

    /// Returns the range in the file of a part of the text; the range of the whole text if the part's is unknown.
    public func location(of part: Range<Int>) -> Range<Int> {
        origin?.range(of: part) ?? range
    }

    /// The citations in the text, in reading order.
    public var citations: [Citation] {
        document.placeholders.compactMap { placeholder in
            guard case .citation(let id) = placeholder.content else { return nil }
            return Citation(id: id, range: location(of: placeholder.sourceRange))
        }
    }
}
