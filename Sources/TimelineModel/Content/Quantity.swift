import EDTF

/// A number that someone states: an exact value, or a range with one or two bounds.
public struct Quantity: Sendable {
    /// The name of what is counted or measured.
    public var label = ""
    /// The exact value; a quantity has either a value or bounds.
    public var value: Decimal?
    /// The lower bound.
    public var min: Decimal?
    /// The upper bound, not below ``min``.
    public var max: Decimal?
    /// Words before the number, such as `more than` or `about`.
    public var qualifier: String?
    /// The unit, such as `months` or `tonnes`.
    public var unit: String?
    /// The actors who state the number.
    public var claimedBy: [Reference] = []
    /// The sources of the number.
    public var sources: [SourceReference] = []
    /// A remark for readers, in inline Markdown.
    public var note: RichText?
    /// The range of the whole quantity in its file, in UTF-8 bytes.
    public var range: Range<Int> = 0..<0

    static let keys = KeyTable<Quantity>(
        "quantity",
        [
            Key("label", .text, required: true, "What is counted.") { $1.label = $2.text($0) ?? "" },
            Key("value", .number, "The number.") { $1.value = $2.decimal($0) },
            Key("min", .number, "The lower bound of a range.") { $1.min = $2.decimal($0) },
            Key("max", .number, "The upper bound of a range.") { $1.max = $2.decimal($0) },
            Key("qualifier", .text, "more than, about …") { $1.qualifier = $2.text($0) },
            Key("unit", .text, "months, tonnes …") { $1.unit = $2.text($0) },
            Key("claimed_by", .oneOrMore(.id(of: "actors")), "Who gives the number.") {
                node, quantity, decoding in
                quantity.claimedBy = decoding.actors(node)
            },
            Key("source", .oneOrMore(.textOrObject("source")), "The sources.") {
                $1.sources = $2.sources($0)
            },
            Key("note", .markdown, "A note for readers.") { $1.note = $2.richText($0) },
        ])
}
