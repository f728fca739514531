import TimelineModel
import UTF8Text

/// The rules about frames on other sites, in the configuration formats of common hosts: the pages for such frames are
/// sent with a policy that allows them, all others with one that does not.
///
/// The servers' rules name these pages by their whole path. If a site is not in the folder that `base_url` names, its
/// pages are therefore shown in no frame of another site, rather than more pages than were meant.
struct FramingRules: Sendable {
    /// The rule for nginx, after the one that sets the policy of pages.
    let nginx: String
    /// The lines of Caddy's matcher of all other pages that exclude these.
    let caddyExcluded: String
    /// The rule for Caddy.
    let caddy: String
    /// The rule for Apache's `httpd`.
    let apache: String
    /// The policy of the pages for frames, and a regular expression for their addresses, for lighttpd; nil if there are
    /// none.
    let lighttpd: (pattern: String, policy: String)?
    /// The headers of the rule for every file in `_headers`.
    let everyPage: [(name: String, value: String)]
    /// The further rules of `_headers`. Hosts that read it send the headers of all rules that match an address, and a
    /// browser enforces each policy. What forbids frames must therefore not be in the rule for every file.
    let hosts: String

    /// - Parameter paths: all files of the site.
    init(_ site: Site, paths: [String]) {
        let settings = site.settings.embed
        guard settings.isOn else {
            (nginx, caddyExcluded, caddy, apache, hosts) = ("", "", "", "", "")
            everyPage = siteHeaders
            lighttpd = nil
            return
        }
        let policy = contentSecurityPolicy + "; " + framingDirective(settings)
        everyPage = siteHeaders.map { $0.name == policyName ? ($0.name, contentSecurityPolicy) : $0 }
        hosts = Self.hosts(paths, settings)
        let folder = PageFrame.folder(of: site.settings.baseURL)
        // Servers differ in how they treat a folder with percent escapes.
        guard percentEncoded(folder) == folder else {
            (nginx, caddyExcluded, caddy, apache) = ("", "", "", "")
            lighttpd = nil
            return
        }
        let page = folder + PagePath.embed
        let start = folder + PagePath.embedFolder + "/"
        let pattern = "^" + Self.escaped(start)
        lighttpd = ("^\(Self.escaped(page))$|\(pattern)", policy)
        nginx = """
            if ($uri = "\(page)") { set $dateline_policy "\(policy)"; }
            if ($uri ~ "\(pattern)") { set $dateline_policy "\(policy)"; }

            """
        caddyExcluded = "\t\tnot path_regexp ^\(Self.escaped(page))$|\(pattern)\n"
        caddy = """
            \t@dateline_embed path_regexp ^\(Self.escaped(page))$|\(pattern)
            \theader @dateline_embed \(policyName) "\(policy)"

            """
        apache = """
            \t<If "%{REQUEST_URI} =~ m#^\(Self.escaped(page))$|\(pattern)#">
            \t\tHeader always set \(policyName) "\(policy)"
            \t</If>

            """
    }

    /// Returns a regular expression for the beginning of a path.
    private static func escaped(_ path: String) -> String { path.replacing(".", with: "\\.") }

    /// Returns the rules of `_headers`. Some hosts serve `map.html` as `map`.
    private static func hosts(_ paths: [String], _ settings: EmbedSettings) -> String {
        var folders: Set<String> = []
        var pages: [String] = []
        for path in paths where !PagePath.isEmbed(path) {
            if let end = path.utf8.firstIndex(of: UInt8(ascii: "/")) {
                folders.insert(percentEncoded(String(path[..<end])) + "/*")
            } else if let name = path.start(before: ".html") {
                pages += [percentEncoded(path), percentEncoded(String(name))]
            }
        }
        func rule(_ path: String, _ directive: String) -> String {
            "/\(path)\n  \(policyName): \(directive)\n"
        }
        let own = ([""] + pages + folders).sorted(byBytesOf: \.self).map {
            rule($0, "frame-ancestors 'self'")
        }
        guard settings.hosts != nil else { return own.joined() }
        let named = [PagePath.embed, "embed", PagePath.embedFolder + "/*"].map {
            rule($0, framingDirective(settings))
        }
        return (own + named).joined()
    }
}
