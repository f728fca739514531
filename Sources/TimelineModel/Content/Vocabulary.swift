/// Whether an entry tells what happened, or that something was said.
public enum EntryKind: String, CaseIterable, Sendable, Hashable {
    case event, statement
}

/// What came of what was expected.
public enum OutcomeResult: String, CaseIterable, Sendable, Hashable {
    case happened, unfulfilled, open
}

/// What an actor is.
public enum ActorKind: String, CaseIterable, Sendable, Hashable {
    case person, state, organisation, agency, vessel, rocket, satellite, other
}
