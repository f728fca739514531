import EDTF

/// What is known of a publication, as a file says it; see ``Source``.
public struct SourceFields: Sendable {
    /// The registered id; for a source written where it is used, one made of what identifies it.
    public var id = ""
    public var isRegistered = false
    public var title: String?
    public var publisher: String?
    /// The news agency whose report was published.
    public var agency: String?
    public var author: String?
    public var date: Located<DateExpression>?
    public var url: String?
    /// Where the address was written; empty where there is none.
    public var urlRange = 0..<0
    public var archiveURL: String?
    public var archiveURLRange = 0..<0
    /// When the address was last seen to work.
    public var accessed: Located<DateExpression>?
    /// BCP 47.
    public var language: String?
    /// `news`, `report`, `book` …
    public var kind: String?
    public var note: String?
    public var path = ""
    public var range: Range<Int> = 0..<0
    /// True where it has a date that could not be read, and was reported.
    var isDateUnreadable = false

    public init() {}

    init(registered id: String, path: String, range: Range<Int>) {
        self.id = id
        self.path = path
        self.range = range
        isRegistered = true
    }

    static let keys = KeyTable<SourceFields>(
        "source",
        [
            Key("title", .text, "The publication's title.") { $1.title = $2.text($0) },
            Key("publisher", .text, "Who published it; this or the title is required.") {
                $1.publisher = $2.text($0)
            },
            Key("agency", .text, "The news agency whose report was published.") { $1.agency = $2.text($0) },
            Key("author", .text, "Who wrote it.") { $1.author = $2.text($0) },
            Key("date", .date, "When it was published.") {
                $1.date = $2.date($0)
                $1.isDateUnreadable = $1.date == nil
            },
            Key("url", .url, "Where it was published.") {
                $1.url = $2.url($0)
                $1.urlRange = $0.range
            },
            Key("archive_url", .url, "A copy in an archive.") {
                $1.archiveURL = $2.url($0)
                $1.archiveURLRange = $0.range
            },
            Key("accessed", .date, "When the address was last seen to work.") { $1.accessed = $2.date($0) },
            Key("language", .code, "Its language (BCP 47).") { $1.language = $2.languageTag($0) },
            Key("kind", .code, "news, report, book …") { $1.kind = $2.text($0) },
            Key("note", .text, "What a reader should know about it.") { $1.note = $2.text($0) },
        ])
}

/// A publication: registered in `sources.yml`, or written where it is used.
///
/// Shared and never copied, as an ``Entry`` is: it has twenty fields and is named in many places.
@dynamicMemberLookup
public final class Source: Sendable {
    @usableFromInline
    let fields: SourceFields

    public init(_ fields: consuming SourceFields) {
        self.fields = fields
    }

    @inlinable
    public subscript<Value>(dynamicMember field: KeyPath<SourceFields, Value>) -> Value {
        fields[keyPath: field]
    }
}

/// A source where it is cited: an id, or the publication itself. Shared and never copied, as an ``Entry`` is.
public final class SourceReference: Sendable {
    /// What an author writes to name a source.
    public enum Target: Sendable {
        /// An id, which `sources.yml` is to know.
        case registered(Reference)
        /// The publication itself.
        case inline(Source)
    }

    public let target: Target
    /// The id under which the timeline knows the source.
    public let id: String
    /// Where it is cited: UTF-8 bytes from the file's first byte.
    public let range: Range<Int>

    init(_ target: Target, at range: Range<Int>) {
        self.target = target
        self.range = range
        switch target {
        case .registered(let reference): id = reference.id
        case .inline(let source): id = source.id
        }
    }
}
