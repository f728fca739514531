import Diagnostics
import Files
import UTF8Text

extension UnreadFile {
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
                .unusableLink, "is a symbolic link that leads nowhere", "remove it, or repair its target")
        case .leadsOut:
            said(
                .unusableLink, "is a symbolic link that leads out of \(folder)",
                "replace it by a copy of its target")
        case .holdsTheSite:
            said(
                .unusableLink, "is a symbolic link to a folder that contains the site",
                "let it lead to a separate folder")
        case .leadsUp:
            said(
                .repeatedFolder, "is a symbolic link to a folder that contains it", "remove it")
        case .leadsToTheSame:
            said(
                .repeatedFolder, "is a second symbolic link to one folder", "remove one of the two")
        case .special:
            said(rule, "is not a file but a pipe, a socket or a device", "replace it by a file")
        }
    }
}

extension Rule {
    static let unusableLink = Rule(
        "unusable-link", .error, mandatory: true,
        "A symbolic link in Content or Templates leads to a file or folder within the same folder.",
        because: "No file from elsewhere on the machine is published, and none is watched.")
    static let repeatedFolder = Rule(
        "repeated-folder", .warning,
        "Of several symbolic links to one folder only the first is followed, and a link to a folder that contains it is not followed."
    )
}
