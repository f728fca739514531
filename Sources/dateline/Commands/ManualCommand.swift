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

    func run() throws {
        guard let items = CommandItems() else {
            Console.error("error: the argument parser describes the commands in a form that is not known\n")
            throw ExitCode.inputOutput
        }
        try Console.output(ManualPage.text(items))
    }
}

/// The manual page in roff's `man` macros (groff_man(7)).
enum ManualPage {
    static func text(_ items: CommandItems) -> String {
        let overview = Dateline.configuration
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
        for command in overview.subcommands where command.configuration.shouldDisplay {
            let name = command.configuration.commandName ?? ""
            page.macro("SS", ["dateline " + name])
            page.line(command.configuration.abstract)
            page.macro("P")
            page.macro("B", [Dateline.usageString(for: command)])
            if !command.configuration.discussion.isEmpty {
                page.macro("P")
                page.paragraphs(command.configuration.discussion)
            }
            for item in items[name] { page.item(item.label, item.text) }
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
    mutating func paragraphs(_ text: String) {
        var isSetIn = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
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
