import EDTF
import UTF8Text

/// A place named as the location of an entry, and how certain it is.
public struct PlaceUse: Sendable {
    /// The place, by id or by a name that no file registers.
    public var place: Reference
    private var details = Seldom<Details>()

    init(place: Reference) { self.place = place }

    private struct Details: SeldomFields {
        static let none = Details()

        var status: Status?
        var by: [Reference] = []
        var sources: [SourceReference] = []
        var note: RichText?
    }

    /// The certainty that the entry happened at this place.
    public var status: Status? {
        get { details[\.status] }
        set { details[\.status] = newValue }
    }
    /// The actors who state that it happened at this place.
    public var by: [Reference] {
        get { details[\.by] }
        set { details[\.by] = newValue }
    }
    /// The sources of that statement.
    public var sources: [SourceReference] {
        get { details[\.sources] }
        set { details[\.sources] = newValue }
    }
    /// A remark for readers, in inline Markdown.
    public var note: RichText? {
        get { details[\.note] }
        set { details[\.note] = newValue }
    }

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
            Key("source", .oneOrMore(.textOrObject("source")), "The sources.") {
                $1.sources = $2.sources($0)
            },
            Key("note", .markdown, "A note for readers.") { $1.note = $2.richText($0) },
        ])
}
