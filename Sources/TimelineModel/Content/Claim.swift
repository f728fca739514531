import EDTF

/// Who says what about an entry, as its file says it; see ``Claim``.
public struct ClaimFields: Sendable {
    /// The name by which other claims answer this one.
    public var id: Located<String>?
    /// Who speaks; empty where the speaker is unnamed.
    public var by: [Reference] = []
    /// Words for a speaker who is not named.
    public var byText: String?
    /// Who relayed it.
    public var via: Reference?
    public var stance = Located(Stance.asserts, 0..<0)
    /// What it answers: a claim's id, or `slug#claim` in another entry.
    public var of: Located<String>?
    public var says: RichText?
    public var quote: Located<String>?
    /// BCP 47.
    public var quoteLanguage: String?
    public var quoteOriginal: String?
    public var translatedBy: String?
    /// When it was said.
    public var date: Located<DateExpression>?
    public var sources: [SourceReference] = []
    /// Where in the source: a page, a minute.
    public var locator: String?
    /// The whole claim in its file.
    public var range: Range<Int> = 0..<0
    /// The keys that have values; only of a claim with mistakes, to tell what is missing from what is wrong.
    var writtenKeys: Set<String> = []

    public init() {}

    static let keys = KeyTable<ClaimFields>(
        "claim",
        [
            Key("id", .code, "The name by which other claims answer this one.") { node, claim, decoding in
                claim.id = decoding.claimID(node)
            },
            Key("by", .oneOrMore(.id(of: "actors")), "Who speaks; `unnamed` with `by_text`.") {
                node, claim, decoding in
                claim.by = decoding.actors(node)
            },
            Key("by_text", .text, "Words for a speaker who is not named.") { node, claim, decoding in
                claim.byText = decoding.text(node)
            },
            Key("via", .id(of: "actors"), "Who relayed it.") { node, claim, decoding in
                claim.via = decoding.reference(node, .id(of: "actors"))
            },
            Key(
                "stance", .oneOf(Stance.allCases.map(\.rawValue)), required: true,
                "How the speaker stands to what is said."
            ) { node, claim, decoding in
                guard let stance: Stance = decoding.choice(node, .unknownStance, "stance") else { return }
                claim.stance = Located(stance, node.range)
            },
            Key("of", .code, "What it answers: a claim's id, or slug#claim in another entry.") {
                node, claim, decoding in
                claim.of = decoding.locatedText(node)
            },
            Key("says", .markdown, "What is said, in our words.") { node, claim, decoding in
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
            Key("translated_by", .text, "Who translated the quote.") { node, claim, decoding in
                claim.translatedBy = decoding.text(node)
            },
            Key("date", .date, "When it was said.") { node, claim, decoding in
                claim.date = decoding.date(node)
            },
            Key("source", .oneOrMore(.textOrObject("source")), "Where it was published.") {
                node, claim, decoding in
                claim.sources = decoding.sources(node)
            },
            Key("locator", .text, "Where in the source: a page, a minute.") { node, claim, decoding in
                claim.locator = decoding.text(node)
            },
        ])
}

/// Who says what about an entry, when, and where it was published. Shared and never copied, as an ``Entry`` is.
@dynamicMemberLookup
public final class Claim: Sendable {
    @usableFromInline
    let fields: ClaimFields

    public init(_ fields: consuming ClaimFields) {
        self.fields = fields
    }

    @inlinable
    public subscript<Value>(dynamicMember field: KeyPath<ClaimFields, Value>) -> Value {
        fields[keyPath: field]
    }
}
