import ArgumentParser
import Changes
import Diagnostics
import Imports
import SiteRendering
import TimelineModel
import UTF8Text

/// The `dateline` command.
@main
struct Dateline: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dateline",
        abstract: "Builds sourced timeline sites from Markdown.",
        discussion: """
            A site is a folder with Content and, if it has a design of its own, Templates.

            Examples:
              dateline new harbour               a small site to start from
              dateline build                     write the site of this folder to Site
              dateline serve                     show the site in a browser, and update it on every change
              dateline check --format json       list all mistakes as JSON
              dateline changes --since old.json  list what has changed since a publication
              dateline add "Title" --date 2023-09-13 --status confirmed
              dateline import timeline.csv       take over a sheet or JSON of TimelineJS
              dateline date 2023-08-0X/..        explain how a date is understood

            Exit codes: 0 fine, 1 errors in the content, 64 wrong usage, 74 input or output failed.
            """,
        version: version,
        subcommands: [
            NewCommand.self, AddCommand.self, ImportCommand.self, ServeCommand.self, BuildCommand.self,
            CheckCommand.self, ChangesCommand.self, ExportCommand.self, EmbedCommand.self,
            ExplainCommand.self, DateCommand.self, SchemaCommand.self, ManualCommand.self,
        ])

    static let version = "0.1.0"

    /// Parses the command line, runs the command, and exits. The exit code is that of a failure if help or other output
    /// that the user requested cannot be printed.
    static func main() {
        ProcessState.prepare()
        do {
            let arguments = try CommandArguments.read()
            // The parser reads the letters after a single dash as options, `-h` among them: given a title of this form
            // it might print help and succeed. Such a title is refused before it is parsed.
            if let hint = AddCommand.hint(for: arguments) { throw ValidationError(hint) }
            var command = try parseAsRoot(arguments)
            if command is any SiteCommand { try ProcessState.requireFiles() }
            try command.run()
        } catch let failure as CommandArguments.NotUTF8 {
            Console.error("error: argument \(failure.index) is not UTF-8\n")
            exit(withError: ExitCode.validationFailure)
        } catch {
            finish(error)
        }
    }

    /// Prints the message of an error, and exits. Help, the version and completion scripts are errors of this kind,
    /// too.
    private static func finish(_ error: any Error) -> Never {
        let code = exitCode(for: error)
        let text = fullMessage(for: error)
        if text.isEmpty { exit(withError: code) }
        let message = text.ends(with: "\n") ? text : text + "\n"
        guard code == .success else {
            // The message quotes the command line.
            Console.error(message.parts(between: "\n").map { printable(String($0)) }.joined(separator: "\n"))
            exit(withError: code)
        }
        do { try Console.output(message) } catch { exit(withError: error) }
        exit(withError: code)
    }
}

/// All rules, in the order of the listing.
let allRules =
    contentRules + siteRules + editorialRules + linkRules + publicationRules + importRules + changeRules

/// A command that reads or writes a site, and therefore needs a few files open at a time.
protocol SiteCommand: ParsableCommand {}

extension NewCommand: SiteCommand {}
extension AddCommand: SiteCommand {}
extension ImportCommand: SiteCommand {}
extension ServeCommand: SiteCommand {}
extension BuildCommand: SiteCommand {}
extension CheckCommand: SiteCommand {}
extension ChangesCommand: SiteCommand {}
extension ExportCommand: SiteCommand {}
extension EmbedCommand: SiteCommand {}
extension SchemaCommand: SiteCommand {}

extension ExitCode {
    /// The content has errors.
    static let contentErrors = ExitCode(1)
    /// A file could not be read or written (EX_IOERR).
    static let inputOutput = ExitCode(74)
}
