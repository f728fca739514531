import UTF8Text

/// A rendered Markdown text, with placeholders for everything that only the site knows.
///
/// The source is CommonMark 0.30. Everything but the placeholders is final HTML from libcmark's renderer. Documents can
/// be made on any thread, without shared state. All positions in the source are UTF-8 offsets into the given bytes,
/// byte order mark included.
public struct MarkdownDocument: Sendable, Equatable {
    /// The rendered HTML in well-formed UTF-8, without the contents of the placeholders.
    public package(set) var html: [UInt8] = []
    /// The placeholders to fill, by ascending position.
    public internal(set) var placeholders: [Placeholder] = []
    /// The headings in order of appearance.
    public internal(set) var headings: [Heading] = []
    /// The plain text of the first paragraph that has any, without citations and images, with spaces for
    /// soft breaks; empty when there is none, and if ``MarkdownOptions/firstParagraph`` is off.
    public internal(set) var firstParagraph: String = ""
    /// What the source contains that deserves attention: nothing in most sources.
    var remarks = Seldom<Remarks>()

    /// See the properties of ``MarkdownDocument`` with the same names.
    struct Remarks: SeldomFields, Equatable {
        static let none = Remarks()

        var droppedHTML: [Range<Int>] = []
        var unsafeLinks: [Target] = []
        var unusualLinks: [Target] = []
        var footnoteDefinitions: [Range<Int>] = []
        var shownSource: [ShownSource] = []
        var tooNested: Range<Int>?
        var unreadTail: Range<Int>?
    }

    /// The ranges of raw HTML, blocks and single tags, that was dropped because raw HTML is off.
    public var droppedHTML: [Range<Int>] { remarks[\.droppedHTML] }
    /// The links and images whose destination was removed because of its scheme.
    public var unsafeLinks: [Target] { remarks[\.unsafeLinks] }
    /// The links to other servers whose addresses do not have the plainest form and may lead nowhere.
    public var unusualLinks: [Target] { remarks[\.unusualLinks] }
    /// The ranges of labels with their colon, `[^id]:`, that look like footnote definitions. CommonMark has none: it
    /// hides such a line as a link reference definition, or shows it as text.
    public var footnoteDefinitions: [Range<Int>] { remarks[\.footnoteDefinitions] }
    /// The uses of other Markdown dialects that readers see as they were typed.
    public var shownSource: [ShownSource] { remarks[\.shownSource] }
    /// The range at which the nesting of the source becomes so deep that reading it would take unbounded time. Such a
    /// source is not rendered at all; nil for all but monstrous ones.
    public var tooNested: Range<Int>? { remarks[\.tooNested] }
    /// The range beyond ``maximumLength`` that was not read; nil for all but monstrous sources.
    public var unreadTail: Range<Int>? { remarks[\.unreadTail] }

    /// The number of bytes of a source that are read, 64 MiB. libcmark aborts the program if its output exceeds 1 GiB,
    /// and escaping can turn one byte into six.
    public static let maximumLength = 64 << 20

    /// Whether the source renders to nothing.
    public var isEmpty: Bool { html.isEmpty && placeholders.isEmpty }

    /// A position in the HTML that the site fills.
    public struct Placeholder: Sendable, Equatable {
        /// The UTF-8 offset in ``MarkdownDocument/html`` at which the missing bytes belong.
        public let position: Int
        /// The kind of content to insert.
        public let content: PlaceholderKind
        /// The source range: the destination of a link or image without angle brackets, the whole construct if it names
        /// a reference or has an empty destination, and a citation with its brackets.
        public let sourceRange: Range<Int>
    }

    /// The content of a placeholder. Strings are plain text, neither HTML nor percent-encoded.
    public enum PlaceholderKind: Sendable, Equatable {
        /// The opening tag of a link to a relative target or a fragment; its `</a>` is in the HTML.
        case link(target: String, title: String)
        /// A whole image with any target; `alt` is the plain text of its description. The target is empty if its scheme
        /// is one of those in ``MarkdownDocument/unsafeLinks``.
        case image(target: String, title: String, alt: String)
        /// A reference to a source. The id is the trimmed text between `[^` and `]`, well-formed or not.
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
        /// The source range of the heading's lines without their indentation, an underline included.
        public let sourceRange: Range<Int>
    }

    /// A destination that deserves attention, such as one whose scheme can run code or read the reader's files.
    public struct Target: Sendable, Equatable {
        /// The destination as plain text.
        public let target: String
        /// The source range, as for placeholders.
        public let sourceRange: Range<Int>
    }
}

extension MarkdownDocument {
    /// The document of an empty text.
    public static let empty = MarkdownDocument("")

    /// Reads UTF-8 bytes. Ill-formed sequences and NUL are read as U+FFFD; no source is refused but one that is too
    /// deeply nested (``tooNested``).
    public init(_ source: UnsafeBufferPointer<UInt8>, options: MarkdownOptions = MarkdownOptions()) {
        unsafe self.init(source, options: options, isText: false)
    }

    /// Reads UTF-8 bytes, and skips their validation if it has been done.
    ///
    /// - Parameter isText: whether the bytes are known to be well-formed UTF-8 without NUL.
    package init(_ source: UnsafeBufferPointer<UInt8>, options: MarkdownOptions, isText: Bool) {
        self = unsafe ValidSource.reading(source, isText: isText) { source in
            // libcmark takes ten times as long to read and render such a line as this check.
            options.inline && source.isPlainLine
                ? MarkdownDocument(plainLine: source) : DocumentBuilder.document(of: source, options: options)
        }
    }

    /// Reads UTF-8 bytes. Ill-formed sequences and NUL are read as U+FFFD; no source is refused but one that is too
    /// deeply nested (``tooNested``).
    public init(_ source: [UInt8], options: MarkdownOptions = MarkdownOptions()) {
        self = unsafe source.withUnsafeBufferPointer { unsafe MarkdownDocument($0, options: options) }
    }

    /// Reads text; positions are offsets in its UTF-8 encoding.
    public init(_ source: some StringProtocol, options: MarkdownOptions = MarkdownOptions()) {
        let utf8 = source.utf8
        self =
            utf8.withContiguousStorageIfAvailable { unsafe MarkdownDocument($0, options: options) }
            ?? MarkdownDocument(Array(utf8), options: options)
    }

    /// Appends the HTML to `output`, and calls `fill` at each placeholder to append its content.
    ///
    /// - Throws: the errors of `fill`; `output` then holds a part of the HTML.
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
