/// The numbers of files that a build wrote, left unchanged and removed.
public struct WriteSummary: Hashable, Sendable {
    /// The number of new and changed files.
    public var written = 0
    /// The number of files that already had the right bytes.
    public var unchanged = 0
    /// The number of stale files that were removed.
    public var removed = 0
}
