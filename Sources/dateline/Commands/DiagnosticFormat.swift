import ArgumentParser
import Diagnostics

/// The output formats for diagnostics: for people, for editors, for GitHub's view of a change, and for code hosts.
enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, github, sarif

    /// Prints diagnostics: as text to standard error, with their counts at the end; in every other format to standard
    /// output. The text for no diagnostics is empty.
    ///
    /// - Throws: if standard output cannot be written.
    func print(_ diagnostics: [Diagnostic], with printer: inout DiagnosticPrinter) throws {
        switch self {
        case .json: try printer.json(diagnostics) { try Console.output($0) }
        case .github: try Console.output(printer.workflowCommands(diagnostics))
        case .sarif:
            try printer.sarif(diagnostics, rules: allRules, version: Dateline.version) {
                try Console.output($0)
            }
        case .text where !diagnostics.isEmpty:
            Console.error(printer.text(diagnostics) + "\n" + Self.counts(of: diagnostics))
        case .text: break
        }
    }

    /// The number of diagnostics of each severity, and for more than 20 a table by rule.
    private static func counts(of diagnostics: [Diagnostic]) -> String {
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count { $0.severity == .warning }
        let notes = diagnostics.count { $0.severity == .note }
        var line = "\(counted(errors, "error")), \(counted(warnings, "warning"))"
        if notes > 0 { line += ", \(counted(notes, "note"))" }
        guard diagnostics.count > 20 else { return line + "\n" }
        let byRule = Dictionary(grouping: diagnostics, by: \.rule.id).mapValues(\.count)
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let width = byRule.map(\.key.count).max() ?? 0
        let table = byRule.map { id, count in
            "  \(id)\(String(repeating: " ", count: width - id.count))  \(count)\n"
        }
        return line + "; by rule:\n" + table.joined()
            + "`dateline explain RULE` explains what a rule requires and why.\n"
    }
}
