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
        // The last attempt finds that the file is not new, and writes it in another way.
        for isNew in [true, false, true] {
            let made = try folder.replace("y", with: file, isNew: isNew, scratch: ".scratch")
            #expect(made == Fingerprint(of: bytes))
        }
        #expect(try folder.fingerprint(of: file, whereAt: "y") == Fingerprint(of: bytes))
        #expect(try folder.fingerprint(of: OpenFile("x", bytes + [0]), whereAt: "y") == nil)
        #expect(try folder.fingerprint(of: file, whereAt: "z") == nil)
    }
}
