import TimelineModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file of the author's that gets other bytes.
struct ReplacedFile {
    /// The folder that the path is relative to.
    let root: String
    let path: String
    /// What was read.
    let before: [UInt8]
    let after: [UInt8]

    /// Replaces the file at once, and only where it is still what was read. Its mode stays; of a symbolic link
    /// the file behind it is replaced.
    func write() throws(FileFailure) {
        guard let pointer = realpath(root + "/" + path, nil) else { throw failure }
        defer { free(pointer) }
        let real = String(cString: pointer)
        try checkUnchanged()
        var status = stat()
        guard stat(real, &status) == 0 else { throw failure }
        let folder = real[..<(real.lastIndex(of: "/") ?? real.startIndex)]
        let name = real[(real.lastIndex(of: "/").map { real.index(after: $0) } ?? real.startIndex)...]
        let temporary = "\(folder)/.\(name.utf8.count > 200 ? "dateline" : name).\(getpid())"
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure }
        var failure = FileWriting.write(after, to: file).map { FileFailure(path: path, reason: $0) }
        if failure == nil, fchmod(file, status.st_mode & 0o7777) != 0 || fsync(file) != 0 {
            failure = self.failure
        }
        if close(file) != 0, failure == nil { failure = self.failure }
        if failure == nil {
            do { try checkUnchanged() } catch { failure = error }
        }
        if failure == nil, rename(temporary, real) != 0 { failure = self.failure }
        if let failure {
            unlink(temporary)
            throw failure
        }
    }

    private func checkUnchanged() throws(FileFailure) {
        guard try DiskFileTree(root: root).read(path) == before else {
            throw FileFailure(path: path, reason: "changed meanwhile; it stays as it is")
        }
    }

    private var failure: FileFailure { FileFailure(path: path, reason: String(cString: strerror(errno))) }
}
