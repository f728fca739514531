import EDTF
import UTF8Text

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
    /// Whether the entry was withdrawn, so that no output contains anything of it.
    public var isWithheld = false
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
        var known: Located<DateExpression>?
        var history: [HistoryStep] = []
        var knownMarks: KnownMarks?
        var aliases: [Located<String>] = []
        var publish: Located<DateExpression>?
        var minor: CalendarDay?
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
    /// The day from which the entry was known, where the author states it; see ``Knowledge``.
    public var known: Located<DateExpression>? {
        get { details[\.known] }
        set { details[\.known] = newValue }
    }
    /// The steps of the entry's status that its claims do not tell, in file order.
    public var history: [HistoryStep] {
        get { details[\.history] }
        set { details[\.history] = newValue }
    }
    /// What a view of an earlier day changed in the entry; `nil` outside of such a view. See ``Content/known(on:in:)``.
    public var knownMarks: KnownMarks? {
        get { details[\.knownMarks] }
        set { details[\.knownMarks] = newValue }
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
    /// The day of the last change that concerned nothing but wording; see ``ChangeKind``.
    public var minor: CalendarDay? {
        get { details[\.minor] }
        set { details[\.minor] = newValue }
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

    /// Fields with a date that nobody sees: those of an entry before its own date is read, without which it is faulty.
    static var undated: EntryFields? {
        (try? DateExpression("0000")).map {
            EntryFields(date: EntryDate(expression: $0, range: 0..<0))
        }
    }

    /// Creates the fields of an entry with that date and the defaults for all else.
    public init(date: EntryDate) {
        self.date = date
    }
}
