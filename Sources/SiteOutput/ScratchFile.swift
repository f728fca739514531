import Files

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A temporary file in the output folder, which takes the place of another file when it is complete. If it never does, it
/// is removed.
final class ScratchFile {
    /// The open file; -1 once it is closed.
    private(set) var descriptor: Int32
    private let name: String
    private let output: OutputFolder
    private var hasName = true

    /// Creates an empty file.
    ///
    /// - Parameter name: its name in the output folder, distinct for each thread.
    init(_ name: String, in output: OutputFolder) throws(FileFailure) {
        self.name = name
        self.output = output
        // Paths are relative to the open folder, so that the system does not resolve the folder's path three times
        // per file.
        descriptor = unsafe openat(
            output.descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else {
            hasName = false
            throw FileFailure(errorAt: output.absolute(name))
        }
    }

    deinit {
        if descriptor >= 0 { _ = systemClose(descriptor) }
        if hasName { unsafe unlinkat(output.descriptor, name, 0) }
    }

    /// Closes the file and gives it the path of another one, which it replaces.
    func replace(_ path: String) throws(FileFailure) {
        let isClosed = systemClose(descriptor) == 0
        descriptor = -1
        guard isClosed, unsafe renameat(output.descriptor, name, output.descriptor, path) == 0 else {
            throw FileFailure(errorAt: output.absolute(path))
        }
        hasName = false
    }
}
