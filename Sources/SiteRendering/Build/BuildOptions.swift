import CardDrawing
import Diagnostics
import EDTF
import Files
import SiteOutput
import TimelineModel

/// The options of a build that do not come from the content itself.
public struct BuildOptions: Sendable {
    /// Whether drafts are published like any other entry.
    public var includesDrafts = false
    /// The day that counts as today; overrides the site's own setting.
    public var asOf: CalendarDay?
    /// The day of which the site shows what was known; nil for all that is known today.
    public var knownOn: CalendarDay?
    /// The URL at which the site will be published; overrides the site's own setting. Ends with a slash.
    public var baseURL: String?
    /// The formats in which the entries are published for other programs; overrides the site's own setting.
    public var exports: [ExportFormat]?
    /// Whether warnings count as errors.
    public var isStrict = false
    /// Whether editorial rules are checked too.
    public var isEditorial = false
    /// Whether the web addresses that the content names are collected.
    public var collectsLinks = false
    /// Whether entries with a later publication date are on the site, marked as such; for a preview.
    public var showsLater = false
    /// Whether the file names of style sheet, script and search data contain a fingerprint of the file's content; for
    /// a published site. This requires the whole search index before the first page is written.
    public var namesCarryFingerprints = false
    /// Whether the libraries that draw cards are loaded before anything is written, and all texts of cards are checked;
    /// false for a preview, which draws a card when a browser requests it.
    public var checksCards = true
    /// Whether compressed copies are written beside texts.
    public var compresses = false
    /// Draws the cards.
    var press = CardPress()
    /// The store for the texts of entries until their pages are written; nil if they stay in memory, as for a preview.
    public var spool: Spool?
    /// The number of threads, at least 1.
    public var jobs = 1
    /// A clock that is notified of each stage of the build; nil if nobody measures it.
    public var clock: (any BuildClock)?

    /// The default options.
    public init() {}
}
