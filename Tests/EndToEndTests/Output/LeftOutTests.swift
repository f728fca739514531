import TestSupport
import Testing

/// Everything that is left out is reported.
@Suite struct LeftOutTests {
    private func site() throws -> TemporaryFolder {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Content/timeline.yml", "title: Harbour\nas_of: 1911-09-01\n")
        try site.write("Content/events/draft.md", SmallSite.entry("Draft", "1911", more: "draft: true"))
        try site.write(
            "Content/events/later.md", SmallSite.entry("Later", "1911-08-20", more: "publish: 1911-09-02"))
        return site
    }

    @Test func theSummaryNamesWhatAndWhy() throws {
        let run = try site().run("build")
        #expect(run.status == 0)
        #expect(
            run.timeless.hasSuffix(
                """
                 removed; 2 left out: 1 draft: Content/events/draft.md, 1 to be published later: \
                Content/events/later.md on 1911-09-02; T s

                """))
    }

    @Test func draftsAreShownWhenAsked() throws {
        let site = try site()
        let run = try site.run("build", "--drafts")
        #expect(run.output.contains("3 entries"))
        #expect(
            run.output.contains("1 left out: 1 to be published later: Content/events/later.md on 1911-09-02"))
        #expect(site.exists("Site/events/draft.html"))
        #expect(!site.exists("Site/events/later.html"))
    }

    @Test func asOfDecidesWhatIsLater() throws {
        let site = try site()
        #expect(try site.run("build", "--as-of", "1911-09-02").output.contains("3 entries"))
        #expect(site.exists("Site/events/later.html"))
        let run = try site.run("build", "--as-of", "1911-09-01")
        #expect(run.output.contains(", 1 removed;") || run.output.contains(" removed; 2 left out"))
        #expect(!site.exists("Site/events/later.html"))
    }

    @Test func aDraftsMistakesAreNobodysBusinessYet() throws {
        let site = try site()
        try site.write("Content/events/draft.md", "---\ndraft: true\ntitle: Draft\ndate: 1911-13\n---\n")
        #expect(try site.run("build").status == 0)
        let run = try site.run("build", "--drafts")
        #expect(run.status == 1)
        #expect(run.error.contains("Content/events/draft.md:4:11: error: "))
    }

    @Test func aLinkToWhatIsLeftOutIsDead() throws {
        let site = try site()
        try site.write(
            "Content/events/closed.md", SmallSite.entry("Closed", "1911", body: "[x](draft.md) [y](later.md)")
        )
        let run = try site.run("build")
        #expect(run.status == 1)
        #expect(run.error.contains("Content/events/closed.md:7:5: error: "))
        #expect(run.error.contains("Content/events/closed.md:7:19: error: "))
        #expect(try site.run("build", "--drafts", "--as-of", "1912-01-01").status == 0)
    }

    @Test func manyDraftsAreCounted() throws {
        let site = try site()
        for number in 1...7 {
            try site.write(
                "Content/events/draft\(number).md", SmallSite.entry("D", "1911", more: "draft: true"))
        }
        #expect(try site.run("build").output.contains("Content/events/draft4.md and 3 more, 1 to be"))
    }

    @Test(arguments: ["1911-08", "now", "1911-13-01", "1911-08-11?", ""])
    func asOfTakesADay(_ day: String) throws {
        let run = try site().run("build", "--as-of", day)
        #expect(run.status == 64)
        #expect(run.error.hasPrefix("Error: --as-of takes a day such as 2023-11-01.\n"))
    }
}
