import Diagnostics
import Files
import UTF8Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The folder that a site is written to. Every write and removal goes through this type, and none leaves the folder:
/// no path is followed through a symbolic link.
struct OutputFolder: Sendable {
    /// The folder's absolute path without symbolic links.
    let root: String
    /// The open folder. It carries a lock for the duration of a build, which excludes a second build.
    let descriptor: Int32

    /// Opens the folder, and creates it if it does not exist.
    ///
    /// - Throws: if the folder cannot be created, is not a folder, or another build is writing to it.
    init(_ path: String) throws(FileFailure) {
        try Folders.make(path)
        guard let real = unsafe realpath(path, nil) else { throw FileFailure(errorAt: path) }
        defer { unsafe free(real) }
        root = unsafe String(cString: real)
        descriptor = systemOpen(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFailure(errorAt: path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let isBusy = errno == EWOULDBLOCK
            let failure = FileFailure(errorAt: path)
            _ = systemClose(descriptor)
            throw isBusy ? FileFailure(path: path, reason: "another build is writing here") : failure
        }
    }

    func close() { _ = systemClose(descriptor) }

    /// Whether there is a folder at a path.
    static func exists(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Returns a file's bytes; nil if there is no such file.
    ///
    /// - Throws: if it cannot be read, or is a folder or symbolic link, which no build creates for a file.
    func read(_ path: String) throws(FileFailure) -> [UInt8]? { try open(path)?.read() }

    /// Opens a file for reading in pieces; nil if there is no such file.
    ///
    /// - Throws: if it cannot be read, or is a folder or symbolic link, which no build creates for a file.
    func open(_ path: String) throws(FileFailure) -> OpenFile? {
        // Non-blocking, since the path may be that of a pipe without a writer.
        let file = unsafe openat(descriptor, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        if file < 0 {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            if errno == ELOOP {
                throw FileFailure(
                    path: absolute(path), reason: "a symbolic link, which Dateline never creates")
            }
            throw FileFailure(errorAt: absolute(path))
        }
        return try OpenFile(absolute(path), descriptor: file)
    }

    /// Whether the file at a path has exactly these bytes.
    func holds(_ bytes: borrowing OutputBuffer, at path: String) throws(FileFailure) -> Bool {
        guard let file = try open(path), file.size == bytes.count else { return false }
        var outcome: Result<Bool, FileFailure> = .success(false)
        unsafe bytes.withBytes { bytes in
            outcome = Result { () throws(FileFailure) in
                try unsafe file.holds(UnsafeRawBufferPointer(bytes), at: 0)
            }
        }
        return try outcome.get()
    }

    /// Whether there is anything at a path, of whatever type.
    func exists(_ path: String) -> Bool {
        var status = stat()
        return unsafe fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0
    }

    /// Whether there is something at a path that is not a folder; a symbolic link to a folder is not a folder.
    func isNoFolder(_ path: String) -> Bool {
        var status = stat()
        return unsafe fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0
            && status.st_mode & S_IFMT != S_IFDIR
    }

    /// Creates folders that do not exist. Each parent must precede its children.
    ///
    /// - Throws: if something else is at one of the paths, such as a symbolic link, which could lead out of the
    ///   folder.
    func makeFolders(_ paths: [String]) throws(FileFailure) {
        for path in paths {
            if unsafe mkdirat(descriptor, path, 0o755) == 0 { continue }
            guard errno == EEXIST else { throw FileFailure(errorAt: absolute(path)) }
            var status = stat()
            guard unsafe fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
                throw FileFailure(errorAt: absolute(path))
            }
            guard status.st_mode & S_IFMT == S_IFDIR else {
                throw FileFailure(path: absolute(path), reason: "not a folder of the site")
            }
        }
    }

    /// Removes a file, and then every parent folder that has become empty.
    ///
    /// - Returns: false if there was no such file, or if its path contains a symbolic link.
    @discardableResult
    func remove(_ path: String) throws(FileFailure) -> Bool {
        guard !leadsThroughLink(path) else { return false }
        let isRemoved = unsafe unlinkat(descriptor, path, 0) == 0
        guard isRemoved || errno == ENOENT else { throw FileFailure(errorAt: absolute(path)) }
        var folder = path.pathFolder
        while let path = folder, unsafe unlinkat(descriptor, String(path), AT_REMOVEDIR) == 0 {
            folder = path.pathFolder
        }
        return isRemoved
    }

    /// Removes the temporary files that interrupted builds left behind.
    func removeScratch(beginningWith prefix: String) {
        for name in (try? Folders.names(in: root)) ?? [] {
            if let name = name.text, name.begins(with: prefix) { unsafe unlinkat(descriptor, name, 0) }
        }
    }

    // MARK: The system

    /// Returns the absolute path of a file in the folder.
    func absolute(_ path: String) -> String { root + "/" + path }

    /// Whether a parent folder in the path is not a real folder, such as a symbolic link.
    private func leadsThroughLink(_ path: String) -> Bool {
        var folder = path.pathFolder
        while let path = folder {
            var status = stat()
            if unsafe fstatat(descriptor, String(path), &status, AT_SYMLINK_NOFOLLOW) == 0,
                status.st_mode & S_IFMT != S_IFDIR
            {
                return true
            }
            folder = path.pathFolder
        }
        return false
    }
}

/// Calls `open(2)`, whose name a method of ``OutputFolder`` hides.
private func systemOpen(_ path: String, _ flags: Int32) -> Int32 { unsafe open(path, flags) }

/// Calls `close(2)`, whose name a method of ``OutputFolder`` hides.
func systemClose(_ file: Int32) -> Int32 { close(file) }
