import Diagnostics
import TimelineModel

/// What builds of one site keep for the next, so that a preview is made anew in a fraction of the time.
///
/// It holds what is made of single files, each known by its bytes, and the last build as a whole, which is
/// carried on where only texts of entries change. Whatever else rests on several files is made anew, so that a
/// build with a cache gives the bytes of one without.
public struct BuildCache: Sendable {
    var content = ContentCache()
    var last: SiteBase?
    private var sources: [String: TemplateSource] = [:]
    private var compiled: (templates: PageTemplates?, diagnostics: [Diagnostic])?

    public init() {}

    /// The last build with other texts of entries; nil where more than that has changed.
    mutating func lastBuild(
        rewriting paths: [String], in files: any FileTree
    ) throws(FileFailure) -> SiteBase? {
        guard var base = last, let told = try base.told.rewritten(paths, in: files, reusing: &content) else {
            return nil
        }
        base.tell(told)
        return base
    }

    /// The compiled templates of a theme: the last build's where none of their files has changed.
    mutating func templates(of theme: Theme) -> (templates: PageTemplates?, diagnostics: [Diagnostic]) {
        if let compiled, sources == theme.templates { return compiled }
        let compiled = PageTemplates.compile(theme)
        sources = theme.templates
        self.compiled = compiled
        return compiled
    }
}
