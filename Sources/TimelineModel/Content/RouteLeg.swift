import EDTF

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
