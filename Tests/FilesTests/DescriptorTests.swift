import Files
import Foundation
import TestSupport
import Testing

/// The system's words for an error.
private func system(_ number: Int32) -> String { String(cString: strerror(number)) }

@Suite("Reading and writing whole files by a descriptor, and folders on disk")
struct DescriptorTests {
    @Test("Bytes that are written are read again, even if they need several system calls")
    func roundTrip() throws {
        let folder = try TemporaryFolder()
        let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let path = folder.path + "/a"
        let file = open(path, O_RDWR | O_CREAT, 0o644)
        defer { close(file) }
        try Descriptor.writeAll(bytes, to: file, of: path)
        lseek(file, 0, SEEK_SET)
        #expect(Descriptor.readAll(file) == bytes)
    }

    @Test("Writing to an unusable descriptor fails with the given path, and reading gives nil")
    func failing() throws {
        let folder = try TemporaryFolder(["a": "1"])
        let file = open(folder.path + "/a", O_RDONLY)
        #expect(throws: FileFailure(path: "x", reason: String(cString: strerror(EBADF)))) {
            try Descriptor.writeAll([1], to: file, of: "x")
        }
        close(file)
        let closed = open(folder.path + "/a", O_WRONLY)
        defer { close(closed) }
        #expect(Descriptor.readAll(closed) == nil)
    }

    @Test(
        "A failure gives the system's reason, and says which limit to raise or which name is no text",
        arguments: [
            (ENOENT, system(ENOENT)),
            (EMFILE, system(EMFILE) + "; raise the limit of this program (ulimit -n)"),
            (ENFILE, system(ENFILE) + "; raise the limit of the system (fs.file-max)"),
            (EILSEQ, "has a name that is not UTF-8, or is in a folder with such a name"),
        ])
    func reasons(_ number: Int32, _ reason: String) {
        errno = number
        #expect(FileFailure(errorAt: "x") == FileFailure(path: "x", reason: reason))
    }

    @Test("All names in a folder are given, hidden ones too")
    func names() throws {
        let folder = try TemporaryFolder(["b": "", ".a": "", "c/d": ""])
        #expect(try Set(Folders.names(in: folder.path).map(\.text)) == ["b", ".a", "c"])
        #expect(throws: FileFailure(path: "shown", reason: String(cString: strerror(ENOENT)))) {
            try Folders.names(in: folder.path + "/none", as: "shown")
        }
    }

    @Test("Folders are created with their parents, and only new ones are reported")
    func making() throws {
        let folder = try TemporaryFolder(["file": "", "old/x": ""])
        var made: [String] = []
        try Folders.make(folder.path + "/old/new//deep") { made.append($0) }
        #expect(made.map { $0.replacing(folder.path, with: "") } == ["/old/new", "/old/new/deep"])
        #expect(throws: FileFailure.self) { try Folders.make(folder.path + "/file/below") }
    }
}
