import TestSupport
import Testing

/// What is exported and imported again gives the same site.
@Suite struct RoundTripTests {
    /// Files that hold further values of entries, among which an import notes where they come from.
    private static let withOrigins: Set<String> = ["dateline.json", "dateline.jsonl", "entries.csv"]

    private static let entries = [
        "closed": """
        title: "Harbour: closed, \\"for good\\""
        date: 1911-08-0X/..
        date_text: since early August
        status: disputed
        summary: "=1+1 is no formula"
        group: Quays
        places: [old-quay, {id: west-harbour, status: disputed, by: dockers-union, note: "A *note*"}]
        quantities: [{label: Ships, min: 12, max: 15.50, claimed_by: port-authority}]
        claims:
          - {id: closure, by: port-authority, stance: asserts, says: "It is *closed*", date: 1911-08-11, source: gazette}
          - by: dockers-union
            stance: denies
            of: closure
            quote: No ship has been turned away
            date: 1911-08-12
            source: {title: A log, publisher: Port, date: "[1911,1912]", url: "https://a.example/log"}
        editor_notes: [{text: "Two *reports*", date: 1911-08-13, sources: [gazette]}]
        corrections: [{date: 1911-08-20, text: "It was fifty", was: {title: "Harbour: full", date: "[1911,1912]", quantities: [{label: Ships, value: 50}]}}]
        known: 1911-08-0X
        history: [{date: 1911-08-11, status: claimed, because: closure, title: Harbour shut}, {date: 1911-08-12, status: disputed}]
        aliases: [old-name]
        extra: {colour: {of: [sea, sky]}}
        """,
        "deep/open":
            "title: Harbour open\ndate: -0043-03-15\nstatus: confirmed\nsources: [gazette]\nslug: reopened",
    ]

    private func site(_ exports: String) throws -> TemporaryFolder {
        let site = try TemporaryFolder([
            "Content/timeline.yml":
                "title: Harbour\nbase_url: https://a.example/\neras: [{name: E, date: 1911/1912}]\nexports: [\(exports)]\nfeeds: {tags: true}\ngroups: [{id: quays, name: Quays, color: \"#0072b2\"}]\n",
            "Content/actors.yml":
                "port-authority: {name: Port Authority, kind: agency}\ndockers-union: {name: Dockers}\n",
            "Content/places.yml":
                "old-quay: {name: Old Quay, lat: 53.5, lon: -9.97}\nwest-harbour: {name: West Harbour}\n",
            "Content/sources.yml": "gazette: {title: Report, publisher: The Gazette, date: 1911-08-12}\n",
            "Content/pages/about.md":
                "---\ntitle: About\nsummary: What this is\norder: 3\n---\nAn [entry](../events/deep/open.md).\n",
        ])
        for (name, front) in Self.entries {
            try site.write(
                "Content/events/\(name).md",
                "---\n\(front)\n---\nA body with a [link](\(name == "closed" ? "deep/open.md" : "../closed.md")) and *marks*.\n\n- a list\n"
            )
        }
        try #require(site.run("build").status == 0)
        return site
    }

    private func pages(_ site: TemporaryFolder, _ folder: String) throws -> [String: [UInt8]] {
        try site.tree(folder).filter { !$0.key.hasPrefix(".dateline") && !Self.withOrigins.contains($0.key) }
    }

    @Test func theWholeFileGivesTheSameSite() throws {
        let site = try site("json, geojson, icalendar, atom, jsonfeed, timelinejs")
        let run = try site.run("import", "Site/dateline.json", "--into", "copy")
        #expect(run.status == 0)
        #expect(run.error == "")
        #expect(run.output == "2 entries written, 0 known, 0 in error\n")
        #expect(try site.run("build", "--source", "copy").status == 0)
        #expect(try pages(site, "copy/Site") == pages(site, "Site"))
        #expect(site.names.contains("copy/Content/events/deep/open.md"))
        let again = try site.run("import", "Site/dateline.json", "--into", "copy")
        #expect(again.output.hasPrefix("0 entries written, 2 known, 0 in error\n"))
    }

    @Test(arguments: [("csv", "entries.csv"), ("jsonl", "dateline.jsonl")])
    func entriesGiveTheSameSite(_ format: String, _ file: String) throws {
        let site = try site("\(format), atom, icalendar")
        for name in ["timeline.yml", "actors.yml", "places.yml", "sources.yml", "pages/about.md"] {
            try site.write("copy/Content/\(name)", site.text("Content/\(name)"))
        }
        let run = try site.run("import", "Site/\(file)", "--into", "copy")
        #expect(run.status == 0)
        #expect(run.error == "")
        #expect(try site.run("build", "--source", "copy").status == 0)
        #expect(try pages(site, "copy/Site") == pages(site, "Site"))
    }

    @Test func slidesKeepTheirDatesAndTitles() throws {
        let site = try site("timelinejs")
        let run = try site.run("import", "Site/timelinejs.json", "--into", "copy")
        #expect(run.status == 0)
        let files = site.names.filter { $0.hasPrefix("copy/Content/events/") }
        let texts = try files.map { try site.text($0) }.joined()
        #expect(files.count == 2)
        #expect(texts.contains("date: 1911-08-0X/..\n") && texts.contains("date: -0043-03-15\n"))
        #expect(texts.contains(#"title: "Harbour: closed, \"for good\"""#))
    }

    @Test func anotherVersionIsRefused() throws {
        let site = try site("json")
        try site.replace("\"version\":1", with: "\"version\":2", in: "Site/dateline.json")
        let run = try site.run("import", "Site/dateline.json", "--into", "copy")
        #expect(run.status == 1)
        #expect(run.error.contains("a version of dateline.json other than 1"))
    }
}
