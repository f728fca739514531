import ArgumentParser
import Diagnostics
import SiteRendering
import TimelineModel

/// `dateline check`: everything that `build` checks, what an editor would ask, and nothing written.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Lists every mistake in content and templates.",
        discussion: """
            Everything that a build checks, and editorial rules: contested claims with a single source, \
            claims without a date, forecasts that nobody looked at again, names that are close to another … \
            `dateline explain` lists them all; `rules:` in timeline.yml weighs them.

            Examples:
              dateline check                     everything, for people
              dateline check --strict            warnings fail, too
              dateline check --format github     beside the lines of a change on GitHub
              dateline check --format sarif > dateline.sarif
            """)

    @OptionGroup var site: SiteOptions

    func run() throws {
        var options = try site.buildOptions()
        options.isEditorial = true
        let prepared = try site.prepared(options)
        try site.report(prepared.diagnostics)
        if prepared.diagnostics.containsErrors { throw ExitCode.contentErrors }
        if !site.quiet, site.format == .text {
            let count = prepared.timeline.entries.count
            try Console.output("\(counted(count, "entry", "entries")) checked\n")
        }
    }
}
