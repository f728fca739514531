/// Markdown, read and rendered once, with placeholders where only the site knows what belongs there.
///
/// The source is CommonMark 0.30. Everything but the placeholders is final HTML from libcmark's renderer.
/// Values are made on any thread, without shared state. All positions in the source are UTF-8 offsets
/// into the bytes that were given, byte order mark included.
public struct MarkdownDocument: Sendable, Equatable {
    /// The rendered HTML in well-formed UTF-8, without the bytes that belong into the placeholders.
    public internal(set) var html: [UInt8] = []
    /// The places to fill, by ascending position.
    public internal(set) var placeholders: [Placeholder] = []
    /// The headings in order of appearance.
    public internal(set) var headings: [Heading] = []
    /// Raw HTML, blocks and single tags, that was left out because raw HTML is off.
    public internal(set) var droppedHTML: [Range<Int>] = []
    /// Destinations that were emptied for their scheme.
    public internal(set) var unsafeLinks: [Target] = []
    /// Links to other servers whose addresses are not of the plainest form: they may lead nowhere.
    public internal(set) var unusualLinks: [Target] = []
    /// Labels with their colon, `[^id]:`, that look like definitions of footnotes, which CommonMark does
    /// not have: it hides such a line as a definition of a link or shows it as text.
    public internal(set) var footnoteDefinitions: [Range<Int>] = []
    /// What other dialects of Markdown know and readers see as it was typed.
    public internal(set) var shownSource: [ShownSource] = []
    /// The place with which the source becomes so nested that to read it would take time without bound; nil but for
    /// monstrous sources, of which nothing is then rendered.
    public internal(set) var tooNested: Range<Int>?
    /// The plain text of the first paragraph that has any, without citations and images, with spaces for
    /// soft breaks; empty when there is none.
    public internal(set) var firstParagraph: String = ""
    /// What lies beyond ``maximumLength`` and was not read; nil but for monstrous sources.
    public internal(set) var unreadTail: Range<Int>?

    /// The number of bytes that are read of one source, 64 MiB; libcmark aborts the program when its
    /// output passes 1 GiB, and escaping can make six bytes of one.
    public static let maximumLength = 64 << 20

    /// Whether the source renders to nothing.
    public var isEmpty: Bool { html.isEmpty && placeholders.isEmpty }

    /// A place in the HTML that waits for the site.
    public struct Placeholder: Sendable, Equatable {
        /// The UTF-8 offset in ``MarkdownDocument/html`` at which the missing bytes belong.
        public let position: Int
        /// What belongs there.
        public let content: PlaceholderKind
        /// Where it was written: the destination of a link or image without angle brackets, the whole
        /// construct where it names a reference or has an empty destination, and a citation with its
        /// brackets.
        public let sourceRange: Range<Int>
    }

    /// What belongs into a placeholder. Strings are plain text, neither HTML nor percent-encoded.
    public enum PlaceholderKind: Sendable, Equatable {
        /// The opening tag of a link to a relative target or a fragment; its `</a>` is in the HTML.
        case link(target: String, title: String)
        /// A whole image, whatever its target; `alt` is the plain text of its description. The target is
        /// empty when its scheme is one of those in ``MarkdownDocument/unsafeLinks``.
        case image(target: String, title: String, alt: String)
        /// A reference to a source; the text between `[^` and `]`, trimmed, well-formed or not.
        case citation(id: String)
    }

    /// A heading of the source.
    public struct Heading: Sendable, Equatable {
        /// The value of the `id` attribute: a slug that no other heading of the document has.
        public let id: String
        /// The level on the page, 2 to 6.
        public let level: Int
        /// The plain text, without citations.
        public let text: String
        /// The heading's lines without what indents them, an underline included.
        public let sourceRange: Range<Int>
    }

    /// A destination, such as one whose scheme can run code or read the reader's files.
    public struct Target: Sendable, Equatable {
        /// The destination as plain text.
        public let target: String
        /// Where it was written, as for placeholders.
        public let sourceRange: Range<Int>
    }
}

extension MarkdownDocument {
    /// A text without anything in it.
    public static let empty = MarkdownDocument("")

    /// Reads UTF-8 bytes. Ill-formed sequences and NUL are read as U+FFFD; nothing is refused.
    public init(_ source: UnsafeBufferPointer<UInt8>, options: MarkdownOptions = MarkdownOptions()) {
        self.init(source, options: options, isText: false)
    }

    /// - Parameter isText: true for bytes that ``isTextWithoutNUL(_:)`` has been asked about, which are not looked at
    ///   again.
    package init(_ source: UnsafeBufferPointer<UInt8>, options: MarkdownOptions, isText: Bool) {
        self = ValidSource.reading(source, isText: isText) { source in
            // To have libcmark read and render it takes ten times as long as to see that it need not.
            options.inline && source.isPlainLine
                ? MarkdownDocument(plainLine: source) : DocumentBuilder.document(of: source, options: options)
        }
    }

    /// Reads UTF-8 bytes. Ill-formed sequences and NUL are read as U+FFFD; nothing is refused.
    public init(_ source: [UInt8], options: MarkdownOptions = MarkdownOptions()) {
        self = source.withUnsafeBufferPointer { MarkdownDocument($0, options: options) }
    }

    /// Reads text; positions are offsets in its UTF-8 form.
    public init(_ source: some StringProtocol, options: MarkdownOptions = MarkdownOptions()) {
        let utf8 = source.utf8
        self =
            utf8.withContiguousStorageIfAvailable { MarkdownDocument($0, options: options) }
            ?? MarkdownDocument(Array(utf8), options: options)
    }

    /// Appends the HTML to `output`, calling `fill` at each placeholder to append what belongs there.
    public func write<Failure: Error>(
        to output: inout [UInt8], filling fill: (Placeholder, inout [UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        output.reserveCapacity(output.count + html.count + 64 * placeholders.count)
        var written = 0
        for placeholder in placeholders {
            output.append(contentsOf: html[written..<placeholder.position])
            written = placeholder.position
            try fill(placeholder, &output)
        }
        output.append(contentsOf: html[written...])
    }
}
