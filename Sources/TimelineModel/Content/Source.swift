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
