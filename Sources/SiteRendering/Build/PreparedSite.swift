import Diagnostics
import EDTF
import TimelineModel

extension FingerprintedFileTree {
    /// What stands for a build with its options; nil where a file cannot be read, or nothing can be told of the program.
    public func fingerprint(_ options: BuildOptions) -> Fingerprint? {
        fingerprint(
            options: [
                "\(options.includesDrafts)", "\(options.isStrict)", options.asOf?.iso ?? "",
                options.baseURL ?? "",
            ], jobs: options.jobs)
    }
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
    ///
    /// - Parameter changes: the paths of all files that have changed since the last build that the cache knows;
    ///   nil where that is not known.
    public init(
        _ files: any FileTree, _ options: BuildOptions, reusing cache: inout BuildCache?,
        after changes: [String]? = nil
    ) throws(FileFailure) {
        if let changes, let base = try cache?.lastBuild(rewriting: changes, in: files) {
            self.init(base, options, &cache)
        } else {
            let base = try Self.base(files, options, &cache)
            self.init(base, options, &cache)
        }
    }

    private init(_ base: SiteBase, _ options: BuildOptions, _ cache: inout BuildCache?) {
        options.clock?.build(begins: .planning)
        var base = base
        timeline = base.told.timeline
        var levels = timeline.settings.rules
        levels.isStrict = options.isStrict
        self.levels = levels
        externalLinks = base.externalLinks
        var diagnostics = levels.apply(to: base.diagnostics)
        if !diagnostics.containsErrors, let (tree, conflicts) = base.output(jobs: options.jobs) {
            let weighed = levels.apply(to: conflicts)
            diagnostics += weighed
            output = weighed.containsErrors ? nil : tree
            pageCount = tree.files.indices.count { PagePath.isPage(tree.files[$0].path) }
        } else {
            output = nil
            pageCount = 0
        }
        self.diagnostics = diagnostics.sortedByPlace()
        cache?.last = base
        options.clock?.build(begins: nil)
    }

    /// Reads and checks everything.
    private static func base(
        _ files: any FileTree, _ options: BuildOptions, _ cache: inout BuildCache?
    ) throws(FileFailure) -> SiteBase {
        options.clock?.build(begins: .reading)
        let reader = ContentReader(
            files, jobs: options.jobs, includesDrafts: options.includesDrafts,
            furtherRules: siteRules)
        var known = cache?.content
        var (content, found) = try reader.read(reusing: &known)
        if let known { cache?.content = known }
        if let baseURL = options.baseURL { content.settings.baseURL = baseURL }
        options.clock?.build(begins: .checking)
        let told = CheckedTimeline(
            content, read: found, asOf: options.asOf, showsLater: options.showsLater, jobs: options.jobs)
        let editorial =
            options.isEditorial
            ? content.checkEditorially(
                leftOut: told.timeline.leftOut, asOf: told.timeline.asOf, jobs: options.jobs) : []
        options.clock?.build(begins: .compiling)
        let theme = try Theme(files)
        let (templates, mistakes) = cache?.templates(of: theme) ?? PageTemplates.compile(theme)
        return SiteBase(
            told, theme, templates, further: editorial + mistakes,
            externalLinks: options.collectsLinks ? content.externalLinks() : [],
            namesCarryFingerprints: options.namesCarryFingerprints)
    }
}

/// Every rule about templates and about the files of a site: what `rules:` may name beside the rules about
/// content.
public let siteRules: [Rule] =
    Rule.templateRules + [
        .unreadTemplate, .templateMissingAnchor, .outputName, .outputConflict, .unportableName,
    ]
