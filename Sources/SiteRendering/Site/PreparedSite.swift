import Diagnostics
import EDTF
import TimelineModel

/// What a person can say of a build beside the content itself.
public struct BuildOptions: Sendable {
    /// True where drafts are on the site like any other entry.
    public var includesDrafts = false
    /// The day that counts as today, in place of the site's own.
    public var asOf: CalendarDay?
    /// Where the site will be published, in place of the site's own; ends with a slash.
    public var baseURL: String?
    /// True where warnings count as errors.
    public var isStrict = false
    /// True where editorial rules are looked at too.
    public var isEditorial = false
    /// True where the addresses on the web that the content names are wanted.
    public var collectsLinks = false
    /// True where entries to be published later are on the site, marked as such: for a preview.
    public var showsLater = false
    /// How many threads work, at least 1.
    public var jobs = 1

    public init() {}
}

/// A site that has been read and checked, and not yet written.
public struct PreparedSite: Sendable {
    public let timeline: Timeline
    /// Every file of the site; nil where there are errors.
    public let output: OutputTree?
    /// Everything that is wrong, by the site's own weights.
    public let diagnostics: [Diagnostic]
    /// How many of the files are pages.
    public let pageCount: Int
    /// The addresses on the web that the content names; empty unless they were asked for.
    public let externalLinks: [ExternalLink]
    /// What the site's own weights make of further diagnostics.
    public let levels: RuleLevels

    /// Reads and checks a site: content, then templates. Nothing is rendered, nothing is written.
    ///
    /// - Throws: where the operating system does not let a file be read.
    public init(_ files: any FileTree, _ options: BuildOptions) throws(FileFailure) {
        var cache: BuildCache?
        try self.init(files, options, reusing: &cache)
    }

    /// The same with what earlier builds made of files that have not changed; nil where nothing is to be kept.
    public init(
        _ files: any FileTree, _ options: BuildOptions, reusing cache: inout BuildCache?
    ) throws(FileFailure) {
        let reader = ContentReader(
            files, jobs: options.jobs, includesDrafts: options.includesDrafts,
            furtherRules: siteRules)
        var known = cache?.content
        var (content, found) = try reader.read(reusing: &known)
        if let known { cache?.content = known }
        if let baseURL = options.baseURL { content.settings.baseURL = baseURL }
        let timeline = Timeline(content, asOf: options.asOf, showsLater: options.showsLater)
        found += content.check(leftOut: timeline.leftOut, jobs: options.jobs)
        if options.isEditorial {
            found += content.checkEditorially(
                leftOut: timeline.leftOut, asOf: timeline.asOf, jobs: options.jobs)
        }
        let theme = try Theme(files)
        let (templates, mistakes) = cache?.templates(of: theme) ?? PageTemplates.compile(theme)
        found += theme.diagnostics + mistakes
        var levels = content.settings.rules
        levels.isStrict = options.isStrict
        self.levels = levels
        externalLinks = options.collectsLinks ? content.externalLinks() : []
        var diagnostics = levels.apply(to: found)
        self.timeline = timeline
        guard let templates, !diagnostics.containsErrors else {
            self.diagnostics = diagnostics.sortedByPlace()
            output = nil
            pageCount = 0
            return
        }
        let plan = SitePlan(Site(timeline), templates, theme, jobs: options.jobs)
        let (tree, conflicts) = OutputTree.assemble(plan.files)
        diagnostics += conflicts
        self.diagnostics = diagnostics.sortedByPlace()
        output = conflicts.isEmpty ? tree : nil
        pageCount = tree.files.count { $0.path.hasSuffix(".html") }
    }
}

/// Every rule about templates and about the files of a site: what `rules:` may name beside the rules about
/// content.
public let siteRules: [Rule] = Rule.templateRules + [.unreadTemplate, .outputName, .outputConflict]
