import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import dateline

/// The manual page says what `--help` says.
@Suite struct ManualTests {
    /// Roff without its escapes for hyphens and quotes.
    private static func plain(_ roff: String) -> String {
        roff.replacing("\\-", with: "-").replacing("\\(aq", with: "'").replacing("\\(ga", with: "`")
            .replacing("\\(dq", with: "\"").replacing("\\e", with: "\\").replacing("\\[u2026]", with: "…")
            .replacing("\\&", with: "")
    }

    @Test func everyCommandAndEveryOptionIsInIt() throws {
        let run = try TemporaryFolder().run("manual")
        #expect(run.status == 0)
        #expect(run.output.hasPrefix(".TH \"DATELINE\" \"1\" \"\" \"Dateline "))
        let page = Self.plain(run.output)
        let commands = dateline.Dateline.configuration.subcommands.filter {
            $0.configuration.shouldDisplay
        }
        for command in commands {
            let name = command.configuration.commandName ?? ""
            let help = HelpText(dateline.Dateline.helpMessage(for: command, columns: HelpText.unwrapped))
            #expect(page.contains("\n.SS \"dateline \(name)\"\n\(help.abstract)\n"), "\(name)")
            #expect(page.contains(".B \"\(help.usage)\"\n"), "\(name)")
            #expect(help.items.contains { $0.label == "-h, --help" }, "\(name)")
            for item in help.items {
                #expect(!item.text.isEmpty, "\(name) \(item.label)")
                #expect(page.contains(".TP\n.B \"\(item.label)\"\n\(item.text)\n"), "\(name) \(item.label)")
            }
            // Every option of the usage is among them.
            for word in help.usage.matches(of: /--[a-z-]+/) {
                #expect(help.items.contains { $0.label.contains(word.output) }, "\(name) \(word.output)")
            }
        }
    }

    @Test func linesOfHelpAreTakenApart() {
        let help = HelpText(
            """
            OVERVIEW: Does it.

            More of it.

            USAGE: x [--short <a>]

            OPTIONS:
              --short <a>             Text.
              --link-timeout <seconds>
                                      How long. (default: 10)

            """)
        #expect(help.abstract == "Does it.")
        #expect(help.discussion.filter { !$0.isEmpty } == ["More of it."])
        #expect(help.usage == "x [--short <a>]")
        #expect(help.items.map(\.label).first == "--short <a>")
        #expect(help.items.map(\.text).last == "How long. (default: 10)")
    }

    @Test func nothingInATextIsAMacro() {
        var page = RoffText()
        page.line(".x")
        page.line("'y \\ – ")
        page.macro("B", ["a \"b\" -c"])
        page.paragraphs(["Text.", "  set in", "", "On."])
        #expect(
            page.text == #"""
                \&.x
                \&\(aqy \e \[u2013] 
                .B "a \(dqb\(dq \-c"
                Text.
                .RS "4"
                .nf
                set in
                .fi
                .RE
                .P
                On.

                """#)
    }
}
