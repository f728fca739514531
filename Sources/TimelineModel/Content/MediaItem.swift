import EDTF

/// A file from `Content/media` that belongs to an entry, or something on the web, of which a file may be the
/// still.
public struct MediaItem: Sendable {
    /// The path below `Content/media`; empty where there is only an address.
    public var file = Located("", 0..<0)
    /// An address on the web. Nothing is loaded from there: the page has a link to it.
    public var url: String?
    /// What stands at the address.
    public var title: String?
    public var alt: String?
    public var caption: RichText?
    public var credit: String?
    public var license: String?
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
