import EDTF

/// A place where an entry happened, and what is said against that.
public struct PlaceUse: Sendable {
    public var place: Reference
    public var status: Status?
    /// Who says that it happened there.
    public var by: [Reference] = []
    public var sources: [SourceReference] = []
    public var note: RichText?

    static let keys = KeyTable<PlaceUse>(
        "place",
        [
            Key("id", .id(of: "places"), required: true, "The place.") { node, use, decoding in
                if let place = decoding.reference(node, .id(of: "places")) { use.place = place }
            },
            Key("status", .oneOf(Status.allCases.map(\.rawValue)), "How sure the place is.") {
                $1.status = $2.choice($0, .unknownStatus, "status")
            },
            Key("by", .oneOrMore(.id(of: "actors")), "Who says that it happened there.") {
                node, use, decoding in
                use.by = decoding.actors(node)
            },
            Key("source", .oneOrMore(.textOrObject("source")), "Where that was published.") {
                $1.sources = $2.sources($0)
            },
            Key("note", .markdown, "What a reader should know.") { $1.note = $2.richText($0) },
        ])
}

/// One leg of a route.
public struct RouteLeg: Sendable {
    public var from: Reference
    public var to: Reference
    public var by: TravelMode?
    public var status: Status?
    public var claimedBy: [Reference] = []
    public var sources: [SourceReference] = []
    public var note: RichText?

    static let keys = KeyTable<RouteLeg>(
        "route leg",
        [
            Key("from", .id(of: "places"), required: true, "Where it begins.") { node, leg, decoding in
                if let place = decoding.reference(node, .id(of: "places")) { leg.from = place }
            },
            Key("to", .id(of: "places"), required: true, "Where it ends.") { node, leg, decoding in
                if let place = decoding.reference(node, .id(of: "places")) { leg.to = place }
            },
            Key("by", .oneOf(TravelMode.allCases.map(\.rawValue)), "How it was travelled.") {
                $1.by = $2.choice($0, .unknownValue, "way to travel")
            },
            Key("status", .oneOf(Status.allCases.map(\.rawValue)), "How sure the leg is.") {
                $1.status = $2.choice($0, .unknownStatus, "status")
            },
            Key("claimed_by", .oneOrMore(.id(of: "actors")), "Who says so.") { node, leg, decoding in
                leg.claimedBy = decoding.actors(node)
            },
            Key("source", .oneOrMore(.textOrObject("source")), "Where that was published.") {
                $1.sources = $2.sources($0)
            },
            Key("note", .markdown, "What a reader should know.") { $1.note = $2.richText($0) },
        ])
}

/// A number that someone gives: an exact one, or one between two bounds.
public struct Quantity: Sendable {
    public var label = ""
    public var value: Decimal?
    public var min: Decimal?
    public var max: Decimal?
    /// `more than`, `about` …
    public var qualifier: String?
    public var unit: String?
    public var claimedBy: [Reference] = []
    public var sources: [SourceReference] = []
    public var note: RichText?

    static let keys = KeyTable<Quantity>(
        "quantity",
        [
            Key("label", .text, required: true, "What is counted.") { $1.label = $2.text($0) ?? "" },
            Key("value", .number, "The number.") { $1.value = $2.decimal($0) },
            Key("min", .number, "The least, where a range is given.") { $1.min = $2.decimal($0) },
            Key("max", .number, "The most, where a range is given.") { $1.max = $2.decimal($0) },
            Key("qualifier", .text, "more than, about …") { $1.qualifier = $2.text($0) },
            Key("unit", .text, "months, tonnes …") { $1.unit = $2.text($0) },
            Key("claimed_by", .oneOrMore(.id(of: "actors")), "Who gives the number.") {
                node, quantity, decoding in
                quantity.claimedBy = decoding.actors(node)
            },
            Key("source", .oneOrMore(.textOrObject("source")), "Where that was published.") {
                $1.sources = $2.sources($0)
            },
            Key("note", .markdown, "What a reader should know.") { $1.note = $2.richText($0) },
        ])
}

/// What came of what was expected.
public struct Outcome: Sendable {
    public var result = OutcomeResult.open
    /// The slug of the entry that tells it.
    public var entry: Located<String>?

    static let keys = KeyTable<Outcome>(
        "outcome",
        [
            Key("result", .oneOf(OutcomeResult.allCases.map(\.rawValue)), required: true, "What came of it.")
            {
                if let result: OutcomeResult = $2.choice($0, .unknownValue, "result") { $1.result = result }
            },
            Key("entry", .code, "The slug of the entry that tells it.") { $1.entry = $2.locatedText($0) },
        ])
}

/// A file from `Content/media` that belongs to an entry, or something on the web, of which a file may be the
/// still.
public struct MediaItem: Sendable {
    /// The path below `Content/media`; empty where there is only an address.
    public var file = Located("", 0..<0)
    /// An address on the web. Nothing is loaded from there: the page has a link to it.
    public var url: String?
    /// What stands at the address.
    public var title: String?
    public var alt: String?
    public var caption: RichText?
    public var credit: String?
    public var license: String?
    public var range: Range<Int> = 0..<0

    static let keys = KeyTable<MediaItem>(
        "media item",
        [
            Key("file", .code, "The path below Content/media; this or the address is required.") {
                if let file = $2.locatedText($0) { $1.file = file }
            },
            Key("url", .url, "An address on the web, shown as a card that links there.") {
                $1.url = $2.url($0)
            },
            Key("title", .text, "What stands at the address.") { $1.title = $2.text($0) },
            Key("alt", .text, "What the picture shows, for those who do not see it.") {
                $1.alt = $2.text($0)
            },
            Key("caption", .markdown, "What stands below it.") { $1.caption = $2.richText($0) },
            Key("credit", .text, "Who made it.") { $1.credit = $2.text($0) },
            Key("license", .text, "On what terms it may be used.") { $1.license = $2.text($0) },
        ])
}

/// What the editors add to an entry.
public struct EditorNote: Sendable {
    public var text: RichText?
    public var sources: [SourceReference] = []

    static let keys = KeyTable<EditorNote>(
        "editor's note",
        [
            Key("text", .markdown, required: true, "The note.") { $1.text = $2.richText($0) },
            Key("sources", .list(.textOrObject("source")), "Where that was published.") {
                $1.sources = $2.sources($0)
            },
        ])
}

/// What an earlier version of an entry had wrong.
public struct Correction: Sendable {
    public var date: Located<DateExpression>?
    public var text: RichText?
    public var range: Range<Int> = 0..<0

    static let keys = KeyTable<Correction>(
        "correction",
        [
            Key("date", .date, required: true, "When it was corrected.") { $1.date = $2.date($0) },
            Key("text", .markdown, required: true, "What was wrong.") { $1.text = $2.richText($0) },
        ])
}
