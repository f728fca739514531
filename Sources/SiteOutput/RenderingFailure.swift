import Diagnostics

/// An author's mistake that comes to light only when a page is made, such as a template that repeats a list without
/// end.
public struct RenderingFailure: Error, Hashable, Sendable {
    /// The diagnostic of the mistake.
    public var mistake: Diagnostic

    /// Creates the failure of a page.
    public init(_ mistake: Diagnostic) { self.mistake = mistake }
}
