import Foundation
import TestSupport
import Testing

@testable import Files

extension TemporaryFolder {
    fileprivate var tree: DiskFileTree { DiskFileTree(root: path + "/site") }

    /// Writes a file with some content.
    fileprivate func write(_ name: String) throws { try write(name, "x") }
}

@Suite("Files on disk")
struct DiskFileTreeTests {
    private func failure(_ body: () throws -> Void) -> FileFailure? {
        do {
            try body()
            return nil
        } catch { return error as? FileFailure }
    }

    @Test("All files except hidden ones are listed in byte order")
    func listing() throws {
        let folder = try TemporaryFolder()
        for name in ["b", "a/z", "a.x", "B", "ä", "a/.hidden", ".git/x", "a/b/c"] {
            try folder.write("site/Content/" + name)
        }
        try FileManager.default.createDirectory(
            atPath: folder.path + "/site/Content/empty", withIntermediateDirectories: true)
        let names = try folder.tree.files(below: "Content").map { $0.dropFirst("Content/".count) }
        #expect(names == ["B", "a.x", "a/b/c", "a/z", "b", "ä"])
        #expect(try folder.tree.files(below: "Content/empty") == [])
        #expect(try folder.tree.files(below: "Gone") == [])
    }

    @Test("The bytes of a file are read; a path that is not a file gives nil")
    func reading() throws {
        let folder = try TemporaryFolder()
        let long = String(repeating: "Häfen\r\n", count: 100_000)
        try folder.write("site/long", long)
        try folder.write("site/empty", "")
        #expect(try folder.tree.read("long") == Array(long.utf8))
        #expect(try folder.tree.read("empty") == [])
        #expect(try folder.tree.read("gone") == nil)
        #expect(try folder.tree.read("long/inside") == nil)
        #expect(try folder.tree.read("") == nil)
    }

