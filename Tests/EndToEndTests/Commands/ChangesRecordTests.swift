import Foundation
import TestSupport
import Testing

/// `dateline changes record`, and what a build makes of the log.
@Suite struct ChangesRecordTests {
    private static let log = "Content/changes.yml"

    private func site() throws -> TemporaryFolder {
        let site = try TemporaryFolder(ChangesCommandTests.files)
        try #require(site.run("build").status == 0)
        try site.write("old.json", site.text("Site/dateline.json"))
        return site
    }

    private func record(_ site: TemporaryFolder, _ day: String? = nil) throws {
        let run = try site.run(
            ["changes", "record", "--since", "old.json"] + (day.map { ["--date", $0] } ?? []))
        try #require(run.status == 0, "\(run.error)")
    }

    @Test func nothingIsWrittenUnlessAskedFor() throws {
        let site = try site()
        try site.replace("status: disputed", with: "status: claimed", in: "Content/events/closed.md")
        try #require(site.run("changes", "--since", "old.json").status == 0)
        try #require(site.run("build").status == 0)
        #expect(!site.exists(Self.log))
        #expect(!site.exists("Site/changes.html"))
    }

    @Test func aBlockIsAddedAtTheEnd() throws {
        let site = try site()
        try site.replace("status: disputed", with: "status: claimed", in: "Content/events/closed.md")
        try record(site)
        #expect(
            try site.text(Self.log) == """
                days:
                  - date: 2024-05-01
                    changes:
                      - kind: status
                        entry: closed
                        title: Harbour closed
                        was: disputed
                        now: claimed

                """)
        try site.replace("title: New wages", with: "title: \"New: wages\"", in: "Content/events/wages.md")
        let first = try site.text(Self.log)
        try record(site, "2024-06-01")
        let both = try site.text(Self.log)
        #expect(both.hasPrefix(first))
        #expect(both.contains("  - date: 2024-06-01\n    changes:\n      - kind: status\n"))
        #expect(both.contains("        was: New wages\n        now: \"New: wages\"\n"))
        #expect(try site.run("check").error.contains("changes.yml") == false)
        // A second run finds its block there.
        try record(site, "2024-06-01")
        #expect(try site.text(Self.log) == both)
    }

    @Test(arguments: [
        "# our log\ndays:\n- date: 2024-04-01\n  changes: [{kind: added, entry: wages, title: New wages}]",
        "days:\n    - date: 2024-04-01   # a remark\n      changes:\n        - kind: added\n",
        "# nothing yet\n",
    ])
    func whatIsThereStays(_ text: String) throws {
        let site = try site()
        try site.write(Self.log, text)
        try site.replace("status: disputed", with: "status: claimed", in: "Content/events/closed.md")
        try record(site)
        let new = try site.text(Self.log)
        #expect(new.hasPrefix(text))
        #expect(new.contains("kind: status"))
        #expect(try site.run("build").status == 0)
    }

    @Test(arguments: ["days: [{date: 2024-04-01, changes: [{kind: added}]}]\n", "days: []\n"])
    func aFlowListIsRefused(_ text: String) throws {
        let site = try site()
        try site.write(Self.log, text)
        try site.replace("status: disputed", with: "status: claimed", in: "Content/events/closed.md")
        let run = try site.run("changes", "record", "--since", "old.json")
        #expect(run.status == 1)
        #expect(run.error.contains("[change-log-form]"))
        #expect(try site.text(Self.log) == text)
    }

    @Test func noChangesLeaveTheLogAsItIs() throws {
        let site = try site()
        try record(site)
        #expect(!site.exists(Self.log))
    }

    @Test(arguments: [
        (
            "days:\n  - date: 2024-05\n    changes: []\n",
            "Content/changes.yml:2:11: error: expected a full day"
        ),
        ("days:\n  - date: 1911-05-01\n    changes: []\n", "expected a day from 1970 to 9998"),
        ("days:\n  - changes: []\n", "day of changes has no date"),
        (
            "days:\n  - date: 2024-05-01\n    changes: [{kind: statsu}]\n",
            "Content/changes.yml:3:22: error: 'statsu'"
        ),
        ("days: [{date: 2024-05-01, changes: [{was: x}]}]\n", "change has no kind"),
        ("days: 3\n", "Content/changes.yml:1:7: error: expected a list"),
    ])
    func mistakesInTheLogHaveAPlace(_ text: String, _ words: String) throws {
        let site = try site()
        try site.write(Self.log, text)
        let run = try site.run("build")
        #expect(run.status == 1)
        #expect(run.error.contains(words), "\(run.error)")
    }

    /// The text of every file of the site that could be one.
    private func texts(_ site: TemporaryFolder) throws -> String {
        try filesBelow(site.url("Site")).sorted { $0.key < $1.key }
            .map { $0.key + "\n" + String(decoding: $0.value, as: UTF8.self) }.joined(separator: "\n")
    }

    @Test func aWithheldEntryLeavesNoTrace() throws {
        let site = try site()
        // The log names the entry by its title, its texts, and its earlier and present slugs.
        try site.replace(
            "summary: The harbour is closed to ships.", with: "summary: A secret Zanzibar report.",
            in: "Content/events/closed.md")
        try record(site)
        try site.replace(
            "title: Harbour closed", with: "slug: zanzibar\naliases: [closed]\ntitle: Zanzibar named",
            in: "Content/events/closed.md")
        try record(site, "2024-05-02")
        try #require(site.run("build").status == 0)
        #expect(try texts(site).lowercased().contains("zanzibar"))
        let recorded = try site.text(Self.log)
        #expect(recorded.contains("zanzibar"))

        try site.write("old.json", site.text("Site/dateline.json"))
        try site.replace(
            "title: Zanzibar named", with: "withheld: true\ntitle: Zanzibar named",
            in: "Content/events/closed.md")
        let listed = try site.run("changes", "--since", "old.json")
        #expect(listed.output == "the site\n  withheld\n1 change\n")
        try record(site, "2024-05-03")
        #expect(
            try site.text(Self.log) == recorded
                + "  - date: 2024-05-03\n    changes:\n      - kind: withheld\n")
        for options in [[], ["--drafts"]] {
            let run = try site.run(["build"] + options)
            #expect(run.status == 0, "\(run.error)")
            #expect(run.output.contains("1 left out: 1 withheld entry"))
            let texts = try texts(site).lowercased()
            for words in [
                "zanzibar", "harbour closed", "no ship was turned", "nobody was hurt", "events/closed",
            ] {
                #expect(!texts.contains(words), "\(words)")
                #expect(!(run.output + run.error).lowercased().contains(words), "\(words)")
            }
            let page = try site.text("Site/changes.html")
            #expect(page.ranges(of: "An entry was withheld").count == 3)
        }
    }

    @Test func aReferenceToAWithheldEntryIsAnError() throws {
        let site = try site()
        try site.replace(
            "title: Harbour open", with: "withheld: true\ntitle: Harbour open", in: "Content/events/opened.md"
        )
        let run = try site.run("build")
        #expect(run.status == 1)
        #expect(run.error.contains("'opened' is withheld, and not on the site [unknown-entry]"))
    }

    @Test func hostileTextIsEscaped() throws {
        let site = try site()
        try site.write(
            Self.log,
            "days: [{date: 2024-05-01, changes: [{kind: text, entry: closed, title: \"<b>T</b>\", part: \"<i>\", was: \"</del><script>x</script>\", now: \"]]>&\"}]}]\n"
        )
        try #require(site.run("build").status == 0)
        for file in ["changes.html", "index.html", "changes.atom"] {
            let text = try site.text("Site/" + file)
            #expect(text.contains("script&gt;x") || text.contains("script&amp;gt;x"), "\(file)")
            #expect(!text.contains("<script>x") && !text.contains("<b>T"), "\(file)")
        }
    }

    @Test func aSiteWithoutAnAddressHasNoFeed() throws {
        let site = try site()
        try site.replace("base_url: https://a.example/\n", with: "", in: "Content/timeline.yml")
        try site.write(
            Self.log, "days: [{date: 2024-05-01, changes: [{kind: added, entry: closed, title: T}]}]\n")
        try #require(site.run("build").status == 0)
        #expect(site.exists("Site/changes.html"))
        #expect(!site.exists("Site/changes.atom"))
        #expect(try !site.text("Site/changes.html").contains("changes.atom"))
    }

    @Test func anEmptyLogHasNoPage() throws {
        let site = try site()
        let before = try site.tree("Site")
        try site.write(Self.log, "days:\n")
        try #require(site.run("build").status == 0)
        #expect(try site.tree("Site") == before)
    }
}
