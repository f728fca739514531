import EDTF

/// One leg of a route: a journey from one place to the next.
public struct RouteLeg: Sendable {
    /// The place where the leg begins.
    public var from: Reference
    /// The place where the leg ends.
    public var to: Reference
    /// The mode of travel; `nil` where the file gives none.
    public var by: TravelMode?
    /// The certainty of the leg.
    public var status: Status?
    /// The actors who state that the leg was travelled.
    public var claimedBy: [Reference] = []
    /// The sources of that statement.
    public var sources: [SourceReference] = []
    /// A remark for readers, in inline Markdown.
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
            Key("source", .oneOrMore(.textOrObject("source")), "The sources.") {
                $1.sources = $2.sources($0)
            },
            Key("note", .markdown, "A note for readers.") { $1.note = $2.richText($0) },
        ])
}
