import Diagnostics
import TimelineModel

/// What a site is planned from, and the plan: what a preview carries on where only texts of entries change.
struct SiteBase: Sendable {
    private(set) var told: CheckedTimeline
    private let theme: Theme
    /// Nil where one of them is wrong.
    private let templates: PageTemplates?
    private let furtherDiagnostics: [Diagnostic]
    /// The addresses on the web that the content names, where they were asked for.
    let externalLinks: [ExternalLink]
    private let namesCarryFingerprints: Bool
    /// Of the last site that could be planned.
    private var plan: Plan?

    private struct Plan: Sendable {
        let site: Site
        /// In byte order of their paths, no two with one.
        let files: [PlannedFile]
        /// What is wrong with their paths, though not so that there could be no site.
        let diagnostics: [Diagnostic]
    }

    init(
        _ told: CheckedTimeline, _ theme: Theme, _ templates: PageTemplates?, further: [Diagnostic],
        externalLinks: [ExternalLink], namesCarryFingerprints: Bool
    ) {
        self.told = told
        self.theme = theme
        self.templates = templates
        furtherDiagnostics = theme.diagnostics + further
        self.externalLinks = externalLinks
        self.namesCarryFingerprints = namesCarryFingerprints
    }

    /// Everything that is wrong with content and theme.
    var diagnostics: [Diagnostic] { told.diagnostics + furtherDiagnostics }

    /// Takes a timeline that differs from its own in the texts of entries alone.
    mutating func tell(_ told: CheckedTimeline) { self.told = told }

    /// Every file of the site, and what is wrong with their paths; nil where no template can be used.
    mutating func output(jobs: Int) -> (tree: OutputTree, diagnostics: [Diagnostic])? {
        guard let templates else { return nil }
        let site =
            plan.map { Site($0.site, telling: told.timeline) }
            ?? Site(searching: told.timeline, theme, namesCarryFingerprints: namesCarryFingerprints)
        // Which files the search has is told from the length of texts, unless they are named by what they hold.
        if let plan, !namesCarryFingerprints, plan.site.searchShards == site.searchShards {
            self.plan = Plan(site: site, files: plan.files, diagnostics: plan.diagnostics)
            return (OutputTree(sorted: plan.files.map { $0.of(site) }), plan.diagnostics)
        }
        let files = SitePlan(site, templates, theme, jobs: jobs).files.sorted(byBytesOf: \.path)
        var (tree, diagnostics) = OutputTree.assemble(files.map { $0.of(site) })
        if site.maps != nil { diagnostics += theme.missingAnchors }
        plan = diagnostics.containsErrors ? nil : Plan(site: site, files: files, diagnostics: diagnostics)
        return (tree, diagnostics)
    }
}
