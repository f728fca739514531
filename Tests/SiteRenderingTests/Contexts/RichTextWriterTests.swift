import Testing

@testable import SiteRendering
@testable import TimelineModel

/// Markdown of data files, written on pages.
@Suite struct RichTextWriterTests {
    @Test(arguments: [
        ("Plain words", "<p>Plain words</p>"),
        ("Of *some*", "<p>Of <em>some</em></p>"),
        ("*Some*", "<p><em>Some</em></p>"),
        ("See [it](events/e.md).", "<p>See <a href=\"../events/e.html\">it</a>.</p>"),
        ("One.\\n\\nTwo.", "<p>One.</p>\n<p>Two.</p>\n"),
        ("- One", "<ul>\n<li>One</li>\n</ul>\n"),
        ("> One", "<blockquote>\n<p>One</p>\n</blockquote>\n"),
    ])
    func anIntroductionIsParagraphsHoweverShort(_ text: String, _ html: String) throws {
        let site = try MemorySite([
            "actors.yml": "x: {name: X, description: \"\(text)\"}",
            "events/e.md": "---\ntitle: T\ndate: 1911\nstatus: confirmed\nactors: [x]\n---\n",
        ]).site()
        let writer = RichTextWriter(site: site, path: ContentFile.actors.path, root: "../", notes: nil)
        let actor = try #require(site.timeline.actors["x"])
        let written = try #require(writer.paragraphs(actor.description))
        #expect(String(decoding: written, as: UTF8.self) == html)
    }

    @Test("A text of nothing but a link's definition is no text", arguments: ["", "[a]: events/e.md"])
    func aTextThatShowsNothing(_ text: String) throws {
        let site = try MemorySite([
            "actors.yml": "x: {name: X, description: \"\(text)\"}",
            "events/e.md": "---\ntitle: T\ndate: 1911\nstatus: confirmed\nactors: [x]\n---\n",
        ]).site()
        let writer = RichTextWriter(site: site, path: ContentFile.actors.path, root: "../", notes: nil)
        let actor = try #require(site.timeline.actors["x"])
        #expect(writer.html(actor.description) == nil)
        #expect(writer.paragraphs(actor.description) == nil)
    }
}
