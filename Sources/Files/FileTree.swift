import UTF8Text

/// A source of the files of a site. Paths are relative to the site's folder, with `/` between names.
public protocol FileTree: Sendable {
    /// Lists the contents of a folder without hidden files and folders; the listing is empty if there is no such
    /// folder.
    func listing(of folder: String) throws(FileFailure) -> FileListing

    /// Returns the bytes of a file, or `nil` if there is no such file.
    func read(_ path: String) throws(FileFailure) -> [UInt8]?

    /// Opens a file for reading piece by piece; returns `nil` if there is no such file.
    func open(_ path: String) throws(FileFailure) -> OpenFile?
}

extension FileTree {
    /// Returns the paths of all files below a folder, in byte order.
    public func files(below folder: String) throws(FileFailure) -> [String] { try listing(of: folder).files }

    /// Opens a file by reading all of it into memory.
    public func open(_ path: String) throws(FileFailure) -> OpenFile? {
        try read(path).map { OpenFile(path, $0) }
    }

    /// Returns the first bytes of a file, or all bytes of a shorter one; `nil` if there is no such file.
    public func read(_ path: String, first count: Int) throws(FileFailure) -> [UInt8]? {
        try open(path)?.read(first: count)
    }
}

/// A file tree in memory, for tests and for a preview without files.
public struct MemoryFileTree: FileTree {
    /// The bytes of each file, by path.
    public var contents: [String: [UInt8]]
    /// Further names that listings report as not read, in byte order of their paths.
    public var unread: [UnreadFile] = []

    /// Creates a tree from the bytes of each file.
    public init(_ contents: [String: [UInt8]] = [:]) {
        self.contents = contents
    }

    /// Creates a tree from the text of each file, encoded in UTF-8.
    public init(texts: [String: String]) {
        self.init(texts.mapValues { Array($0.utf8) })
    }

    /// Lists the files whose paths lie below a folder.
    public func listing(of folder: String) throws(FileFailure) -> FileListing {
        let start = folder + "/"
        var listing = FileListing()
        listing.files = contents.keys.filter { $0.begins(with: start) }.sorted { isOrdered($0, $1) }
        listing.unread = unread.filter { $0.path.begins(with: start) || $0.path.isWritten(as: folder) }
        return listing
    }

    /// Returns the bytes of a file, or `nil` if there is none.
    public func read(_ path: String) throws(FileFailure) -> [UInt8]? { contents[path] }
}
