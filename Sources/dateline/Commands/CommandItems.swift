import ArgumentParser
import TimelineModel

/// The arguments and options of the commands, as the argument parser describes them.
///
/// The description is the JSON of `--experimental-dump-help`, on which the library's own plugin for manual pages rests.
/// It is had within the process: parsing that option throws a request, whose message is the JSON. swift-argument-parser
/// 1.8.2 offers it in no other form: its type `ToolInfoV0` belongs to the target ArgumentParserToolInfo, which is in no
/// product, and `_dumpHelp()` returns the same text.
struct CommandItems {
    /// An argument or option, as `--help` shows it.
    struct Item: Equatable {
        /// How it is written: `-h, --help`, `--source <dir>`, `<title>`.
        var label: String
        /// What it is, with its values and its default.
        var text: String
    }

    /// The items of each command, arguments first, by the command's name.
    private let items: [String: [Item]]

    /// Reads the description of all commands; nil if the argument parser gives another one than expected.
    init?() {
        do {
            _ = try Dateline.parseAsRoot(["--experimental-dump-help"])
            return nil
        } catch {
            self.init(json: Dateline.message(for: error))
        }
    }

    init?(json: String) {
        guard let tool = JSONTree(parsing: json), tool["serializationVersion"]?.text == "0",
            let commands = tool["command"]?["subcommands"]?.elements
        else { return nil }
        items = Dictionary(
            commands.map { ($0["commandName"]?.text ?? "", Self.items($0["arguments"]?.elements ?? [])) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The items of a command; none for one that does not exist.
    subscript(command: String) -> [Item] { items[command] ?? [] }

    private static func items(_ arguments: [JSONTree]) -> [Item] {
        let shown = arguments.filter { $0["shouldDisplay"]?.text == "true" }
        let positional = shown.filter { $0["kind"]?.text == "positional" }
        let named = shown.filter { $0["kind"]?.text != "positional" }
        return (positional + named).map { Item(label: label($0), text: text($0)) }
    }

    private static func label(_ argument: JSONTree) -> String {
        let value = "<" + (argument["valueName"]?.text ?? "") + ">"
        let kind = argument["kind"]?.text
        if kind == "positional" { return value }
        let names = argument["names"]?.elements ?? []
        // As in the help text, names of one letter come first.
        let ordered =
            names.filter { $0["kind"]?.text == "short" } + names.filter { $0["kind"]?.text != "short" }
        let written = ordered.map { ($0["kind"]?.text == "long" ? "--" : "-") + ($0["name"]?.text ?? "") }
        return written.joined(separator: ", ") + (kind == "option" ? " " + value : "")
    }

    private static func text(_ argument: JSONTree) -> String {
        let values = (argument["allValues"]?.elements ?? []).compactMap(\.text)
        let facts = [
            values.isEmpty ? nil : "values: " + values.joined(separator: ", "),
            argument["defaultValue"]?.text.map { "default: " + $0 },
        ].compactMap(\.self)
        let texts = [
            argument["abstract"]?.text, argument["discussion"]?.text,
            facts.isEmpty ? nil : "(" + facts.joined(separator: "; ") + ")",
        ]
        return texts.compactMap(\.self).joined(separator: " ")
    }
}
