import Diagnostics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Files on disk, below one folder. Symbolic links are followed as long as they stay in the folder that is
/// read (``FolderWalk``): nothing from elsewhere on the machine gets into a site.
public struct DiskFileTree: FileTree {
    /// What stands at a path.
    public enum Presence: Sendable {
        case nothing, file, folder
        /// Something of which nothing is read, such as a symbolic link that leads out.
        case unread
    }

    /// The site's folder.
    public let root: String
    /// True where files are read long after they were listed, so that what stands above them may be a link by now.
    private let looksAgain: Bool

    public init(root: String, lookingAgain looksAgain: Bool = false) {
        self.root = root
        self.looksAgain = looksAgain
    }

    public func listing(of folder: String) throws(FileFailure) -> FileListing {
        let walk = FolderWalk(root: root, folder: folder)
        if let failure = walk.failure { throw failure }
        return walk.listing
    }

    /// As much of a listing as can be had, for those who want to know where a change may come from.
    public func visibleListing(of folder: String) -> FileListing {
        FolderWalk(root: root, folder: folder).listing
    }

    /// What stands at a path now.
    public func presence(of path: String) -> Presence {
        var status = stat()
        guard lstat(absolute(path), &status) == 0 else { return .nothing }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return isInPlace(path) ? .file : .unread
        case S_IFDIR: return .folder
        case S_IFLNK: break
        default: return .unread
        }
        guard let top = place(ofFolderAbove: path) else { return .unread }
        switch try? SymbolicLink(at: absolute(path), path, within: top) {
        case .file: return .file
        case .folder: return .folder
        case .unread, nil: return .unread
        }
    }

    public func read(_ path: String) throws(FileFailure) -> [UInt8]? { try open(path)?.read() }

    public func open(_ path: String) throws(FileFailure) -> OpenFile? {
        // For the system a path ends at such a byte: it would open another file.
        if path.utf8.contains(0) { return nil }
        guard let descriptor = try descriptor(of: path) else { return nil }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            close(descriptor)
            return nil
        }
        return try OpenFile(path, descriptor: descriptor)
    }

    // MARK: The system

    /// Opens a file; nil where there is none. What stands elsewhere is not opened, whatever was listed.
    private func descriptor(of path: String) throws(FileFailure) -> Int32? {
        if !looksAgain || isInPlace(path) {
            let descriptor = Self.open(absolute(path))
            if descriptor >= 0 { return descriptor }
            if errno == ENOENT || errno == ENOTDIR { return nil }
            if errno != ELOOP { throw FileFailure(errorAt: path) }
        }
        // A link. A file of no folder, such as one in a cache, is read wherever it is.
        let top = place(ofFolderAbove: path)
        guard let place = realPath(absolute(path)) else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw FileFailure(errorAt: path)
        }
        guard top.map({ place.isPath(inside: $0) }) ?? true else {
            throw FileFailure(path: path, reason: "symbolic link that leads out of the folder")
        }
        let descriptor = Self.open(place)
        if descriptor < 0 { throw FileFailure(errorAt: path) }
        return descriptor
    }

    /// True where no folder above a file leads elsewhere.
    private func isInPlace(_ path: String) -> Bool {
        guard looksAgain, let top = place(ofFolderAbove: path) else { return true }
        let end = path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex
        return realPath(absolute(String(path[..<end]))).map { $0.isPath(inside: top) } ?? true
    }

    /// Where the first folder of a path stands; nil where it is in none.
    private func place(ofFolderAbove path: String) -> String? {
        guard let end = path.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
        return realPath(absolute(String(path[..<end])))
    }

    /// Without waiting: what stands there may be a pipe that nobody writes to.
    private static func open(_ path: String) -> Int32 {
        systemOpen(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    }

    private func absolute(_ path: String) -> String {
        path.isEmpty ? root : root + "/" + path
    }
}

private func systemOpen(_ path: String, _ flags: Int32) -> Int32 { open(path, flags) }
