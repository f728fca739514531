/// Everything that a site is made of, read and decoded, not yet put together.
public struct Content: Sendable {
    public var settings = Settings()
    public var actors: [Actor] = []
    public var places: [Place] = []
    public var sources: [Source] = []
    public var entries: [Entry] = []
    public var pages: [FreePage] = []
    /// Entries and pages of which no site can be built. They are kept for the checks: what else is wrong with
    /// them comes to light in the same run, and what refers to them is not wrong.
    public internal(set) var faultyEntries: [Entry] = []
    public internal(set) var faultyPages: [FreePage] = []
    /// Data files that could not be read; nothing is known of the ids in them.
    var unreadableFiles: Set<String> = []
    /// Paths below `Content/media`.
    public var media: [String] = []
    /// The sizes of pictures, by their paths below `Content/media`.
    public var pictureSizes: [String: PictureSize] = [:]
    /// Drafts that were left out.
    public var drafts: [String] = []

    public init() {}
}
