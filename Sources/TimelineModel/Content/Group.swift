import CommonMark
import Diagnostics

/// A lane of the timeline.
public struct Group: Registered {
    public var id = ""
    public var name = ""
    public var isRegistered = false
    public var range = 0..<0
    public var color: String?
    public var description: RichText?

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
            Key("description", .markdown, "What a reader should know.") { $1.description = $2.richText($0) },
        ])
}
