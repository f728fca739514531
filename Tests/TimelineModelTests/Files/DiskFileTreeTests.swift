import Foundation
import Testing

@testable import TimelineModel

/// A folder that is gone when the test is over.
private final class TemporaryFolder {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent(
            "dateline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var tree: DiskFileTree { DiskFileTree(root: path + "/site") }

    func write(_ name: String, _ text: String = "x") throws {
        let file = path + "/" + name
        let folder = (file as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
    }
}

@Suite("Files on disk")
struct DiskFileTreeTests {
    private func failure(_ body: () throws -> Void) -> FileFailure? {
        do {
            try body()
            return nil
        } catch { return error as? FileFailure }
    }

    @Test("All files, in byte order, without the hidden ones")
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

    @Test("What files hold")
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

    @Test("Links are followed inside of the folder")
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

    @Test("Loops end, and nothing is read twice through them")
    func loops() throws {
        let folder = try TemporaryFolder()
        try folder.write("site/Content/a/one.md")
        try folder.link("site/Content/a/up", to: "..")
        try folder.link("site/Content/a/self", to: ".")
        try folder.link("site/Content/a/same", to: "../a")
        #expect(try folder.tree.files(below: "Content") == ["Content/a/one.md"])
        try folder.link("site/Content/a/round", to: "round")
        #expect(failure { _ = try folder.tree.files(below: "Content") }?.path == "Content/a/round")
    }

    @Test(
        "Links that lead out, or nowhere, are failures that name them",
        arguments: [
            ("../../outside", "symbolic link that leads out of the folder"),
            ("../../outside/secret.md", "symbolic link that leads out of the folder"),
            ("../Content-2", "symbolic link that leads out of the folder"),
            ("nowhere", "symbolic link that leads nowhere"),
        ])
    func linksOut(_ target: String, _ reason: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("outside/secret.md")
        try folder.write("site/Content-2/x.md")
        try folder.write("site/Content/a.md")
        try folder.link("site/Content/link", to: target)
        #expect(
            failure { _ = try folder.tree.files(below: "Content") }
                == FileFailure(path: "Content/link", reason: reason))
    }

    @Test("A name that is not UTF-8")
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
                == "holds a file whose name is not UTF-8")
    }

    @Test("A file that the system does not open")
    func unreadable() throws {
        let folder = try TemporaryFolder()
        try folder.write("site/Content/a.md")
        // Unlike permissions, the length of a name binds the superuser too.
        let path = "Content/" + String(repeating: "a", count: 300)
        let found = failure { _ = try folder.tree.read(path) }
        #expect(found?.path == path)
        #expect(found?.reason.isEmpty == false)
    }

    @Test("A pipe in place of a file does not stop everything")
    func pipes() throws {
        let folder = try TemporaryFolder()
        try folder.write("site/Content/a.md")
        mkfifo(folder.path + "/site/Content/pipe.yml", 0o644)
        #expect(try folder.tree.files(below: "Content") == ["Content/a.md"])
        #expect(failure { _ = try folder.tree.read("Content/pipe.yml") }?.reason == "not a regular file")
    }

    @Test("Files in memory are listed as those on disk are")
    func memory() throws {
        let tree = MemoryFileTree(texts: [
            "Content/b": "1", "Content/a/c": "2", "Content-2/x": "3", "Content": "4",
        ])
        #expect(try tree.files(below: "Content") == ["Content/a/c", "Content/b"])
        #expect(try tree.read("Content/b") == Array("1".utf8))
        #expect(try tree.read("gone") == nil)
    }
}
