/// Texts in cells of tables, which spreadsheets must not compute (OWASP, "CSV Injection").
public enum FormulaGuard {
    /// Whether a spreadsheet would compute a text, because it begins with a sign of formulas. A text that begins with the
    /// apostrophe that guards the others counts as well, so that the guard can be removed again.
    public static func isNeeded(for text: some StringProtocol) -> Bool { isNeeded(at: text.utf8.first) }

    /// Whether ``isNeeded(for:)`` holds for a text with this first byte; nil for an empty text.
    package static func isNeeded(at first: UInt8?) -> Bool {
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
            UInt8(ascii: "\r"), UInt8(ascii: "'"):
            true
        default: false
        }
    }

    /// Returns the text of a cell that was written with an apostrophe before it, if it needed one.
    public static func unguarded(_ cell: String) -> String {
        guard cell.utf8.first == UInt8(ascii: "'") else { return cell }
        let text = cell.dropFirst()
        return isNeeded(for: text) ? String(text) : cell
    }
}
