import Diagnostics

/// The diagnostics about one entry, collected by its checks.
struct EntryFindings {
    let path: String
    private(set) var diagnostics: [Diagnostic] = []

    init(path: String) {
        self.path = path
    }

    mutating func report(
        _ rule: Rule, _ summary: String, _ range: Range<Int>, notes: [Diagnostic.Note] = [],
        fixIts: [Diagnostic.FixIt] = []
    ) {
        let location = SourceLocation(path, range)
        diagnostics.append(Diagnostic(rule, summary, at: location, notes: notes, fixIts: fixIts))
    }

    mutating func add(_ diagnostic: Diagnostic?) {
        if let diagnostic { diagnostics.append(diagnostic) }
    }
}
