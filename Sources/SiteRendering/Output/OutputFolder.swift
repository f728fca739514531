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
    private let descriptor: Int32

    /// Opens the folder, and makes it where it is missing.
    ///
    /// - Throws: where it cannot be made, is no folder, or another build is writing to it.
    init(_ path: String) throws(FileFailure) {
        try Self.makeFolders(path)
        guard let real = realpath(path, nil) else { throw Self.failure(path) }
        defer { free(real) }
        root = String(cString: real)
        descriptor = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure(path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let isBusy = errno == EWOULDBLOCK
            let failure = Self.failure(path)
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
    func read(_ path: String) throws(FileFailure) -> [UInt8]? {
        // Without waiting: what stands there may be a pipe that nobody writes to.
        let file = openat(descriptor, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            if errno == ELOOP {
                throw FileFailure(
                    path: absolute(path), reason: "a symbolic link, which no build of ours made")
            }
            throw Self.failure(absolute(path))
        }
        defer { _ = systemClose(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw Self.failure(absolute(path)) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw FileFailure(path: absolute(path), reason: "not a regular file")
        }
        let size = Int(status.st_size)
        var position = 0
        var isReadable = true
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while position < size, let base = buffer.baseAddress {
                let got = systemRead(file, base + position, size - position)
                if got < 0, errno == EINTR { continue }
                if got < 0 { isReadable = false }
                if got <= 0 { break }
                position += got
            }
            count = position
        }
        guard isReadable else { throw Self.failure(absolute(path)) }
        return bytes
    }

    /// True where a file has these bytes.
    func holds(_ bytes: borrowing ByteBuffer, at path: String) throws(FileFailure) -> Bool {
        guard let known = try read(path), known.count == bytes.count else { return false }
        return bytes.withBytes { bytes in
            bytes.baseAddress.map { memcmp($0, known, known.count) == 0 } ?? true
        }
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
            guard errno == EEXIST else { throw Self.failure(absolute(path)) }
            var status = stat()
            guard fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
                throw Self.failure(absolute(path))
            }
            guard status.st_mode & S_IFMT == S_IFDIR else {
                throw FileFailure(path: absolute(path), reason: "not a folder of the site")
            }
        }
    }

    /// Puts a file in its place at once: a reader sees the old bytes or the new ones, never a part. Its folder
    /// must be there.
    ///
    /// - Parameters:
    ///   - isNew: true where nothing stands in the place.
    ///   - scratch: the name of the file that is written before, one for each thread.
    func replace(
        _ path: String, with bytes: borrowing ByteBuffer, isNew: Bool = false, scratch: String
    ) throws(FileFailure) {
        if isNew, try create(path, with: bytes) { return }
        // By names below the open folder, so that the system does not walk the way to it three times a file.
        let file = openat(
            descriptor, scratch, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard file >= 0 else { throw Self.failure(absolute(scratch)) }
        guard bytes.withBytes({ Self.write($0, to: file) }) else {
            let failure = Self.failure(absolute(path))
            _ = systemClose(file)
            unlinkat(descriptor, scratch, 0)
            throw failure
        }
        guard systemClose(file) == 0, renameat(descriptor, scratch, descriptor, path) == 0 else {
            let failure = Self.failure(absolute(path))
            unlinkat(descriptor, scratch, 0)
            throw failure
        }
    }

    /// Writes a file that has no name, and then gives it the one where nothing stands: threads that write to one folder
    /// wait for each other once a file. With a scratch file that is renamed they do so three times, which took 3 % of
    /// the time of a build.
    ///
    /// - Returns: false where the system or the file system has no files without names, or something stands in the
    ///   place; then nothing is done.
    private func create(_ path: String, with bytes: borrowing ByteBuffer) throws(FileFailure) -> Bool {
        #if os(Linux)
            let file = openat(descriptor, ".", O_WRONLY | LinuxFlags.nameless | O_CLOEXEC, 0o644)
            guard file >= 0 else { return false }
            guard bytes.withBytes({ Self.write($0, to: file) }) else {
                let failure = Self.failure(absolute(path))
                _ = systemClose(file)
                throw failure
            }
            // Linux lets everybody name a file by its descriptor since 6.10; before that by way of /proc.
            let isNamed =
                linkat(file, "", descriptor, path, LinuxFlags.emptyPath) == 0
                || linkat(AT_FDCWD, "/proc/self/fd/\(file)", descriptor, path, AT_SYMLINK_FOLLOW) == 0
            guard systemClose(file) == 0 else {
                let failure = Self.failure(absolute(path))
                if isNamed { unlinkat(descriptor, path, 0) }
                throw failure
            }
            return isNamed
        #else
            return false
        #endif
    }

    /// Removes a file, and the folders that are empty without it.
    func remove(_ path: String) throws(FileFailure) {
        guard !leadsThroughLink(path) else { return }
        guard unlink(absolute(path)) == 0 || errno == ENOENT else { throw Self.failure(absolute(path)) }
        var folders = path.split(separator: "/").dropLast()
        while !folders.isEmpty, rmdir(absolute(folders.joined(separator: "/"))) == 0 {
            folders = folders.dropLast()
        }
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
            if let name, name.hasPrefix(prefix) { unlink(absolute(name)) }
        }
    }

    // MARK: The system

    private func absolute(_ path: String) -> String { root + "/" + path }

    private func leadsThroughLink(_ path: String) -> Bool {
        var folder = root
        for name in path.split(separator: "/").dropLast() {
            folder += "/" + name
            var status = stat()
            guard lstat(folder, &status) == 0 else { return false }
            if status.st_mode & S_IFMT != S_IFDIR { return true }
        }
        return false
    }

    private static func makeFolders(_ path: String) throws(FileFailure) {
        var folder = path.hasPrefix("/") ? "" : "."
        for name in path.split(separator: "/") {
            folder += "/" + name
            if mkdir(folder, 0o755) != 0, errno != EEXIST { throw failure(folder) }
        }
    }

    private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to file: Int32) -> Bool {
        var position = 0
        while position < bytes.count, let base = bytes.baseAddress {
            let put = systemWrite(file, base + position, bytes.count - position)
            if put < 0, errno == EINTR { continue }
            guard put > 0 else { return false }
            position += put
        }
        return true
    }

    private static func failure(_ path: String) -> FileFailure {
        FileFailure(path: path, reason: String(cString: strerror(errno)))
    }
}

#if os(Linux)
    /// Of the kernel's interface, `fcntl.h`; Swift's module of the C library leaves them out.
    private enum LinuxFlags {
        /// `O_TMPFILE`: opens a file without a name in a folder.
        static let nameless = 0o20_000_000 | O_DIRECTORY
        /// `AT_EMPTY_PATH`: the descriptor stands for the file itself.
        static let emptyPath: Int32 = 0x1000
    }
#endif

private func systemRead(_ file: Int32, _ buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    read(file, buffer, count)
}

private func systemWrite(_ file: Int32, _ buffer: UnsafeRawPointer, _ count: Int) -> Int {
    write(file, buffer, count)
}

private func systemClose(_ file: Int32) -> Int32 { close(file) }
