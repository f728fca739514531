import CommonMark

/// A page that is no entry: about, methodology.
public struct FreePage: Sendable {
    public var path = ""
    public var slug = Located("", 0..<0)
    public var title = Located("", 0..<0)
    public var summary: String?
    /// The place among the links to pages.
    public var order = 0
    public var isDraft = false
    /// False where the file could not be read, so that nothing is known of what it says.
    var isReadable = true
    public var body = RichText.empty

    static let keys = KeyTable<FreePage>(
        "page",
        [
            Key("title", .text, required: true, "The page's title.") {
                if let title = $2.locatedText($0) { $1.title = title }
            },
            Key("summary", .text, "One or two sentences, for search engines.") { $1.summary = $2.text($0) },
            Key("order", .integer, "The place among the links to pages.") { $1.order = $2.integer($0) ?? 0 },
            Key("slug", .code, "The page's name in addresses; the file's name by default.") {
                if let slug = $2.locatedText($0) { $1.slug = slug }
            },
            Key("draft", .bool, "True leaves the page out.") { $1.isDraft = $2.bool($0) ?? false },
        ])
}
