import Synchronization
import TimelineModel

/// A site's files that keeps what was read of them: what is repaired must be what was looked at.
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

    /// What was read of a file; nil where it was not.
    func remembered(_ path: String) -> [UInt8]? { contents.withLock { $0[path] } }
}
