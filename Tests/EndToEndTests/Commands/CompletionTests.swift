import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import dateline

/// Completion scripts for shells, and schemas for editors.
@Suite struct CompletionTests {
    @Test(arguments: ["bash", "zsh", "fish"])
    func everyShellHasAScript(_ shell: String) throws {
        let run = try TemporaryFolder().run("--generate-completion-script", shell)
        #expect(run.status == 0)
        #expect(run.error == "")
        for word in ["new", "add", "import", "serve", "build", "check", "explain", "date", "schema"] {
            #expect(run.output.contains(word), "\(word)")
        }
    }

    @Test func everyCommandHasExamplesInItsHelp() throws {
        for command in dateline.Dateline.configuration.subcommands {
            let name = command.configuration.commandName ?? ""
            let help = try TemporaryFolder().run(name, "--help").output
            #expect(help.contains("Example"), "\(name)")
            #expect(help.contains("  dateline \(name)"), "\(name)")
        }
    }

    @Test(arguments: ["entry", "page", "timeline", "actors", "places", "sources"])
    func everySchemaIsJSON(_ name: String) throws {
        let run = try TemporaryFolder().run("schema", name)
        #expect(run.status == 0)
        let root = try JSONSerialization.jsonObject(with: Data(run.outputBytes)) as? [String: Any]
        #expect(root?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }

    @Test func theIdsOfASiteAreOffered() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Content/actors.yml", "dockers: {name: Dockers}\n")
        #expect(try site.run("schema", "entry", "--ids").output.contains("{\"enum\":[\"dockers\"]}"))
        #expect(try !site.run("schema", "entry").output.contains("\"dockers\""))
        #expect(
            try site.run("schema", "entry", "--ids").output.contains("{\"enum\":[\"closed\",\"reopened\"]}"))
    }

    @Test func anUnknownSchemaIsWrongUsage() throws {
        #expect(try TemporaryFolder().run("schema", "actor").status == 64)
    }
}
