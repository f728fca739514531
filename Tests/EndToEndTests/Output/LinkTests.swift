import Foundation
import TestSupport
import Testing

/// Every link in the whole output of a site has its target.
@Suite struct LinkTests {
    private func links(_ site: TemporaryFolder, base: String = "/") throws -> SiteLinks {
        let run = try site.run("build", "-o", "out", "--base-url", "https://example.org" + base)
        #expect(run.status == 0, "\(run.error)")
        return SiteLinks(try site.tree("out"), base: base)
    }

    @Test func story() throws {
        let site = try TemporaryFolder()
        try site.copy(Repository.root.appending(path: "Content"), to: "Content")
        let links = try links(site)
        #expect(links.count > 5_000)
        #expect(links.mistakes == [])
    }

    /// Fragment links in every text that can have one, entries and claims that refer to each other in every way,
    /// aliases, more pages of the author than each page lists, and more entries than fit on one page.
    @Test(
        "Every link of a site that uses every feature has its target",
        arguments: ["page_size: 50", "page_size: 3"])
    func everything(_ settings: String) throws {
        let links = try links(Self.everything(settings), base: "/story/")
        #expect(links.count > 1_000)
        #expect(links.mistakes == [])
    }

    @Test func aFragmentInAClaimLeadsToItsEntryFromEveryPage() throws {
        let site = try Self.everything("page_size: 50")
        #expect(try site.run("build", "-o", "out").status == 0)
        func href(_ page: String) throws -> Bool {
            try site.text("out/" + page).contains("href=\"../events/one.html#claim_c1\"")
        }
        #expect(try site.text("out/events/one.html").contains("<a href=\"#claim_c1\">own claim</a>"))
        for page in ["actors/dockers.html", "sources/gazette.html", "events/two.html"] {
            #expect(try href(page), "\(page)")
        }
    }

