import Diagnostics

/// How long browsers may keep the files of a site, in the ways of writing of common hosts.
///
/// What a name tells by a fingerprint never changes and is kept for ever; of all else a copy is asked about each time.
/// Where there is no file of a name nothing is said: the file may come back.
struct CachingRules: Sendable {
    private static let kept = "public, max-age=31536000, immutable"
    private static let asked = "no-cache"

    /// Names with a fingerprint at the end of an address, as a regular expression: those of ``PagePath/fingerprinted(_:_:)``
    /// and ``SearchFiles``.
    private static let keptNames = {
        let digits = "-[0-9a-v]{\(SearchFiles.codeLength)}"
        return "/(style\(digits)\\.css|script\(digits)\\.js|\(PagePath.searchData)/[a-z]+\(digits)\\.js)$"
    }()

    let nginx = """
        set $dateline_cache "\(asked)";
        if ($uri ~ "\(keptNames)") { set $dateline_cache "\(kept)"; }
        add_header Cache-Control $dateline_cache;

        """

    let caddy = """
        \t@dateline_kept {
        \t\tpath_regexp \(keptNames)
        \t\tfile
        \t}
        \theader @dateline_kept Cache-Control "\(kept)"
        \t@dateline_asked not path_regexp \(keptNames)
        \theader @dateline_asked Cache-Control "\(asked)"

        """

    let apache = """
        \t<If "%{REQUEST_URI} =~ m#\(keptNames)# && -f %{REQUEST_FILENAME}">
        \t\tHeader set Cache-Control "\(kept)"
        \t</If>
        \t<Else>
        \t\tHeader set Cache-Control "\(asked)"
        \t</Else>

        """

    /// For hosts that read `_headers`. They put together what all rules say that fit an address, so that none may fit
    /// both kinds of files.
    let hosts: String

    /// - Parameters:
    ///   - site: the site, whose style sheet and script have names of their own.
    ///   - paths: all files of the site.
    init(_ site: Site, paths: [String]) {
        let folders = Set(
            paths.compactMap { path in
                path.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) }
            })
        let pages = paths.filter { PagePath.isPage($0) && !$0.utf8.contains(UInt8(ascii: "/")) }
        let others = folders.subtracting([PagePath.searchData]).map { percentEncoded($0) + "/*" }
        let asked = ["/"] + (pages + others).map { "/" + $0 }
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
