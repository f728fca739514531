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
