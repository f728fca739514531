import Diagnostics
import TimelineModel

/// What builds of one site keep for the next, so that a preview is made anew in a fraction of the time.
///
/// It holds what is made of single files, each known by its bytes. Whatever rests on several files is made
/// anew in every build, so that a build with a cache gives the bytes of one without.
public struct BuildCache: Sendable {
    var content = ContentCache()
    private var sources: [String: TemplateSource] = [:]
    private var compiled: (templates: PageTemplates?, diagnostics: [Diagnostic])?

    public init() {}

    /// The compiled templates of a theme: the last build's where none of their files has changed.
    mutating func templates(of theme: Theme) -> (templates: PageTemplates?, diagnostics: [Diagnostic]) {
        if let compiled, sources == theme.templates { return compiled }
        let compiled = PageTemplates.compile(theme)
        sources = theme.templates
        self.compiled = compiled
        return compiled
    }
}
