import Diagnostics
import TestSupport
import Testing

@testable import TimelineModel

@Suite("Web addresses in a site's content")
struct ExternalLinkTests {
    @Test("Each address is listed once with its location, by sources, actors, entries and pages")
    func all() throws {
        let site = TestSite(
            """
            media: [{url: "https://film.example/", title: Film}]
            claims: [{by: dockers, stance: asserts, says: "[x](https://says.example/)", source: {title: T, date: 1911, url: ⟦inline:"https://inline.example/"⟧}}]
            """,
            body:
                "[a](https://text.example/?a=1&b=2) [again](https://gazette.example/) [mail](mailto:a@e.org) [near](#x)\n",
            files: [
                "Content/sources.yml":
                    "gazette: {title: G, date: 1911, url: ⟦url:https://gazette.example/⟧, archive_url: ⟦archive:\"https://archive.example/\"⟧}\n",
                "Content/actors.yml":
                    "dockers: {name: D, url: \"https://dockers.example/\"}\nport: {name: P, url: \"ftp://p.example/\"}\n",
                "Content/pages/about.md": "---\ntitle: About\n---\n<https://page.example/>\n",
            ])
        let links = try site.read().content.externalLinks()
        #expect(
            links.map(\.url) == [
                "https://gazette.example/", "https://archive.example/", "https://dockers.example/",
                "https://inline.example/",
                "https://film.example/", "https://text.example/?a=1&b=2", "https://says.example/",
                "https://page.example/",
            ])
        #expect(links.allSatisfy { !$0.location.path.isEmpty })
        let labels = links.map { site.files[$0.location.path]?.label(of: $0.location.range) ?? "" }
        #expect([labels[0], labels[1], labels[3]] == ["url", "archive", "inline"])
    }
}
