import CommonMark
import Diagnostics

/// A person, a state, an organisation: who acts and speaks.
public struct Actor: Registered {
    public var id = ""
    public var name = ""
    public var isRegistered = false
    public var range = 0..<0
    /// A short form of the name, for narrow places.
    public var short: String?
    public var also: [String] = []
    public var kind: ActorKind?
    public var country: String?
    public var description: RichText?
    public var url: String?

    public init() {}

    static let keys = KeyTable<Actor>(
        "actor",
        [
            Key("name", .text, required: true, "The name that readers see.") { $1.name = $2.text($0) ?? "" },
            Key("short", .text, "A short form of the name, for narrow places.") { $1.short = $2.text($0) },
            Key("also", .list(.text), "Other names and spellings.") { $1.also = $2.texts($0) },
            Key("kind", .oneOf(ActorKind.allCases.map(\.rawValue)), "What it is.") {
                $1.kind = $2.choice($0, .unknownValue, "kind of actor")
            },
            Key("country", .text, "The country it belongs to.") { $1.country = $2.text($0) },
            Key("description", .markdown, "What a reader should know.") { $1.description = $2.richText($0) },
            Key("url", .url, "Its own address.") { $1.url = $2.url($0) },
        ])
}
