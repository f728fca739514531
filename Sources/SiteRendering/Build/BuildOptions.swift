import Diagnostics
import EDTF
import TimelineModel

/// What a person can say of a build beside the content itself.
public struct BuildOptions: Sendable {
    /// True where drafts are on the site like any other entry.
    public var includesDrafts = false
    /// The day that counts as today, in place of the site's own.
    public var asOf: CalendarDay?
    /// Where the site will be published, in place of the site's own; ends with a slash.
    public var baseURL: String?
    /// True where warnings count as errors.
    public var isStrict = false
    /// True where editorial rules are looked at too.
    public var isEditorial = false
    /// True where the addresses on the web that the content names are wanted.
    public var collectsLinks = false
    /// True where entries to be published later are on the site, marked as such: for a preview.
    public var showsLater = false
    /// True where the names of style sheet, script and search data carry a fingerprint of what they hold: for a site
    /// that is published. It takes the whole index of the search before the first page is written.
    public var namesCarryFingerprints = false
    /// How many threads work, at least 1.
    public var jobs = 1
    /// Told what the build does, where someone wants to know how long it takes.
    public var clock: (any BuildClock)?

    public init() {}
}
