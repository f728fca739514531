import ArgumentParser
import UTF8Text

/// `dateline manual`: prints the manual page, generated from the commands' help. `make install` installs its output.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Prints the manual page.",
        discussion: """
            The page is written in roff; `make install` installs it.

            Examples:
              dateline manual > dateline.1
              man ./dateline.1
            """,
        shouldDisplay: false)

    func run() throws { try Console.output(ManualPage.text) }
}

/// The manual page in roff's `man` macros (groff_man(7)).
enum ManualPage {
    static var text: String {
        let overview = HelpText(Dateline.helpMessage(columns: HelpText.unwrapped))
        var page = RoffText()
        page.macro("TH", ["DATELINE", "1", "", "Dateline " + Dateline.version, "User Commands"])
        page.macro("SH", ["NAME"])
        page.line(
            "dateline - " + overview.abstract.prefix(1).lowercased()
                + overview.abstract.dropFirst().dropLast())
        page.macro("SH", ["SYNOPSIS"])
        page.macro("B", ["dateline"])
        page.line("<command> [<options>]")
        page.macro("SH", ["DESCRIPTION"])
        page.paragraphs(overview.discussion)
        page.macro("SH", ["COMMANDS"])
        for command in Dateline.configuration.subcommands where command.configuration.shouldDisplay {
            let help = HelpText(Dateline.helpMessage(for: command, columns: HelpText.unwrapped))
            page.macro("SS", ["dateline " + (command.configuration.commandName ?? "")])
            page.line(help.abstract)
            page.macro("P")
            page.macro("B", [help.usage])
            page.paragraphs(help.discussion)
            for item in help.items { page.item(item.label, item.text) }
        }
        page.macro("SH", ["ENVIRONMENT"])
        for (name, text) in variables { page.item(name, text) }
        return page.text
    }

    private static let variables = [
        ("VISUAL, EDITOR", "The program that `add --edit` opens; it may have arguments."),
        ("NO_COLOR, TERM", "Diagnostics are not coloured where NO_COLOR is set, or TERM is dumb."),
        ("XDG_CACHE_HOME", "The folder below which `check --links` keeps reached addresses; else ~/.cache."),
    ]
}

/// The parts of a command's `--help` text.
struct HelpText {
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
            if let rest = line.dropping("OVERVIEW: ") {
                section = "OVERVIEW"
                abstract = String(rest)
            } else if let rest = line.dropping("USAGE: ") {
                section = "USAGE"
                usage = String(rest)
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
                    ? (String(label).trimmed, String(line.dropFirst(Self.column)))
                    : (String(line).trimmed, ""))
        }
    }
}

/// A page in roff.
struct RoffText {
    private(set) var text = ""

    mutating func macro(_ name: String, _ arguments: [String] = []) {
        let quoted = arguments.map { " \"" + Self.escaped($0).replacing("\"", with: "\\(dq") + "\"" }
        text += ".\(name)\(quoted.joined())\n"
    }

    mutating func line(_ line: some StringProtocol) { text += Self.escaped(line) + "\n" }

    mutating func item(_ label: String, _ text: String) {
        macro("TP")
        macro("B", [label])
        line(text)
    }

    /// Writes paragraphs separated by empty lines; indented lines are kept as they are.
    mutating func paragraphs(_ lines: [Substring]) {
        var isSetIn = false
        for line in lines {
            if isSetIn != line.hasPrefix("  ") {
                isSetIn.toggle()
                if isSetIn {
                    macro("RS", ["4"])
                    macro("nf")
                } else {
                    macro("fi")
                    macro("RE")
                }
            }
            if line.isEmpty { macro("P") } else { self.line(isSetIn ? line.dropFirst(2) : line) }
        }
        if isSetIn {
            macro("fi")
            macro("RE")
        }
    }

    /// Escapes text, so that no line is taken for a macro, hyphens can be copied, and other scripts are written by code
    /// point.
    private static func escaped(_ text: some StringProtocol) -> String {
        var result = ""
        if let first = text.first, first == "." || first == "'" { result = "\\&" }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "`": result += "\\(ga"
            case "'": result += "\\(aq"
            case "~": result += "\\(ti"
            case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
            default:
                result += "\\[u" + hexadecimal(scalar.value, atLeast: 4, uppercase: true) + "]"
            }
        }
        return result
    }
}

extension Substring {
    /// The text after a prefix; nil if it does not begin with that prefix.
    fileprivate func dropping(_ start: String) -> Substring? {
        hasPrefix(start) ? dropFirst(start.count) : nil
    }
}
