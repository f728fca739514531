import Diagnostics
import Testing

@testable import TimelineModel

extension TestSite {
    /// The only entry of a site that has no mistakes.
    func entry(sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> Entry {
        let (content, found) = try read()
        let shown = found.map(\.summary)
        #expect(shown == [], sourceLocation: sourceLocation)
        return try #require(content.entries.first, sourceLocation: sourceLocation)
    }
}
