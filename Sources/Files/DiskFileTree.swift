import UTF8Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The files below one folder on disk.
///
/// Symbolic links are followed as long as they stay in the folder that is read (``FolderWalk``): nothing from elsewhere
/// on the machine gets into a site.
public struct DiskFileTree: FileTree {
    /// The kind of thing at a path.
    public enum Presence: Sendable {
        /// No file, a regular file, or a folder; links count as what they lead to.
        case nothing, file, folder
        /// Something that is never read, such as a symbolic link that leads out of the folder.
        case unread
    }

    /// The path of the site's folder.
    public let root: String
    /// Whether files are read long after they were listed. A folder above a file may then have become a link, so that
    /// each read checks where the file is.
    private let looksAgain: Bool

    /// Creates a tree of the files below a folder.
    ///
    /// - Parameter looksAgain: Whether each read checks again that no folder above the file has become a link that
    ///   leads out. A tree that lives long, as in a preview, needs this.
    public init(root: String, lookingAgain looksAgain: Bool = false) {
        self.root = root
        self.looksAgain = looksAgain
    }

    /// Lists the files below a folder, links included.
    ///
    /// - Throws: a ``FileFailure`` if some folder or file cannot be examined.
    public func listing(of folder: String) throws(FileFailure) -> FileListing {
        let walk = FolderWalk(root: root, folder: folder)
        if let failure = walk.failure { throw failure }
        return walk.listing
    }

    /// Lists as much as can be examined below a folder; a watcher needs every folder in which a change may happen.
    public func visibleListing(of folder: String) -> FileListing {
        FolderWalk(root: root, folder: folder).listing
    }

    /// Returns the kind of thing at a path at the moment of the call.
    public func presence(of path: String) -> Presence {
        var status = stat()
        guard unsafe lstat(absolute(path), &status) == 0 else { return .nothing }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return isInside(path) ? .file : .unread
        case S_IFDIR: return .folder
        case S_IFLNK: break
        default: return .unread
        }
        guard let top = location(ofFolderAbove: path) else { return .unread }
        switch try? SymbolicLink(at: absolute(path), path, within: top) {
        case .file: return .file
        case .folder: return .folder
        case .unread, nil: return .unread
        }
    }

    /// Reads a file; returns `nil` if there is none.
    public func read(_ path: String) throws(FileFailure) -> [UInt8]? { try open(path)?.read() }

    /// Opens a file; returns `nil` if there is none or it is a folder.
    ///
    /// - Throws: a ``FileFailure`` if the file cannot be opened, is not a regular file, or is a link that leads out.
    public func open(_ path: String) throws(FileFailure) -> OpenFile? {
        // For the system a path ends at such a byte: it would open another file.
        if path.contains(byte: 0) { return nil }
        guard let descriptor = try descriptor(of: path) else { return nil }
        var status = stat()
        if unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            close(descriptor)
            return nil
        }
        return try OpenFile(path, descriptor: descriptor)
    }

    // MARK: The system

    /// Opens a file and returns its descriptor, or `nil` if there is none. A file outside of the folder is not opened,
    /// even if it was listed.
    private func descriptor(of path: String) throws(FileFailure) -> Int32? {
        if !looksAgain || isInside(path) {
            let descriptor = Self.open(absolute(path))
            if descriptor >= 0 { return descriptor }
            if errno == ENOENT || errno == ENOTDIR { return nil }
            if errno != ELOOP { throw FileFailure(errorAt: path) }
        }
        // A link. A file of no folder, such as one in a cache, is read wherever it is.
        let top = location(ofFolderAbove: path)
        guard let location = realPath(absolute(path)) else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw FileFailure(errorAt: path)
        }
        guard top.map({ location.isPath(inside: $0) }) ?? true else {
            throw FileFailure(path: path, reason: "symbolic link that leads out of the folder")
        }
        let descriptor = Self.open(location)
        if descriptor < 0 { throw FileFailure(errorAt: path) }
        return descriptor
    }

    /// Whether no folder above a file is a link that leads out of the top folder.
    private func isInside(_ path: String) -> Bool {
        guard looksAgain, let top = location(ofFolderAbove: path) else { return true }
        let end = path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex
        return realPath(absolute(String(path[..<end]))).map { $0.isPath(inside: top) } ?? true
    }

    /// Returns the real path of the first folder of a path, or `nil` if the path has no folder.
    private func location(ofFolderAbove path: String) -> String? {
        guard let end = path.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
        return realPath(absolute(String(path[..<end])))
    }

    /// Opens a file without blocking: a pipe without a writer would block.
    private static func open(_ path: String) -> Int32 {
        systemOpen(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    }

    private func absolute(_ path: String) -> String {
        path.isEmpty ? root : root + "/" + path
    }
}

private func systemOpen(_ path: String, _ flags: Int32) -> Int32 { unsafe open(path, flags) }
