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

    @Test func theDescriptionOfCommandsIsTakenApart() throws {
        let json = """
            {"serializationVersion": 0, "command": {"commandName": "x", "subcommands": [{"commandName": "y", "arguments": [
              {"kind": "option", "shouldDisplay": true, "valueName": "n", "abstract": "How \\"long\\" \\u2026",
               "names": [{"kind": "long", "name": "time"}, {"kind": "short", "name": "t"}],
               "allValues": ["1", "10"], "defaultValue": "10"},
              {"kind": "flag", "shouldDisplay": false, "names": [{"kind": "long", "name": "hidden"}]},
              {"kind": "flag", "shouldDisplay": true, "valueName": "fast", "defaultValue": "on",
               "names": [{"kind": "longWithSingleDash", "name": "fast"}]},
              {"kind": "positional", "shouldDisplay": true, "valueName": "dir", "abstract": "A folder.",
               "discussion": "It is made."}
            ]}]}}
            """
        let items = try #require(CommandItems(json: json))
        #expect(
            items["y"] == [
                .init(label: "<dir>", text: "A folder. It is made."),
                .init(label: "-t, --time <n>", text: "How \"long\" … (values: 1, 10; default: 10)"),
                .init(label: "-fast", text: "(default: on)"),
            ])
        #expect(items["x"] == [])
        #expect(CommandItems(json: json.replacing("Version\": 0", with: "Version\": 1")) == nil)
        #expect(CommandItems(json: "Usage: x") == nil)
        #expect(CommandItems(json: String(json.dropLast())) == nil)
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
        page.paragraphs("Text.\n  set in\n\nOn.")
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

/// The parts of a command's `--help` text, read from the output rather than from the source of the manual page.
private struct HelpText {
    /// A width in columns that exceeds every paragraph, so that nothing is wrapped.
    static let unwrapped = 100_000
    /// The column at which the text of an argument or option begins.
    private static let column = 26

    private(set) var abstract = ""
    private(set) var discussion: [Substring] = []
    private(set) var usage = ""
    /// The arguments and options.
    private(set) var items: [(label: String, text: String)] = []

    init(_ help: String) {
        var section = ""
        for line in help.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("OVERVIEW: ") {
                section = "OVERVIEW"
                abstract = String(line.dropFirst("OVERVIEW: ".count))
            } else if line.hasPrefix("USAGE: ") {
                section = "USAGE"
                usage = String(line.dropFirst("USAGE: ".count))
            } else if line.hasSuffix(":"), line.dropLast().allSatisfy({ $0.isUppercase }) {
                section = String(line.dropLast())
            } else if section == "OVERVIEW" {
                discussion.append(line)
            } else if section == "ARGUMENTS" || section == "OPTIONS" {
                add(line)
            }
        }
    }

    /// Adds a line of an argument or option. A label and its text share one line, unless the label is too long.
    private mutating func add(_ line: Substring) {
        let blanks = line.prefix { $0 == " " }.count
        if blanks == Self.column, let last = items.indices.last {
            items[last].text = String(line.dropFirst(blanks))
        } else if blanks == 2 {
            let label = line.prefix(Self.column)
            let isShared = label.count == Self.column && label.last == " "
            items.append(
                isShared
                    ? (label.trimmingCharacters(in: .whitespaces), String(line.dropFirst(Self.column)))
                    : (line.trimmingCharacters(in: .whitespaces), ""))
        }
    }
}
