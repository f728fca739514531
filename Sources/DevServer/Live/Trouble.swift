import Diagnostics
import SiteRendering
import TimelineModel

/// The errors of a site, as its pages show them until they are corrected.
public struct Trouble: Sendable {
    /// One error.
    public struct Item: Sendable {
        /// The error as the terminal shows it.
        public var text: String
        /// The path of the file that contains it, relative to the site's folder; nil if it is in none that can be
        /// shown.
        public var path: String?
        /// The line, from 1.
        public var line: Int

        /// Creates an error; without a path the page does not link to a source.
        public init(_ text: String, path: String? = nil, line: Int = 1) {
            self.text = text
            self.path = path
            self.line = line
        }
    }

    /// The errors in the order in which they are shown.
    public var items: [Item]

    /// Creates a list of errors.
    public init(_ items: [Item]) {
        self.items = items
    }
}
