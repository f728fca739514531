/// The severity of a diagnostic. Errors stop a build; warnings do so only if the user asks for it.
public enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
    /// From a remark that asks for no change to a mistake that stops a build.
    case note, warning, error

    /// Whether a severity is lower than another.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}
