/// A failure to use a file, as the operating system reports it.
public struct FileFailure: Error, Hashable, Sendable {
    /// The path of the file: relative to the site's folder and empty for that folder itself, or absolute in the output.
    public var path: String
    /// The reason in words, such as `permission denied`.
    public var reason: String

    /// Creates a failure with its reason in words.
    public init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }
}
