import CardDrawing
import Diagnostics
import EDTF
import Files
import SiteOutput
import Templates
import TimelineModel
import UTF8Text

extension FingerprintedFileTree {
    /// Returns a fingerprint of everything that a build depends on: the files, the options and the program.
    ///
    /// - Returns: nil if a file cannot be read, or if the running program cannot be identified.
    public func fingerprint(_ options: BuildOptions) -> Fingerprint? {
        fingerprint(
            options: [
                "\(options.includesDrafts)", "\(options.isStrict)", options.asOf?.iso ?? "",
                options.knownOn?.iso ?? "",
                options.baseURL ?? "", "\(options.compresses)",
            ], jobs: options.jobs)
    }
}

extension BuildOptions {
    /// The fingerprint of the libraries that draw cards and of the installed fonts; nil if no card can be drawn.
    public var surroundings: Fingerprint? { (try? press.pictures())?.surroundings }
}

/// A site that has been read, checked and planned, but not yet written.
public struct PreparedSite: Sendable {
    /// The timeline of the site's content, whether or not it has errors.
    public let timeline: Timeline
    /// Every file of the site; nil if there are errors.
    public let output: OutputTree?
    /// All diagnostics, with the severities that the site's settings give them, in the order of their locations.
    public let diagnostics: [Diagnostic]
    /// The number of files that are pages; 0 if no file could be planned.
    public let pageCount: Int
    /// The web addresses that the content names; empty unless ``BuildOptions/collectsLinks`` is set.
    public let externalLinks: [ExternalLink]
    /// The fingerprint of what the output uses of this system: fonts and the libraries that draw. Nil if it uses nothing.
    public let surroundings: Fingerprint?
    /// What other sites can show of the site; nil if there are errors.
    public let embedding: Embedding?
    /// The severities that the site's settings give to rules, for diagnostics that are found later.
    public let levels: RuleLevels

    /// Reads and checks a site: first its content, then its templates. No page is rendered and no file is written.
    ///
    /// - Throws: if the operating system does not allow a file to be read.
    public init(_ files: any FileTree, _ options: BuildOptions) throws(FileFailure) {
        var cache: BuildCache?
        try self.init(files, options, reusing: &cache)
    }

    /// Reads and checks a site, and reuses the results of earlier builds for files that have not changed.
    ///
    /// - Parameters:
    ///   - cache: the state of earlier builds, which is updated; nil if no state is to be kept.
    ///   - changes: the paths of all files that have changed since the last build in the cache; nil if unknown.
    /// - Throws: if the operating system does not allow a file to be read.
    public init(
        _ files: any FileTree, _ options: BuildOptions, reusing cache: inout BuildCache?,
        after changes: [String]? = nil
    ) throws(FileFailure) {
        if options.knownOn == nil, let changes, let base = try cache?.lastBuild(rewriting: changes, in: files)
        {
            self.init(base, options, &cache)
        } else {
            let base = try Self.base(files, options, &cache, after: changes)
            self.init(base, options, &cache)
        }
    }

    /// Plans the files of a site that has been read.
    private init(_ base: SiteBase, _ options: BuildOptions, _ cache: inout BuildCache?) {
        options.clock?.build(begins: .planning)
        var base = base
        timeline = base.timeline
        var levels = timeline.settings.rules
        levels.isStrict = options.isStrict
        self.levels = levels
        externalLinks = base.externalLinks
        var diagnostics = levels.apply(to: base.diagnostics)
        surroundings = timeline.settings.hasCards && options.checksCards ? options.surroundings : nil
        if !diagnostics.containsErrors, let made = base.output(press: options.press, jobs: options.jobs) {
            let cards = options.checksCards ? timeline.cardDiagnostics(options.press) : []
            let weighed = levels.apply(to: made.diagnostics + cards)
            diagnostics += weighed
            output = weighed.containsErrors ? nil : made.tree
            pageCount = made.pageCount
        } else {
            output = nil
            pageCount = 0
        }
        embedding = output == nil ? nil : base.embedding
        self.diagnostics = diagnostics.sortedByLocation()
        cache?.last = base
        options.clock?.build(begins: nil)
    }

    /// Reads and checks everything.
    private static func base(
        _ files: any FileTree, _ options: BuildOptions, _ cache: inout BuildCache?, after changes: [String]?
    ) throws(FileFailure) -> SiteBase {
        options.clock?.build(begins: .reading)
        let reader = ContentReader(
            files, jobs: options.jobs, includesDrafts: options.includesDrafts,
            furtherRules: siteRules, spool: options.spool, exports: options.exports)
        var known = cache?.content
        var (content, found) = try reader.read(reusing: &known, after: changes)
        if let known { cache?.content = known }
        content.settings.wholeURL = content.settings.baseURL
        if let baseURL = options.baseURL { content.settings.baseURL = baseURL }
        options.clock?.build(begins: .checking)
        let told = CheckedTimeline(
            content, read: found, asOf: options.asOf, showsLater: options.showsLater, jobs: options.jobs,
            after: changes.flatMap { changes in cache?.last.map { ($0.told, changes) } })
        let editorial =
            options.isEditorial
            ? content.checkEditorially(
                leftOut: told.timeline.leftOut, asOf: told.timeline.asOf, jobs: options.jobs) : []
        let view = options.knownOn.map { day in
            Timeline(
                content.known(on: day, in: told.timeline), asOf: options.asOf, showsLater: options.showsLater)
        }
        options.clock?.build(begins: .compiling)
        let theme = try Theme(files)
        let (templates, mistakes) = cache?.templates(of: theme) ?? PageTemplates.compile(theme)
        return SiteBase(
            told, view: view, theme, templates, further: editorial + mistakes,
            externalLinks: options.collectsLinks ? content.externalLinks() : [],
            namesCarryFingerprints: options.namesCarryFingerprints, after: cache?.last)
    }
}

/// Every rule about templates and about the files of a site. A site's `rules:` setting may name these beside the
/// rules about content.
public let siteRules: [Rule] =
    Rule.templateRules + [
        .unreadTemplate, .templateMissingAnchor, .exportLoss, .exportWithoutAddress, .cardLibrary,
        .cardGlyphs,
    ] + outputRules
