import EDTF

/// The fields of a claim as its file states them: who says what about an entry. See ``Claim``.
public struct ClaimFields: Sendable {
    /// The id by which other claims answer this one; `nil` where it has none.
    public var id: Located<String>?
    /// The speakers; empty where the key is missing. An unnamed speaker is written as the id ``Claim/unnamed``.
    public var by: [Reference] = []
    /// A description of a speaker who is not named.
    public var byText: String?
    /// The actor who relayed the claim.
    public var via: Reference?
    /// The speaker's stance on what is said. A claim without a readable stance keeps the default and has an error.
    public var stance = Located(Stance.asserts, 0..<0)
    /// The claim that this one answers: a claim's id, or `slug#claim` for a claim of another entry.
    public var of: Located<String>?
    /// The content of the claim in the editors' words, in inline Markdown.
    public var says: RichText?
    /// The speaker's own words, perhaps in translation.
    public var quote: Located<String>?
    /// The language tag of the quote (BCP 47).
    public var quoteLanguage: String?
    /// The quote in the language in which it was spoken or written.
    public var quoteOriginal: String?
    /// The translator of the quote.
    public var translatedBy: String?
    /// The date on which the claim was made.
    public var date: Located<DateExpression>?
    /// The sources in which the claim was published.
    public var sources: [SourceReference] = []
    /// The position within the source, such as a page or a minute.
    public var locator: String?
    /// The range of the whole claim in its file, in UTF-8 bytes.
    public var range: Range<Int> = 0..<0
    /// Whether a view of an earlier day shows the claim although it was only possibly made by then.
    public internal(set) var isOnlyPossiblyKnown = false
    /// The keys that have values, recorded only for a claim with mistakes: checks then tell a missing key from an
    /// invalid one.
    var writtenKeys: Set<String> = []

    /// A claim without any value.
    public init() {}

    static let keys = KeyTable<ClaimFields>(
        "claim",
        [
            Key("id", .code, "The id by which other claims refer to this one.") { node, claim, decoding in
                claim.id = decoding.claimID(node)
            },
            Key("by", .oneOrMore(.id(of: "actors")), "The speaker; `unnamed` together with `by_text`.") {
                node, claim, decoding in
                claim.by = decoding.actors(node)
            },
            Key("by_text", .text, "A description of a speaker who is not named.") { node, claim, decoding in
                claim.byText = decoding.text(node)
            },
            Key("via", .id(of: "actors"), "Who relayed it.") { node, claim, decoding in
                claim.via = decoding.reference(node, .id(of: "actors"))
            },
            Key(
                "stance", .oneOf(Stance.allCases.map(\.rawValue)), required: true,
                "The speaker's attitude to the content of the claim."
            ) { node, claim, decoding in
                guard let stance: Stance = decoding.choice(node, .unknownStance, "stance") else { return }
                claim.stance = Located(stance, node.range)
            },
            Key("of", .code, "The claim that this one answers: its id, or slug#claim in another entry.") {
                node, claim, decoding in
                claim.of = decoding.locatedText(node)
            },
            Key("says", .markdown, "The content of the claim, in your own words.") { node, claim, decoding in
                claim.says = decoding.richText(node)
            },
            Key("quote", .text, "The speaker's own words.") { node, claim, decoding in
                claim.quote = decoding.locatedText(node)
            },
            Key("quote_language", .code, "The quote's language (BCP 47).") { node, claim, decoding in
                claim.quoteLanguage = decoding.languageTag(node)
            },
            Key("quote_original", .text, "The quote in the language in which it was said.") {
                node, claim, decoding in
                claim.quoteOriginal = decoding.text(node)
            },
            Key("translated_by", .text, "The translator of the quote.") { node, claim, decoding in
                claim.translatedBy = decoding.text(node)
            },
            Key("date", .date, "When it was said.") { node, claim, decoding in
                claim.date = decoding.date(node)
            },
            Key("source", .oneOrMore(.textOrObject("source")), "Where it was published.") {
                node, claim, decoding in
                claim.sources = decoding.sources(node)
            },
            Key("locator", .text, "The position in the source: a page, a minute.") { node, claim, decoding in
                claim.locator = decoding.text(node)
            },
        ])
}

/// A statement about an entry: who says what, when, and where it was published.
///
/// A claim is a shared reference and never copied, as an ``Entry`` is.
@dynamicMemberLookup
public final class Claim: Sendable {
    @usableFromInline
    let fields: ClaimFields

    /// Creates a claim with the given fields, which do not change afterwards.
    public init(_ fields: consuming ClaimFields) {
        self.fields = fields
    }

    /// Reads a field of the claim.
    @inlinable
    public subscript<Value>(dynamicMember field: KeyPath<ClaimFields, Value>) -> Value {
        fields[keyPath: field]
    }
}
