/// The kind of an entry: an event that happened, or a statement that was made.
public enum EntryKind: String, CaseIterable, Sendable, Hashable {
    case event, statement
}

/// The result of something that was expected.
public enum OutcomeResult: String, CaseIterable, Sendable, Hashable {
    /// It happened, it did not happen, or it is undecided.
    case happened, unfulfilled, open
}

/// The kind of an actor.
public enum ActorKind: String, CaseIterable, Sendable, Hashable {
    case person, state, organisation, agency, vessel, rocket, satellite, other
}
