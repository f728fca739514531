import Foundation
import TestSupport
import Testing

/// `dateline check`: editorial rules, formats and fixes.
@Suite struct CheckCommandTests {
    private static let inText = "Content/events/bad.md"

    /// A site with a finding of an editorial rule and no other mistakes.
    private func site() throws -> TemporaryFolder {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write(
            Self.inText,
            SmallSite.entry("Harbour", "1911-08-12", more: "media: [{file: a.gif, alt: A quay}]"))
        try site.write("Content/media/a.gif", bytes: Array("GIF89a\u{1}\u{0}\u{1}\u{0}".utf8))
        return site
    }

    @Test func editorialRulesAreForCheckAlone() throws {
        let site = try site()
        #expect(try site.run("build", "--strict").error == "")
        let check = try site.run("check")
        #expect(check.status == 0)
        #expect(check.output == "3 entries checked\n")
        #expect(
            check.error == """
                Content/events/bad.md:6:9: warning: picture without credit [picture-without-credit]
                 6 | media: [{file: a.gif, alt: A quay}]
                   |         ^
                   = fix: add credit: who made it
                   = rule: A picture has a credit.

                0 errors, 1 warning

                """)
        #expect(try site.run("check", "--strict").status == 1)
        try site.write(
            "Content/timeline.yml",
            "title: Harbour\nrules: {picture-without-credit: off, repeated-name: off}\n")
        #expect(try site.run("check", "--strict").error == "")
    }

    @Test func gitHubIsToldOnStandardOutput() throws {
        let check = try site().run("check", "--format", "github")
        #expect(check.status == 0)
        #expect(check.error == "")
        #expect(
            check.output
                == "::warning file=Content/events/bad.md,line=6,endLine=6,col=9,title=picture-without-credit::picture without credit%0Afix: add credit: who made it%0Arule: A picture has a credit.\n"
        )
    }

    @Test func sarifListsEveryRule() throws {
        let check = try site().run("check", "--format", "sarif")
        #expect(check.status == 0)
        #expect(check.error == "")
        let log = try JSONSerialization.jsonObject(with: Data(check.outputBytes)) as? [String: Any]
        let run = try #require((log?["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rules = try #require(driver["rules"] as? [[String: Any]]).compactMap { $0["id"] as? String }
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.count == 1)
        let slot = try #require(results.first?["ruleIndex"] as? Int)
        #expect(rules[slot] == "picture-without-credit")
        #expect(rules.count > 70)
    }

    @Test func manyFindingsAreCountedByRule() throws {
        let site = try site()
        try site.write("Content/timeline.yml", "title: Harbour\n")
        for number in 10..<40 {
            try site.write(
                "Content/events/e\(number).md",
                SmallSite.entry(
                    "E\(number)", "1911-08-\(number % 20 + 10)", more: "media: [{file: a.gif, alt: A}]"))
        }
        let check = try site.run("check")
        #expect(
            check.error.hasSuffix(
                "\n0 errors, 31 warnings, 1 note; by rule:\n  picture-without-credit  31\n  repeated-name           1\n`dateline explain RULE` explains what a rule requires and why.\n"
            ))
    }

    // MARK: Repairs

    private static let broken = """
        ---
        title: "Ä: harbour"
        date: 13.9.1911
        status: confirmed
        actors: Dockers
        draft: no
        sources: [{publisher: The Gazette, date: [1911-08-12,1911-08-13]}]
        importance: 4
        grupo: x
        ---
        Text.

        """

    @Test func safeRepairsAreMadeAndShown() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write(Self.inText, Self.broken)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o640], ofItemAtPath: site.url(Self.inText).path)
        let check = try site.run("check", "--fix")
        #expect(check.status == 0)
        #expect(
            check.output == """
                --- a/Content/events/bad.md
                +++ b/Content/events/bad.md
                @@ -1,10 +1,10 @@
                 ---
                 title: "Ä: harbour"
                -date: 13.9.1911
                +date: 1911-09-13
                 status: confirmed
                -actors: Dockers
                -draft: no
                -sources: [{publisher: The Gazette, date: [1911-08-12,1911-08-13]}]
                +actors: [Dockers]
                +draft: false
                +sources: [{publisher: The Gazette, date: "[1911-08-12,1911-08-13]"}]
                 importance: 4
                 grupo: x
                 ---
                3 entries checked

                """)
        #expect(check.error.contains("[importance-range]"))
        #expect(check.error.contains("[unknown-key]"))
        #expect(!check.error.contains("[date-"))
        let fixed = try site.text(Self.inText)
        #expect(fixed.contains("date: 1911-09-13\n"))
        let mode = try FileManager.default.attributesOfItem(atPath: site.url(Self.inText).path)
        #expect((mode[.posixPermissions] as? NSNumber)?.intValue == 0o640)
        #expect(try site.tree("Content").count == 4, "nothing else is left")
        let before = try site.stamps("Content")
        #expect(try site.run("check", "--fix").output == "3 entries checked\n")
        #expect(try site.stamps("Content") == before)
    }

    /// A date with more than one reading, or with none that has the same meaning, is not changed.
    @Test(arguments: [
        "date: -500", "date: 44", "date: 800", "date: circa -0500", "date: mid-1911", "date: 1911/12",
        "date: 500-400 BC", "date: 1800s", "date: 03/04/1911", "date: 14/15 August 1911",
        "date: 1914 to 1918",
        "date: 1911.5", "date: 1911.12", "date: 8 1911", "date: 1911-8", "date: c1911", "date: 1899–01",
        "date: 1911-08–09", "date: –500",
        "date: 2016-06-15 12:30", "date: 1911-00-00", "date: [44, 45]", "date: [\"1911\", \"1912\"]",
        "places: Paris, Texas", "places: \"Paris, Texas\"", "actors: Smith & Sons", "tags: harbour strike",
        "tags: [a]\ndraft: y", "kind: evnt", "stauts: x", "actors: Dockers; Police",
    ])
    func guessesAreNotWritten(_ line: String) throws {
        let site = try TemporaryFolder(SmallSite.files)
        let date = line.hasPrefix("date") ? "" : "date: 1911\n"
        try site.write(
            Self.inText, "---\ntitle: x\nstatus: confirmed\n\(date)\(line)\nsources: [{publisher: G}]\n---\n")
        let before = try site.stamps("Content")
        let check = try site.run("check", "--fix", "--format", "json")
        #expect(!check.error.contains("+++"))
        #expect(try site.stamps("Content") == before)
    }

    @Test func programsDatesAreRepaired() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write(Self.inText, SmallSite.entry("x", "2016-6-15 00:00:00"))
        #expect(try site.run("check", "--fix").output.contains("+date: 2016-06-15T00:00:00\n"))
        #expect(try site.run("build").status == 0)
    }

    @Test(arguments: ["", "/", "//", "/."])
    func theDiffNamesFilesThatItCanBeAppliedTo(_ end: String) throws {
        let site = try TemporaryFolder(SmallSite.files)
        for source in [site.path, "."] {
            try site.write(Self.inText, SmallSite.entry("x", "11.8.1911"))
            let check = try site.run("check", "--fix", "--source", source + end)
            #expect(check.output.contains("+date: 1911-08-11\n"))
            let folder = source == "." ? "" : String(source.dropFirst()) + "/"
            #expect(check.output.hasPrefix("--- a/\(folder)\(Self.inText)\n+++ b/\(folder)\(Self.inText)\n"))
        }
    }

    @Test func withoutTheFlagNothingIsWritten() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write(Self.inText, Self.broken)
        let before = try site.stamps("Content")
        #expect(try site.run("check").status == 1)
        #expect(try site.stamps("Content") == before)
    }

    @Test func jsonSaysWhatIsSafe() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write(Self.inText, Self.broken)
        let json = try site.run("check", "--format", "json").output
        #expect(json.contains("{\"summary\":\"write 1911-09-13\",\"safe\":true,\"edits\""))
        let fixing = try site.run("check", "--fix", "--format", "json")
        #expect(fixing.output.hasPrefix("{\"diagnostics\":["))
        #expect(fixing.error.hasPrefix("--- a/Content/events/bad.md\n"))
    }

    @Test func theFileBehindALinkIsRepaired() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Content/kept/bad.md.bak", Self.broken)
        try site.link(Self.inText, to: "../kept/bad.md.bak")
        #expect(try site.run("check", "--fix").output.contains("+date: 1911-09-13\n"))
        #expect(try site.text("Content/kept/bad.md.bak").contains("date: 1911-09-13\n"))
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: site.url(Self.inText).path)
                == "../kept/bad.md.bak")
    }
}
