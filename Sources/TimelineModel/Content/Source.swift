import EDTF
import UTF8Text

/// The fields of a source as its file states them. See ``Source``.
public struct SourceFields: Sendable {
    /// The registered id. For a source written where it is cited, its address, or else its publisher, title and date.
    public var id = ""
    /// Whether `sources.yml` registers the source.
    public var isRegistered = false
    /// The title of the publication.
    public var title: String?
    /// The publisher; a source has this or a title.
    public var publisher: String?
    /// The web address of the publication.
    public var url: String?
    /// The range of the address in its file, in UTF-8 bytes; empty if there is none.
    public var urlRange: Range<Int> {
        get { packedURLRange.offsets }
        set { packedURLRange = ByteRange(newValue) }
    }
    private var packedURLRange = ByteRange(0..<0)
    /// The path of the file that states the source, relative to the site's folder.
    public var path = ""
    /// The range in that file, in UTF-8 bytes: of the id where it is registered, else of the whole source.
    public var range: Range<Int> {
        get { packedRange.offsets }
        set { packedRange = ByteRange(newValue) }
    }
    private var packedRange = ByteRange(0..<0)
    /// Whether the file gives a date that could not be read and was reported.
    var isDateUnreadable = false
    private var details = Seldom<Details>()

    /// What few of the sources that are written where they are cited have. See the properties of ``SourceFields`` with
    /// the same names.
    private struct Details: SeldomFields {
        static let none = Details()

        var date: Located<DateExpression>?
        var agency: String?
        var author: String?
        var archiveURL: String?
        var archiveURLRange = 0..<0
        var accessed: Located<DateExpression>?
        var language: String?
        var kind: String?
        var note: String?
    }

    /// The date of publication.
    public var date: Located<DateExpression>? {
        get { details[\.date] }
        set { details[\.date] = newValue }
    }
    /// The news agency whose report was published.
    public var agency: String? {
        get { details[\.agency] }
        set { details[\.agency] = newValue }
    }
    /// The author of the publication.
    public var author: String? {
        get { details[\.author] }
        set { details[\.author] = newValue }
    }
    /// The address of a copy in a web archive.
    public var archiveURL: String? {
        get { details[\.archiveURL] }
        set { details[\.archiveURL] = newValue }
    }
    /// The range of the archive's address in its file, in UTF-8 bytes; empty if there is none.
    public var archiveURLRange: Range<Int> {
        get { details[\.archiveURLRange] }
        set { details[\.archiveURLRange] = newValue }
    }
    /// The date on which the address was last seen to work.
    public var accessed: Located<DateExpression>? {
        get { details[\.accessed] }
        set { details[\.accessed] = newValue }
    }
    /// The language tag of the publication (BCP 47).
    public var language: String? {
        get { details[\.language] }
        set { details[\.language] = newValue }
    }
    /// The kind of publication, such as `news`, `report` or `book`; any word is accepted.
    public var kind: String? {
        get { details[\.kind] }
        set { details[\.kind] = newValue }
    }
    /// A remark about the source for readers, in plain text.
    public var note: String? {
        get { details[\.note] }
        set { details[\.note] = newValue }
    }

    /// A source without any value.
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
            Key("publisher", .text, "The publisher; this or the title is required.") {
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
            Key("accessed", .date, "The day on which the address was last seen to work.") {
                $1.accessed = $2.date($0)
            },
            Key("language", .code, "Its language (BCP 47).") { $1.language = $2.languageTag($0) },
            Key("kind", .code, "news, report, book …") { $1.kind = $2.text($0) },
            Key("note", .text, "A note for readers.") { $1.note = $2.text($0) },
        ])
}

/// A publication, registered in `sources.yml` or written where it is cited.
///
/// A source is a shared reference and never copied, as an ``Entry`` is: it has twenty fields and many references.
@dynamicMemberLookup
public final class Source: Sendable {
    @usableFromInline
    let fields: SourceFields

    /// Creates a source with the given fields, which do not change afterwards.
    public init(_ fields: consuming SourceFields) {
        self.fields = fields
    }

    /// Reads a field of the source.
    @inlinable
    public subscript<Value>(dynamicMember field: KeyPath<SourceFields, Value>) -> Value {
        fields[keyPath: field]
    }
}
