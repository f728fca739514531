/// The marks of an entry in a view of an earlier day.
public struct KnownMarks: Sendable, Hashable {
    /// Whether the entry was only possibly known by that day, because its dates are vague.
    public var isOnlyPossiblyKnown = false
    /// Whether texts that rest on what was said later were left out.
    public var leavesOutText = false
    /// Whether the title is today's although the entry has later claims.
    public var hasTitleOfToday = false
}
