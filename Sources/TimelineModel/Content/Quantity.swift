import EDTF

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
