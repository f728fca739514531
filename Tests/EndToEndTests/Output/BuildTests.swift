import Foundation
import TestSupport
import Testing

/// What a build prints, writes and keeps.
@Suite struct BuildTests {
    @Test func writesASiteAndSaysWhatItDid() throws {
        let site = try TemporaryFolder(SmallSite.files)
        let run = try site.run("build")
        #expect(run.status == 0)
        #expect(run.error == "")
        let written = Set(try site.tree("Site").keys).subtracting([".dateline-manifest"])
        let pages = written.count { $0.hasSuffix(".html") }
        #expect(
            run.timeless
                == "Site: 2 entries, \(pages) pages; \(written.count) written, 0 unchanged, 0 removed; T s\n")
        #expect(
            written.isSuperset(of: [
                "index.html", "events/closed.html", try site.stylePath(), "404.html", "_headers",
            ]))
        #expect(try site.text("Site/index.html").contains("Harbour reopened"))
    }

    @Test func aSecondBuildWritesNothing() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.run("build")
        let before = try site.stamps("Site")
        let run = try site.run("build")
        #expect(run.status == 0)
        #expect(
            run.timeless
                == "Site: 2 entries, 13 pages; nothing changed (0 written, \(before.count - 1) unchanged, 0 removed); T s\n"
        )
        #expect(try site.stamps("Site") == before)
    }

    @Test func onlyWhatChangedIsReplaced() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.run("build")
        let before = try site.stamps("Site")
        try site.replace("Text.", with: "Another text.", in: "Content/events/closed.md")
        let run = try site.run("build")
        let after = try site.stamps("Site")
        let changed = Set(after.filter { before[$0.key] != $0.value }.keys).subtracting([".dateline-manifest"]
        )
        // Search data that has changed has another file name.
        let gone = Set(before.keys).subtracting(after.keys)
        #expect(run.status == 0)
        #expect(changed.contains("events/closed.html"))
        #expect(!changed.contains("events/reopened.html"))
        #expect(
            run.output.contains(
                "\(changed.count) written, \(after.count - 1 - changed.count) unchanged, \(gone.count) removed"
            ))
        #expect(gone.allSatisfy { $0.hasPrefix("search/") })
        #expect(try site.text("Site/events/closed.html").contains("Another text."))
    }

    @Test func aDamagedFileIsMended() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.run("build")
        let before = try site.tree("Site")
        try site.write("Site/index.html", "half a p")
        try site.remove("Site/\(site.stylePath())")
        let run = try site.run("build")
        #expect(run.output.contains("2 written, \(before.count - 3) unchanged, 0 removed"))
        #expect(try site.tree("Site") == before)
    }

    @Test func aLostManifestIsWrittenAgainWhereNothingElseIs() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.run("build")
        let before = try site.tree("Site")
        try site.remove("Site/.dateline-manifest")
        let refused = try site.run("build")
        #expect(refused.status == 74)
        #expect(refused.error.contains("Site/404.html: not written by Dateline\n"))
        try site.remove("Site")
        #expect(try site.run("build").status == 0)
        #expect(try site.tree("Site") == before)
    }

    @Test func pagesOfARemovedEntryAreRemoved() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write(
            "Content/events/tagged.md", SmallSite.entry("Tagged", "1912", more: "tags: [strike]"))
        try site.run("build")
        #expect(site.exists("Site/tags/strike.html"))
        let before = Set(try site.tree("Site").keys)
        try site.remove("Content/events/tagged.md")
        let run = try site.run("build")
        let gone = before.subtracting(try site.tree("Site").keys)
        #expect(run.output.contains(", \(gone.count) removed;"))
        #expect(Set(gone.filter { !$0.hasPrefix("search/") }) == ["events/tagged.html", "tags/strike.html"])
        #expect(!site.exists("Site/events/tagged.html"))
        #expect(!site.exists("Site/tags/strike.html"))
        #expect(site.exists("Site/tags/index.html"))
    }

    @Test func foldersThatAreEmptyWithoutAFileAreRemoved() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Content/media/a/b/c.txt", "x")
        try site.write("Content/media/kept.txt", "x")
        try site.run("build")
        try site.write("Site/media/a/mine.txt", "mine")
        try site.remove("Content/media/a")
        #expect(try site.run("build").output.contains(", 1 removed;"))
        #expect(!site.exists("Site/media/a/b"))
        #expect(try site.text("Site/media/a/mine.txt") == "mine")
    }

    @Test func aFileBecomesAFolderAndBack() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Content/media/plan", "a file")
        #expect(try site.run("build").status == 0)
        try site.remove("Content/media/plan")
        try site.write("Content/media/plan/deep/one.txt", "1")
        #expect(try site.run("build").output.contains("; 1 written, "))
        #expect(try site.text("Site/media/plan/deep/one.txt") == "1")
        try site.remove("Content/media/plan")
        try site.write("Content/media/plan", "a file")
        #expect(try site.run("build").output.contains(", 1 removed;"))
        #expect(try site.text("Site/media/plan") == "a file")
    }

    @Test func aFolderWithForeignFilesDoesNotBecomeAFile() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Content/media/plan/one.txt", "1")
        try site.run("build")
        try site.write("Site/media/plan/mine.txt", "mine")
        try site.remove("Content/media/plan")
        try site.write("Content/media/plan", "a file")
        let run = try site.run("build")
        #expect(run.status == 74)
        #expect(run.error.contains("Site/media/plan"))
        #expect(try site.text("Site/media/plan/mine.txt") == "mine")
    }

    @Test func quietPrintsNothing() throws {
        let site = try TemporaryFolder(SmallSite.files)
        let run = try site.run("build", "--quiet")
        #expect(run.status == 0)
        #expect(run.output == "")
        #expect(run.error == "")
        #expect(site.exists("Site/index.html"))
    }

    @Test func quietStillTellsMistakes() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Content/events/bad.md", SmallSite.entry("Bad", "1911-13"))
        let run = try site.run("build", "--quiet")
        #expect(run.status == 1)
        #expect(run.error.hasPrefix("Content/events/bad.md:3:11: error: "))
    }

    @Test func errorsLeaveTheEarlierSiteUntouched() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.run("build")
        let before = try site.stamps("Site")
        try site.write("Content/events/bad.md", SmallSite.entry("Bad", "1911-13"))
        try site.write("Content/events/closed.md", SmallSite.entry("Changed", "1911-08-11"))
        let run = try site.run("build")
        #expect(run.status == 1)
        #expect(run.output == "")
        #expect(run.error.hasSuffix("\n1 error, 0 warnings\nnothing was written\n"))
        #expect(try site.stamps("Site") == before)
    }

    @Test func errorsMakeNoFolder() throws {
        let site = try TemporaryFolder(["Content/timeline.yml": "title: Empty\n"])
        let run = try site.run("build")
        #expect(run.status == 1)
        #expect(run.error.contains("[no-entries]"))
        #expect(!site.exists("Site"))
    }

    @Test func everyMistakeIsToldInOneRun() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Content/events/a.md", SmallSite.entry("A", "1911-13"))
        try site.write("Content/events/b.md", SmallSite.entry("B", "1911", body: "[gone](nowhere.md)"))
        try site.write("Content/events/c.md", "no front matter\n")
        try site.write("Templates/home.mustache", "{{nothing}}")
        let run = try site.run("build")
        #expect(run.status == 1)
        let heads = run.error.split(separator: "\n").filter { $0.contains(": error: ") }
        #expect(
            heads.map { String($0.prefix { $0 != " " }) } == [
                "Content/events/a.md:3:11:", "Content/events/b.md:7:8:", "Content/events/c.md:1:1:",
                "Templates/home.mustache:1:3:",
            ])
        #expect(run.error.hasSuffix("\n4 errors, 0 warnings\nnothing was written\n"))
        #expect(!site.exists("Site"))
    }

    @Test func noColourWhereThereIsNoTerminal() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Content/events/bad.md", SmallSite.entry("Bad", "1911-13"))
        let run = try site.run("build", environment: ["TERM": "xterm-256color"])
        #expect(run.error.contains("error: "))
        #expect(!run.errorBytes.contains(0x1B))
    }

    @Test func theDefaultThemeIsInsideTheBinary() throws {
        let site = try TemporaryFolder(SmallSite.files)
        let tools = try TemporaryFolder()
        try tools.copy(Dateline.found(), to: "alone")
        let run = try RunningProcess(
            tools.url("alone"), ["build"], at: site.path, input: [], environment: [:]
        ).finish()
        #expect(run.status == 0)
        #expect(try site.text("Site/\(site.stylePath())").count > 1_000)
    }
}