    @Test("Links inside the folder are followed")
    func linksInside() throws {
        let folder = try TemporaryFolder()
        try folder.write("site/Content/a/one.md", "one")
        try folder.link("site/Content/two.md", to: "a/one.md")
        try folder.link("site/Content/b", to: "a")
        #expect(
            try folder.tree.files(below: "Content") == [
                "Content/a/one.md", "Content/b/one.md", "Content/two.md",
            ])
        #expect(try folder.tree.read("Content/two.md") == Array("one".utf8))
    }

    /// The paths below Content that are not read, and why.
    private func unread(_ folder: TemporaryFolder) throws -> [String] {
        try folder.tree.listing(of: "Content").unread.map { "\($0.path) \($0.reason)" }
    }

    @Test("Links in a loop are reported, and no file is listed twice")
    func loops() throws {
        let folder = try TemporaryFolder()
        try folder.write("site/Content/a/one.md")
        try folder.link("site/Content/a/up", to: "..")
        try folder.link("site/Content/a/self", to: ".")
        try folder.link("site/Content/a/same", to: "../a")
        try folder.link("site/Content/a/round", to: "round")
        try folder.link("site/Content/a/there", to: "back")
        try folder.link("site/Content/a/back", to: "there")
        #expect(try folder.tree.files(below: "Content") == ["Content/a/one.md"])
        #expect(
            try unread(folder) == [
                "Content/a/back leadsNowhere", "Content/a/round leadsNowhere", "Content/a/same leadsUp",
                "Content/a/self leadsUp", "Content/a/there leadsNowhere", "Content/a/up leadsUp",
            ])
    }

    @Test("Of several links to one folder the first is followed")
    func sameFolder() throws {
        let folder = try TemporaryFolder()
        try folder.write("site/Content/.store/one.md")
        for name in ["b", "a", "c"] { try folder.link("site/Content/" + name, to: ".store") }
        #expect(try folder.tree.files(below: "Content") == ["Content/a/one.md"])
        #expect(try unread(folder) == ["Content/b leadsToTheSame", "Content/c leadsToTheSame"])
    }

    @Test(
        "Links out of the folder and to nothing are all reported, and nothing is read through them",
        arguments: [
            ("../../outside", .leadsOut), ("../../outside/secret.md", .leadsOut), ("../Content-2", .leadsOut),
            ("../Content\u{301}", .leadsOut), ("../timeline.yml", .leadsOut), ("/", .leadsOut),
            ("/dev/null", .leadsOut), ("..", .leadsOut), ("nowhere", .leadsNowhere),
            ("a.md/x", .leadsNowhere), ("../../../../../../../nowhere", .leadsNowhere),
            ("link", .leadsNowhere),
        ] as [(String, UnreadFile.Reason)])
    func linksOut(_ target: String, _ reason: UnreadFile.Reason) throws {
        let folder = try TemporaryFolder()
        try folder.write("outside/secret.md")
        try folder.write("site/Content-2/x.md")
        try folder.write("site/Content\u{301}/x.md")
        try folder.write("site/timeline.yml")
        try folder.write("site/Content/a.md")
        try folder.link("site/Content/link", to: target)
        try folder.link("site/Content/other", to: "gone")
        let listing = try folder.tree.listing(of: "Content")
        #expect(listing.files == ["Content/a.md"])
        #expect(
            listing.unread == [
                UnreadFile("Content/link", reason), UnreadFile("Content/other", .leadsNowhere),
            ])
        #expect(listing.folders.map(\.path) == ["Content"])
        #expect(folder.tree.presence(of: "Content/link") == .unread)
        let later = DiskFileTree(root: folder.path + "/site", lookingAgain: true)
        #expect((try? later.read("Content/link")) == nil)
        #expect((try? later.read("Content/link/secret.md")) == nil)
    }

    @Test(
        "A file or folder that has become a link out of the site since it was listed is not read")
    func becomesLink() throws {
        let folder = try TemporaryFolder()
        try folder.write("outside/secret.md")
        try folder.write("site/Content/media/a.md")
        #expect(try folder.tree.files(below: "Content") == ["Content/media/a.md"])
        let media = folder.path + "/site/Content/media"
        try FileManager.default.removeItem(atPath: media + "/a.md")
        try folder.link("site/Content/media/a.md", to: folder.path + "/outside/secret.md")
        #expect(throws: FileFailure.self) { try folder.tree.read("Content/media/a.md") }
        try FileManager.default.removeItem(atPath: media)
        try folder.link("site/Content/media", to: folder.path + "/outside")
        let later = DiskFileTree(root: folder.path + "/site", lookingAgain: true)
        #expect(throws: FileFailure.self) { try later.read("Content/media/secret.md") }
        #expect(later.presence(of: "Content/media/secret.md") == .unread)
    }

    @Test("A folder that is a link to one that contains the site is not read", arguments: ["..", ".", "/"])
    func folderAbove(_ target: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("site/a.md")
        try folder.link("site/Content", to: target)
        #expect(try folder.tree.files(below: "Content") == [])
        #expect(try unread(folder) == ["Content holdsTheSite"])
    }

    @Test("The folder may itself be a link, and links in it may point into its target")
    func folderIsLink() throws {
        let folder = try TemporaryFolder()
        try folder.write("shared/a.md")
        try folder.write("site/Templates/style.css")
        try folder.link("shared/b.md", to: folder.path + "/shared/a.md")
        try folder.link("shared/c.md", to: "../site/Templates/style.css")
        try folder.link("site/Content", to: "../shared")
        let listing = try folder.tree.listing(of: "Content")
        #expect(listing.files == ["Content/a.md", "Content/b.md"])
        #expect(listing.linked == ["Content/b.md"])
        #expect(try unread(folder) == ["Content/c.md leadsOut"])
        #expect(try folder.tree.read("Content/b.md") == Array("x".utf8))
        try FileManager.default.removeItem(atPath: folder.path + "/shared")
        #expect(try unread(folder) == ["Content leadsNowhere"])
        try FileManager.default.removeItem(atPath: folder.path + "/site")
        #expect(
            failure { _ = try folder.tree.files(below: "Content") }?.reason == "the site's folder is gone")
    }

    @Test("A name that is not UTF-8 is a failure")
    func names() throws {
        let folder = try TemporaryFolder()
        try folder.write("site/Content/a.md")
        let name = Array((folder.path + "/site/Content/b").utf8) + [0xFF, 0]
        let descriptor = name.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                open($0.baseAddress ?? UnsafePointer(bitPattern: 1)!, O_CREAT | O_WRONLY, 0o644)
            }
        }
        // Some file systems refuse such a name themselves.
        guard descriptor >= 0 else { return }
        close(descriptor)
        #expect(
            failure { _ = try folder.tree.files(below: "Content") }?.reason
                == "contains a file whose name is not UTF-8")
    }

    @Test("A file that the system does not open is a failure with its path")
    func unreadable() throws {
        let folder = try TemporaryFolder()
        try folder.write("site/Content/a.md")
        // Unlike permissions, the limit on the length of a name also holds for the superuser.
        let path = "Content/" + String(repeating: "a", count: 300)
        let found = failure { _ = try folder.tree.read(path) }
        #expect(found?.path == path)
        #expect(found?.reason.isEmpty == false)
    }

    @Test("A pipe in place of a file is reported and does not block reading")
    func pipes() throws {
        let folder = try TemporaryFolder()
        try folder.write("site/Content/a.md")
        mkfifo(folder.path + "/site/Content/pipe.yml", 0o644)
        #expect(try folder.tree.files(below: "Content") == ["Content/a.md"])
        #expect(try unread(folder) == ["Content/pipe.yml special"])
        #expect(failure { _ = try folder.tree.read("Content/pipe.yml") }?.reason == "not a regular file")
    }

    @Test("Files in memory are listed like files on disk")
    func memory() throws {
        let tree = MemoryFileTree(texts: [
            "Content/b": "1", "Content/a/c": "2", "Content-2/x": "3", "Content": "4",
        ])
        #expect(try tree.files(below: "Content") == ["Content/a/c", "Content/b"])
        #expect(try tree.read("Content/b") == Array("1".utf8))
        #expect(try tree.read("gone") == nil)
    }
}
