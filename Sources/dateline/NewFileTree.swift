import TimelineModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A site's files with one more, so that a new entry can be checked before it is written.
struct NewFileTree: FileTree {
    let base: DiskFileTree
    let path: String
    let bytes: [UInt8]

    func files(below folder: String) throws(FileFailure) -> [String] {
        let known = try base.files(below: folder)
        guard path.hasPrefix(folder + "/"), !known.contains(path) else { return known }
        return (known + [path]).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    func read(_ path: String) throws(FileFailure) -> [UInt8]? {
        path == self.path ? bytes : try base.read(path)
    }

    /// Writes the new file, or leaves none; one that is there already stays as it is.
    func create() throws(FileFailure) {
        var folder = base.root
        for name in path.split(separator: "/").dropLast() {
            folder += "/" + name
            if mkdir(folder, 0o755) != 0, errno != EEXIST { throw failure }
        }
        let file = open(base.root + "/" + path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw failure }
        let written = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        var failure = written < 0 ? self.failure : nil
        // A short write says nothing of its reason.
        if written < bytes.count, failure == nil {
            failure = FileFailure(path: path, reason: "could not be written in full")
        }
        if close(file) != 0, failure == nil { failure = self.failure }
        if let failure {
            unlink(base.root + "/" + path)
            throw failure
        }
    }

    private var failure: FileFailure { FileFailure(path: path, reason: String(cString: strerror(errno))) }
}
