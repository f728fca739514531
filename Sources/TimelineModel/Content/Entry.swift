import CommonMark
import EDTF
import UTF8Text

/// The date of an entry, with the author's wording for it.
public struct EntryDate: Sendable {
    /// The date in EDTF (ISO 8601-2).
    public var expression: DateExpression
    /// The range of the date in the entry's file, in UTF-8 bytes; empty where it is missing or could not be read.
    public var range: Range<Int> {
        get { packedRange.offsets }
        set { packedRange = ByteRange(newValue) }
    }
    private var packedRange: ByteRange
    private var words = Seldom<Words>()

    private struct Words: SeldomFields {
        static let none = Words()

        var wording: Located<String>?
        var wordingOrigin: TextOrigin?
    }

    /// The date in the author's words, which supplement the date and never replace it.
    public var wording: Located<String>? {
        get { words[\.wording] }
        set { words[\.wording] = newValue }
    }
    /// The offsets of the wording's characters in the file, for diagnostics about a part of it.
    var wordingOrigin: TextOrigin? {
        get { words[\.wordingOrigin] }
        set { words[\.wordingOrigin] = newValue }
    }

    init(expression: DateExpression, range: Range<Int>) {
        self.expression = expression
        packedRange = ByteRange(range)
    }
}

/// The fields of an entry as its file states them. See ``Entry``.
public struct EntryFields: Sendable {
    /// The path of the entry's file, relative to the site's folder.
    public var path = ""
    /// The entry's name in addresses. By default it comes from the file name, and its range is then empty.
    public var slug = Located("", 0..<0)
    /// The title, in plain text; empty where the file gives none.
    public var title = Located("", 0..<0)
    /// The date of the entry.
    public var date: EntryDate
    /// Whether the entry is an event or a statement.
    public var kind = EntryKind.event
    /// The status of the entry; `nil` until the site's default is applied, and after that where neither gives one.
    public var status: Located<Status>?
    /// The summary for lists, feeds and cards, in plain text.
    public var summary: String?
    /// The range of the summary in the file, in UTF-8 bytes; empty where the file gives none.
    public var summaryRange: Range<Int> {
        get { packedSummaryRange.offsets }
        set { packedSummaryRange = ByteRange(newValue) }
    }
    private var packedSummaryRange = ByteRange(0..<0)
    /// The group in whose lane the entry is drawn; the site's default where the file gives none.
    public var group: Reference?
    /// The actors who took part.
    public var actors: [Reference] = []
    /// The places where it happened.
    public var places: [PlaceUse] = []
    /// The tags of the entry.
    public var tags: [Reference] = []
    /// The importance: 1 for key entries, 2 for normal ones and 3 for details.
    public var importance = 2
    /// The tie-break among entries with equal dates: lower numbers come first.
    public var order = 0
    /// The claims about the entry, in file order.
    public var claims: [Claim] = []
    /// The sources of the entry as a whole; sources of claims need not be repeated here.
    public var sources: [SourceReference] = []
    /// Whether the entry is a draft, which a build leaves out.
    public var isDraft = false
    /// Whether the front matter could be read; otherwise its content is unknown.
    var isReadable = true
    /// Whether a value that was reported and dropped may have named a source.
    var hasLostSources = false
    /// The text below the front matter.
    public var body = RichText.empty
    private var details = Seldom<Details>()

    /// What few entries have. See the properties of ``EntryFields`` with the same names.
    private struct Details: SeldomFields {
        static let none = Details()

        var contentStatus: Located<Status>?
        var route: [RouteLeg] = []
        var quantities: [Quantity] = []
        var outcome: Outcome?
        var media: [MediaItem] = []
        var seeAlso: [Located<String>] = []
        var editorNotes: [EditorNote] = []
        var corrections: [Correction] = []
        var aliases: [Located<String>] = []
        var publish: Located<DateExpression>?
        var extra: [ExtraValue] = []
        var writtenKeys: Set<String> = []
    }

