import Diagnostics
import SiteRendering
import TimelineModel

/// Builds one site again and again, each time from what has changed.
public struct SiteBuilder {
    /// A site that was read anew, whether or not it could be built.
    public struct Build: Sendable {
        /// The files that have changed since the last one, by their paths from the site's folder.
        public let changed: [String]
        public let site: PreparedSite
        /// True where there was none before it.
        public let isFirst: Bool
        /// The files that it is made of.
        public let sources: SourceSnapshot

        /// True where browsers need no more than new style sheets.
        public var isOnlyStyle: Bool { changed == ["Templates/style.css"] }
    }

    private let options: BuildOptions
    private var sources: SourceSnapshot
    private var cache: BuildCache? = BuildCache()
    private var isFirst = true
    /// False where the last reading or building failed, so that the next one is wanted whatever has changed.
    private var isSettled = false

    /// - Parameter root: the site's folder.
    public init(root: String, _ options: BuildOptions) {
        self.options = options
        sources = SourceSnapshot(root: root)
    }

    /// Reads what may have changed and builds the site.
    ///
    /// - Returns: nil where nothing has changed.
    public mutating func build(_ change: InputChange) throws(FileFailure) -> Build? {
        let wasSettled = isSettled
        isSettled = false
        let changed = try sources.update(change)
        if changed.isEmpty, wasSettled {
            isSettled = true
            return nil
        }
        let site = try PreparedSite(sources, options, reusing: &cache)
        isSettled = true
        defer { isFirst = false }
        return Build(changed: changed, site: site, isFirst: isFirst, sources: sources)
    }
}
