import CommonMark
import Files
import UTF8Text

/// A Markdown text, rendered to HTML with placeholders for links, images and citations.
///
/// A text is a shared reference and never copied, as an ``Entry`` is.
@dynamicMemberLookup
public final class RichText: Sendable {
    /// The text as it was read; without its HTML, if that is in ``stored``.
    @usableFromInline
    let document: MarkdownDocument
    /// The HTML outside of memory, for the bodies of a large site.
    private let stored: Spool.Piece?
    /// The range of the text in its file, in UTF-8 bytes.
    public var range: Range<Int> { packedRange.offsets }
    private let packedRange: ByteRange
    private let origin: Origin
    private let written: Written

    /// Where the text is kept as its author wrote it.
    private enum Written: Sendable {
        case nowhere
        /// The text has neither markup nor characters that HTML escapes, so that it equals its HTML.
        case inHTML
        case inMemory([UInt8])
        case stored(Spool.Piece)
    }

    /// The mapping from offsets in the text to offsets in the file.
    enum Origin: Sendable {
        case unknown
        /// The text is the same in the file, from the beginning of ``RichText/range`` on.
        case same
        indirect case mapped(TextOrigin)
    }

    /// - Parameters:
    ///   - markdown: the text as its author wrote it, if it is to be kept.
    ///   - spool: takes the HTML and the Markdown until they are needed; nil if they are to stay in memory.
    init(
        _ document: consuming MarkdownDocument, at range: Range<Int>, origin: Origin = .unknown,
        keeping markdown: (some Collection<UInt8>)?, in spool: Spool? = nil
    ) {
        if let markdown {
            if document.html.elementsEqual(markdown) {
                written = .inHTML
            } else {
                let markdown = Array(markdown)
                written = spool?.piece(of: markdown).map { .stored($0) } ?? .inMemory(markdown)
            }
        } else {
            written = .nowhere
        }
        stored = spool?.piece(of: document.html)
        if stored != nil { document.html = [] }
        self.document = document
        packedRange = ByteRange(range)
        self.origin = origin
    }

    /// A text without content.
    static let empty = RichText(.empty, at: 0..<0, keeping: [])

    /// Reads a property of the document other than its HTML.
    @inlinable
    public subscript<Value>(dynamicMember property: KeyPath<MarkdownDocument, Value>) -> Value {
        document[keyPath: property]
    }

    /// The rendered HTML in well-formed UTF-8, without the contents of the placeholders. For the body of an entry of a
    /// large site, each use reads it from a file.
    public var html: [UInt8] { stored?.bytes ?? document.html }

    /// The Markdown as its author wrote it, in UTF-8; nil if it was not kept (``ContentReader``).
    public var markdown: [UInt8]? {
        switch written {
        case .nowhere: nil
        case .inHTML: html
        case .inMemory(let bytes): bytes
        case .stored(let piece): piece.bytes
        }
    }

    /// The number of bytes of ``html``.
    public var htmlCount: Int { stored?.count ?? document.html.count }

    /// Whether the text renders to nothing.
    public var isEmpty: Bool { document.isEmpty && stored?.count ?? 0 == 0 }

    /// Appends the HTML to `output`, and calls `fill` at each placeholder to append its content.
    public func write(
        to output: inout [UInt8], filling fill: (MarkdownDocument.Placeholder, inout [UInt8]) -> Void
    ) {
        var document = document
        document.html = html
        document.write(to: &output, filling: fill)
    }

    /// Returns the range in the file of a part of the text; the range of the whole text if the part's is unknown.
    public func location(of part: Range<Int>) -> Range<Int> {
        switch origin {
        case .unknown: range
        case .same: TextOrigin(at: packedRange.offsets.lowerBound).range(of: part)
        case .mapped(let origin): origin.range(of: part)
        }
    }

    /// The citations in the text, in reading order.
    public var citations: [Citation] {
        document.placeholders.compactMap { placeholder in
            guard case .citation(let id) = placeholder.content else { return nil }
            return Citation(id: id, range: location(of: placeholder.sourceRange))
        }
    }
}
