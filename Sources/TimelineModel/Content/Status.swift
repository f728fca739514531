/// What is known about an entry, or about what a statement says.
public enum Status: String, CaseIterable, Sendable, Hashable {
    /// Acknowledged by the actor, or by both sides.
    case confirmed
    /// Asserted, not acknowledged.
    case claimed
    /// Asserted and denied.
    case disputed
    /// A denial is the event.
    case denied
    case speculated
    /// Announced or predicted; `outcome` says what came of it.
    case expected
    case retracted
    /// Nobody has assessed it.
    case unrated
}
