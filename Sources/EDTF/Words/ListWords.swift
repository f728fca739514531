/// Lists in words.
extension DateLanguage {
    /// Returns the items with "or" or "and" before the last.
    func list(_ items: [String], _ conjunction: DatePhrase) -> String {
        list(items, conjunction, separator: .listSeparator)
    }

    /// Returns items that contain conjunctions themselves, separated by semicolons.
    func clauses(_ items: [String], _ conjunction: DatePhrase) -> String {
        list(items, conjunction == .or ? .orAfterClauses : .andAfterClauses, separator: .clauseSeparator)
    }

    private func list(_ items: [String], _ conjunction: DatePhrase, separator: DatePhrase) -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        let first = items.dropLast().joined(separator: template(separator))
        return fill(conjunction, ["first": first, "last": last])
    }
}
