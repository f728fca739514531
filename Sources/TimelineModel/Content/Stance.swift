/// A speaker's position on the content of a claim.
public enum Stance: String, CaseIterable, Sendable, Hashable {
    /// The positions, named by the verb in "the speaker …".
    case asserts, confirms, denies, doubts, speculates, expects, estimates, promises, condemns, retracts

    /// Whether the stance opposes the claim that it answers.
    public var isAgainst: Bool { self == .denies || self == .doubts }

    /// Whether the speaker says that something is so or has happened.
    public var isAsserting: Bool {
        switch self {
        case .asserts, .confirms, .estimates, .condemns: true
        case .denies, .doubts, .speculates, .expects, .promises, .retracts: false
        }
    }
}
