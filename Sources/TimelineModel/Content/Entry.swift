import CommonMark
import EDTF

/// When something happened: the date, and the author's wording for it.
public struct EntryDate: Sendable {
    public var expression: DateExpression
    /// The date in the author's words; never in place of the date.
    public var wording: Located<String>?
    var wordingOrigin: TextOrigin?
    public var range: Range<Int>
}

/// What is known about an entry, as its file says it; see ``Entry``.
public struct EntryFields: Sendable {
    /// The file, as the user would name it.
    public var path = ""
    public var slug = Located("", 0..<0)
    public var title = Located("", 0..<0)
    public var date: EntryDate
    public var kind = EntryKind.event
    /// Nil until the site's default is applied.
    public var status: Located<Status>?
    /// Of what a statement says.
    public var contentStatus: Located<Status>?
    public var summary: String?
    /// Where the summary was written; empty where it was not.
    public var summaryRange = 0..<0
    public var group: Reference?
    public var actors: [Reference] = []
    public var places: [PlaceUse] = []
    public var route: [RouteLeg] = []
    public var tags: [Reference] = []
    /// 1 key, 2 normal, 3 detail.
    public var importance = 2
    /// The tie-break on the same day.
    public var order = 0
    public var quantities: [Quantity] = []
    public var claims: [Claim] = []
    public var outcome: Outcome?
    public var sources: [SourceReference] = []
    public var media: [MediaItem] = []
    public var seeAlso: [Located<String>] = []
    public var editorNotes: [EditorNote] = []
    public var corrections: [Correction] = []
    public var aliases: [Located<String>] = []
    public var isDraft = false
    /// The day before which the entry is hidden.
    public var publish: Located<DateExpression>?
    public var extra: [ExtraValue] = []
    /// False where the front matter could not be read, so that nothing is known of what it says.
    var isReadable = true
    /// The keys that have values; only of an entry with mistakes, to tell what is missing from what is wrong.
    var writtenKeys: Set<String> = []
    /// True where a mistake, already reported, hides what may be a source.
    var hasLostSources = false
    public var body = RichText.empty

    public init(date: EntryDate) {
        self.date = date
    }
}

/// One thing that happened, or that was said, with all that is known about it.
///
/// An entry is shared and never copied: it stands in a dozen lists, and each copy of its forty fields would count
/// references on most of them. That was 7 % of what a profile of a build showed.
@dynamicMemberLookup
public final class Entry: Sendable {
    // What is asked of all entries in turn is told when an entry is made and all that it rests on is at hand. To look it
    // up later takes a dozen waits for memory an entry.
    /// What its date is sorted by.
    let sortKey: DateSortKey
    /// The latest finite day among the dates of its claims, sources and corrections.
    let latestDay: CalendarDay?
    /// True where its texts cite sources.
    let citesSources: Bool

    @usableFromInline
    let fields: EntryFields

    public init(_ fields: consuming EntryFields) {
        sortKey = fields.date.expression.sortKey
        latestDay = fields.latestDay
        citesSources = fields.citesSources
        self.fields = fields
    }

    @inlinable
    public subscript<Value>(dynamicMember field: KeyPath<EntryFields, Value>) -> Value {
        fields[keyPath: field]
    }
}

extension Entry {
    /// The summary, or the body's first paragraph in its place.
    public var summaryText: String { fields.summary ?? fields.body.document.firstParagraph }

    /// What the rules about denials look at: of a statement, the status of what it says.
    public var assessedStatus: Located<Status>? {
        fields.kind == .statement ? fields.contentStatus ?? fields.status : fields.status
    }

    /// The day at the beginning of the date, as far as it can be told; for periods.
    public var startDay: CalendarDay? {
        fields.date.expression.startDay
    }
}

/// A value for templates that Dateline does not read: a text, by its key.
public struct ExtraValue: Sendable {
    public var name: String
    public var text: String
}

extension DateExpression {
    /// The day at the beginning, as far as it can be told.
    var startDay: CalendarDay? { displayEarliest.day ?? displayLatest.day }
}
