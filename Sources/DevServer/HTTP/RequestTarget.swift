import Diagnostics

/// What a request asks for, as a path below the site's folder.
enum RequestTarget {
    /// Longer targets are refused (RFC 9110, 4.1, asks for at least 8,000 bytes).
    static let longest = 8000

    /// The path of a target in origin form, `/events/a%20b.html?x`: decoded, without its first slash and its
    /// query. Nil where it is no such target, or no UTF-8.
    ///
    /// Nothing is done about `..`: what is no path of the site does not exist.
    static func path(of target: String) -> String? {
        guard let path = target.rest(after: "/") else { return nil }
        return strictlyPercentDecoded(
            path[..<(path.utf8.firstIndex { "?#".utf8.contains($0) } ?? path.endIndex)])
    }
}
