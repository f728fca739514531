import Diagnostics

/// The ids of one registry, with the diagnostic for an id that is not among them.
struct RegisteredIDs: Sendable {
    let ids: Set<String>
    let noun: String
    let file: String
    let rule: Rule
    private let nearest: NearestNames

    init(_ ids: [String], _ noun: String, in file: String, _ rule: Rule) {
        self.ids = Set(ids)
        nearest = NearestNames { ids }
        self.noun = noun
        self.file = file
        self.rule = rule
    }

    /// Whether ids are checked; an empty registry makes every text a name of its own.
    var areChecked: Bool { !ids.isEmpty }

    /// Returns a diagnostic if a reference has the form of an id that is not registered. Other text is a name of its
    /// own.
    func check(_ reference: Reference, in path: String) -> Diagnostic? {
        guard reference.isWellFormed, areChecked, !ids.contains(reference.id) else { return nil }
        let location = SourceLocation(path, reference.range)
        let fixIts =
            nearest.nearest(to: reference.id)
            .map { [Diagnostic.FixIt.replace(location, with: $0)] }
            ?? [Diagnostic.FixIt("register it in Content/\(file)")]
        return Diagnostic(rule, "'\(reference.id)' is not a registered \(noun)", at: location, fixIts: fixIts)
    }
}
