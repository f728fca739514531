import Files
import Foundation
import Synchronization
import TestSupport
import Testing
import UTF8Text

@testable import SiteOutput

/// Writing an output tree to a folder.
@Suite struct OutputWriterTests {
    private func write(
        _ files: [String: String], to place: TemporaryFolder, jobs: Int = 2
    ) throws -> WriteSummary {
        try OutputWriter(to: place.path, copyingFrom: MemoryFileTree(), jobs: jobs).write(
            OutputTree(texts: files))
    }

    @Test func countsWhatItDoes() throws {
        let place = try TemporaryFolder()
        #expect(try write(["a": "1", "b/c": "2"], to: place) == WriteSummary(written: 2))
        #expect(try write(["a": "1", "b/c": "2"], to: place) == WriteSummary(unchanged: 2))
        let changed = try write(["a": "3", "d": "4"], to: place)
        #expect(changed == WriteSummary(written: 2, unchanged: 0, removed: 1))
        #expect(place.names == [".dateline-manifest", "a", "d"])
        #expect(try place.text("a") == "3")
    }

    @Test func aFileThatIsGoneAlreadyIsNotCounted() throws {
        let place = try TemporaryFolder()
        _ = try write(["a": "1", "b": "2"], to: place)
        try FileManager.default.removeItem(atPath: place.path + "/b")
        #expect(try write(["a": "1"], to: place) == WriteSummary(unchanged: 1))
    }

    @Test func anEmptyFileIsAFile() throws {
        let place = try TemporaryFolder()
        #expect(try write(["a": ""], to: place) == WriteSummary(written: 1))
        #expect(try write(["a": ""], to: place) == WriteSummary(unchanged: 1))
        #expect(try place.text("a") == "")
    }

    @Test func foreignFilesAreNamedBeforeAnythingIsWritten() throws {
        let place = try TemporaryFolder()
        try place.write("b/c", "mine")
        #expect(throws: WriteFailure.occupied(["b/c"])) {
            try write(["a": "1", "b/c": "2"], to: place)
        }
        #expect(place.names == ["b", "b/c"])
        #expect(try place.text("b/c") == "mine")
    }

    @Test func copiesComeFromTheSource() throws {
        let place = try TemporaryFolder()
        let source = MemoryFileTree(texts: ["media/x": "bytes"])
        let file = OutputFile("media/y", of: "media/x", .copy(of: "media/x"))
        let tree = OutputTree.assemble([file], similarNames: .similarNames).tree
        _ = try OutputWriter(to: place.path, copyingFrom: source, jobs: 1).write(tree)
        #expect(try place.text("media/y") == "bytes")
        #expect(throws: WriteFailure.file(FileFailure(path: "media/x", reason: "gone since the build began")))
        {
            try OutputWriter(to: place.path, copyingFrom: MemoryFileTree(), jobs: 1).write(tree)
        }
        #expect(try place.text("media/y") == "bytes")
    }

    @Test("The clock is told when a file is rendered, compared and written; an unchanged one is not written")
    func theClockIsToldTheStages() throws {
        let place = try TemporaryFolder()
        let source = MemoryFileTree(texts: ["x": "bytes"])
        func stages(_ content: OutputFile.Body) throws -> [BuildStage?] {
            let clock = NotingClock()
            let tree = OutputTree.assemble([OutputFile("y", of: "x", content)], similarNames: .similarNames)
            _ = try OutputWriter(to: place.path, copyingFrom: source, jobs: 1, clock: clock).write(tree.tree)
            return clock.stages.withLock { $0 }
        }
        #expect(try stages(.copy(of: "x")) == [.writing, .writing, nil])
        #expect(try stages(.copy(of: "x")) == [.comparing, nil])
        #expect(try stages(.rendered { $0.append(text: "bytes") }) == [.rendering, .comparing, nil])
        #expect(try stages(.rendered { $0.append(text: "more") }) == [.rendering, .comparing, .writing, nil])
    }

    @Test func anInterruptedBuildsScratchIsRemoved() throws {
        let place = try TemporaryFolder()
        try place.write(".dateline-writing-15", "half")
        _ = try write(["a": "1"], to: place, jobs: 1)
        #expect(place.names == [".dateline-manifest", "a"])
    }

    @Test func anotherBuildIsKeptOut() throws {
        let place = try TemporaryFolder()
        let first = try OutputFolder(place.path)
        #expect(
            throws: WriteFailure.file(FileFailure(path: place.path, reason: "another build is writing here"))
        ) {
            try write(["a": "1"], to: place)
        }
        first.close()
        #expect(try write(["a": "1"], to: place).written == 1)
    }

    /// A file may have appeared after the build checked that there was none.
    @Test func aNewFileTakesItsPlaceAnyway() throws {
        let place = try TemporaryFolder()
        try place.write("a", "another")
        let folder = try OutputFolder(place.path)
        defer { folder.close() }
        for (name, text) in [("a", "1"), ("b", "2")] {
            try folder.replace(name, with: OutputBuffer(Array(text.utf8)), isNew: true, scratch: ".scratch")
        }
        #expect(try place.text("a") == "1")
        #expect(try place.text("b") == "2")
        #expect(place.names == ["a", "b"])
    }

    @Test func progressEndsWithAllFiles() throws {
        let place = try TemporaryFolder()
        let most = Mutex(0)
        let files = Dictionary(uniqueKeysWithValues: (0..<500).map { ("f\($0)", "x") })
        let writer = OutputWriter(to: place.path, copyingFrom: MemoryFileTree(), jobs: 3) { done, total in
            most.withLock { $0 = max($0, done) }
            if done > total { most.withLock { $0 = .max } }
        }
        _ = try writer.write(OutputTree(texts: files))
        #expect(most.withLock { $0 } == 500)
        #expect(place.names.count == 501)
    }

    @Test func manyJobsForFewFiles() throws {
        let place = try TemporaryFolder()
        #expect(try write(["a": "1"], to: place, jobs: 64).written == 1)
        #expect(try write([:], to: place, jobs: 64).removed == 1)
    }
}

/// Keeps the stages of the threads that write files.
final class NotingClock: BuildClock {
    let stages = Mutex<[BuildStage?]>([])

    func build(begins stage: BuildStage?) {}

    func worker(_ number: Int, begins stage: BuildStage?) { stages.withLock { $0.append(stage) } }
}
