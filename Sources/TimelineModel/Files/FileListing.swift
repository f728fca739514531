import Diagnostics

/// What stands below a folder of a site.
public struct FileListing: Sendable {
    /// A folder that holds files.
    public struct Folder: Hashable, Sendable {
        /// The path from the site's folder; through links there may be several for one place.
        public let path: String
        /// Where it stands on disk, without links.
        public let place: String
    }

    /// The paths of all files that are read, in byte order.
    public var files: [String] = []
    /// What is not read although it has a name that would be, in byte order of the paths.
    public var unread: [UnreadFile] = []
    /// Those of the files that are symbolic links or stand in a folder that is one: such a file changes without its
    /// own folder being told.
    public var linked: Set<String> = []
    /// The folders on disk in which a change may change any of this.
    public var folders: [Folder] = []

    public init() {}
}

extension Rule {
    static let unusableLink = Rule(
        "unusable-link", .error, mandatory: true,
        "A symbolic link in Content or Templates leads to a file or folder in that folder itself.",
        because: "Nothing from elsewhere on a machine gets into a site, and nothing elsewhere is watched.")
    static let repeatedFolder = Rule(
        "repeated-folder", .warning,
        "Of symbolic links to one folder the first is followed, and none to a folder that holds it.")
}
