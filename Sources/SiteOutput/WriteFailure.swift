import Diagnostics
import Files

/// An error that prevents a site from being written.
public enum WriteFailure: Error, Hashable, Sendable {
    /// The operating system did not allow a file to be read or written.
    case file(FileFailure)
    /// Files at these paths are in the way of the site's files, and no build of this program wrote them.
    case occupied([String])
    /// A page cannot be made, because of an author's mistake that comes to light only then.
    case page(Diagnostic)
}

/// Returns what a function that uses files returns.
///
/// - Throws: the function's failure, as ``WriteFailure/file(_:)``.
public func usingFiles<Outcome>(
    _ body: () throws(FileFailure) -> Outcome
) throws(WriteFailure) -> Outcome {
    do throws(FileFailure) { return try body() } catch { throw .file(error) }
}
