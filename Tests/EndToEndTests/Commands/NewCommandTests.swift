import Foundation
import TestSupport
import Testing

@testable import dateline

/// `dateline new`, and commands on the site that it writes.
@Suite struct NewCommandTests {
    @Test func aNewSiteBuildsAndHasNothingToSayAgainst() throws {
        let folder = try TemporaryFolder()
        let run = try folder.run("new", "sites/harbour")
        #expect(run.status == 0)
        #expect(run.error == "")
        #expect(run.output.hasPrefix("sites/harbour: \(starterFiles.count) files\n"))
        #expect(try folder.tree("").count == starterFiles.count)
        let build = try folder.run("build", "--strict", at: "sites/harbour")
        #expect(build.status == 0)
        #expect(build.error == "")
        let check = try folder.run("check", "--strict", at: "sites/harbour")
        #expect(check.status == 0)
        #expect(check.error == "")
        #expect(check.output == "3 entries checked\n")
        let add = try folder.run(
            "add", "Ships held", "--date", "1911-08-11", "--status", "confirmed", "--cite",
            "gazette-1911-08-12",
            at: "sites/harbour")
        #expect(add.status == 0)
        #expect(try folder.run("check", "--strict", at: "sites/harbour").status == 0)
    }

    @Test func anEmptyFolderIsTaken() throws {
        let folder = try TemporaryFolder()
        #expect(try folder.run("new", ".").status == 0)
        #expect(folder.exists("Content/timeline.yml"))
        #expect(folder.exists(".gitignore"))
    }

    @Test(arguments: ["file.txt", ".hidden"])
    func aFolderThatHoldsAnythingIsLeft(_ name: String) throws {
        let folder = try TemporaryFolder(["site/\(name)": "mine"])
        let run = try folder.run("new", "site")
        #expect(run.status == 64)
        #expect(run.output == "")
        #expect(run.error.hasPrefix("Error: site is not empty: it contains \(name). Nothing was written.\n"))
        #expect(try folder.tree("site") == [name: Array("mine".utf8)])
    }

    @Test func aFileIsNoFolder() throws {
        let folder = try TemporaryFolder(["site": "mine"])
        let run = try folder.run("new", "site")
        #expect(run.status == 64)
        #expect(run.error.hasPrefix("Error: site exists, and is not a folder.\n"))
        #expect(try folder.text("site") == "mine")
    }

    @Test func whatCannotBeWrittenIsNamed() throws {
        let folder = try TemporaryFolder(["file": "x"])
        let run = try folder.run("new", "file/site")
        #expect(run.status == 74)
        #expect(run.error.hasPrefix("error: file/site/.github/workflows/publish.yml: "))
    }

    /// SwiftPM embeds the files but makes no list of them, so the list is compared with the folder.
    @Test func everyFileOfTheStarterIsWritten() throws {
        let starter = Repository.root.appending(path: "Sources/dateline/Starter")
        let files = try filesBelow(starter)
        #expect(files.count + 7 == starterFiles.count, "and the seven schemas")
        let written = Set(starterFiles.map { Array($0.bytes) })
        for (name, bytes) in files where name != "publish.yml" { #expect(written.contains(bytes), "\(name)") }
    }

    @Test func theWorkflowNamesThisVersionAndSaysWhatToFillIn() throws {
        let folder = try TemporaryFolder()
        try folder.run("new", "site")
        let workflow = try folder.text("site/.github/workflows/publish.yml")
        let version = try folder.run("--version").output.trimmingCharacters(in: .newlines)
        #expect(workflow.contains("DATELINE_VERSION: \"\(version)\""))
        #expect(workflow.contains("DATELINE_REPOSITORY: \"\""))
        #expect(!workflow.contains("@VERSION@"))
        let readme = try folder.text("site/README.md")
        #expect(readme.split(separator: "\n", omittingEmptySubsequences: false).count <= 13)
    }
}
