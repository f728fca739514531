import Diagnostics

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
