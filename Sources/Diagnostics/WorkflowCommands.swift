import UTF8Text

extension DiagnosticPrinter {
    /// The diagnostics as GitHub's workflow commands, which it shows beside the lines of a change:
    /// `::error file=…,line=…,col=…,title=…::summary`.
    ///
    /// The fix and the rule's explanation follow the summary. `endColumn` is written only for a location within one
    /// line, as GitHub requires. At most 1000 of one rule are shown, and the others counted.
    public mutating func workflowCommands(_ diagnostics: [Diagnostic]) -> String {
        let shown = ShownDiagnostics(diagnostics)
        return shown.first.map { workflowCommand($0) }.joined()
            + shown.further.map { "::notice::\(Self.escapedMessage($0))\n" }.joined()
    }

    private mutating func workflowCommand(_ diagnostic: Diagnostic) -> String {
        let location = diagnostic.location
        let start = position(location.path, location.range.lowerBound)
        let end = position(location.path, location.range.upperBound)
        var properties = [
            ("file", location.path), ("line", String(start.line)), ("endLine", String(end.line)),
            ("col", String(start.column)),
        ]
        if start.line == end.line, end.column > start.column {
            properties.append(("endColumn", String(end.column)))
        }
        properties.append(("title", diagnostic.rule.id))
        let lines =
            [diagnostic.summary] + diagnostic.fixIts.map { "fix: " + $0.summary }
            + ["rule: " + diagnostic.rule.explanation]
        // The log interprets control characters as a terminal does.
        let written = properties.map { "\($0.0)=\(Self.escapedProperty(printable($0.1)))" }.joined(
            separator: ",")
        let shown = lines.flatMap { $0.parts(between: "\n") }.map { printable(String($0)) }
        let message = Self.escapedMessage(shown.joined(separator: "\n"))
        return "::\(Self.command(diagnostic.severity)) \(written)::\(message)\n"
    }

    private static func command(_ severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
    }

    /// Escapes a command's message (actions/toolkit, `escapeData`).
    private static func escapedMessage(_ text: String) -> String {
        escaped(text, "%\r\n")
    }

    /// Escapes the value of a property, which also ends at a comma or a colon (`escapeProperty`).
    private static func escapedProperty(_ text: String) -> String {
        escaped(text, "%\r\n:,")
    }

    private static func escaped(_ text: String, _ reserved: String) -> String {
        text.unicodeScalars.map { scalar in
            reserved.unicodeScalars.contains(scalar) ? percentTriple(UInt8(ascii: scalar)) : String(scalar)
        }.joined()
    }
}
