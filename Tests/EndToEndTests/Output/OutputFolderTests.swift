import Foundation
import TestSupport
import Testing

/// A build changes only files that a build wrote.
@Suite struct OutputFolderTests {
    @Test func foreignFilesStay() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Site/CNAME", "example.org")
        try site.write("Site/.gitignore", "*")
        try site.write("Site/events/notes.txt", "mine")
        try site.makeFolder("Site/empty")
        #expect(try site.run("build").status == 0)
        try site.remove("Content/events/closed.md")
        #expect(try site.run("build").status == 0)
        #expect(try site.text("Site/CNAME") == "example.org")
        #expect(try site.text("Site/.gitignore") == "*")
        #expect(try site.text("Site/events/notes.txt") == "mine")
        #expect(site.exists("Site/empty"))
    }

    @Test func aForeignFileInTheWayIsNotReplaced() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Site/index.html", "mine")
        let run = try site.run("build")
        #expect(run.status == 74)
        #expect(run.output == "")
        #expect(
            run.error == """
                error: Site/index.html: not written by Dateline
                Move these files away, or choose another folder with --output.

                """)
        #expect(try site.tree("Site") == ["index.html": Array("mine".utf8)])
    }

    @Test func aForeignFolderInTheWayIsNotReplaced() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Site/events/closed.html/mine.txt", "mine")
        let run = try site.run("build")
        #expect(run.status == 74)
        #expect(run.error.hasPrefix("error: Site/events/closed.html: not written by Dateline\n"))
        #expect(try site.tree("Site") == ["events/closed.html/mine.txt": Array("mine".utf8)])
    }

    @Test func aForeignFileWhereAFolderGoesIsNamed() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Site/events", "mine")
        let run = try site.run("build")
        #expect(run.status == 74)
        #expect(run.error.contains("Site/events"))
        #expect(try site.text("Site/events") == "mine")
    }

    @Test func manyForeignFilesAreCounted() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.run("build")
        try site.remove("Site/.dateline-manifest")
        let count = try site.tree("Site").count
        let run = try site.run("build")
        #expect(run.status == 74)
        #expect(run.error.split(separator: "\n").count == 12)
        #expect(run.error.contains("… and \(count - 10) more\n"))
    }

    @Test func aHostileManifestRemovesNothingOutside() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.run("build")
        try site.write("precious.txt", "1")
        try site.write("elsewhere/precious.txt", "2")
        try site.link("Site/led", to: site.path + "/elsewhere")
        let hostile = [
            "../precious.txt", site.path + "/precious.txt", "events/../../precious.txt", "led/precious.txt",
            "./../precious.txt", "/etc/hostname", "..", ".", "", "//", "events//../../precious.txt",
            "led/../../precious.txt",
        ]
        let manifest = try site.text("Site/.dateline-manifest")
        try site.write("Site/.dateline-manifest", manifest + hostile.joined(separator: "\n") + "\n")
        let run = try site.run("build")
        #expect(run.status == 0)
        #expect(try site.text("precious.txt") == "1")
        #expect(try site.text("elsewhere/precious.txt") == "2")
        #expect(try site.text("Site/.dateline-manifest") == manifest)
        // Files that were not removed are not counted.
        #expect((run.output + run.error).contains(" unchanged, 0 removed"), "\(run.output)\(run.error)")
    }

    @Test func aManifestThatIsNoTextIsHarmless() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.run("build")
        let before = try site.tree("Site")
        var bytes = try site.bytes("Site/.dateline-manifest")
        bytes += [0xFF, 0xFE, 0x0A, 0x00, 0x0A]
        try site.write("Site/.dateline-manifest", bytes: bytes)
        #expect(try site.run("build").status == 0)
        #expect(try site.tree("Site") == before)
    }

    @Test func aFolderThatLeadsOutIsRefused() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.run("build")
        try site.makeFolder("elsewhere")
        try site.remove("Site/events")
        try site.link("Site/events", to: "../elsewhere")
        let run = try site.run("build")
        #expect(run.status == 74)
        #expect(run.error.contains("Site/events: not written by Dateline"))
        #expect(try site.tree("elsewhere").isEmpty)
    }

    @Test func aFileThatLeadsOutIsNeitherFollowedNorReplaced() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.run("build")
        try site.write("precious.txt", "1")
        try site.remove("Site/index.html")
        try site.link("Site/index.html", to: "../precious.txt")
        let run = try site.run("build")
        #expect(run.status == 74)
        #expect(run.error.hasSuffix("Site/index.html: a symbolic link, which Dateline never creates\n"))
        #expect(try site.text("precious.txt") == "1")
        #expect(try site.tree("Site")["index.html"] == Array("link to ../precious.txt".utf8))
    }

    /// The manifest has a line for each file, so a name with a line end could list a foreign file as the build's own.
    @Test func aNameWithALineEndIsRefused() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Content/media/x\nCNAME", "media")
        let run = try site.run("build")
        #expect(run.status == 1)
        #expect(run.error.contains("[output-name]"))
        #expect(!site.exists("Site"))
    }

    @Test func theSiteItselfMayBeALink() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.makeFolder("public")
        try site.link("Site", to: "public")
        #expect(try site.run("build").status == 0)
        #expect(site.exists("public/index.html"))
    }

    @Test func whatIsNoFileIsToldByName() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.run("build")
        try site.remove("Site/index.html")
        try site.write("Site/index.html/mine.txt", "mine")
        let run = try site.run("build")
        #expect(run.status == 74)
        #expect(run.error.contains("Site/index.html"))
        #expect(try site.text("Site/index.html/mine.txt") == "mine")
    }

    @Test func aSiteThatIsAFileIsToldByName() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Site", "mine")
        let run = try site.run("build")
        #expect(run.status == 74)
        #expect(run.error.hasPrefix("error: "))
        #expect(run.error.contains("Site"))
        #expect(try site.text("Site") == "mine")
    }

    /// The limit of file size is one block, which acts like a full disk.
    @Test func aFullDiskIsToldAndLeavesTheSiteWhole() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.replace("title: ", with: "exports: []\nembed: false\ntitle: ", in: "Content/timeline.yml")
        try site.run("build")
        let before = try site.tree("Site")
        try site.replace(
            "Text.", with: String(repeating: "Long text. ", count: 20_000), in: "Content/events/closed.md")
        let run = try site.shell("ulimit -f 16; trap '' XFSZ; exec dateline build")
        #expect(run.status == 74)
        #expect(run.error.contains("Site/events/closed.html: "))
        let after = try site.tree("Site")
        #expect(after["events/closed.html"] == before["events/closed.html"])
        #expect(Set(after.keys).subtracting(before.keys) == [".dateline-unfinished"])
        #expect(Set(before.keys).isSubset(of: after.keys))
        #expect(try site.run("build").status == 0)
        #expect(try site.tree("Site")[".dateline-unfinished"] == nil)
        #expect(try site.tree("Site") != before)
    }

    #if os(Linux)
        /// A folder in which not even the superuser may write.
        @Test func aPlaceWhereNobodyMayWriteIsToldByName() throws {
            let site = try TemporaryFolder(SmallSite.files)
            let run = try site.run("build", "-o", "/proc/dateline-site")
            #expect(run.status == 74)
            #expect(run.error.hasPrefix("error: /proc/dateline-site: "))
        }
    #endif
}
