import CommonMark
import Diagnostics

/// A subject that entries share.
public struct Tag: Registered {
    public var id = ""
    public var name = ""
    public var isRegistered = false
    public var range = 0..<0
    public var description: RichText?

    public init() {}

    static let keys = KeyTable<Tag>(
        "tag",
        [
            Key("name", .text, required: true, "The name that readers see.") { $1.name = $2.text($0) ?? "" },
            Key("description", .markdown, "What a reader should know.") { $1.description = $2.richText($0) },
        ])
}
