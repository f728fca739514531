/// The state of knowledge about an entry, or about the content of a statement.
public enum Status: String, CaseIterable, Sendable, Hashable {
    /// Acknowledged by the actor, or by both sides.
    case confirmed
    /// Asserted, not acknowledged.
    case claimed
    /// Asserted and denied.
    case disputed
    /// Denied: the denial itself is the event.
    case denied
    /// Supposed by observers, and asserted by nobody.
    case speculated
    /// Announced or predicted; `outcome` says what came of it.
    case expected
    /// Taken back by those who asserted it.
    case retracted
    /// Nobody has assessed it.
    case unrated
}
