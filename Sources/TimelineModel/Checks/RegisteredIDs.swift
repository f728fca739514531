import Diagnostics

/// The ids of one registry, and what to say of an id that is not among them.
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

    /// False where the registry holds nothing: every text then stands for itself.
    var areChecked: Bool { !ids.isEmpty }

    /// An id must be registered where the registry holds anything; other text stands for itself.
    func check(_ reference: Reference, in path: String) -> Diagnostic? {
        guard reference.isWellFormed, areChecked, !ids.contains(reference.id) else { return nil }
        let place = SourceLocation(path, reference.range)
        let fixIts =
            nearest.nearest(to: reference.id)
            .map { [Diagnostic.FixIt.replace(place, with: $0)] }
            ?? [Diagnostic.FixIt("register it in Content/\(file)")]
        return Diagnostic(rule, "'\(reference.id)' is no registered \(noun)", at: place, fixIts: fixIts)
    }
}
