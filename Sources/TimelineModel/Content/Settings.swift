import CommonMark
import Diagnostics
import EDTF

/// A named span of time, drawn as a band behind the entries.
public struct Era: Sendable {
    /// The name that readers see, in plain text.
    public var name = ""
    /// The date that the era covers.
    public var date: Located<DateExpression>?
    /// The colour: `#` and three or six hexadecimal digits.
    public var color: String?

    static let keys = KeyTable<Era>(
        "era",
        [
            Key("name", .text, required: true, "The name that readers see.") { $1.name = $2.text($0) ?? "" },
            Key("date", .date, required: true, "From when to when.") { $1.date = $2.positionedDate($0) },
            Key("color", .colour, "Its colour.") { $1.color = $2.colour($0) },
        ])
}

/// The way in which a long timeline is split into pages.
public enum Pagination: String, CaseIterable, Sendable {
    /// One page, one page a period of a fixed unit, or an automatic unit when there are more entries than
    /// ``Settings/pageSize``.
    case none, century, decade, year, auto
}

/// The order in which lists show entries: oldest or newest first.
public enum ReadingOrder: String, CaseIterable, Sendable {
    /// Oldest first, or newest first.
    case ascending, descending
}

/// A site's own colours and fonts, which replace those of the theme.
public struct ThemeSettings: Sendable {
    /// The custom properties of the style sheet, named as their keys in `timeline.yml`, with safe CSS values.
    public var properties: [(name: String, value: String)] = []
}

/// The settings of a site: the content of `timeline.yml`.
public struct Settings: Sendable {
    /// The site's title, in plain text.
    public var title = ""
    /// The line below the title.
    public var subtitle: String?
    /// The description of the site for search engines and link previews.
    public var description: String?
    /// The address at which the site will be published, with a slash at the end; see ``SiteAddress``.
    public var baseURL: String?
    /// The language tag of the site (BCP 47).
    public var language = "en"
    /// The direction of the site's script.
    public var direction = TextDirection.ltr
    /// The author of the site.
    public var author: String?
    /// The publisher of the site.
    public var publisher: String?
    /// The terms on which the site's texts may be used.
    public var license: String?
    /// The day that counts as today; `nil` leaves the choice to the content (``Timeline/asOf``).
    public var asOf: CalendarDay?
    /// The order in which lists show entries.
    public var order = ReadingOrder.ascending
    /// The status of entries without one; `nil` makes the key `status` required.
    public var defaultStatus: Status?
    /// The group of entries that name none.
    public var defaultGroup: Reference?
    /// The groups, in the order of their lanes.
    public var groups: [Group] = []
    /// The eras, in file order; they may overlap.
    public var eras: [Era] = []
    /// The days of the story that have names, in their order; at most one for each day.
    public var moments: [Moment] = []
    /// The registered tags, in file order.
    public var tags: [Tag] = []
    /// The way in which the timeline is split into pages.
    public var pagination = Pagination.auto
    /// The number of entries on a page, above zero.
    public var pageSize = 50
    /// Whether HTML in Markdown is kept instead of dropped.
    public var allowsRawHTML = false
    /// The site's own colours and fonts.
    public var theme = ThemeSettings()
    /// Whether the site has maps.
    public var hasMap = true
    /// Whether the site has a search page.
    public var hasSearch = true
    /// Whether the site has pictures for link previews.
    public var hasCards = false
    /// The range of the value of `cards` in `timeline.yml`, in UTF-8 bytes; empty if there is none.
    public var cardsRange = 0..<0
    /// The formats in which the entries are published for other programs; `nil` if the settings do not say. See
    /// ``exportFormats(ofEntries:)``.
    public var exports: [ExportFormat]?
    /// The formats that a command asks for in their place; `nil` if it asks for none.
    public var requestedExports: [ExportFormat]?
    /// The day of which a view shows what was known; `nil` for the whole site. See ``Content/known(on:in:)``.
    public var knownOn: CalendarDay?
    /// The address of the whole site, for such a view; `nil` if it is not known.
    public var wholeURL: String?
    /// The feeds of the site.
    public var feeds = FeedSettings()
    /// The pages that other sites may show in a frame.
    public var embed = EmbedSettings()
    /// The severity of each rule that the site changes.
    public var rules = RuleLevels()
    /// Whether the default status is certain; false where a mistake may hide it.
    var isDefaultStatusKnown = true

    /// The default settings.
    public init() {}
}

/// The direction of a script, as HTML's `dir` attribute names it.
public enum TextDirection: String, CaseIterable, Sendable {
    /// Left to right, or right to left.
    case ltr, rtl
}

/// The feeds of a site beside that of all entries, and their length.
public struct FeedSettings: Sendable {
    /// The number of entries in a feed, above zero.
    public var limit = 50
    /// Whether each group has a feed.
    public var groups = false
    /// Whether each actor has a feed.
    public var actors = false
    /// Whether each tag has a feed.
    public var tags = false
    /// A day since which the base URL belongs to the site, from 1970 on, for the ids of entries in feeds (RFC 4151,
    /// section 2.1).
    public var since = CalendarDay(ordinal: 20_454)

    /// The years in which a site can have published something: earlier days are those of historical sources, and feed
    /// readers and calendars misread them.
    public static let years = 1970...9998

    static let keys = KeyTable<FeedSettings>(
        "feeds",
        [
            Key("limit", .integer, "Entries in a feed.") { $1.limit = $2.positive($0) ?? $1.limit },
            Key("since", .date, "A day since which base_url is yours; feeds name their entries by it.") {
                $1.since = $2.recentDay($0) ?? $1.since
            },
            Key("groups", .bool, "One feed a group.") { $1.groups = $2.bool($0) ?? $1.groups },
            Key("actors", .bool, "One feed an actor.") { $1.actors = $2.bool($0) ?? $1.actors },
            Key("tags", .bool, "One feed a tag.") { $1.tags = $2.bool($0) ?? $1.tags },
        ])
}
