import CommonMark
import Diagnostics

/// Someone or something that acts or speaks, such as a person, a state or an organisation.
public struct Actor: Registered {
    /// The id in references and page addresses, unique among actors.
    public var id = ""
    /// The name that readers see, in plain text.
    public var name = ""
    /// Whether `actors.yml` registers the actor; false for one that only entries name.
    public var isRegistered = false
    /// The range of the id in `actors.yml`, in UTF-8 bytes; empty for an actor that is not registered.
    public var range = 0..<0
    /// A short form of the name, for narrow columns.
    public var short: String?
    /// Other names and spellings of the actor.
    public var also: [String] = []
    /// The kind of actor, such as a person or a state; `nil` where the file gives none.
    public var kind: ActorKind?
    /// The country to which the actor belongs, as the author wrote it.
    public var country: String?
    /// The actor's description for readers, in inline Markdown.
    public var description: RichText?
    /// The actor's own web address.
    public var url: String?

    /// An actor without a name.
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
            Key("description", .markdown, "A description for readers.") { $1.description = $2.richText($0) },
            Key("url", .url, "Its own address.") { $1.url = $2.url($0) },
        ])
}
