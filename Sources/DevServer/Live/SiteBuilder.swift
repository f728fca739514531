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
        /// Of what is wrong with it the errors, and what was not wrong with the one before.
        public let news: [Diagnostic]
        /// True where there was none before it.
        public let isFirst: Bool
        /// The files that it is made of.
        public let sources: SourceSnapshot

        /// True where browsers need no more than new style sheets.
        public var isOnlyStyle: Bool { changed == [InputFolder.templates + "/style.css"] }
    }

    private let options: BuildOptions
    private var sources: SourceSnapshot
    private var cache: BuildCache? = BuildCache()
    private var isFirst = true
    /// What was wrong with the last site.
    private var known: Set<Diagnostic> = []
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
        let site = try PreparedSite(sources, options, reusing: &cache, after: wasSettled ? changed : nil)
        isSettled = true
        let news = site.diagnostics.filter { $0.severity == .error || !known.contains($0) }
        known = Set(site.diagnostics)
        defer { isFirst = false }
        return Build(changed: changed, site: site, news: news, isFirst: isFirst, sources: sources)
    }
}
