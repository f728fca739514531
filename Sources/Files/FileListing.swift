/// The contents of a folder of a site, including its subfolders.
public struct FileListing: Sendable {
    /// A folder that was searched for files.
    public struct Folder: Hashable, Sendable {
        /// The path relative to the site's folder; links can give one folder on disk several paths.
        public let path: String
        /// The real path on disk, with all links resolved.
        public let location: String
    }

    /// The paths of all files to be read, in byte order.
    public var files: [String] = []
    /// The names that cannot be read although they should be, such as links that lead out, in byte order of their
    /// paths.
    public var unread: [UnreadFile] = []
    /// The paths in ``files`` that are symbolic links or lie in a folder that is one. Such a file can change without a
    /// notification for the folder it is listed in.
    public var linked: Set<String> = []
    /// The folders on disk in which a change can affect this listing.
    public var folders: [Folder] = []

    /// The listing of an empty folder.
    public init() {}
}
