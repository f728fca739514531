import ArgumentParser
import Diagnostics
import SiteRendering
import TimelineModel

/// `dateline check`: everything that `build` checks, and nothing written.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Lists every mistake in content and templates.")

    @OptionGroup var site: SiteOptions

    func run() throws {
        let prepared = try site.prepared(try site.buildOptions())
        try site.report(prepared.diagnostics)
        if prepared.diagnostics.containsErrors { throw ExitCode.contentErrors }
        if !site.quiet, site.format == .text {
            let count = prepared.timeline.entries.count
            try Console.output("\(counted(count, "entry", "entries")) checked\n")
        }
    }
}
