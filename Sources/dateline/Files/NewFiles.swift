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
        for path in written.reversed() { unlink(path) }
        for path in folders.reversed() { rmdir(path) }
        (written, folders) = ([], [])
    }

    private mutating func create(_ path: String, _ bytes: [UInt8]) throws(FileFailure) {
        // For the system the path would end at this byte, and name another file.
        if path.holds("\0") { throw FileFailure(path: path, reason: "a name holds a byte that is zero") }
        let place = root + "/" + path
        let folder = path.pathFolder.map { root + "/" + $0 } ?? root
        try makeFolders(folder, for: path)
        try SiteFolder.checkStaysInside(folder, of: path, below: root)
        let file = open(place, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw FileFailure(errorAt: path) }
        written.append(place)
        var failure = FileWriting.write(bytes, to: file).map { FileFailure(path: path, reason: $0) }
        if close(file) != 0, failure == nil { failure = FileFailure(errorAt: path) }
        if let failure { throw failure }
    }

    /// Creates a folder and its parents.
    private mutating func makeFolders(_ folder: String, for path: String) throws(FileFailure) {
        var made = folder.begins(with: "/") ? "" : "."
        for name in folder.pathNames {
            made += "/" + name
            if mkdir(made, 0o755) == 0 {
                folders.append(made)
            } else if errno != EEXIST {
                throw FileFailure(errorAt: path)
            }
        }
    }
}

/// The limits of a site's folder for writing.
enum SiteFolder {
    /// Checks that no symbolic link leads out of the site's input folder: what lies outside is not part of the site.
    ///
    /// - Parameters:
    ///   - place: the file to write, or its folder; it must exist.
    ///   - path: the file's path, relative to the site's folder.
    ///   - root: the site's folder.
    /// - Throws: a failure if a link leads out, or if nothing exists at `place`.
    static func checkStaysInside(
        _ place: String, of path: String, below root: String
    ) throws(FileFailure) {
        // Content itself may be a link: then its target is the limit.
        guard path.holds("/"), let first = path.pathNames.first else { return }
        guard let top = realPath(root + "/" + first), let real = realPath(place) else {
            throw FileFailure(errorAt: path)
        }
        guard real.isPath(inside: top) else {
            throw FileFailure(path: path, reason: "a symbolic link leads out of \(first)")
        }
    }
}

/// Low-level writing to a file descriptor.
enum FileWriting {
    /// Writes all of the bytes.
    ///
    /// - Returns: the reason for a failure, in words; nil on success.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> String? {
        bytes.withUnsafeBytes { buffer in
            var position = 0
            while position < buffer.count, let base = buffer.baseAddress {
                let put = systemWrite(descriptor, base + position, buffer.count - position)
                if put < 0, errno == EINTR { continue }
                if put < 0 { return String(cString: strerror(errno)) }
                // A short write gives no reason.
                if put == 0 { return "could not be written in full" }
                position += put
            }
            return nil
        }
    }
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer, _ count: Int) -> Int {
    write(descriptor, buffer, count)
}
