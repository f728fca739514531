import ArgumentParser
import Diagnostics
import Files
import TimelineModel

/// `dateline schema`: prints the JSON Schema with which an editor completes and checks YAML.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Prints a JSON Schema of front matter, a data file or an export.",
        discussion: """
            Editors with a YAML language server use it to complete and check. With --ids the schema contains \
            the ids that the site has registered, so that editors offer actors, places, sources and groups too.

            Examples:
              dateline schema entry > .schemas/entry.json
              dateline schema sources > .schemas/sources.json
              dateline schema entry --ids        with the ids of this folder's site
              dateline schema export             of dateline.json; its $defs/entry is that of a record

            The first line of a file then names its schema:
              # yaml-language-server: $schema=../.schemas/sources.json
            """)

    @Argument(help: "entry, page, timeline, actors, places, sources or changes, or export.")
    var subject: Subject

    /// What a schema can describe: a file that authors write, or the file that holds the whole content.
    enum Subject: ExpressibleByArgument {
        case written(SchemaSubject)
        case export

        init?(argument: String) {
            if argument == Self.exportName {
                self = .export
            } else if let subject = SchemaSubject(rawValue: argument) {
                self = .written(subject)
            } else {
                return nil
            }
        }

        static var allValueStrings: [String] { SchemaSubject.allCases.map(\.rawValue) + [exportName] }

        private static let exportName = "export"
    }

    @Flag(help: "Offer the ids registered for the site.")
    var ids = false

    @Option(help: ArgumentHelp("The folder that contains Content.", valueName: "dir"))
    var source = "."

    func run() throws {
        switch subject {
        case .written(let subject):
            try Console.output(subject.schema(rules: allRules, ids: ids ? try registeredIDs() : [:]))
        case .export: try Console.output(ExportSchema.text())
        }
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
