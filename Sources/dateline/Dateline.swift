import ArgumentParser
import Diagnostics
import SiteRendering
import TimelineModel

/// The `dateline` command.
@main
struct Dateline: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dateline",
        abstract: "Builds sourced timeline sites from Markdown.",
        discussion: """
            A site is a folder with Content and, if its looks are its own, Templates.

            Examples:
              dateline new harbour               a small site to start from
              dateline build                     write the site of this folder to Site
              dateline serve                     show it in a browser, and follow every change
              dateline check --format json       list every mistake, for an editor
              dateline add "Title" --date 2023-09-13 --status confirmed
              dateline date 2023-08-0X/..        explain how a date is read

            Exit codes: 0 fine, 1 errors in the content, 64 wrong usage, 74 input or output failed.
            """,
        version: version,
        subcommands: [
            NewCommand.self, AddCommand.self, ServeCommand.self, BuildCommand.self, CheckCommand.self,
            ExplainCommand.self, DateCommand.self, SchemaCommand.self, ManualCommand.self,
        ])

    static let version = "0.1.0"
}

/// Every rule that there is, in the order of the listing.
let allRules = contentRules + siteRules + editorialRules + linkRules

extension ExitCode {
    /// There are errors in the content.
    static let contentErrors = ExitCode(1)
    /// Something could not be read or written (EX_IOERR).
    static let inputOutput = ExitCode(74)
}
