/// How the one who speaks stands to what is said.
public enum Stance: String, CaseIterable, Sendable, Hashable {
    case asserts, confirms, denies, doubts, speculates, expects, estimates, promises, condemns, retracts

    /// True for the stances that are against what they answer.
    public var isAgainst: Bool { self == .denies || self == .doubts }
}
