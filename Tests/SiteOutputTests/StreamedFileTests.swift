import Diagnostics
import Files
import Foundation
import Synchronization
import TestSupport
import Testing
import UTF8Text

@testable import SiteOutput

/// Files that are rendered piece by piece, and compared with the existing ones meanwhile.
@Suite struct StreamedFileTests {
    /// The size of a piece.
    private static let piece = 64 << 10
    private static let sizes = [0, 1, 32, piece - 1, piece, piece + 1, 2 * piece, 3 * piece + 31]

    private static func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    }

    /// A file whose bytes are appended in parts that do not divide a piece; then a template's mistake ends it, if there
    /// is one.
    private func tree(_ bytes: [UInt8], mistake: RenderingFailure? = nil) -> OutputTree {
        let file = OutputFile(
            "data/y.txt", of: "x",
            .streamed { output throws(RenderingFailure) in
                for start in stride(from: 0, to: bytes.count, by: 1000) {
                    output.append(bytes: Array(bytes[start..<min(start + 1000, bytes.count)]))
                }
                if let mistake { throw mistake }
            })
        return OutputTree.assemble([file], similarNames: .similarNames).tree
    }

    private func writer(_ place: TemporaryFolder, clock: NotingClock? = nil) -> OutputWriter {
        OutputWriter(to: place.path, copyingFrom: MemoryFileTree(), jobs: 1, clock: clock)
    }

    @Test("Only a changed file is written, with all of its bytes, wherever it differs", arguments: sizes)
    func changes(_ count: Int) throws {
        let place = try TemporaryFolder()
        let sources = Fingerprint(of: [1])
        let report = BuildReport(entryCount: 0, pageCount: 0, leftOut: nil, diagnostics: [])
        var bytes = Self.bytes(count)
        func write(_ expected: WriteSummary) throws {
            let summary = try writer(place).write(tree(bytes), madeOf: sources, telling: report)
            #expect(summary == expected)
            #expect(try place.bytes("data/y.txt") == bytes)
            let same = try writer(place).sameBuild(rules: []) { sources }
            #expect(same != nil, "the fingerprint is that of the bytes")
        }
        func writeOnce() throws {
            try write(WriteSummary(written: 1))
            try write(WriteSummary(unchanged: 1))
        }
        try writeOnce()
        for position in [0, count / 2, count - 1] where bytes.indices.contains(position) {
            bytes[position] ^= 1
            try writeOnce()
        }
        for more in [1, 2 * Self.piece] {
            bytes += Self.bytes(more)
            try writeOnce()
        }
        bytes.removeLast()
        try writeOnce()
        bytes.removeLast(bytes.count / 2)
        try writeOnce()
        bytes = []
        try writeOnce()
        #expect(place.names == [".dateline-manifest", ".dateline-build", "data", "data/y.txt"])
    }

    @Test("An unchanged file is not replaced, and a changed one is no longer the file of other hard links")
    func replacement() throws {
        let place = try TemporaryFolder()
        let bytes = Self.bytes(3 * Self.piece)
        _ = try writer(place).write(tree(bytes))
        try FileManager.default.linkItem(at: place.url("data/y.txt"), to: place.url("link"))
        func number(_ name: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: place.url(name).path)[.systemFileNumber] as? Int
        }
        _ = try writer(place).write(tree(bytes))
        #expect(try number("data/y.txt") == number("link"))
        _ = try writer(place).write(tree(bytes + [1]))
        #expect(try number("data/y.txt") != number("link"))
        #expect(try place.bytes("link") == bytes)
    }

    @Test(
        "A template's mistake leaves the old file as it was, and nothing else",
        arguments: [0, 10, 3 * piece], [nil, 0, 10, 2 * piece])
    func mistake(after count: Int, existing: Int?) throws {
        let place = try TemporaryFolder()
        if let existing { _ = try writer(place).write(tree(Self.bytes(existing) + [7])) }
        let before = place.names
        let mistake = Diagnostic(.similarNames, "a mistake", at: SourceLocation("page.html"))
        #expect(throws: WriteFailure.page(mistake)) {
            try writer(place).write(tree(Self.bytes(count), mistake: RenderingFailure(mistake)))
        }
        #expect(
            place.names.subtracting(before).isSubset(
                of: [".dateline-manifest", ".dateline-unfinished", "data"]))
        if let existing { #expect(try place.bytes("data/y.txt") == Self.bytes(existing) + [7]) }
        #expect(try writer(place).write(tree([1])).written == 1)
    }

    @Test(
        "The files of a pair are rendered together if they are neighbours, and each is replaced only if it has changed"
    )
    func pair() throws {
        let place = try TemporaryFolder()
        func write(_ one: [UInt8], _ other: [UInt8], between: String? = nil) throws -> WriteSummary {
            var files = [
                OutputFile(
                    "a", of: "x",
                    .paired({ $0.append(literal: "alone") }, next: "b") {
                        $0.append(bytes: one)
                        $1.append(bytes: other)
                    }), OutputFile("b", of: "x", .streamed { $0.append(literal: "alone") }),
            ]
            if let between { files.append(OutputFile(between, of: "x", .rendered { _ in })) }
            return try writer(place).write(OutputTree.assemble(files, similarNames: .similarNames).tree)
        }
        let long = Self.bytes(3 * Self.piece + 31)
        #expect(try write(long, [1]) == WriteSummary(written: 2))
        #expect(try place.bytes("a") == long)
        #expect(try place.bytes("b") == [1])
        #expect(try write(long, [1]) == WriteSummary(unchanged: 2))
        #expect(try write(long, [2]) == WriteSummary(written: 1, unchanged: 1))
        #expect(try write([3], [2]) == WriteSummary(written: 1, unchanged: 1))
        #expect(try write([3], [2], between: "aa") == WriteSummary(written: 3))
        #expect(try place.bytes("a") == Array("alone".utf8))
        #expect(try place.bytes("b") == Array("alone".utf8))
        #expect(place.names == [".dateline-manifest", "a", "aa", "b"])
    }

    @Test("The clock is told when pieces are rendered, compared and written")
    func stages() throws {
        let place = try TemporaryFolder()
        func stages(_ bytes: [UInt8]) throws -> [BuildStage?] {
            let clock = NotingClock()
            _ = try writer(place, clock: clock).write(tree(bytes))
            return clock.stages.withLock { $0 }
        }
        let bytes = Self.bytes(10)
        #expect(try stages(bytes) == [.rendering, .writing, .rendering, .writing, nil])
        #expect(try stages(bytes) == [.rendering, .comparing, .rendering, nil])
        #expect(try stages([1]) == [.rendering, .comparing, .writing, .rendering, .writing, nil])
    }

    // MARK: The update of one file

    private func update(
        _ place: TemporaryFolder, _ body: (FileUpdate) throws -> Void
    ) throws {
        let folder = try OutputFolder(place.path)
        defer { folder.close() }
        try body(FileUpdate(of: "y", in: folder, isNew: false, scratch: ".scratch") { _ in })
    }

    private func add(_ bytes: [UInt8], to update: FileUpdate) throws {
        try bytes.withUnsafeBytes { try update.add($0) }
    }

    @Test("Where nothing can be written, an unchanged file is no failure, and a changed one stays as it was")
    func unwritable() throws {
        let place = try TemporaryFolder()
        let bytes = Self.bytes(2 * Self.piece)
        try place.write("y", bytes: bytes)
        // A folder in the way of the temporary file stops even the superuser.
        try place.makeFolder(".scratch")
        try update(place) { update in
            try add(bytes, to: update)
            #expect(try !update.finish().isChanged)
        }
        for other in [Array(bytes.dropLast()), bytes + [1], [1]] {
            #expect(throws: FileFailure(path: place.path + "/.scratch", reason: "File exists")) {
                try update(place) { update in
                    try add(other, to: update)
                    _ = try update.finish()
                }
            }
        }
        #expect(try place.bytes("y") == bytes)
    }

    @Test("A file that another program cuts short meanwhile is not taken for the beginning of the new one")
    func cutShort() throws {
        let place = try TemporaryFolder()
        let bytes = Self.bytes(2 * Self.piece)
        try place.write("y", bytes: bytes)
        #expect(throws: FileFailure(path: place.path + "/y", reason: "changed while it was compared")) {
            try update(place) { update in
                try add(bytes, to: update)
                let file = try FileHandle(forWritingTo: place.url("y"))
                try file.truncate(atOffset: 1)
                try add([1], to: update)
            }
        }
        #expect(place.names == ["y"])
    }

    @Test("A symbolic link is not followed")
    func link() throws {
        let place = try TemporaryFolder(["z": "z"])
        try place.link("y", to: "z")
        let reason = "a symbolic link, which Dateline never creates"
        #expect(throws: FileFailure(path: place.path + "/y", reason: reason)) {
            try update(place) { _ in }
        }
    }
}
