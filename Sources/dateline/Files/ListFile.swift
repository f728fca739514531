import Files
import UTF8Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file for a program's use that each run replaces: a list of changes, or of addresses that were reached.
struct ListFile {
    /// The path, absolute or relative to the current folder.
    let path: String

    /// Replaces the file atomically, so that no program reads half of it.
    ///
    /// - Throws: a failure if the folder does not exist, or something other than a file has the name.
    func write(_ bytes: [UInt8]) throws(FileFailure) {
        let temporary = path + ".\(getpid())"
        // A process of this number may have ended before it could clean up.
        unsafe unlink(temporary)
        let file = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard file >= 0 else { throw FileFailure(errorAt: absolute) }
        var failure: FileFailure?
        do throws(FileFailure) { try Descriptor.writeAll(bytes, to: file, of: absolute) } catch {
            failure = error
        }
        if close(file) != 0, failure == nil { failure = FileFailure(errorAt: absolute) }
        if failure == nil, unsafe rename(temporary, path) != 0 { failure = FileFailure(errorAt: absolute) }
        guard let failure else { return }
        unsafe unlink(temporary)
        throw failure
    }

    /// The path from the root, since a failure's relative path is one of the site's.
    private var absolute: String {
        if path.begins(with: "/") { return path }
        guard let current = unsafe getcwd(nil, 0) else { return path }
        defer { unsafe free(current) }
        return unsafe String(cString: current) + "/" + path
    }
}
