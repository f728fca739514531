import Files
import Foundation
import TestSupport
import Testing

@testable import SiteOutput

@Suite("The list of files that a build added, changed or removed")
struct OutputChangesTests {
    private func changes(_ files: [String: String], to place: TemporaryFolder) throws -> OutputChanges {
        var listed: OutputChanges?
        let writer = OutputWriter(to: place.path, copyingFrom: MemoryFileTree(), jobs: 2)
        _ = try writer.write(OutputTree(texts: files)) { listed = $0 }
        return try #require(listed)
    }

    private func list(_ added: [String], _ changed: [String], _ removed: [String]) -> OutputChanges {
        var list = OutputChanges()
        (list.added, list.changed, list.removed) = (added, changed, removed)
        return list
    }

    @Test("Each file is in one of the three lists, in byte order, and an unchanged one in none")
    func kinds() throws {
        let place = try TemporaryFolder()
        #expect(try changes(["b/c": "2", "a": "1", "Z": "3"], to: place) == list(["Z", "a", "b/c"], [], []))
        #expect(try changes(["b/c": "2", "a": "1", "Z": "3"], to: place) == list([], [], []))
        #expect(try changes(["b/c": "4", "d": "5", "Z": "3"], to: place) == list(["d"], ["b/c"], ["a"]))
    }

    @Test("A file that is in the way of a folder is removed, and listed")
    func fileAndFolder() throws {
        let place = try TemporaryFolder()
        _ = try changes(["a": "1"], to: place)
        #expect(try changes(["a/b": "1"], to: place) == list(["a/b"], [], ["a"]))
    }

    @Test("A file that someone else has removed is written again, and listed as changed")
    func removedByHand() throws {
        let place = try TemporaryFolder()
        _ = try changes(["a": "1", "b": "2"], to: place)
        try FileManager.default.removeItem(atPath: place.path + "/b")
        #expect(try changes(["a": "1", "b": "2"], to: place) == list([], ["b"], []))
    }

    @Test("After an interrupted build, every file that was there is listed, and every one that is gone")
    func interrupted() throws {
        struct Stop: Error {}
        let place = try TemporaryFolder()
        _ = try changes(["a": "1", "b": "2", "c": "3"], to: place)
        let writer = OutputWriter(to: place.path, copyingFrom: MemoryFileTree(), jobs: 1)
        let failure = FileFailure(path: "list", reason: "no room")
        #expect(throws: WriteFailure.file(failure)) {
            try writer.write(OutputTree(texts: ["a": "1", "b": "new", "d": "4"])) {
                _ throws(FileFailure) in throw failure
            }
        }
        #expect(place.names.contains(".dateline-unfinished"))
        let after = try changes(["a": "1", "b": "new", "d": "4", "e": "5"], to: place)
        #expect(after == list(["e"], ["a", "b", "d"], ["c"]))
        #expect(!place.names.contains(".dateline-unfinished"))
        #expect(try changes(["a": "1", "b": "new", "d": "4", "e": "5"], to: place) == list([], [], []))
    }

    @Test("The list is one path a line, or JSON by kind")
    func forms() {
        let changes = list(["b", "ł"], ["a\"b"], ["c"])
        #expect(changes.lines == "a\"b\nb\nc\nł\n")
        #expect(changes.json == #"{"added":["b","ł"],"changed":["a\"b"],"removed":["c"]}"# + "\n")
        #expect(OutputChanges().lines == "")
        #expect(OutputChanges().json == #"{"added":[],"changed":[],"removed":[]}"# + "\n")
    }
}
