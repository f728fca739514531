import Diagnostics
import UTF8Text

/// The target of a request as a path below the site's folder.
enum RequestTarget {
    /// The length in bytes above which a target is refused (RFC 9110, 4.1, asks for at least 8,000).
    static let longest = 8000

    /// Returns the decoded path of a target in origin form, `/events/a%20b.html?x`, without its first slash and its
    /// query; nil if it has another form or is not UTF-8.
    ///
    /// `..` is not resolved: a path that the site does not contain does not exist.
    static func path(of target: String) -> String? {
        guard let path = target.rest(after: "/") else { return nil }
        return strictlyPercentDecoded(
            path[..<(path.utf8.firstIndex { "?#".utf8.contains($0) } ?? path.endIndex)])
    }
}
