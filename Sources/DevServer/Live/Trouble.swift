import Diagnostics
import SiteRendering
import TimelineModel

/// What is wrong with a site, as its pages show it until it is mended.
public struct Trouble: Sendable {
    /// One mistake.
    public struct Item: Sendable {
        /// As the terminal shows it.
        public var text: String
        /// The file it is in, from the site's folder; nil where it is in none that can be shown.
        public var path: String?
        /// From 1.
        public var line: Int

        public init(_ text: String, path: String? = nil, line: Int = 1) {
            self.text = text
            self.path = path
            self.line = line
        }
    }

    public var items: [Item]

    public init(_ items: [Item]) {
        self.items = items
    }
}
