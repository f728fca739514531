import Diagnostics
import Files
import SiteRendering
import TimelineModel

/// Builds one site repeatedly, each time from the files that have changed.
public struct SiteBuilder {
    /// The result of one build, successful or not.
    public struct Build: Sendable {
        /// The paths of the files that have changed since the last build, relative to the site's folder.
        public let changed: [String]
        /// The site; it has no output if there are errors.
        public let site: PreparedSite
        /// The diagnostics that are worth showing: errors always, others only if the previous build had none like them.
        public let news: [Diagnostic]
        /// Whether it is the first build.
        public let isFirst: Bool
        /// The files from which the site was built.
        public let sources: SourceSnapshot

        /// Whether browsers need nothing but new style sheets.
        public var isOnlyStyle: Bool { changed == [InputFolder.templates + "/style.css"] }
    }

    private let options: BuildOptions
    private var sources: SourceSnapshot
    private var cache: BuildCache? = BuildCache()
    private var isFirst = true
    /// The diagnostics of the last build.
    private var known: Set<Diagnostic> = []
    /// Whether the last reading and building succeeded. After a failure the next build runs whatever has changed.
    private var isSettled = false

    /// Creates a builder that has read nothing yet.
    ///
    /// - Parameter root: the site's folder.
    public init(root: String, _ options: BuildOptions) {
        self.options = options
        sources = SourceSnapshot(root: root)
    }

    /// Reads the files that may have changed, and builds the site.
    ///
    /// - Returns: the build; nil if no file has changed since a successful one.
    /// - Throws: the failure to read a file; the next call then builds in any case.
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
