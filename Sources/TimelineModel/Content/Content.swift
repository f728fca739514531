/// All content files of a site, read and decoded, but not yet resolved into a ``Timeline``.
public struct Content: Sendable {
    /// The settings from `timeline.yml`.
    public var settings = Settings()
    /// The actors that `actors.yml` registers, in file order.
    public var actors: [Actor] = []
    /// The places that `places.yml` registers, in file order.
    public var places: [Place] = []
    /// The sources that `sources.yml` registers, in file order.
    public var sources: [Source] = []
    /// The entries of which a site can be built, in timeline order.
    public var entries: [Entry] = []
    /// The pages of which a site can be built, by their `order` key and then by path.
    public var pages: [FreePage] = []
    /// Entries with an error that prevents a build. Checks still need them: their other mistakes are reported in the
    /// same run, and references to them are valid.
    public internal(set) var faultyEntries: [Entry] = []
    /// Pages with an error that prevents a build, kept for the same reasons as ``faultyEntries``.
    public internal(set) var faultyPages: [FreePage] = []
    /// The names of data files that could not be read; the ids that they register are unknown.
    var unreadableFiles: Set<String> = []
    /// The paths of media files, relative to `Content/media`.
    public var media: [String] = []
    /// The sizes of pictures, by path relative to `Content/media`; a picture whose file states no size has none.
    public var pictureSizes: [String: PictureSize] = [:]
    /// The paths of drafts that were left out, relative to the site's folder.
    public var drafts: [String] = []
    /// The entries that were withdrawn. Nothing but their addresses is used, so that these are found in the log of changes.
    public internal(set) var withheldEntries: [Entry] = []
    /// What earlier publications changed, from `changes.yml`.
    public var changes = ChangeLog()

    /// Content without entries.
    public init() {}
}
