import CommonMark
import Diagnostics

/// A subject that several entries share.
public struct Tag: Registered {
    /// The id in references and page addresses, unique among tags.
    public var id = ""
    /// The name that readers see, in plain text.
    public var name = ""
    /// Whether `timeline.yml` registers the tag; false for one that only entries name.
    public var isRegistered = false
    /// The range of the id in `timeline.yml`, in UTF-8 bytes; empty for a tag that is not registered.
    public var range = 0..<0
    /// The tag's description for readers, in inline Markdown.
    public var description: RichText?

    /// A tag without a name.
    public init() {}

    static let keys = KeyTable<Tag>(
        "tag",
        [
            Key("name", .text, required: true, "The name that readers see.") { $1.name = $2.text($0) ?? "" },
            Key("description", .markdown, "A description for readers.") { $1.description = $2.richText($0) },
        ])
}
