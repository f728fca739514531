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

/// A name below a folder of a site of which nothing is read.
public struct UnreadFile: Hashable, Sendable {
    public enum Reason: String, Sendable {
        /// A symbolic link to nothing, or one of several that lead to each other.
        case leadsNowhere
        /// A symbolic link out of the folder that is read: nothing from elsewhere on a machine gets into a site.
        case leadsOut
        /// A folder of the site that is a symbolic link to one in which the site stands.
        case holdsTheSite
        /// A symbolic link to a folder that holds it, which would never end.
        case leadsUp
        /// A symbolic link to a folder to which another one leads.
        case leadsToTheSame
        /// A pipe, a socket or a device.
        case special
    }

    public let path: String
    public let reason: Reason

    public init(_ path: String, _ reason: Reason) {
        self.path = path
        self.reason = reason
    }

    /// What is said of it. Of a link that leads nowhere or out the author wants to publish something that is not
    /// there: an error. What another one leads to is read by its own path.
    ///
    /// - Parameter rule: what is said of a name that is no file, such as a pipe.
    public func diagnostic(unread rule: Rule) -> Diagnostic {
        let folder = Substring(path.utf8.prefix { $0 != UInt8(ascii: "/") })
        let name = Substring(path.utf8.dropFirst(folder.utf8.count + 1))
        let shown = name.isEmpty ? folder : name
        func said(_ rule: Rule, _ summary: String, _ fix: String) -> Diagnostic {
            Diagnostic(rule, "'\(shown)' \(summary)", at: SourceLocation(path), fixIts: [.init(fix)])
        }
        return switch reason {
        case .leadsNowhere:
            said(
                .unusableLink, "is a symbolic link that leads nowhere", "remove it, or mend what it leads to")
        case .leadsOut:
            said(
                .unusableLink, "is a symbolic link that leads out of \(folder)",
                "copy what it leads to in place of it")
        case .holdsTheSite:
            said(
                .unusableLink, "is a symbolic link to a folder that holds the site",
                "let it lead to a folder of its own")
        case .leadsUp:
            said(
                .repeatedFolder, "is a symbolic link to a folder that holds it", "remove it")
        case .leadsToTheSame:
            said(
                .repeatedFolder, "is a second symbolic link to one folder", "remove one of the two")
        case .special:
            said(rule, "is no file but a pipe, a socket or a device", "put a file there")
        }
    }
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
