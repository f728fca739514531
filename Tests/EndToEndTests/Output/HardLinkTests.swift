import Foundation
import TestSupport
import Testing

@testable import dateline

/// Files of the site may have hard links elsewhere: a build must not change the other files.
@Suite struct HardLinkTests {
    private func link(_ site: TemporaryFolder, _ name: String, _ content: String? = nil) throws -> [UInt8] {
        let bytes = try content.map { Array($0.utf8) } ?? site.bytes(name)
        try site.write("elsewhere/precious", bytes: bytes)
        if site.exists(name) { try site.remove(name) }
        try FileManager.default.linkItem(
            atPath: site.path + "/elsewhere/precious", toPath: site.path + "/" + name)
        return bytes
    }

    private let ours = [
        ".dateline-manifest", ".dateline-build", "index.html", "events/closed.html", "media/x.bin",
        "sources/index.html",
    ]

    private func built() throws -> TemporaryFolder {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Content/media/x.bin", "one")
        #expect(try site.run("build").status == 0)
        return site
    }

    /// Changes the site so that a build replaces its files; the other names must keep the old content.
    private func change(_ site: TemporaryFolder) throws {
        try site.write("Content/media/x.bin", "two and more")
        try site.write("Content/timeline.yml", "title: Port\ntheme: {accent: '#123456'}\n")
        try site.write("Content/events/closed.md", SmallSite.entry("Closed", "1911-08-11"))
        try site.write("Content/events/third.md", SmallSite.entry("Third", "1911-08-15"))
    }

    @Test func everyFileOfABuildIsReplacedAsItsOwn() throws {
        for name in ours {
            let site = try built()
            let precious = try link(site, "Site/" + name)
            try change(site)
            #expect(try site.run("build").status == 0)
            #expect(try site.bytes("elsewhere/precious") == precious, "\(name)")
            #expect(try site.bytes("Site/" + name) != precious, "\(name)")
            let fresh = try TemporaryFolder(SmallSite.files)
            try change(fresh)
            try fresh.run("build")
            #expect(try site.tree("Site") == fresh.tree("Site"), "\(name)")
        }
    }

    @Test func theSameWithBytesThatAreNoneOfOurs() throws {
        for name in ours {
            let site = try built()
            let precious = try link(site, "Site/" + name, "index.html\nmine\n../x\n")
            let run = try site.run("build")
            #expect(run.status == 0 || run.status == 74)
            #expect(try site.bytes("elsewhere/precious") == precious, "\(name)")
        }
    }

    @Test func whatIsNoLongerWantedLosesItsNameAlone() throws {
        let site = try built()
        let precious = try link(site, "Site/events/closed.html")
        try site.remove("Content/events/closed.md")
        #expect(try site.run("build").status == 0)
        #expect(!site.exists("Site/events/closed.html"))
        #expect(try site.bytes("elsewhere/precious") == precious)
    }

    @Test func aRepairedFileIsReplacedAsItsOwn() throws {
        let site = try TemporaryFolder(SmallSite.files)
        let precious = try link(site, "Content/events/closed.md", SmallSite.entry("Closed", "1911-8-11"))
        #expect(try site.run("check", "--fix").status == 0)
        #expect(try site.bytes("elsewhere/precious") == precious)
        #expect(try site.text("Content/events/closed.md").contains("1911-08-11"))
        let sources = try link(site, "Content/sources.yml", "a: {publisher: A}\n")
        #expect(
            try site.run(
                "add", "X", "--date", "1912", "--status", "confirmed", "--cite-url", "https://x.example/y"
            )
            .status == 0)
        #expect(try site.bytes("elsewhere/precious") == sources)
        #expect(try site.text("Content/sources.yml").contains("x.example"))
    }

    @Test func theCacheOfLinksIsReplacedAsItsOwn() throws {
        let folder = try TemporaryFolder()
        let precious = try link(folder, "reached-links.txt", "mine\n")
        LinkCache(folder: folder.path).add(["https://example.org/"])
        #expect(try folder.bytes("elsewhere/precious") == precious)
        #expect(LinkCache(folder: folder.path).read().keys.sorted() == ["https://example.org/"])
    }
}
