import Diagnostics
import TimelineModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The folder that a site is written to. All that is ever written or removed goes through here, and nothing
/// here leaves the folder: no path goes through a symbolic link.
struct OutputFolder: Sendable {
    /// The folder's real path.
    let root: String
    /// Held open while a build writes, with a lock that keeps a second build out.
    let descriptor: Int32

    /// Opens the folder, and makes it where it is missing.
    ///
    /// - Throws: where it cannot be made, is no folder, or another build is writing to it.
    init(_ path: String) throws(FileFailure) {
        try Self.makeFolders(path)
        guard let real = realpath(path, nil) else { throw FileFailure(errorAt: path) }
        defer { free(real) }
        root = String(cString: real)
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

    /// True where there is such a folder.
    static func exists(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// A file's bytes; nil where there is none.
    ///
    /// - Throws: where it cannot be read, or is no file of ours: a folder, a symbolic link.
    func read(_ path: String) throws(FileFailure) -> [UInt8]? { try open(path)?.read() }

    /// The file, to be read piece by piece; nil where there is none.
    ///
    /// - Throws: where it cannot be read, or is no file of ours: a folder, a symbolic link.
    func open(_ path: String) throws(FileFailure) -> OpenFile? {
        // Without waiting: what stands there may be a pipe that nobody writes to.
        let file = openat(descriptor, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        if file < 0 {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            if errno == ELOOP {
                throw FileFailure(
                    path: absolute(path), reason: "a symbolic link, which no build of ours made")
            }
            throw FileFailure(errorAt: absolute(path))
        }
        return try OpenFile(absolute(path), descriptor: file)
    }

    /// True where a file has these bytes.
    func holds(_ bytes: borrowing OutputBuffer, at path: String) throws(FileFailure) -> Bool {
        guard let file = try open(path), file.size == bytes.count else { return false }
        let known = try file.read()
        return bytes.withBytes { bytes in
            known.count == bytes.count
                && (bytes.baseAddress.map { memcmp($0, known, known.count) == 0 } ?? true)
        }
    }

    /// The fingerprint of a file that is to be copied, where a file at a path has the same bytes; else nil.
    func fingerprint(
        of original: OpenFile, whereAt path: String
    ) throws(FileFailure) -> Fingerprint? {
        guard let known = try open(path), known.size == original.size else { return nil }
        var lanes = Fingerprint.Lanes()
        var offset = 0
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: OpenFile.pieceSize, alignment: 16)
        defer { room.deallocate() }
        var isSame = true
        try original.forEachPiece { piece throws(FileFailure) in
            guard isSame, let start = piece.baseAddress, let other = room.baseAddress else { return }
            let count = try known.read(
                into: UnsafeMutableRawBufferPointer(start: other, count: piece.count), from: offset)
            isSame = count == piece.count && memcmp(start, other, count) == 0
            offset += count
            lanes.add(piece)
        }
        return isSame ? lanes.fingerprint : nil
    }

    /// True where anything stands at a path, whatever it is.
    func exists(_ path: String) -> Bool {
        var status = stat()
        return fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0
    }

    /// True where something other than a folder, a symbolic link to one too, stands at a path.
    func isNoFolder(_ path: String) -> Bool {
        var status = stat()
        return fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0
            && status.st_mode & S_IFMT != S_IFDIR
    }

    /// Makes folders, each of which comes after the one that it is in. A symbolic link among them would lead out.
    func makeFolders(_ paths: [String]) throws(FileFailure) {
        for path in paths {
            if mkdirat(descriptor, path, 0o755) == 0 { continue }
            guard errno == EEXIST else { throw FileFailure(errorAt: absolute(path)) }
            var status = stat()
            guard fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
                throw FileFailure(errorAt: absolute(path))
            }
            guard status.st_mode & S_IFMT == S_IFDIR else {
                throw FileFailure(path: absolute(path), reason: "not a folder of the site")
            }
        }
    }

    /// Removes a file, and the folders that are empty without it.
    ///
    /// - Returns: false where there was none, or where a symbolic link leads to it.
    @discardableResult
    func remove(_ path: String) throws(FileFailure) -> Bool {
        guard !leadsThroughLink(path) else { return false }
        let isRemoved = unlinkat(descriptor, path, 0) == 0
        guard isRemoved || errno == ENOENT else { throw FileFailure(errorAt: absolute(path)) }
        var folder = path.pathFolder
        while let path = folder, unlinkat(descriptor, String(path), AT_REMOVEDIR) == 0 {
            folder = path.pathFolder
        }
        return isRemoved
    }

    /// Removes what earlier builds wrote before putting it in its place, and did not live to.
    func removeScratch(beginningWith prefix: String) {
        guard let stream = opendir(root) else { return }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
                    String(validatingCString: $0)
                }
            }
            if let name, name.begins(with: prefix) { unlinkat(descriptor, name, 0) }
        }
    }

    // MARK: The system

    func absolute(_ path: String) -> String { root + "/" + path }

    private func leadsThroughLink(_ path: String) -> Bool {
        var folder = path.pathFolder
        while let path = folder {
            var status = stat()
            if fstatat(descriptor, String(path), &status, AT_SYMLINK_NOFOLLOW) == 0,
                status.st_mode & S_IFMT != S_IFDIR
            {
                return true
            }
            folder = path.pathFolder
        }
        return false
    }

    private static func makeFolders(_ path: String) throws(FileFailure) {
        var folder = path.begins(with: "/") ? "" : "."
        for name in path.pathNames {
            folder += "/" + name
            if mkdir(folder, 0o755) != 0, errno != EEXIST { throw FileFailure(errorAt: folder) }
        }
    }
}

private func systemOpen(_ path: String, _ flags: Int32) -> Int32 { open(path, flags) }

func systemClose(_ file: Int32) -> Int32 { close(file) }
