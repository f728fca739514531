import CommonMark

/// A page with free text that is not an entry, such as the methodology.
public struct FreePage: Sendable {
    /// The path of the page's file, relative to the site's folder.
    public var path = ""
    /// The page's name in addresses. By default it comes from the file name, and its range is then empty.
    public var slug = Located("", 0..<0)
    /// The title, in plain text.
    public var title = Located("", 0..<0)
    /// The summary for search engines, in plain text.
    public var summary: String?
    /// The sort position among the links to pages: lower numbers come first.
    public var order = 0
    /// Whether the page is a draft, which a build leaves out.
    public var isDraft = false
    /// Whether a view of an earlier day left out the text, since it names what was said later.
    public internal(set) var leavesOutText = false
    /// Whether the front matter could be split from the text; otherwise the file's content is unknown.
    var isReadable = true
    /// The text below the front matter.
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
