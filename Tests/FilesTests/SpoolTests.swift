import Dispatch
import Files
import Synchronization
import TestSupport
import Testing

/// Byte strings that wait in a file without a name.
@Suite struct SpoolTests {
    private func bytes(_ number: Int) -> [UInt8] {
        [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 1 + number % 97)
    }

    @Test("Bytes within the limit stay in memory, later ones are read back as they were, and no name appears")
    func limit() throws {
        let folder = try TemporaryFolder()
        let spool = Spool(besides: folder.path, limit: 10)
        #expect(spool.piece(of: Array("ten bytes.".utf8)) == nil)
        let piece = try #require(spool.piece(of: Array("later ones".utf8)))
        let empty = try #require(spool.piece(of: []))
        #expect(piece.count == 10 && String(decoding: piece.bytes, as: UTF8.self) == "later ones")
        #expect(empty.count == 0 && empty.bytes.isEmpty)
        #expect(spool.failure == nil)
        #expect(try Folders.names(in: folder.path).isEmpty)
    }

    @Test("Several threads write and read at once")
    func threads() throws {
        let folder = try TemporaryFolder()
        let spool = Spool(besides: folder.path, limit: 0)
        let wrong = Mutex<[Int]>([])
        DispatchQueue.concurrentPerform(iterations: 4000) { number in
            if spool.piece(of: bytes(number))?.bytes != bytes(number) { wrong.withLock { $0.append(number) } }
        }
        #expect(wrong.withLock { $0 } == [])
    }

    @Test("A folder that does not exist yet is not created; the file is beside it")
    func missingFolder() throws {
        let folder = try TemporaryFolder()
        let spool = Spool(besides: folder.path + "/site/story", limit: 0)
        #expect(spool.piece(of: [1, 2, 3])?.bytes == [1, 2, 3])
        #expect(try Folders.names(in: folder.path).isEmpty)
    }

    @Test("What cannot be stored stays in memory: in a folder without files, or when it is very long")
    func refused() throws {
        #expect(Spool(besides: "/proc/self", limit: 0).piece(of: [1]) == nil)
        let folder = try TemporaryFolder()
        let long = [UInt8](repeating: 7, count: 1 << 24)
        let spool = Spool(besides: folder.path, limit: 0)
        #expect(spool.piece(of: long) == nil)
        #expect(spool.piece(of: Array(long.dropLast()))?.bytes.count == long.count - 1)
    }
}