    /// The status of the content of a statement, apart from the fact that the statement was made.
    public var contentStatus: Located<Status>? {
        get { details[\.contentStatus] }
        set { details[\.contentStatus] = newValue }
    }
    /// The legs of the route, in the order of travel.
    public var route: [RouteLeg] {
        get { details[\.route] }
        set { details[\.route] = newValue }
    }
    /// The quantities, each with the actors who state it.
    public var quantities: [Quantity] {
        get { details[\.quantities] }
        set { details[\.quantities] = newValue }
    }
    /// The outcome of something that was expected.
    public var outcome: Outcome? {
        get { details[\.outcome] }
        set { details[\.outcome] = newValue }
    }
    /// The media items, in file order.
    public var media: [MediaItem] {
        get { details[\.media] }
        set { details[\.media] = newValue }
    }
    /// The slugs of related entries.
    public var seeAlso: [Located<String>] {
        get { details[\.seeAlso] }
        set { details[\.seeAlso] = newValue }
    }
    /// The remarks of the editors.
    public var editorNotes: [EditorNote] {
        get { details[\.editorNotes] }
        set { details[\.editorNotes] = newValue }
    }
    /// The corrections of earlier versions.
    public var corrections: [Correction] {
        get { details[\.corrections] }
        set { details[\.corrections] = newValue }
    }
    /// Former slugs, whose addresses redirect to the entry.
    public var aliases: [Located<String>] {
        get { details[\.aliases] }
        set { details[\.aliases] = newValue }
    }
    /// The day of publication; the entry is hidden while that day is later than the timeline's `as_of`.
    public var publish: Located<DateExpression>? {
        get { details[\.publish] }
        set { details[\.publish] = newValue }
    }
    /// The values below `extra`, which only templates use.
    public var extra: [ExtraValue] {
        get { details[\.extra] }
        set { details[\.extra] = newValue }
    }
    /// The keys that have values, recorded only for an entry with mistakes: checks then tell a missing key from an
    /// invalid one.
    var writtenKeys: Set<String> {
        get { details[\.writtenKeys] }
        set { details[\.writtenKeys] = newValue }
    }

    /// Creates the fields of an entry with that date and the defaults for all else.
    public init(date: EntryDate) {
        self.date = date
    }
}

/// An event or a statement, with everything that its file says about it.
///
/// It is a class because a dozen lists hold each entry. When it was a structure, each copy retained most of its forty
/// fields; this was 7 % of the samples in a profile of a build.
@dynamicMemberLookup
public final class Entry: Sendable {
    // These values are read for all entries in turn. They are computed on creation, while their inputs are cached:
    // computing them later costs a dozen waits for memory per entry.
    /// The sort key of the date.
    let sortKey: DateSortKey
    /// The latest finite day among the dates of its claims, sources and corrections.
    let latestDay: CalendarDay?
    /// Whether its Markdown texts cite sources.
    public let citesSources: Bool
    /// Whether it names or may link to other entries or files, so that its checks read more than itself and the data
    /// files.
    let refersToOthers: Bool

    @usableFromInline
    let fields: EntryFields

    /// Creates an entry with the given fields, and computes the values that are read for every entry.
    public init(_ fields: consuming EntryFields) {
        sortKey = fields.date.expression.sortKey
        latestDay = fields.latestDay
        (citesSources, refersToOthers) = fields.referenceKinds
        self.fields = fields
    }

    /// The latest finite day among the dates of the entry's claims and corrections and of sources: the day up to which
    /// the entry reports what is known; nil if none is dated.
    ///
    /// - Parameter sources: the sources of the entry, since it names registered ones by their ids only.
    public func latestDay(with sources: some Sequence<Source>) -> CalendarDay? {
        var latest = latestDay
        for source in sources { latest.raise(to: source.date?.value) }
        return latest
    }

    /// Reads a field of the entry.
    @inlinable
    public subscript<Value>(dynamicMember field: KeyPath<EntryFields, Value>) -> Value {
        fields[keyPath: field]
    }
}

extension Entry {
    /// The summary, or the first paragraph of the body where there is no summary.
    public var summaryText: String { fields.summary ?? fields.body.firstParagraph }

    /// The status that the rules about denials apply to: for a statement, the status of its content where it has one.
    public var assessedStatus: Located<Status>? {
        fields.kind == .statement ? fields.contentStatus ?? fields.status : fields.status
    }

    /// The day on which the date begins, as far as it is known; used to form periods.
    public var startDay: CalendarDay? {
        fields.date.expression.startDay
    }
}

/// A key and value below `extra`, which Dateline passes to templates unread.
public struct ExtraValue: Sendable {
    /// The key. Nested keys are joined with points, and items of lists are counted from 1, as in `a.b.1`.
    public var name: String
    /// The text of the scalar, to which no type is given.
    public var text: String
}

extension DateExpression {
    /// The day on which the date begins, as far as it is known.
    var startDay: CalendarDay? { displayEarliest.day ?? displayLatest.day }
}
