import TestSupport
import Testing

/// The site of an earlier day, as `--known-on` builds, checks and shows it.
@Suite struct KnownOnTests {
    private static let closed = """
        ---
        title: Harbour reopened after all
        date: 1911-08-11
        status: disputed
        summary: The dockers deny that it was closed.
        claims:
          - {id: closure, by: port-authority, stance: asserts, says: It is closed., date: 1911-08-12, source: gazette}
          - {id: denial, by: dockers-union, stance: denies, of: closure, says: No ship was turned away., date: 1911-08-1X, source: courier}
        corrections:
          - {date: 1911-08-25, text: The title was wrong., was: {title: Harbour shut}}
        publish: 1911-08-20
        ---
        The dockers [deny it](reopened.md).[^courier]
        """

    private static let reopened = """
        ---
        title: Ships return to the quay
        date: 1911-08-14
        status: confirmed
        sources: [courier]
        ---
        """

    private func site(_ settings: String = "base_url: https://a.example/\n") throws -> TemporaryFolder {
        let site = try TemporaryFolder([
            "Content/timeline.yml": "title: Harbour\nas_of: 1911-10-01\n" + settings,
            "Content/actors.yml": "port-authority: {name: Port Authority}\ndockers-union: {name: Dockers}\n",
            "Content/sources.yml":
                "gazette: {title: The closure, date: 1911-08-12}\ncourier: {title: The return, date: 1911-08-15}\n",
            "Content/pages/about.md": "---\ntitle: About\n---\nIt ends [like this](../events/reopened.md).\n",
            "Content/events/closed.md": Self.closed, "Content/events/reopened.md": Self.reopened,
        ])
        return site
    }

    @Test func anEarlierDayShowsWhatWasKnown() throws {
        let site = try site()
        let run = try site.run("build", "--known-on", "1911-08-12")
        #expect(run.status == 0)
        #expect(run.error == "")
        let page = try site.text("Site/events/closed.html")
        #expect(page.contains("As known on 12 August 1911: what was said later is left out."))
        #expect(page.contains("<a href=\"https://a.example/\">Show everything that is known today</a>"))
        #expect(page.contains("Harbour shut"))
        #expect(page.contains("Port Authority: It is closed."))
        #expect(page.contains("The text is left out"))
        #expect(page.contains("Possibly known by then"))
        #expect(!site.exists("Site/events/reopened.html"))
        #expect(!site.exists("Site/sources/courier.html"))
        let about = try site.text("Site/pages/about.html")
        #expect(about.contains("The text is left out"))
        let everything = try site.tree("Site").values.map { String(decoding: $0, as: UTF8.self) }.joined()
        for text in [
            "Ships return", "The return", "Harbour reopened", "that it was closed", "The title was wrong",
        ] {
            #expect(!everything.contains(text), "\(text) is shown")
        }
    }

    @Test func beforeTheFirstReportThereIsASiteWithoutEntries() throws {
        let site = try site()
        let run = try site.run("build", "--known-on", "1911-08-01")
        #expect(run.status == 0)
        #expect(run.timeless.contains("0 entries"))
        #expect(try site.text("Site/index.html").contains("As known on 1 August 1911"))
    }

    @Test func afterTheLastReportNothingIsMissing() throws {
        let site = try site()
        _ = try site.run("build", "--output", "whole")
        let run = try site.run("build", "--known-on", "1911-10-01", "--output", "view")
        #expect(run.status == 0)
        #expect(try site.tree("view").keys.sorted() == site.tree("whole").keys.sorted())
        let page = try site.text("view/events/closed.html")
        #expect(page.contains("Harbour reopened after all"))
        #expect(page.contains("The dockers deny that it was closed."))
        #expect(!page.contains("Possibly known by then"))
    }

    @Test func withoutAnAddressTheWholeSiteIsNamedInWords() throws {
        let site = try site("")
        #expect(try site.run("build", "--known-on", "1911-08-20").status == 0)
        let page = try site.text("Site/index.html")
        #expect(page.contains("The whole site shows everything that is known today."))
    }

    /// What `--as-of` does to later claims: nothing. It moves “now”, and with it only what is to be published.
    @Test func theOtherClockHidesNoClaim() throws {
        let site = try site()
        #expect(try site.run("build", "--as-of", "1911-09-02").status == 0)
        let page = try site.text("Site/events/closed.html")
        #expect(page.contains("No ship was turned away."))
        #expect(try site.run("build", "--as-of", "1911-08-12").status == 0)
        #expect(!site.exists("Site/events/closed.html"))
        #expect(site.exists("Site/events/reopened.html"))
    }

    @Test func aSecondBuildForAnotherDayIsAnotherSite() throws {
        let site = try site()
        _ = try site.run("build", "--known-on", "1911-08-12")
        let first = try site.text("Site/index.html")
        _ = try site.run("build", "--known-on", "1911-08-20")
        #expect(try site.text("Site/index.html") != first)
        _ = try site.run("build", "--known-on", "1911-08-12")
        #expect(try site.text("Site/index.html") == first)
    }

    @Test(arguments: ["1911-08-1X", "1911-08", "1911-08-12~", "soon", ""])
    func aVagueDayIsRefused(_ day: String) throws {
        let site = try site()
        for command in ["build", "check", "serve"] {
            let run = try site.run(command, "--known-on", day)
            #expect(run.status == 64)
            #expect(run.error.contains("--known-on takes a day such as 2023-11-01."))
        }
    }

    @Test func theLogEndsOnTheDay() throws {
        let site = try site()
        try site.write(
            "Content/changes.yml",
            """
            days:
              - {date: 1975-03-01, changes: [{kind: added, entry: reopened, title: Ships return to the quay}]}
              - {date: 1975-03-09, changes: [{kind: title, entry: reopened, title: Ships return to the quay, was: Ships came back}]}

            """)
        for (day, expected) in [("1975-02-28", 0), ("1975-03-05", 1), ("1975-03-09", 2)] {
            #expect(try site.run("build", "--known-on", day).status == 0)
            let log = site.exists("Site/changes.html") ? try site.text("Site/changes.html") : ""
            #expect(
                (log.contains("1 March 1975") ? 1 : 0) + (log.contains("Ships came back") ? 1 : 0) == expected
            )
        }
    }
}
