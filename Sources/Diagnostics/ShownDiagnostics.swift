import UTF8Text

/// The diagnostics that a person is shown. If a generator repeats one mistake a hundred thousand times, the first ones
/// suffice, and the others are counted.
struct ShownDiagnostics {
    /// The number of diagnostics shown for one rule.
    static let mostOfOneRule = 1000

    /// The diagnostics that are shown, in printing order.
    private(set) var first: [Diagnostic] = []
    /// One line for each rule with hidden diagnostics, with their number.
    let further: [String]

    init(_ diagnostics: [Diagnostic]) {
        var counts: [String: Int] = [:]
        for diagnostic in diagnostics.sortedByLocation() {
            let count = counts[diagnostic.rule.id, default: 0] + 1
            counts[diagnostic.rule.id] = count
            if count <= Self.mostOfOneRule { first.append(diagnostic) }
        }
        further = counts.filter { $0.value > Self.mostOfOneRule }.sorted { isOrdered($0.key, $1.key) }.map {
            "… and \($0.value - Self.mostOfOneRule) more of \($0.key)"
        }
    }
}
