import TestSupport
import Testing

/// The pages that tell how the story became known, in the default theme.
@Suite struct ReportingTests {
    private static let closed = """
        ---
        title: Harbour closed
        date: 1911-08-11
        status: disputed
        claims:
          - {id: closure, by: port-authority, stance: asserts, says: It is closed., date: 1911-08-12, source: gazette}
          - {id: denial, by: dockers-union, stance: denies, of: closure, says: "No ship <b>was</b> turned away.", date: 1911-08-16}
        ---
        """

    private func site(_ files: [String: String] = [:]) throws -> TemporaryFolder {
        var all = [
            "Content/timeline.yml": "title: Harbour\nas_of: 1911-10-01\n",
            "Content/actors.yml": "port-authority: {name: Port Authority}\ndockers-union: {name: Dockers}\n",
            "Content/sources.yml": "gazette: {title: The closure, date: 1911-08-12}\n",
            "Content/events/closed.md": Self.closed,
        ]
        for (path, text) in files { all[path] = text }
        return try TemporaryFolder(all)
    }

    @Test func thePageTellsWhatBecameKnownOnWhichDay() throws {
        let site = try site()
        #expect(try site.run("build").status == 0)
        let page = try site.text("Site/known/index.html")
        let parts = [
            "<h1>How it became known</h1>", "<a href=\"../known/1911-08-12.html\">12 August 1911</a> <span",
            "<b>the next day</b>",
            "<a href=\"../events/closed.html\" dir=\"auto\">Harbour closed</a>", "Claimed</span>",
            "Port Authority</a>", "<a href=\"../events/closed.html#claim_closure\">says</a>", "It is closed.",
            "16 August 1911</a> <span", "<b>5 days later</b>", "Claimed</span> became", "Disputed</a>",
            "Dockers</a>", "<a href=\"../events/closed.html#claim_denial\">denies</a>",
        ]
        var rest = page[...]
        for part in parts {
            let found = try #require(rest.firstRange(of: part), "\(part)")
            rest = rest[found.upperBound...]
        }
        #expect(!page.contains("<b>was</b>"))
        let link = "href=\"known/index.html\">How it became known</a>"
        #expect(try site.text("Site/index.html").contains(link))
    }

    @Test func anEntryTellsItsStepsButNoTextTwice() throws {
        let site = try site()
        #expect(try site.run("build").status == 0)
        let page = try site.text("Site/events/closed.html")
        #expect(page.contains("How this became known</h2>"))
        #expect(page.contains("<small>5 days later</small>"))
        #expect(page.ranges(of: "It is closed.").count == 1)
    }

    /// A view of an earlier day has the reports of that day.
    @Test func anEarlierDayHasNoLaterReport() throws {
        let site = try site(["Content/events/later.md": SmallSite.entry("Earlier", "1911-08-01")])
        #expect(try site.run("build", "--known-on", "1911-08-15").status == 0)
        #expect(!site.exists("Site/known/index.html"))
        let opened = SmallSite.entry("Opened", "1911-08-01").replacing("1911-08-30", with: "1911-08-02")
        try site.write("Content/events/opened.md", opened)
        #expect(try site.run("build", "--known-on", "1911-08-15").status == 0)
        let page = try site.text("Site/known/index.html")
        #expect(page.contains("12 August 1911"))
        #expect(!page.contains("16 August 1911"))
        #expect(!page.contains("Disputed"))
    }

    @Test(
        arguments: [
            "---\ntitle: A\ndate: 1911\nstatus: confirmed\n---\n",
            "---\ntitle: A\ndate: 1911\nstatus: confirmed\nsources: [gazette]\n---\n",
        ]) func aStoryOfOneDayHasNoSuchPage(_ entry: String) throws
    {
        let site = try site(["Content/events/closed.md": entry])
        #expect(try site.run("build").status == 0)
        #expect(!site.exists("Site/known/index.html"))
        #expect(try !site.text("Site/index.html").contains("How it became known"))
    }

    /// An edit of one report changes the page that shows it, and few others.
    @Test func aNewReportChangesFewPages() throws {
        var files = ["Content/timeline.yml": "title: Harbour\npage_size: 5\nsearch: false\n"]
        for number in 10..<99 {
            let text = SmallSite.entry("Ship \(number)", "1900-01-01")
            files["Content/events/ship-\(number).md"] = text.replacing(
                "1911-08-12", with: "19\(number)-05-05")
        }
        let site = try site(files)
        #expect(try site.run("build").status == 0)
        let before = try site.tree("Site/known")
        #expect(before.count > 10)
        try site.write("Content/events/new.md", SmallSite.entry("New", "1900-01-02"))
        #expect(try site.run("build").status == 0)
        let after = try site.tree("Site/known")
        let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        #expect((1...5).contains(changed.count), "\(changed.sorted())")
    }
}
