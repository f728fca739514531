import CommonMark
import Diagnostics
import Testing

@testable import TimelineModel

/// The edits after which a checked timeline can be updated in place; the result must equal a newly made one.
@Suite struct CheckedTimelineTests {
    private static let claims = """
        claims:
          - {id: closure, by: dockers, stance: asserts, says: It is closed., source: gazette}
        """
    private static let body = "# Ships\n\nText.[^gazette]\n"
    private static let denial = """
        ---
        title: Denied
        date: 1911-08-12
        status: denied
        claims:
          - {by: port-authority, stance: denies, of: "closed#closure", date: 1911-08-12, source: gazette}
        ---
        """

    private func site(_ text: String, denied: Bool = false) -> TestSite {
        TestSite([TestSite.entryPath: text, "Content/events/denied.md": denied ? Self.denial : nil])
    }

    private func timeline(_ site: TestSite, _ cache: inout ContentCache) throws -> CheckedTimeline {
        var known: ContentCache? = cache
        let (content, found) = try ContentReader(site.tree).read(reusing: &known)
        cache = try #require(known)
        return CheckedTimeline(content, read: found)
    }

    @Test(
        "It is updated in place if only texts change, and not if anything else changes",
        arguments: [
            ("Text.", "Other words, and <b>more</b>.", true),
            ("title: Harbour closed", "title: The harbour is closed # so they say", true),
            ("It is closed.", "\"It is shut: all of it.\"", true),
            ("Text.", "Text.\n\n# Boats", false),
            ("Text.", "Text.[^gazette]", false),
            ("It is closed.", "It is [^gazette] closed.", false),
            ("date: 1911-08-11", "date: 1911-08-13", false),
            ("status: confirmed", "status: claimed", false),
            ("sources: [gazette]", "sources: [courier]", false),
            ("by: dockers", "by: port-authority", false),
            ("id: closure", "id: shut", false),
            ("---\n#", "tags: [Quays]\n---\n#", false),
            ("date: 1911-08-11", "date: 11.8.1911", false),
            ("title: Harbour closed\n", "", false),
        ])
    func edits(_ old: String, _ new: String, _ isCarriedOn: Bool) throws {
        let text = TestSite.entry(Self.claims, body: Self.body)
        try #require(text.contains(old))
        let after = site(text.replacing(old, with: new, maxReplacements: 1))
        var cache = ContentCache()
        let before = try timeline(site(text), &cache)
        let carried = try before.rewritten([TestSite.entryPath], in: after.tree, reusing: &cache)
        #expect((carried != nil) == isCarriedOn)
        guard let carried else { return }
        var fresh = ContentCache()
        let anew = try timeline(after, &fresh)
        #expect(carried.diagnostics.sortedByLocation() == anew.diagnostics.sortedByLocation())
        #expect(carried.timeline.entries.map(\.title.value) == anew.timeline.entries.map(\.title.value))
        #expect(
            carried.timeline.entries.map(\.body.html)
                == anew.timeline.entries.map(\.body.html))
    }

    @Test("It is not updated in place if a diagnostic of another file points into the changed file")
    func pointedTo() throws {
        let text = TestSite.entry(Self.claims, body: Self.body)
        var cache = ContentCache()
        let before = try timeline(site(text, denied: true), &cache)
        // The confirmed status contradicts the denial: this diagnostic has a note in the other file.
        let denial = "Content/events/denied.md"
        #expect(before.diagnostics.contains { $0.notes.contains { $0.location?.path == denial } })
        var after = site(text, denied: true)
        after.bytes[denial] = Array(Self.denial.replacing("title: Denied", with: "title: No").utf8)
        #expect(try before.rewritten([denial], in: after.tree, reusing: &cache) == nil)
    }

    @Test("It is not updated in place if another file changes or an entry is removed")
    func otherFiles() throws {
        let site = site(TestSite.entry(Self.claims, body: Self.body))
        var cache = ContentCache()
        let before = try timeline(site, &cache)
        for path in ["Content/timeline.yml", "Content/sources.yml", "Templates/home.mustache"] {
            #expect(try before.rewritten([path], in: site.tree, reusing: &cache) == nil)
        }
        let gone = TestSite([TestSite.entryPath: nil])
        #expect(try before.rewritten([TestSite.entryPath], in: gone.tree, reusing: &cache) == nil)
    }
}
