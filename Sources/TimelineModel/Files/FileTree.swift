import Diagnostics

/// The files that a site is made of. Paths are relative to the site's folder, with `/` between names.
public protocol FileTree: Sendable {
    /// What stands below a folder; nothing where there is no such folder. Hidden files and folders are left out.
    func listing(of folder: String) throws(FileFailure) -> FileListing

    /// A file's bytes, or nil where there is no such file.
    func read(_ path: String) throws(FileFailure) -> [UInt8]?

    /// The file, to be read piece by piece; nil where there is no such file.
    func open(_ path: String) throws(FileFailure) -> OpenFile?
}

extension FileTree {
    /// The paths of all files below a folder, in byte order.
    public func files(below folder: String) throws(FileFailure) -> [String] { try listing(of: folder).files }

    public func open(_ path: String) throws(FileFailure) -> OpenFile? {
        try read(path).map { OpenFile(path, $0) }
    }

    /// The first bytes of a file, or all of a shorter one; nil where there is no such file.
    public func read(_ path: String, first count: Int) throws(FileFailure) -> [UInt8]? {
        try open(path)?.read(first: count)
    }
}

/// Files in memory, for tests and for previews.
public struct MemoryFileTree: FileTree {
    public var contents: [String: [UInt8]]
    /// What stands beside them and is not read, in byte order of the paths.
    public var unread: [UnreadFile] = []

    public init(_ contents: [String: [UInt8]] = [:]) {
        self.contents = contents
    }

    public init(texts: [String: String]) {
        self.init(texts.mapValues { Array($0.utf8) })
    }

    public func listing(of folder: String) throws(FileFailure) -> FileListing {
        let start = folder + "/"
        var listing = FileListing()
        listing.files = contents.keys.filter { $0.begins(with: start) }.sorted { isOrdered($0, $1) }
        listing.unread = unread.filter { $0.path.begins(with: start) || $0.path.isWritten(as: folder) }
        return listing
    }

    public func read(_ path: String) throws(FileFailure) -> [UInt8]? { contents[path] }
}
