import CardDrawing
import Diagnostics
import SiteOutput
import TimelineModel
import UTF8Text

/// The inputs of a site's plan, and the plan. A preview updates them when only texts of entries change.
struct SiteBase: Sendable {
    /// The checked timeline.
    private(set) var told: CheckedTimeline
    /// What was known on an earlier day; nil if the site shows all.
    private let view: Timeline?
    private let theme: Theme
    /// The compiled templates; nil if one of them has an error.
    private let templates: PageTemplates?
    /// The diagnostics that do not come from the timeline.
    private let furtherDiagnostics: [Diagnostic]
    /// The web addresses that the content names, if they were requested.
    let externalLinks: [ExternalLink]
    private let namesCarryFingerprints: Bool
    /// The plan of the last site that had no errors.
    private var plan: Plan?
    /// The order of the sources of an earlier site; nil if there is none.
    private let earlierBibliography: Bibliography?

    /// A planned site.
    private struct Plan: Sendable {
        let site: Site
        /// The files in byte order of their paths, without duplicates.
        let files: [PlannedFile]
        /// The warnings about the files' paths.
        let diagnostics: [Diagnostic]
        /// The number of files that are pages.
        let pageCount: Int

        var output: Output {
            Output(
                tree: OutputTree(sorted: PlannedFiles(files: files, site: site)), diagnostics: diagnostics,
                pageCount: pageCount)
        }
    }

    /// The files of a site.
    struct Output {
        let tree: OutputTree
        /// The diagnostics about the files' paths.
        let diagnostics: [Diagnostic]
        /// The number of files that are pages.
        let pageCount: Int
    }

    init(
        _ told: CheckedTimeline, view: Timeline? = nil, _ theme: Theme, _ templates: PageTemplates?,
        further: [Diagnostic],
        externalLinks: [ExternalLink], namesCarryFingerprints: Bool, after earlier: SiteBase? = nil
    ) {
        self.told = told
        self.view = view
        self.theme = theme
        self.templates = templates
        furtherDiagnostics = theme.diagnostics + further
        self.externalLinks = externalLinks
        self.namesCarryFingerprints = namesCarryFingerprints
        earlierBibliography = earlier.flatMap { $0.plan?.site.knownBibliography ?? $0.earlierBibliography }
    }

    /// The timeline that the site shows.
    var timeline: Timeline { view ?? told.timeline }

    /// All diagnostics about content and theme.
    var diagnostics: [Diagnostic] { told.diagnostics + furtherDiagnostics }

    /// What other sites can show of the planned site; nil if it has errors.
    var embedding: Embedding? {
        guard let plan, let templates else { return nil }
        return Embedding(site: plan.site, templates: templates)
    }

    /// Replaces the timeline by one that differs only in the texts of entries.
    mutating func tell(_ told: CheckedTimeline) { self.told = told }

    /// Returns every file of the site with the diagnostics about their paths. Reuses the last plan if it still fits.
    ///
    /// - Returns: nil if the templates have an error.
    mutating func output(press: CardPress, jobs: Int) -> Output? {
        guard let templates else { return nil }
        let site =
            plan.map { Site($0.site, telling: timeline) }
            ?? Site(
                searching: timeline, theme, namesCarryFingerprints: namesCarryFingerprints,
                after: earlierBibliography)
        // The number of the search's files depends on the length of texts, and their names on the content if they are
        // fingerprints.
        if let plan, !namesCarryFingerprints, plan.site.searchShards == site.searchShards {
            let next = Plan(
                site: site, files: plan.files, diagnostics: plan.diagnostics, pageCount: plan.pageCount)
            self.plan = next
            return next.output
        }
        let planned = SitePlan(site, templates, theme, press: press, jobs: jobs).files.sorted(
            byBytesOf: \.path)
        let paths = planned.map(\.path)
        let checked = CheckedPaths(paths, similarNames: .similarNames) { planned[$0].location }
        let isWhole = checked.kept.count == planned.count
        let files = isWhole ? planned : checked.kept.map { planned[$0] }
        var diagnostics = checked.diagnostics
        if site.maps != nil { diagnostics += theme.missingAnchors }
        diagnostics += exportNotes(site)
        let next = Plan(
            site: site, files: files, diagnostics: diagnostics,
            pageCount: checked.kept.count { PagePath.isPage(paths[$0]) })
        plan = diagnostics.containsErrors ? nil : next
        return next.output
    }
}
