import Diagnostics
import Files
import TimelineModel
import UTF8Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Creates new files and the folders that they need: all of them, or none.
struct NewFiles {
    /// The folder that the paths are relative to; it is created if necessary.
    let root: String
    private var files: [(path: String, bytes: [UInt8])]
    /// The folders created so far, in the order of creation.
    private var folders: [String] = []
    private var written: [String] = []

    init(root: String, _ files: [(path: String, bytes: [UInt8])]) {
        self.root = root
        self.files = files
    }

    init(root: String, path: String, bytes: [UInt8]) { self.init(root: root, [(path, bytes)]) }

    /// Creates the files. An existing file is never replaced. If one cannot be created, those before it and their
    /// folders are removed again.
    mutating func create() throws(FileFailure) {
        do throws(FileFailure) {
            for (path, bytes) in files { try create(path, bytes) }
        } catch {
            remove()
            throw error
        }
    }

    /// Removes the written files and the folders created for them, except folders in which something else was put
    /// meanwhile.
    mutating func remove() {
        for path in written.reversed() { unsafe unlink(path) }
        for path in folders.reversed() { unsafe rmdir(path) }
        (written, folders) = ([], [])
    }

    private mutating func create(_ path: String, _ bytes: [UInt8]) throws(FileFailure) {
        // For the system the path would end at this byte, and name another file.
        if path.holds("\0") { throw FileFailure(path: path, reason: "a name contains a zero byte") }
        let location = root + "/" + path
        let folder = path.pathFolder.map { root + "/" + $0 } ?? root
        try Folders.make(folder, as: path) { folders.append($0) }
        try SiteFolder.checkStaysInside(folder, of: path, below: root)
        let file = unsafe open(location, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw FileFailure(errorAt: path) }
        written.append(location)
        do throws(FileFailure) {
            try Descriptor.writeAll(bytes, to: file, of: path)
        } catch {
            close(file)
            throw error
        }
        if close(file) != 0 { throw FileFailure(errorAt: path) }
    }
}
