import CommonMark
import Diagnostics

/// A group of entries, drawn as one lane of the timeline.
public struct Group: Registered {
    /// The id in references and page addresses, unique among groups.
    public var id = ""
    /// The name that readers see, in plain text.
    public var name = ""
    /// Whether `timeline.yml` registers the group; false for one that only entries name.
    public var isRegistered = false
    /// The range of the id in `timeline.yml`, in UTF-8 bytes; empty for a group that is not registered.
    public var range = 0..<0
    /// The colour: `#` and three or six hexadecimal digits.
    public var color: String?
    /// The group's description for readers, in inline Markdown.
    public var description: RichText?

    /// A group without a name.
    public init() {}

    static let keys = KeyTable<Group>(
        "group",
        [
            Key("id", .code, required: true, "The id that entries use.") { node, group, decoding in
                group.id = decoding.registryID(node) ?? ""
                group.range = node.range
            },
            Key("name", .text, required: true, "The name that readers see.") { $1.name = $2.text($0) ?? "" },
            Key("color", .colour, "Its colour.") { $1.color = $2.colour($0) },
            Key("description", .markdown, "A description for readers.") { $1.description = $2.richText($0) },
        ])
}
