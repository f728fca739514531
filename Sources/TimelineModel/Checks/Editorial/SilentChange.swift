import Diagnostics

/// A date, a status or a number that differs from the last publication, although no correction names it.
public struct SilentChange: Sendable, Hashable {
    /// The slug of the entry.
    public var entry: String
    /// The key of the value: `date`, `status`, `content_status` or `quantities`.
    public var key: String
    /// The label of a number; nil for other values.
    public var part: String?
    /// The value in the last publication.
    public var was: String
    /// The value since; nil if it is gone.
    public var now: String?

    /// Creates a silent change.
    public init(entry: String, key: String, part: String? = nil, was: String, now: String?) {
        self.entry = entry
        self.key = key
        self.part = part
        self.was = was
        self.now = now
    }
}

extension Timeline {
    /// Returns a diagnostic for each silent change, located at the present value.
    public func diagnostics(of changes: [SilentChange]) -> [Diagnostic] {
        changes.compactMap { change in
            guard let entry = entry(change.entry) else { return nil }
            let name = change.part.map { "\(change.key) '\($0)'" } ?? change.key
            let now = change.now.map { "is '\($0)'" } ?? "is gone"
            return Diagnostic(
                .changedWithoutCorrection, "\(name) was '\(change.was)' in the last publication, and \(now)",
                at: SourceLocation(entry.path, entry.range(of: change)),
                fixIts: [Diagnostic.FixIt("add a correction that names it, or restore the value")])
        }
    }
}

extension Entry {
    /// The range of a changed value; that of the title if it is gone.
    fileprivate func range(of change: SilentChange) -> Range<Int> {
        let range =
            switch change.key {
            case "date": fields.date.range
            case "status": fields.status?.range
            case "content_status": fields.contentStatus?.range
            default: fields.quantities.first { $0.label == change.part }?.range
            }
        return range.flatMap { $0.isEmpty ? nil : $0 } ?? fields.title.range
    }
}

/// The rules that only a comparison with an earlier publication applies.
public let publicationRules: [Rule] = [.changedWithoutCorrection]

extension Rule {
    static let changedWithoutCorrection = Rule(
        "changed-without-correction", .warning,
        "A date, status or number that was published is changed with a correction that names it.",
        because: "Readers who cited the old value can otherwise not learn that it was wrong.")
}
