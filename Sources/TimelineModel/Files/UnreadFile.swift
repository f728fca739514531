import Diagnostics

/// A name below a folder of a site that is not read, with the reason.
public struct UnreadFile: Hashable, Sendable {
    /// The reason for which a name is not read.
    public enum Reason: String, Sendable {
        /// A symbolic link to nothing, or one of several links that form a cycle.
        case leadsNowhere
        /// A symbolic link out of the folder that is read: nothing from elsewhere on a machine gets into a site.
        case leadsOut
        /// A folder of the site that is a symbolic link to a folder that contains the site.
        case holdsTheSite
        /// A symbolic link to a folder that contains the link, which would recurse without end.
        case leadsUp
        /// A symbolic link to a folder that another link already leads to.
        case leadsToTheSame
        /// A pipe, a socket or a device.
        case special
    }

    /// The path of the name, relative to the site's folder.
    public let path: String
    /// The reason for which it is not read.
    public let reason: Reason

    /// Creates the record of a name that is not read.
    public init(_ path: String, _ reason: Reason) {
        self.path = path
        self.reason = reason
    }

    /// Returns the diagnostic about the name. A link that leads nowhere or out is an error, because the author wants to
    /// publish something that is not there. A repeated folder is a warning, because its files are read by another path.
    ///
    /// - Parameter rule: The rule for a name that is neither a file nor a folder, such as a pipe.
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
