import Foundation
import TestSupport
import Testing

/// The commands of the README do what it says. A test in the browser runs the commands of `console` blocks, which
/// need a served site.
@Suite struct ReadmeTests {
    /// The commands in blocks of shell commands that begin with `dateline`, with their continuation lines.
    static func commands(in readme: String) -> [String] {
        var commands: [String] = []
        var isInBlock = false
        var goesOn = false
        for line in readme.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isInBlock = line.hasPrefix("```sh") && !isInBlock
                goesOn = false
            } else if isInBlock, goesOn, let last = commands.popLast() {
                commands.append(String(last.dropLast()) + line)
                goesOn = line.hasSuffix("\\")
            } else if isInBlock, line.firstMatch(of: #/(^|[|;&]\s*)dateline /#) != nil {
                commands.append(String(line))
                goesOn = line.hasSuffix("\\")
            }
        }
        return commands
    }

    @Test func everyCommandRuns() throws {
        let readme = try String(contentsOf: Repository.root.appending(path: "README.md"), encoding: .utf8)
        let commands = Self.commands(in: readme)
        #expect(commands.count >= 3)
        let site = try TemporaryFolder()
        for folder in ["Content", "Templates"] {
            try site.copy(Repository.root.appending(path: folder), to: folder)
        }
        // The sheet and the table that the section on other programs takes over.
        try site.write(
            "timeline.csv",
            "Year,Month,Day,Headline,Text,Media,Group\n1911,8,11,Harbour closed,<b>No ship</b> enters.,,Shipping\n"
        )
        try site.write("events.csv", "Headline,When\nHarbour open,1911-08-14\n")
        for command in commands {
            let run = try site.shell(command)
            #expect(run.status == 0, "\(command)\n\(run.error)")
        }
    }

    @Test func commandsAreFound() {
        let readme = """
            ```sh
            make site
            dateline build
            dateline add "A title" \\
              --date 1911
            cat dates | dateline date
            # dateline is no command
            ```
            dateline text
            ```yaml
            dateline: x
            ```
            """
        #expect(
            Self.commands(in: readme) == [
                "dateline build", "dateline add \"A title\"   --date 1911", "cat dates | dateline date",
            ])
    }
}
