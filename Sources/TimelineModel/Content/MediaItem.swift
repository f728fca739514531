import EDTF

/// A media file of an entry, a link to something on the web, or both: the file is then a still for the link.
public struct MediaItem: Sendable {
    /// The path relative to `Content/media`; empty where the item has only an address.
    public var file = Located("", 0..<0)
    /// A web address, to which the page links; nothing is loaded from it.
    public var url: String?
    /// The title of the linked page.
    public var title: String?
    /// The text alternative of the picture.
    public var alt: String?
    /// The caption, in inline Markdown.
    public var caption: RichText?
    /// The author of the picture or recording.
    public var credit: String?
    /// The terms on which the item may be used.
    public var license: String?
    /// The range of the whole item in its file, in UTF-8 bytes.
    public var range: Range<Int> = 0..<0

    static let keys = KeyTable<MediaItem>(
        "media item",
        [
            Key("file", .code, "The path below Content/media; this or the address is required.") {
                if let file = $2.locatedText($0) { $1.file = file }
            },
            Key("url", .url, "An address on the web, shown as a card that links there.") {
                $1.url = $2.url($0)
            },
            Key("title", .text, "What stands at the address.") { $1.title = $2.text($0) },
            Key("alt", .text, "What the picture shows, for those who do not see it.") {
                $1.alt = $2.text($0)
            },
            Key("caption", .markdown, "What stands below it.") { $1.caption = $2.richText($0) },
            Key("credit", .text, "Who made it.") { $1.credit = $2.text($0) },
            Key("license", .text, "On what terms it may be used.") { $1.license = $2.text($0) },
        ])
}
