import Foundation
import TestSupport
import Testing

/// `dateline add`.
@Suite struct AddCommandTests {
    private func site() throws -> TemporaryFolder {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write(
            "Content/timeline.yml",
            "title: Harbour\ngroups: [{id: shipping, name: Shipping}]\ntags: {strike: {name: Strike}}\n")
        try site.write("Content/actors.yml", "port-authority: {name: Port Authority}\n")
        try site.write("Content/places.yml", "old-quay: {name: Old Quay}\n")
        try site.write("Content/sources.yml", "gazette: {publisher: The Gazette, date: 1911-08-12}\n")
        return site
    }

    private let path = "Content/events/1911-08-11-ships-held.md"

    @Test func writesAnEntryThatBuilds() throws {
        let site = try site()
        let run = try site.run(
            "add", "Ships held", "--date", "1911-08-11", "--status", "claimed", "--group", "shipping",
            "--actor",
            "port-authority", "--place", "old-quay", "--tag", "strike", "--cite", "gazette")
        #expect(run.status == 0)
        #expect(run.output == path + "\n")
        #expect(run.error == "")
        #expect(
            try site.text(path) == """
                ---
                title: Ships held
                date: 1911-08-11
                status: claimed
                group: shipping
                actors: [port-authority]
                places: [old-quay]
                tags: [strike]
                claims:
                  - by: port-authority
                    stance: asserts
                    says: Ships held
                    source: [gazette]
                ---

                """)
        let build = try site.run("build", "--strict")
        #expect(build.status == 0)
        #expect(build.error == "")
        #expect(site.exists("Site/events/1911-08-11-ships-held.html"))
    }

    @Test func aSourceStandsAloneWhereNobodyClaims() throws {
        let site = try site()
        try site.run(
            "add", "Ships held", "--date", "1911-08-11", "--status", "confirmed", "--cite", "gazette")
        #expect(
            try site.text(path) == """
                ---
                title: Ships held
                date: 1911-08-11
                status: confirmed
                sources: [gazette]
                ---

                """)
        #expect(try site.run("build", "--strict").status == 0)
    }

    @Test(arguments: [
        ("1911-08-11", "1911-08-11"), ("1911-08", "1911-08"), ("1911", "1911"), ("1911-08-0X", "1911-08"),
        ("1911-08-01/1911-08-11", "1911-08-01"), ("1911-08/1911-09", "1911-08"), ("1911~", "1911"),
        ("[1911-08-11,1911-08-12]", "1911-08-11"), ("{1911,1912}", "1911"), ("1911-08-0X/..", "1911-08"),
        ("-0044", "0045-bce"), ("0000", "0001-bce"),
        ("-0043-03-15", "0044-bce-03-15"), ("[-0499..-0399]", "0500-bce"), ("-004X", ""), ("Y17000", "17000"),
        ("Y-11999", "12000-bce"), ("1911-21", "1911"), ("1911-%08", "1911"), ("1XXX", ""),
    ])
    func everyKindOfDateReadsBack(_ date: String, _ name: String) throws {
        let site = try site()
        try site.replace("title: ", with: "exports: []\ntitle: ", in: "Content/timeline.yml")
        let run = try site.run("add", "Held", "--date", date, "--status", "confirmed", "--cite", "gazette")
        #expect(run.status == 0)
        #expect(run.error == "")
        #expect(run.output == "Content/events/\(name.isEmpty ? "" : name + "-")held.md\n")
        let build = try site.run("build", "--strict")
        #expect(build.status == 0)
        #expect(build.error == "")
    }

    @Test func aDateThatYAMLReadsAsMoreIsQuoted() throws {
        let site = try site()
        try site.run(
            "add", "Held", "--date", "[1911-08-11,1911-08-12]", "--status", "confirmed", "--cite", "gazette")
        #expect(
            try site.text("Content/events/1911-08-11-held.md").contains(
                "\ndate: \"[1911-08-11,1911-08-12]\"\n"))
    }

    @Test(arguments: [
        "It's \"closed\": #1", "- a list", "yes", "null", "~", "1911", "[x]", "{x}", "%x", "*x", "&x", "!x",
        "@x",
        "`x`", "> x", "| x", "a\nb", "tab\there", " spaces ", "a: b", "a #b", "—", "漢字", "’quoted’", "\\n",
        "?x", "? x", "x:", "'", "\"", "---", "…", "{{x}}", "<b>", "*not emphasis* [^x] [a](b.md)", "1. One",
        "# H", "+ x", "&amp; x", "a\\*b",
    ])
    func aTitleReadsBackAsItIs(_ title: String) throws {
        let site = try site()
        let run = try site.run(
            "add", "--date", "1911-08-11", "--status", "claimed", "--actor", "port-authority", "--cite",
            "gazette",
            "--", title)
        #expect(run.status == 0)
        #expect(run.error == "")
        let build = try site.run("build")
        #expect(build.status == 0)
        #expect(build.error == "")
        let name = try #require(run.output.split(separator: "/").last).dropLast(4)
        let page = try site.text("Site/events/\(name).html")
        let shown = try #require(page.firstMatch(of: /(?s)<title>(.*?) · Harbour<\/title>/)).1
        #expect(unescaped(String(shown)) == title.trimmingCharacters(in: .newlines))
    }

    private func unescaped(_ html: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(html) {
            $0.replacing($1.0, with: $1.1)
        }
    }

    @Test func neverOverwrites() throws {
        let site = try site()
        try site.write(path, SmallSite.entry("Mine", "1911"))
        let before = try site.stamps("Content")
        let run = try site.run(
            "add", "Ships held", "--date", "1911-08-11", "--status", "confirmed", "--cite", "gazette")
        #expect(run.status == 74)
        #expect(run.output == "")
        #expect(
            run.error
                == "error: \(path): there already; nothing was written; --slug 1911-08-11-ships-held-2 is free\n"
        )
        #expect(try site.stamps("Content") == before)
    }

    private let held = [
        "add", "Ships held", "--date", "1911-08-11", "--status", "confirmed", "--cite", "gazette",
    ]

    @Test func aSlugOfOnesOwn() throws {
        let site = try site()
        #expect(try site.run(held + ["--slug", "held"]).output == "Content/events/held.md\n")
        #expect(try site.run(held + ["--slug", "held"]).status == 74)
        #expect(try site.run("build", "--strict").status == 0)
    }

    @Test func aSlugInAnotherFolderAndAnAliasAreTaken() throws {
        let site = try site()
        try site.write("Content/events/old/1911-08-11-ships-held.md", SmallSite.entry("Mine", "1911"))
        try site.write(
            "Content/events/other.md",
            SmallSite.entry("Other", "1911", more: "aliases: [1911-08-11-ships-held-2]"))
        let run = try site.run(held)
        #expect(run.status == 74)
        #expect(
            run.error.contains(
                "another entry has this slug; nothing was written; --slug 1911-08-11-ships-held-3"))
        #expect(try site.run(held + ["--slug", "1911-08-11-ships-held-2"]).status == 74)
        #expect(try site.run(held + ["--slug", "1911-08-11-ships-held-3"]).status == 0)
    }

    @Test(arguments: [
        ("Held", "write held"), ("index", "not a valid slug"), ("-", "not a valid slug"),
        ("a/b", "write a-b"), ("", "not a valid slug"),
        (String(repeating: "a", count: 250), "slug of 250 letters"),
    ])
    func whatIsNoSlugIsWrongUsage(_ slug: String, _ words: String) throws {
        let site = try site()
        let before = try site.stamps("Content")
        let run = try site.run(held + ["--slug", slug])
        #expect(run.status == 64)
        #expect(run.error.contains(words))
        #expect(try site.stamps("Content") == before)
    }

    @Test(arguments: ["- dash first", "-5 degrees", "-harbour", "-- two", "--- three"])
    func aTitleWithADashStandsBehindTwo(_ title: String) throws {
        let site = try site()
        let before = try site.stamps("Content")
        let options = ["--date", "-0043-03-15", "--status", "confirmed", "--cite", "gazette"]
        let run = try site.run(["add", title] + options)
        #expect(run.status == 64)
        #expect(run.output == "")
        #expect(run.error.contains("-- \"\(title)\""))
        #expect(try site.stamps("Content") == before)
        #expect(try site.run(["add"] + options + ["--", title]).status == 0)
        #expect(try site.run("build", "--strict").status == 0)
    }

    @Test(arguments: [
        (["--actor", "port-authorty"], "unknown-actor"), (["--place", "old-qauy"], "unknown-place"),
        (["--group", "shiping"], "unknown-group"), (["--cite", "gazete"], "unknown-source"),
        (["--status", "confrmed"], "unknown-status"),
    ])
    func unknownIDsWriteNothing(_ options: [String], _ rule: String) throws {
        let site = try site()
        let before = try site.stamps("Content")
        let status = options.contains("--status") ? [] : ["--status", "confirmed"]
        let run = try site.run(["add", "Held", "--date", "1911"] + status + options)
        #expect(run.status == 1)
        #expect(run.output == "")
        #expect(run.error.contains("[\(rule)]"))
        #expect(run.error.contains("fix: write "))
        #expect(run.error.hasSuffix("nothing was written\n"))
        #expect(try site.stamps("Content") == before)
    }

    @Test(arguments: [
        ([], "a title, --date, --status"), (["x"], "--date, --status"),
        (["x", "--date", "1911"], "--status"),
        (["--date", "1911", "--status", "confirmed"], "a title"),
    ])
    func whatIsMissingIsNamedWhereNobodyCanAnswer(_ arguments: [String], _ missing: String) throws {
        let site = try site()
        let before = try site.stamps("Content")
        let run = try site.run(["add"] + arguments)
        #expect(run.status == 64)
        #expect(run.output == "")
        #expect(run.error.hasPrefix("Error: add needs \(missing).\n"))
        #expect(try site.stamps("Content") == before)
    }

    @Test func aWrongDateIsWrongUsage() throws {
        let run = try site().run("add", "x", "--date", "13.9.1911", "--status", "confirmed")
        #expect(run.status == 64)
        #expect(run.error.contains("write 1911-09-13"))
        let guess = try site().run("add", "x", "--date", "-500", "--status", "confirmed")
        #expect(guess.status == 64)
        #expect(guess.error.contains("write -0500 for 501 BCE; write -0499 for 500 BCE"))
    }

    @Test func theSitesStatusIsNotRepeated() throws {
        let site = try site()
        try site.write("Content/timeline.yml", "title: Harbour\ndefaults: {status: confirmed}\n")
        #expect(try site.run("add", "Ships held", "--date", "1911-08-11", "--cite", "gazette").status == 0)
        #expect(try !site.text(path).contains("status"))
    }

    @Test func pathsAreNamedFromHere() throws {
        let folder = try TemporaryFolder()
        for (name, text) in SmallSite.files { try folder.write("story/" + name, text) }
        let run = try folder.run("add", "New", "--date", "1911", "--status", "confirmed", "--source", "story")
        #expect(run.status == 0)
        #expect(run.output == "story/Content/events/1911-new.md\n")
        #expect(run.error.hasPrefix("story/Content/events/1911-new.md:2:8: warning: entry has no source"))
        #expect(folder.exists("story/Content/events/1911-new.md"))
    }

    @Test func theFolderOfEntriesIsMade() throws {
        let site = try TemporaryFolder(["Content/timeline.yml": "title: New\n"])
        #expect(try site.run("add", "First", "--date", "1911", "--status", "confirmed").status == 0)
        #expect(try site.run("build").status == 0)
    }

    @Test func mistakesElsewhereDoNotStopANewEntry() throws {
        let site = try site()
        try site.write("Content/events/bad.md", SmallSite.entry("Bad", "1911-13"))
        let run = try site.run("add", "New", "--date", "1911", "--status", "confirmed", "--cite", "gazette")
        #expect(run.status == 0)
        #expect(run.error == "")
    }

    @Test func aLongTitleMakesAShortName() throws {
        let site = try site()
        let title = Array(repeating: "harbour", count: 60).joined(separator: " ")
        let run = try site.run("add", title, "--date", "1911", "--status", "confirmed", "--cite", "gazette")
        #expect(run.status == 0)
        #expect(run.output.utf8.count < 100)
        let solid = String(repeating: "漢", count: 300)
        let other = try site.run("add", solid, "--date", "1911", "--status", "confirmed", "--cite", "gazette")
        #expect(other.status == 0)
        #expect(try site.run("build").status == 0)
    }
}
