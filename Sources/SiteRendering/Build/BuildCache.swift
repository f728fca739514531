import Diagnostics
import Files
import Templates
import TimelineModel

/// The state that builds of one site keep for the next one, so that a preview is rebuilt in a fraction of the time.
///
/// It holds the results for single files, each keyed by the file's bytes, and the last build as a whole, which is
/// updated when only texts of entries change. Everything else that depends on several files is recomputed, so a build
/// with a cache produces the same bytes as one without.
public struct BuildCache: Sendable {
    /// The results of reading single content files.
    var content = ContentCache()
    /// The last build; nil before the first one.
    var last: SiteBase?
    /// The sources of the templates in ``compiled``.
    private var sources: [String: TemplateSource] = [:]
    /// The outcome of the last compilation, of the templates in ``sources``.
    private var compiled: (templates: PageTemplates?, diagnostics: [Diagnostic])?

    /// An empty cache.
    public init() {}

    /// Returns the last build, updated from the changed files.
    ///
    /// - Parameter paths: the paths of all changed files.
    /// - Returns: nil if more than texts of entries has changed, or if there is no last build.
    /// - Throws: if a file cannot be read.
    mutating func lastBuild(
        rewriting paths: [String], in files: any FileTree
    ) throws(FileFailure) -> SiteBase? {
        guard var base = last, let told = try base.told.rewritten(paths, in: files, reusing: &content) else {
            return nil
        }
        base.tell(told)
        return base
    }

    /// Returns the compiled templates of a theme; those of the last build if none of their files has changed.
    ///
    /// - Returns: nil `templates` if one of them has an error.
    mutating func templates(of theme: Theme) -> (templates: PageTemplates?, diagnostics: [Diagnostic]) {
        if let compiled, sources == theme.templates { return compiled }
        let compiled = PageTemplates.compile(theme)
        sources = theme.templates
        self.compiled = compiled
        return compiled
    }
}
