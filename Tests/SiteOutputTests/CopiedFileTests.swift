import Files
import Foundation
import TestSupport
import Testing
import UTF8Text

@testable import SiteOutput

/// Files that are copied to the site, piece by piece.
@Suite struct CopiedFileTests {
    private static let sizes = [
        0, 1, 31, 32, 33, OpenFile.pieceSize - 1, OpenFile.pieceSize, OpenFile.pieceSize + 1,
        2 * OpenFile.pieceSize + 31,
    ]

    private func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    }

    private func write(_ bytes: [UInt8], to place: TemporaryFolder) throws -> WriteSummary {
        let source = MemoryFileTree(["x": bytes])
        let tree = OutputTree.assemble(
            [OutputFile("y", of: "x", .copy(of: "x"))], similarNames: .similarNames
        ).tree
        return try OutputWriter(to: place.path, copyingFrom: source, jobs: 1).write(tree)
    }

    private func held(_ place: TemporaryFolder) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: place.path + "/y")))
    }

    @Test(arguments: sizes) func aCopyHoldsTheSame(_ count: Int) throws {
        let place = try TemporaryFolder()
        var bytes = bytes(count)
        #expect(try write(bytes, to: place) == WriteSummary(written: 1))
        #expect(try held(place) == bytes)
        #expect(try write(bytes, to: place) == WriteSummary(unchanged: 1))
        for position in [0, count / 2, count - 1] where bytes.indices.contains(position) {
            bytes[position] ^= 1
            #expect(try write(bytes, to: place) == WriteSummary(written: 1))
            #expect(try held(place) == bytes)
        }
        bytes.append(1)
        #expect(try write(bytes, to: place) == WriteSummary(written: 1))
        #expect(try held(place) == bytes)
        #expect(try write(Array(bytes.dropLast()), to: place) == WriteSummary(written: 1))
        #expect(place.names == [".dateline-manifest", "y"])
    }

    @Test(arguments: sizes) func theFingerprintIsThatOfAllBytes(_ count: Int) throws {
        let bytes = bytes(count)
        #expect(try Fingerprint(of: OpenFile("x", bytes)) == Fingerprint(of: bytes))
        let place = try TemporaryFolder()
        let folder = try OutputFolder(place.path)
        defer { folder.close() }
        let file = OpenFile("x", bytes)
        for isNew in [true, false, true] {
            let update = try FileUpdate(of: "y", in: folder, isNew: isNew, scratch: ".scratch") { _ in }
            try file.forEachPiece { piece throws(FileFailure) in try update.add(piece) }
            let (content, isChanged) = try update.finish()
            #expect(content == Fingerprint(of: bytes))
            #expect(isChanged == isNew)
        }
    }

    @Test(arguments: sizes) func bytesAreComparedWhereverTheyAre(_ count: Int) throws {
        let bytes = bytes(count)
        let place = try TemporaryFolder()
        try place.write("y", bytes: bytes)
        let folder = try OutputFolder(place.path)
        defer { folder.close() }
        for file in [OpenFile("x", bytes), try #require(try folder.open("y"))] {
            func holds(_ part: [UInt8], at offset: Int) throws -> Bool {
                try part.withUnsafeBytes { try file.holds($0, at: offset) }
            }
            #expect(try holds(bytes, at: 0))
            #expect(try holds([], at: count))
            #expect(try !holds(bytes + [0], at: 0))
            #expect(try !holds([0], at: count))
            for start in [0, count / 2, count - 1] where bytes.indices.contains(start) {
                var part = Array(bytes[start...])
                #expect(try holds(part, at: start))
                part[part.count - 1] ^= 1
                #expect(try !holds(part, at: start))
            }
        }
    }

    @Test func aFileIsReadUpToALimit() throws {
        let bytes = bytes(2 * OpenFile.pieceSize)
        for limit in [0, 1, OpenFile.pieceSize, OpenFile.pieceSize + 1, bytes.count, bytes.count + 1] {
            var read: [UInt8] = []
            try OpenFile("x", bytes).forEachPiece(first: limit) { read += $0 }
            #expect(read == Array(bytes.prefix(limit)))
        }
    }
}
