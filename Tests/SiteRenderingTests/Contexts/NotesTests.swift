import Templates
import TestSupport
import Testing
import TimelineModel

@testable import SiteRendering

/// Numbered notes, and the links to them and back.
@Suite struct NotesTests {
    private static let sources = """
        a: {publisher: A, date: 1911}
        b: {publisher: B, date: 1911}
        c: {publisher: C, date: 1911}

        """

    private func page(_ front: String, body: String) throws -> EntryPage {
        let text = "---\ntitle: T\ndate: 1911\nstatus: confirmed\n\(front)\n---\n\(body)\n"
        return EntryPage(0, in: try MemorySite(["events/e.md": text, "sources.yml": Self.sources]).site())
    }

    @Test func sourcesAreNumberedAsTheyAreMentioned() throws {
        let page = try page("sources: [a]", body: "One.[^c] Two.[^b] Three.[^c]")
        #expect(page.notes.notes.map(\.source.subject.source.id) == ["c", "b", "a"])
        #expect(page.notes.notes.map(\.number) == [1, 2, 3])
        #expect(
            page.notes.notes.map { $0.marks.map(\.anchor) } == [["cite_1_1", "cite_1_2"], ["cite_2_1"], []])
    }

    @Test func everyMarkHasItsWayBack() throws {
        let page = try page(
            """
            claims:
              - {by: X, stance: asserts, says: "It is.[^b]", source: [a, b]}
              - {by: Y, stance: asserts, says: So., source: a}
            editor_notes: [{text: "See.[^c]", sources: [a]}]
            quantities: [{label: N, value: 1, source: b, note: "N.[^c]"}]
            """, body: "Text.[^a]")
        let html = try #require(text(page.writer.html(page.entry.body)))
        #expect(html.contains("<a href=\"#note_2\" id=\"cite_2_3\" aria-label=\""))
        #expect(html.contains("\">2</a></sup>"))
        let anchors = page.notes.notes.flatMap { $0.marks.map(\.anchor) }
        #expect(Set(anchors).count == anchors.count)
        #expect(anchors.count == 9)
        #expect(page.notes.notes.map(\.source.subject.source.id) == ["b", "a", "c"])
        let claim = page.entry.claims[0]
        #expect(page.notes.marks(claim.sources).map(\.anchor) == ["cite_2_1", "cite_1_2"])
        #expect(page.notes.marks(page.entry.claims[1].sources).map(\.anchor) == ["cite_2_2"])
    }

    @Test func oneSourceTwiceInAListIsOneNote() throws {
        let page = try page(
            "sources: [a, a, {publisher: Z, url: \"https://z/\"}, {url: \"https://z/\", title: Z}]", body: "x"
        )
        #expect(page.notes.notes.count == 2)
    }

    @Test func withoutNotesACitationLeadsToTheSource() throws {
        let site = try MemorySite([
            "events/e.md": SmallSite.entry(), "sources.yml": Self.sources,
            "actors.yml": "x: {name: X, description: \"Y.[^a]\"}",
        ]).site()
        let actor = try #require(site.timeline.actors["x"])
        let writer = RichTextWriter(site: site, path: "Content/actors.yml", root: "../", notes: nil)
        #expect(
            text(writer.html(actor.description))?.contains("<a href=\"../sources/a.html\">A, 1911</a>")
                == true)
    }
}
