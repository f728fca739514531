import Foundation
import Testing

@testable import Files

/// Files that are read piece by piece.
@Suite("Open files")
struct OpenFileTests {
    private static let sizes = [
        0, 1, 31, 32, OpenFile.pieceSize - 1, OpenFile.pieceSize, OpenFile.pieceSize + 1,
        2 * OpenFile.pieceSize + 7,
    ]

    /// A file on disk and one in memory with these bytes.
    private func files(_ bytes: [UInt8]) throws -> [OpenFile] {
        let path = FileManager.default.temporaryDirectory.path + "/dateline-\(UUID().uuidString)"
        try Data(bytes).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let tree = DiskFileTree(root: FileManager.default.temporaryDirectory.path)
        return [
            try #require(try tree.open((path as NSString).lastPathComponent)), OpenFile("memory", bytes),
        ]
    }

    private func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    }

    @Test("All bytes are read in order, in pieces", arguments: sizes)
    func pieces(_ count: Int) throws {
        let bytes = bytes(count)
        for file in try files(bytes) {
            var read: [UInt8] = []
            var lengths: [Int] = []
            try file.forEachPiece { piece in
                read += piece
                lengths.append(piece.count)
            }
            #expect(file.size == count)
            #expect(read == bytes)
            #expect(lengths.dropLast().allSatisfy { $0 == OpenFile.pieceSize })
            #expect(try file.read() == bytes)
            #expect(try file.read(first: 40) == Array(bytes.prefix(40)))
        }
    }

    @Test("A read from any offset gives as many bytes as there are")
    func stretches() throws {
        let bytes = bytes(1000)
        for file in try files(bytes) {
            for (start, count) in [(0, 10), (990, 10), (995, 10), (1000, 10), (5000, 10), (7, 0)] {
                var room = [UInt8](repeating: 0, count: count)
                let got = try room.withUnsafeMutableBytes { try file.read(into: $0, from: start) }
                #expect(Array(room[..<got]) == Array(bytes[min(start, 1000)..<min(start + count, 1000)]))
            }
        }
    }

    @Test("A device is a failure, and a folder or a path with NUL is not a file")
    func others() throws {
        let tree = DiskFileTree(root: "/")
        #expect(throws: FileFailure(path: "dev/null", reason: "not a regular file")) {
            _ = try tree.open("dev/null")
        }
        #expect(try tree.open("dev") == nil)
        #expect(try tree.open("dev/null\0.md") == nil)
    }

    #if os(Linux)
        @Test("A file too large for the memory is a failure")
        func memory() throws {
            let name = "dateline-\(UUID().uuidString)"
            let path = FileManager.default.temporaryDirectory.path + "/" + name
            _ = FileManager.default.createFile(atPath: path, contents: nil)
            defer { try? FileManager.default.removeItem(atPath: path) }
            // A sparse file takes no space on disk; no machine has that much memory.
            guard truncate(path, 1 << 42) == 0 else { return }
            let tree = DiskFileTree(root: FileManager.default.temporaryDirectory.path)
            #expect(throws: FileFailure(path: name, reason: "no memory for its \(1 << 42) bytes")) {
                _ = try tree.read(name)
            }
        }
    #endif
}
