import Diagnostics
import UTF8Text

/// The `Cache-Control` rules for the files of a site, in the configuration formats of common hosts.
///
/// A file with a fingerprint in its name never changes and is cached for ever; every other cached copy is revalidated
/// before each use. The rules say nothing about a path without a file, since a file may appear there again.
struct CachingRules: Sendable {
    /// The value for files with a fingerprint in their names: one year (RFC 9111), `immutable` (RFC 8246).
    static let kept = "public, max-age=31536000, immutable"
    /// The value for all other files: a cached copy is revalidated before each use.
    static let asked = "no-cache"

    /// A regular expression for the end of an address with a fingerprint in its name: see
    /// ``PagePath/fingerprinted(_:_:)`` and ``SearchFiles``.
    static let keptNames = {
        let digits = "-[0-9a-v]{\(SearchFiles.codeLength)}"
        return "/(style\(digits)\\.css|script\(digits)\\.js|\(PagePath.searchData)/[a-z]+\(digits)\\.js)$"
    }()

    /// The rules for nginx.
    let nginx = """
        set $dateline_cache "\(asked)";
        if ($uri ~ "\(keptNames)") { set $dateline_cache "\(kept)"; }
        add_header Cache-Control $dateline_cache;

        """

    /// The rules for Caddy.
    let caddy = """
        \t@dateline_kept {
        \t\tpath_regexp \(keptNames)
        \t\tfile
        \t}
        \theader @dateline_kept Cache-Control "\(kept)"
        \t@dateline_asked not path_regexp \(keptNames)
        \theader @dateline_asked Cache-Control "\(asked)"

        """

    /// The rules for Apache's `httpd`.
    let apache = """
        \t<If "%{REQUEST_URI} =~ m#\(keptNames.dropLast())(\\.gz)?$# && -f %{REQUEST_FILENAME}">
        \t\tHeader set Cache-Control "\(kept)"
        \t</If>
        \t<Else>
        \t\tHeader set Cache-Control "\(asked)"
        \t</Else>

        """

    /// The rules for hosts that read a `_headers` file. These hosts apply all rules that match an address, so no
    /// address may match both a rule for files that are kept and one for files that are revalidated.
    let hosts: String

    /// - Parameters:
    ///   - site: the site, whose style sheet and script may have fingerprinted names.
    ///   - paths: all files of the site.
    init(_ site: Site, paths: [String]) {
        let folders = Set(
            paths.compactMap { path in
                path.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) }
            })
        let pages = paths.filter { PagePath.isPage($0) && !$0.utf8.contains(UInt8(ascii: "/")) }
        let others = folders.subtracting([PagePath.searchData]).map { percentEncoded($0) + "/*" }
        let cards = paths.filter { $0 == PagePath.siteCard }
        let asked = ["/"] + (pages + cards + others).map { "/" + $0 }
        let named = [site.sharedFiles.stylePath, site.sharedFiles.scriptPath].filter {
            $0 != PagePath.style && $0 != PagePath.script
        }
        let kept = named.map { "/" + $0 } + (site.search == nil ? [] : ["/\(PagePath.searchData)/*"])
        func rules(_ paths: [String], _ value: String) -> String {
            paths.sorted(byBytesOf: \.self).map { "\($0)\n  Cache-Control: \(value)\n" }.joined()
        }
        hosts = rules(asked, Self.asked) + rules(kept, Self.kept)
    }
}
