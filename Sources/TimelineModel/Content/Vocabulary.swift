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

/// Whether an entry tells what happened, or that something was said.
public enum EntryKind: String, CaseIterable, Sendable, Hashable {
    case event, statement
}

/// How the one who speaks stands to what is said.
public enum Stance: String, CaseIterable, Sendable, Hashable {
    case asserts, confirms, denies, doubts, speculates, expects, estimates, promises, condemns, retracts

    /// True for the stances that are against what they answer.
    public var isAgainst: Bool { self == .denies || self == .doubts }
}

/// What came of what was expected.
public enum OutcomeResult: String, CaseIterable, Sendable, Hashable {
    case happened, unfulfilled, open
}

/// How a route was travelled.
public enum TravelMode: String, CaseIterable, Sendable, Hashable {
    case sea, rail, road, air
}

/// What an actor is.
public enum ActorKind: String, CaseIterable, Sendable, Hashable {
    case person, state, organisation, agency, vessel, rocket, satellite, other
}
