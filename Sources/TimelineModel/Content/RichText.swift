import CommonMark

/// A text in Markdown, rendered; links, images and citations in it are still open. Shared and never copied, as an
/// ``Entry`` is.
public final class RichText: Sendable {
    public let document: MarkdownDocument
    /// Where the text stands in its file.
    public let range: Range<Int>
    /// Where the parts of the text stand in the file, as far as that can be told.
    private let origin: TextOrigin?

    init(_ document: MarkdownDocument, at range: Range<Int>, origin: TextOrigin? = nil) {
        self.document = document
        self.range = range
        self.origin = origin
    }

    /// A text without anything in it.
    static let empty = RichText(.empty, at: 0..<0)

    /// The place in the file of a place in the text.
    public func location(of part: Range<Int>) -> Range<Int> {
        origin?.range(of: part) ?? range
    }

    /// What the text cites, in the order of reading.
    public var citations: [Citation] {
        document.placeholders.compactMap { placeholder in
            guard case .citation(let id) = placeholder.content else { return nil }
            return Citation(id: id, range: location(of: placeholder.sourceRange))
        }
    }
}
