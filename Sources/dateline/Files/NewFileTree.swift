import Diagnostics
import Files
import TimelineModel
import UTF8Text

/// A site's files with new or changed ones laid over them, so that these can be checked before they are written.
struct NewFileTree: FileTree {
    let base: any FileTree
    /// The contents of the new and changed files, by path.
    let changes: [String: [UInt8]]

    func listing(of folder: String) throws(FileFailure) -> FileListing {
        var listing = try base.listing(of: folder)
        let start = folder + "/"
        let new = Set(changes.keys.filter { $0.begins(with: start) }).subtracting(listing.files)
        listing.files = (listing.files + new).sorted { isOrdered($0, $1) }
        return listing
    }

    func read(_ path: String) throws(FileFailure) -> [UInt8]? {
        if let bytes = changes[path] { return bytes }
        return try base.read(path)
    }

    func open(_ path: String) throws(FileFailure) -> OpenFile? {
        if let bytes = changes[path] { return OpenFile(path, bytes) }
        return try base.open(path)
    }
}