    @Test func aPageWithoutEndFailsWithItsPlace() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write(
            "Content/pages/about.md", "---\ntitle: About\n---\n" + String(repeating: "x", count: 1 << 20))
        #expect(try site.run("build").status == 0)
        let before = try site.tree("Site")
        try site.write("Templates/page.mustache", "<p>\n" + String(repeating: "{{{body}}}", count: 300))
        let run = try site.run("build")
        #expect(run.status == 1)
        #expect(
            run.error.contains("error: 'pages/about.html' grows without end here [template-page-too-large]"))
        #expect(run.error.contains("Templates/page.mustache:"))
        #expect(try site.tree("Site")["pages/about.html"] == before["pages/about.html"])
        try site.remove("Templates/page.mustache")
        #expect(try site.run("build").status == 0)
        #expect(try site.tree("Site") == before)
    }

    @Test func manyPagesOfTheAuthorsHaveAListOfTheirOwn() throws {
        let site = try TemporaryFolder(SmallSite.files)
        for number in 1...25 {
            try site.write(
                "Content/pages/p\(number).md", "---\ntitle: Page \(number)\norder: \(number)\n---\nText.\n")
        }
        #expect(try site.run("build").status == 0)
        let entry = try site.text("Site/events/closed.html")
        #expect(entry.contains("../pages/p20.html") && !entry.contains("../pages/p21.html"))
        #expect(entry.contains("<a href=\"../pages.html\" dir=\"auto\">All pages</a>"))
        let list = try site.text("Site/pages.html")
        #expect((1...25).allSatisfy { list.contains("href=\"pages/p\($0).html\"") })
        try site.remove("Content/pages/p25.md")
        for number in 21...24 { try site.remove("Content/pages/p\(number).md") }
        #expect(try site.run("build").status == 0)
        #expect(!site.exists("Site/pages.html"))
    }

    // MARK: The site

    private static func everything(_ settings: String) throws -> TemporaryFolder {
        let site = try TemporaryFolder([
            "Content/timeline.yml": """
            title: Harbour
            \(settings)
            groups: [{id: quay, name: Quay, description: "See [one](events/one.md#claim_c1)."}, {id: ships, name: Ships}]
            tags: {strike: {name: Strike, description: "See [about](pages/about.md#sources-and-names)."}}
            eras: [{name: Strike, date: 1911-08}]
            rules: {repeated-name: off}
            """,
            "Content/actors.yml":
                "dockers: {name: Dockers, description: 'See [one](events/one.md#a-heading) [^gazette].'}\nport: {name: Port}\n",
            "Content/places.yml":
                "harbour: {name: Harbour, lat: 53.5, lon: 10, description: '[two](events/two.md)'}\nisle: {name: Isle, lat: 54.2, lon: 7.9}\n",
            "Content/sources.yml":
                "gazette: {title: Report, publisher: Gazette, date: 1911-08-12}\ncourier: {title: Other, date: 1911}\n",
            "Content/pages/about.md":
                "---\ntitle: About\n---\n## Sources and names\n\n[up](#sources-and-names) [one](../events/one.md#claim_c2) ![q](../media/my%20quay.gif) [^gazette]\n",
            "Content/events/one.md": one, "Content/events/two.md": two,
        ])
        try site.write("Content/media/my quay.gif", bytes: Array("GIF89a\u{1}\u{0}\u{1}\u{0}".utf8))
        for number in 1...24 {
            try site.write("Content/pages/p\(number).md", "---\ntitle: P\(number)\n---\nText.\n")
        }
        for number in 10...30 {
            let more =
                "tags: [strike, t\(number)]\nactors: [dockers, Crew \(number)]\nplaces: [harbour]\ngroup: ships"
            try site.write(
                "Content/events/e\(number).md",
                SmallSite.entry("Day \(number)", "1911-08-\(number)", more: more))
        }
        return site
    }

    private static let one = """
        ---
        title: One
        date: 1911-08-11
        status: disputed
        group: quay
        tags: [strike, Ärger]
        aliases: [eins, uno]
        actors: [dockers, port]
        places: [{id: harbour, note: "near [it](#a-heading)", by: port, source: gazette}]
        route: [{from: harbour, to: isle, by: sea, note: "as [said](#claim_c2)"}]
        quantities: [{label: ships, value: 3, note: "by [c1](#claim_c1) [^courier]", source: gazette}]
        media: [{file: my quay.gif, alt: Quay, caption: "see [claim](#claim_c1)"}]
        see_also: [two]
        claims:
          - {id: c1, by: [dockers, port], stance: asserts, says: "[own claim](#claim_c1), [heading](#a-heading), [two](two.md#claim_x) [^gazette]", source: gazette}
          - {id: c2, by: port, stance: denies, of: c1, says: "not [this](#claim_c1)", source: [gazette, courier]}
          - {id: c3, by: dockers, stance: denies, of: c2, says: "yet [this](#claim_c1)", source: gazette}
          - {id: c4, by: Third, stance: doubts, of: c3, source: gazette}
        editor_notes: [{text: "on [c2](#claim_c2)", sources: [gazette]}]
        corrections: [{date: 1911-09, text: "was [c3](#claim_c3)"}]
        ---
        ## A heading

        [Up](#a-heading), [c4](#claim_c4), [two](two.md), [about](../pages/about.md#sources-and-names),
        [file](../media/my%20quay.gif) ![quay](<../media/my quay.gif>) [^gazette] [^courier]

        """

    private static let two = """
        ---
        title: Two
        date: 1911-08-12
        status: claimed
        kind: statement
        content_status: disputed
        group: quay
        actors: [port]
        claims:
          - {id: x, by: port, stance: asserts, says: "[here](#claim_x) and [there](one.md#claim_c1)", source: gazette}
          - {by: dockers, stance: denies, of: one#c1, says: "[mine](#claim_x)", source: courier}
          - {by: Crew, stance: denies, of: x, source: courier}
        outcome: {result: happened, entry: one}
        ---
        Text.

        """
}
