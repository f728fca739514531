import ArgumentParser
import Diagnostics
import Files
import TimelineModel

/// `dateline schema`: prints the JSON Schema with which an editor completes and checks YAML.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Prints a JSON Schema of front matter or a data file.",
        discussion: """
            Editors with a YAML language server use it to complete and check. With --ids the schema contains \
            the ids that the site has registered, so that editors offer actors, places, sources and groups too.

            Examples:
              dateline schema entry > .schemas/entry.json
              dateline schema sources > .schemas/sources.json
              dateline schema entry --ids        with the ids of this folder's site

            The first line of a file then names its schema:
              # yaml-language-server: $schema=../.schemas/sources.json
            """)

    @Argument(help: "entry, page, timeline, actors, places or sources.")
    var subject: SchemaSubject

    @Flag(help: "Offer the ids registered for the site.")
    var ids = false

    @Option(help: ArgumentHelp("The folder that contains Content.", valueName: "dir"))
    var source = "."

    func run() throws {
        try Console.output(subject.schema(rules: allRules, ids: ids ? try registeredIDs() : [:]))
    }

    private func registeredIDs() throws -> [String: [String]] {
        do {
            return try SiteNames(DiskFileTree(root: source)).idsByRegistry
        } catch {
            Console.error("error: \(printable(error.path)): \(error.reason)\n")
            throw ExitCode.inputOutput
        }
    }
}

extension SchemaSubject: ExpressibleByArgument {}
