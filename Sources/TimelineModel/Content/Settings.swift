import CommonMark
import Diagnostics
import EDTF

/// A stretch of time with a name, behind the entries.
public struct Era: Sendable {
    public var name = ""
    public var date: Located<DateExpression>?
    public var color: String?

    static let keys = KeyTable<Era>(
        "era",
        [
            Key("name", .text, required: true, "The name that readers see.") { $1.name = $2.text($0) ?? "" },
            Key("date", .date, required: true, "From when to when.") { $1.date = $2.positionedDate($0) },
            Key("color", .colour, "Its colour.") { $1.color = $2.colour($0) },
        ])
}

/// How a long timeline is split into pages.
public enum Pagination: String, CaseIterable, Sendable {
    case none, century, decade, year, auto
}

/// The order in which entries are read.
public enum ReadingOrder: String, CaseIterable, Sendable {
    case ascending, descending
}

/// Colours and type of a site, in place of the theme's own.
public struct ThemeSettings: Sendable {
    /// Custom properties of the style sheet, by the names of the keys.
    public var properties: [(name: String, value: String)] = []
}

/// The site: what `timeline.yml` says.
public struct Settings: Sendable {
    public var title = ""
    public var subtitle: String?
    public var description: String?
    /// Where the site will be published; ends with a slash.
    public var baseURL: String?
    /// BCP 47.
    public var language = "en"
    public var direction = TextDirection.ltr
    public var author: String?
    public var publisher: String?
    public var license: String?
    public var asOf: CalendarDay?
    public var order = ReadingOrder.ascending
    public var defaultStatus: Status?
    public var defaultGroup: Reference?
    public var groups: [Group] = []
    public var eras: [Era] = []
    public var tags: [Tag] = []
    public var pagination = Pagination.auto
    /// Entries a page.
    public var pageSize = 50
    public var allowsRawHTML = false
    public var theme = ThemeSettings()
    public var hasMap = true
    public var hasSearch = true
    public var hasCards = true
    /// The files that the site offers for other programs; nil is all of them.
    public var exports: [String]?
    public var feeds = FeedSettings()
    public var rules = RuleLevels()
    /// The keys that ask for what no version makes so far.
    var withoutEffect: [Located<String>] = []
    /// False where a mistake hides whether entries have a status by default.
    var isDefaultStatusKnown = true

    public init() {}
}

/// Which way a script runs.
public enum TextDirection: String, CaseIterable, Sendable {
    case ltr, rtl
}

/// Which feeds a site has, and how long they are.
public struct FeedSettings: Sendable {
    public var limit = 50
    public var groups = true
    public var actors = true
    public var tags = true

    static let keys = KeyTable<FeedSettings>(
        "feeds",
        [
            Key("limit", .integer, "Entries in a feed.") { $1.limit = $2.positive($0) ?? $1.limit },
            Key("groups", .bool, "One feed a group.") { $1.groups = $2.bool($0) ?? $1.groups },
            Key("actors", .bool, "One feed an actor.") { $1.actors = $2.bool($0) ?? $1.actors },
            Key("tags", .bool, "One feed a tag.") { $1.tags = $2.bool($0) ?? $1.tags },
        ])
}
