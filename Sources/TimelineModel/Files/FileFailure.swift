import Diagnostics

/// What the operating system says when a file cannot be used.
public struct FileFailure: Error, Hashable, Sendable {
    public var path: String
    /// In words: `permission denied`.
    public var reason: String
    /// Set where it is no fault of the system but one of what an author wrote, which came to light only when the file was
    /// made.
    public var mistake: Diagnostic?

    public init(path: String, reason: String, mistake: Diagnostic? = nil) {
        self.path = path
        self.reason = reason
        self.mistake = mistake
    }
}
