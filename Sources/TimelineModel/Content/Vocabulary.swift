/// The kind of an entry: an event that happened, or a statement that was made.
public enum EntryKind: String, CaseIterable, Sendable, Hashable {
    /// Something that happened, or words said in public.
    case event, statement
}

/// The result of something that was expected.
public enum OutcomeResult: String, CaseIterable, Sendable, Hashable {
    /// It happened, it did not happen, or it is undecided.
    case happened, unfulfilled, open
}

/// The kind of an actor.
public enum ActorKind: String, CaseIterable, Sendable, Hashable {
    /// The kinds of actors; `other` is for those that none of the rest fits.
    case person, state, organisation, agency, vessel, rocket, satellite, other
}
