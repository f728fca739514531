import Foundation
import TestSupport
import Testing

/// The same content gives the same bytes.
@Suite struct SameBytesTests {
    private func story() throws -> TemporaryFolder {
        let site = try TemporaryFolder()
        try site.copy(Repository.root.appending(path: "Content"), to: "Content")
        return site
    }

    @Test func anyNumberOfJobs() throws {
        let site = try story()
        for jobs in ["1", "2", "16"] {
            let run = try site.run("build", "--jobs", jobs, "-o", "out\(jobs)")
            #expect(run.status == 0)
        }
        let one = try site.tree("out1")
        #expect(one.count > 150)
        #expect(try site.tree("out2") == one)
        #expect(try site.tree("out16") == one)
    }

    @Test func anyOrderOfFilesInTheirFolders() throws {
        let files = try story().tree("Content").sorted { $0.key < $1.key }
        var trees: [[String: [UInt8]]] = []
        for order in [files, files.reversed(), files.shuffled()] {
            let site = try TemporaryFolder()
            for (name, bytes) in order { try site.write("Content/" + name, bytes: bytes) }
            #expect(try site.run("build").status == 0)
            trees.append(try site.tree("Site"))
        }
        #expect(trees[0] == trees[1])
        #expect(trees[0] == trees[2])
    }

    @Test func anyFolderOfEntries() throws {
        let flat = try TemporaryFolder(SmallSite.files)
        let deep = try TemporaryFolder(["Content/timeline.yml": SmallSite.settings])
        try deep.write("Content/events/b/z/closed.md", SmallSite.closed)
        try deep.write("Content/events/a/reopened.md", SmallSite.entry("Harbour reopened", "1911-08-14"))
        #expect(try flat.run("build").status == 0)
        #expect(try deep.run("build").status == 0)
        // The whole content names the files that links within it are relative to.
        let trees = try [flat, deep].map { try $0.tree("Site").filter { $0.key != "dateline.json" } }
        #expect(trees[0] == trees[1])
    }

    @Test func anyPlaceAndTimeZoneAndLanguage() throws {
        let here = try TemporaryFolder(SmallSite.files)
        let there = try TemporaryFolder(SmallSite.files)
        try here.run("build")
        try there.run("build", environment: ["TZ": "Asia/Seoul", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR"])
        #expect(try here.tree("Site") == there.tree("Site"))
    }

    @Test func mistakesComeInOneOrderForAnyNumberOfJobs() throws {
        let site = try story()
        for name in try site.tree("Content/events").keys {
            let text = try site.text("Content/events/" + name)
            try site.write("Content/events/" + name, text.replacing("status: ", with: "status: un"))
        }
        let one = try site.run("check", "--jobs", "1")
        let many = try site.run("check", "--jobs", "16")
        #expect(one.status == 1)
        #expect(one.error == many.error)
    }
}
