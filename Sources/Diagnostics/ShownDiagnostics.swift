/// The diagnostics that a person is shown: of a program's slip that is repeated a hundred thousand times the first say it
/// all, and the rest is counted.
struct ShownDiagnostics {
    /// How many of one rule are shown.
    static let mostOfOneRule = 1000

    /// Those that are shown, by place.
    private(set) var first: [Diagnostic] = []
    /// How many of which rules are not, in words.
    let further: [String]

    init(_ diagnostics: [Diagnostic]) {
        var counts: [String: Int] = [:]
        for diagnostic in diagnostics.sortedByPlace() {
            let count = counts[diagnostic.rule.id, default: 0] + 1
            counts[diagnostic.rule.id] = count
            if count <= Self.mostOfOneRule { first.append(diagnostic) }
        }
        further = counts.filter { $0.value > Self.mostOfOneRule }.sorted { isOrdered($0.key, $1.key) }.map {
            "… and \($0.value - Self.mostOfOneRule) more of \($0.key)"
        }
    }
}
