import ArgumentParser
import Diagnostics
import Files
import SiteRendering
import TimelineModel

/// `dateline check`: makes every check of `build`, adds the editorial ones, and writes nothing but repairs that are
/// asked for.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Lists every mistake in content and templates.",
        discussion: """
            Checks everything that a build checks, and editorial rules: contested claims with a single source, \
            claims without a date, forecasts without an outcome, names that resemble each other … \
            `dateline explain` lists all rules; `rules:` in timeline.yml changes their severity.

            --fix repairs what can be read in only one way (quotes around a date, 1911-08-11 for \
            11.8.1911), and shows each repair. --links checks with the program curl whether web addresses \
            can be reached; an address that was reached is not checked again for a week. --since finds \
            dates, statuses and numbers that differ from the dateline.json of the last publication and that no \
            correction names.

            Examples:
              dateline check                     everything, for people
              dateline check --strict            warnings fail as well
              dateline check --fix               make the safe repairs
              dateline check --links             check web addresses as well
              dateline check --since old.json    find changes of facts without a correction
              dateline check --format github     as annotations of a pull request on GitHub
              dateline check --format sarif > dateline.sarif
            """)

    @OptionGroup var site: SiteOptions

    @Flag(help: "Make the safe repairs, and show them.")
    var fix = false

    @Flag(help: "Check whether web addresses can be reached.")
    var links = false

    @Option(
        help: ArgumentHelp(
            "Where reached addresses are kept; by default in the cache folder.", valueName: "dir"))
    var linkCache: String?

    @Option(
        help: ArgumentHelp("The dateline.json of the last publication.", valueName: "file"),
        completion: .file())
    var since: String?

    @Option(help: ArgumentHelp("How long to wait for an answer.", valueName: "seconds"))
    var linkTimeout = 10

    func validate() throws {
        if !(1...600).contains(linkTimeout) {
            throw ValidationError("--link-timeout takes 1 to 600 seconds.")
        }
        if since?.isEmpty == true {
            throw ValidationError("--since takes the dateline.json of a publication.")
        }
        if let linkCache, let reason = OutputLocation.refusal(of: linkCache, source: site.source) {
            throw ValidationError(reason.replacing("--output", with: "--link-cache"))
        }
    }

    func run() throws {
        var options = try site.buildOptions()
        options.isEditorial = true
        options.collectsLinks = links
        if fix { try repair(options) }
        let prepared = try site.prepared(options)
        var diagnostics = prepared.diagnostics
        if links {
            diagnostics += prepared.levels.apply(to: try linkDiagnostics(prepared.externalLinks))
            diagnostics = diagnostics.sortedByLocation()
        }
        if let since, !diagnostics.containsErrors {
            diagnostics += try SiteComparison(since: since, site, reports: false).silentChanges
            diagnostics = diagnostics.sortedByLocation()
        }
        try site.report(diagnostics)
        if diagnostics.containsErrors { throw ExitCode.contentErrors }
        if !site.quiet, site.format == .text {
            let count = prepared.timeline.entries.count
            try Console.output("\(counted(count, "entry", "entries")) checked\n")
        }
    }

    // MARK: Repairs

    /// Makes the safe repairs in files that have not changed since they were read, and prints each as a diff.
    private func repair(_ options: BuildOptions) throws {
        let files = RememberedFileTree(site.files)
        let found = try site.prepared(options, of: files).diagnostics
        var failure: FileFailure?
        for fixes in SafeFixes.of(found) {
            guard let before = files.remembered(fixes.path), let after = fixes.applied(to: before),
                before != after
            else { continue }
            do {
                try ReplacedFile(root: site.source, path: fixes.path, before: before, after: after).write()
            } catch {
                _ = site.fail(error)
                failure = error
                continue
            }
            let diff = UnifiedDiff(site.shown(fixes.path), before: before, after: after).text
            if site.format == .text { try Console.output(diff) } else { Console.error(diff) }
        }
        if failure != nil { throw ExitCode.inputOutput }
    }

    // MARK: Links

    private func linkDiagnostics(_ links: [ExternalLink]) throws -> [Diagnostic] {
        let folder = linkCache ?? LinkCache.standardFolder
        let check = LinkCheck(cache: LinkCache(folder: folder), timeout: linkTimeout)
        let isShown = Console.errorIsTerminal && !site.quiet
        defer { if isShown { Console.error("\r\u{1B}[K") } }
        let results = try check.results(for: links.map(\.url)) { done, total in
            if isShown { Console.error("\r\u{1B}[K\(done) of \(total) addresses") }
        }
        return zip(links, results).compactMap { $1.diagnostic(of: $0) }
    }
}
