import ArgumentParser
import Changes
import Diagnostics
import Imports
import TimelineModel
import UTF8Text

/// `dateline explain`: prints the requirement of a rule and its reason.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Explains what a rule requires, and why.",
        discussion: """
            Without arguments, all rules are listed with their severities.

            Examples:
              dateline explain single-source     what it requires, why, and how to change its severity
              dateline explain                   every rule
              dateline explain --format json     the same, for other programs
            """)

    /// The output formats for rules.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(
        help: "The ids of rules, as shown in brackets after a diagnostic.",
        completion: .custom { _, _, _ in allRules.map(\.id) })
    var rules: [String] = []

    @Option(help: "How rules are printed.")
    var format = Format.text

    func validate() throws { _ = try named() }

    func run() throws {
        let named = try named()
        if format == .json {
            try Console.output(Self.json(named.isEmpty ? allRules : named))
        } else if named.isEmpty {
            try Console.output(Self.list)
        } else {
            try Console.output(named.map(Self.text).joined(separator: "\n"))
        }
    }

    private func named() throws -> [Rule] {
        try rules.map { id in
            if let rule = allRules.first(where: { $0.id == id }) { return rule }
            let nearest = nearestName(to: id, among: allRules.map(\.id)).map { "; \($0)?" } ?? ""
            throw ValidationError("'\(id)' is not a rule\(nearest)")
        }
    }

    /// All rules, one on each line, grouped by subject.
    private static var list: String {
        let parts = [
            ("Content", contentRules), ("Editorial, in check alone", editorialRules),
            ("Addresses, in check --links", linkRules),
            ("Templates and files", allRules.filter { $0.isOfSite }),
            ("Imports", importRules), ("Earlier publications", publicationRules + changeRules),
        ]
        let width = allRules.map(\.id.count).max() ?? 0
        return parts.map { title, rules in
            let lines = rules.sorted { $0.id < $1.id }.map { rule in
                let level = rule.severity.rawValue
                return "  " + padded(rule.id, width) + "  " + padded(level, 7) + "  " + rule.explanation
                    + "\n"
            }
            return title + "\n" + lines.joined()
        }.joined(separator: "\n")
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func text(_ rule: Rule) -> String {
        var lines = ["\(rule.id): \(rule.severity.rawValue)", "", "  " + rule.explanation]
        if let reason = rule.reason { lines.append("  " + reason) }
        lines.append("")
        lines.append("  " + rule.scope)
        if importRules.contains(rule) || changeRules.contains(rule) {
            lines.append("  Its severity cannot be changed: it is not about a site.")
        } else if rule.isMandatory {
            lines.append("  Its severity cannot be changed: a site that breaks it cannot be built.")
        } else {
            lines.append("  Change its severity in Content/timeline.yml:  rules: {\(rule.id): off}")
            lines.append("  (error, warning, note or off)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func json(_ rules: [Rule]) -> String {
        var json = JSONText()
        json.array { json in
            for rule in rules {
                json.object { json in
                    json.string("id", rule.id)
                    json.string("severity", rule.severity.rawValue)
                    json.bool("mandatory", rule.isMandatory)
                    json.bool("editorial", editorialRules.contains(rule))
                    json.string("explanation", rule.explanation)
                    json.string("reason", rule.reason)
                }
            }
        }
        json.newline()
        return json.text
    }
}

extension Rule {
    fileprivate var isOfSite: Bool {
        !contentRules.contains(self) && !editorialRules.contains(self) && !linkRules.contains(self)
            && !importRules.contains(self) && !changeRules.contains(self)
            && !publicationRules.contains(self)
    }

    /// A sentence that names the commands which check the rule.
    fileprivate var scope: String {
        if editorialRules.contains(self) { return "It is checked by `dateline check`, and not by a build." }
        if publicationRules.contains(self) { return "dateline check --since looks at it." }
        if linkRules.contains(self) { return "dateline check --links looks at it." }
        if importRules.contains(self) { return "It is about files that `dateline import` reads." }
        if changeRules.contains(self) { return "It is about what `dateline changes` reads and writes." }
        return "It is checked by every build and by `dateline check`."
    }
}
