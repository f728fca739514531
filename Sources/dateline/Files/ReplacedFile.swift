import Diagnostics
import Files
import TimelineModel
import UTF8Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The replacement of a file of the author's.
struct ReplacedFile {
    /// The folder that the path is relative to.
    let root: String
    let path: String
    /// The bytes that were read.
    let before: [UInt8]
    let after: [UInt8]

    /// Replaces the file atomically, and only if it still has the bytes that were read. Its mode is kept. If it is a
    /// symbolic link, the file that it leads to is replaced; other hard links keep the old bytes.
    ///
    /// - Throws: a failure if the file has changed, lies outside of the site, or cannot be written.
    func write() throws(FileFailure) {
        let location = root + "/" + path
        try SiteFolder.checkStaysInside(location, of: path, below: root)
        guard let real = realPath(location) else { throw failure }
        try checkUnchanged()
        var status = stat()
        guard unsafe stat(real, &status) == 0 else { throw failure }
        let (file, temporary) = try newFile(beside: real)
        var failure: FileFailure?
        do throws(FileFailure) { try Descriptor.writeAll(after, to: file, of: path) } catch {
            failure = error
        }
        if failure == nil, fchmod(file, status.st_mode & 0o7777) != 0 || fsync(file) != 0 {
            failure = self.failure
        }
        if close(file) != 0, failure == nil { failure = self.failure }
        if failure == nil {
            do throws(FileFailure) { try checkUnchanged() } catch { failure = error }
        }
        if failure == nil, unsafe rename(temporary, real) != 0 { failure = self.failure }
        if let failure {
            unsafe unlink(temporary)
            throw failure
        }
    }

    /// Creates a hidden temporary file beside another. If the name is taken, by a process that ended before it could
    /// clean up, the next of 100 names is tried.
    private func newFile(beside real: String) throws(FileFailure) -> (descriptor: Int32, path: String) {
        let name = real.pathName.utf8.count > 200 ? "dateline" : real.pathName
        let start = "\(real.pathFolder ?? "")/.\(name).\(getpid())"
        for attempt in 0..<100 {
            let temporary = attempt == 0 ? start : "\(start).\(attempt)"
            let file = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            if file >= 0 { return (file, temporary) }
            if errno != EEXIST { break }
        }
        throw failure
    }

    private func checkUnchanged() throws(FileFailure) {
        guard try DiskFileTree(root: root).read(path) == before else {
            throw FileFailure(path: path, reason: "changed meanwhile; it stays as it is")
        }
    }

    private var failure: FileFailure { FileFailure(errorAt: path) }
}
