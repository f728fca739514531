import Foundation
import TestSupport
import Testing

@testable import dateline

/// Exceeding a limit on the size of files is handled like a full disk: a message, status 74, and no partial files.
@Suite struct FileLimitTests {
    private let long = String(repeating: "Long text. ", count: 20_000)

    private func site() throws -> TemporaryFolder {
        var files = SmallSite.files
        files["Content/events/closed.md"] = SmallSite.entry("Harbour closed", "1911-8-11", body: long)
        return try TemporaryFolder(files)
    }

    @Test func aRepairLeavesNothing() throws {
        let site = try site()
        let before = try site.tree("")
        let run = try site.shell("ulimit -f 16; exec dateline check --fix")
        #expect(run.status == 74)
        #expect(run.error.contains("error: Content/events/closed.md: File too large\n"))
        #expect(try site.tree("") == before)
    }

    @Test func aBuildLeavesNothingBesideTheSite() throws {
        let site = try site()
        #expect(try site.run("check", "--fix").status == 0)
        let run = try site.shell("ulimit -f 16; exec dateline build")
        #expect(run.status == 74)
        #expect(run.error.contains("File too large"))
        let left = try site.tree("Site").keys.filter { $0.contains("writing") }
        #expect(left.isEmpty)
        #expect(try site.run("build").status == 0)
    }

    @Test(arguments: [1, 8])
    func aNewSiteIsWholeOrNotThere(_ blocks: Int) throws {
        let folder = try TemporaryFolder(["mine.txt": "mine"])
        let run = try folder.shell("ulimit -f \(blocks); exec dateline new deep/er/site")
        #expect(run.status == 74)
        #expect(run.error.hasPrefix("error: deep/er/site/"))
        #expect(!folder.exists("deep"))
        try folder.makeFolder("deep")
        #expect(try folder.shell("ulimit -f \(blocks); exec dateline new deep/er/site").status == 74)
        #expect(folder.exists("deep") && !folder.exists("deep/er"), "existing folders are kept")
        #expect(try folder.run("new", "deep/er/site").status == 0)
    }

    @Test func anEntryIsWrittenWithItsSourceOrNotAtAll() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Content/sources.yml", String(repeating: "# a long file\n", count: 1000))
        let before = try site.tree("")
        let run = try site.shell(
            "ulimit -f 2; exec dateline add X --date 1912 --status confirmed --cite-url https://example.org/x"
        )
        #expect(run.status == 74)
        #expect(run.error.hasSuffix("error: Content/sources.yml: File too large\n"), "\(run.error)")
        #expect(try site.tree("") == before)
    }

    @Test func whatTookALeftOverNameIsNoHindrance() throws {
        let folder = try TemporaryFolder(["Content/a.md": "before"])
        let name = "Content/.a.md.\(ProcessInfo.processInfo.processIdentifier)"
        try folder.write(name, "left by another")
        let file = ReplacedFile(
            root: folder.path, path: "Content/a.md", before: Array("before".utf8), after: Array("after".utf8))
        try file.write()
        #expect(try folder.text("Content/a.md") == "after")
        #expect(try folder.text(name) == "left by another")
        #expect(try folder.tree("").count == 2)
    }
}
