import Files
import Synchronization
import TimelineModel

/// A site's files that remembers the bytes it has read, so that a repair applies to exactly the bytes that were
/// checked.
final class RememberedFileTree: FileTree {
    private let base: DiskFileTree
    private let contents = Mutex<[String: [UInt8]]>([:])

    init(_ base: DiskFileTree) {
        self.base = base
    }

    func listing(of folder: String) throws(FileFailure) -> FileListing { try base.listing(of: folder) }

    func read(_ path: String) throws(FileFailure) -> [UInt8]? {
        let bytes = try base.read(path)
        if let bytes { contents.withLock { $0[path] = bytes } }
        return bytes
    }

    func open(_ path: String) throws(FileFailure) -> OpenFile? { try base.open(path) }

    /// The bytes that were read from a file; nil if it was not read.
    func remembered(_ path: String) -> [UInt8]? { contents.withLock { $0[path] } }
}
