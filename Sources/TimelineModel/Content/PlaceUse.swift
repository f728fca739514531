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
