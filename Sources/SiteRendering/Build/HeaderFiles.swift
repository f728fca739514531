import TimelineModel

/// The HTTP headers to be sent with every page.
public let siteHeaders = headers(contentSecurityPolicy + "; frame-ancestors 'self'")

/// Returns the HTTP headers to be sent with a page: those of every page or, for a page for frames on other sites, those
/// that allow such frames.
///
/// - Parameter path: the path of the page below the site's folder.
public func siteHeaders(ofPage path: String, embed: EmbedSettings) -> [(name: String, value: String)] {
    embed.isOn && PagePath.isEmbed(path)
        ? headers(contentSecurityPolicy + "; " + framingDirective(embed)) : siteHeaders
}

/// The directive that names the sites that may show pages in frames.
func framingDirective(_ embed: EmbedSettings) -> String {
    "frame-ancestors " + (embed.hosts.map { (["'self'"] + $0).joined(separator: " ") } ?? "*")
}

/// Returns the HTTP headers to be sent with a file below `media`.
///
/// If such a file is opened by itself, nothing in it runs, and it does not share the origin of the site's pages. A
/// PDF is sent without `sandbox`: every browser gives it an origin of its own anyway, and Chromium shows no PDF in a
/// sandbox.
///
/// - Parameter path: the file's path; only its extension matters.
public func siteMediaHeaders(of path: String) -> [(name: String, value: String)] {
    let isPDF = String(Substring(path.utf8.suffix(4))).lowercased() == ".pdf"
    return headers(isPDF ? documentPolicy : mediaPolicy)
}

/// The Content Security Policy for PDFs.
private let documentPolicy = [
    "default-src 'none'", "style-src 'unsafe-inline'", "img-src 'self' data:", "media-src 'self'",
    "font-src data:", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'self'",
].joined(separator: "; ")
/// The Content Security Policy for all other media.
private let mediaPolicy = documentPolicy + "; sandbox"

/// The name of the header with a Content Security Policy.
let policyName = "Content-Security-Policy"

/// Returns all headers for a Content Security Policy.
private func headers(_ policy: String) -> [(name: String, value: String)] {
    [
        (policyName, policy), ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ]
}

/// Configuration files for common hosts, with headers, caching, redirects and error pages. Media of types that can
/// run scripts are sent as attachments if the host can decide this by file extension.
struct HeaderFiles {
    private let missing: MissingPages
    private let caching: CachingRules
    private let redirects: Redirects
    private let types: TypeRules
    private let framing: FramingRules

    /// The Content Security Policy of pages.
    private static let pagePolicy = siteHeaders.first { $0.name == policyName }?.value ?? ""
    /// All headers of pages but the policy; media get them too.
    private static let others = siteHeaders.filter { $0.name != policyName }
    /// A regular expression for the addresses of media that can run scripts, or of their compressed copies.
    private static let running = "/media/.*\\.(\(RunningMedia.endings.joined(separator: "|")))(\\.gz)?$"
    /// A regular expression for the addresses of PDFs.
    private static let document = "/media/.*\\.pdf$"

    init(
        _ missing: MissingPages, _ caching: CachingRules, _ redirects: Redirects, _ types: TypeRules,
        _ framing: FramingRules
    ) {
        self.types = types
        self.framing = framing
        self.missing = missing
        self.caching = caching
        self.redirects = redirects
    }

    /// The files with their paths, each with its text.
    private static let files: [(path: String, text: @Sendable (HeaderFiles) -> String)] = [
        ("_headers", { hosts($0.framing) + $0.caching.hosts + $0.types.hosts }),
        (
            "headers/nginx.conf",
            {
                nginx($0.framing.nginx) + $0.caching.nginx + $0.missing.nginx + $0.types.nginx
                    + $0.redirects.nginx
            }
        ),
        (
            "headers/Caddyfile",
            { caddy($0.framing) + $0.caching.caddy + $0.types.caddy + $0.missing.caddy + $0.redirects.caddy }
        ),
        (
            "headers/apache.htaccess",
            {
                apache($0.framing.apache, $0.caching.apache) + $0.types.apache + $0.redirects.apache
                    + $0.missing.apache
            }
        ),
        ("headers/lighttpd.conf", { lighttpd($0) }),
        (redirectsPath, { $0.redirects.hosts }),
    ]
    private static let redirectsPath = "_redirects"

    /// Returns the paths of the files of a site.
    static func paths(with redirects: Redirects) -> [String] {
        files.map(\.path).filter { $0 != redirectsPath || !redirects.isEmpty }
    }

    /// Returns the text of a file, which is one of ``paths(with:)``.
    func text(at path: String) -> String { Self.files.first { $0.path == path }?.text(self) ?? "" }

    /// The rules of a `_headers` file. Media match both rules; browsers enforce both policies.
    private static func hosts(_ framing: FramingRules) -> String {
        "/*\n" + framing.everyPage.map { "  \($0.0): \($0.1)\n" }.joined() + framing.hosts
            + "/media/*\n  \(policyName): \(mediaPolicy)\n"
    }

    private static func nginx(_ framing: String) -> String {
        """
        # include this file in the server block
        set $dateline_policy "\(pagePolicy)";
        \(framing)set $dateline_disposition "";
        if ($uri ~ "/media/.") { set $dateline_policy "\(mediaPolicy)"; }
        if ($uri ~* "\(document)") { set $dateline_policy "\(documentPolicy)"; }
        if ($uri ~* "\(running)") { set $dateline_disposition "attachment"; }
        add_header \(policyName) $dateline_policy always;
        add_header Content-Disposition $dateline_disposition always;

        """ + others.map { "add_header \($0.0) \"\($0.1)\" always;\n" }.joined()
    }

    private static func caddy(_ framing: FramingRules) -> String {
        """
        # import this file in the site block
        \t@dateline_page {
        \t\tnot path_regexp /media/.
        \(framing.caddyExcluded)\t}
        \t@dateline_media {
        \t\tpath_regexp /media/.
        \t\tnot path_regexp (?i)\(document)
        \t}
        \t@dateline_document path_regexp (?i)\(document)
        \t@dateline_running path_regexp (?i)\(running)
        \theader @dateline_page \(policyName) "\(pagePolicy)"
        \(framing.caddy)\theader @dateline_media \(policyName) "\(mediaPolicy)"
        \theader @dateline_document \(policyName) "\(documentPolicy)"
        \theader @dateline_running Content-Disposition attachment

        """ + others.map { "\theader \($0.0) \"\($0.1)\"\n" }.joined()
    }

    private static func apache(_ framing: String, _ caching: String) -> String {
        """
        # copy this file into the site's folder, as .htaccess, or include it in the folder's block
        <IfModule mod_headers.c>
        \(siteHeaders.map { "\tHeader always set \($0.0) \"\($0.1)\"\n" }.joined())\
        \(framing)\t<If "%{REQUEST_URI} =~ m#/media/.#">
        \t\tHeader always set \(policyName) "\(mediaPolicy)"
        \t</If>
        \t<If "%{REQUEST_URI} =~ m#\(document)#i">
        \t\tHeader always set \(policyName) "\(documentPolicy)"
        \t</If>
        \t<If "%{REQUEST_URI} =~ m#\(running)#i">
        \t\tHeader always set Content-Disposition attachment
        \t</If>
        \(caching)\
        </IfModule>

        """
    }

    /// All rules for lighttpd. Of several rules with headers that match an address only the last one counts, so each
    /// branch has all of them.
    private static func lighttpd(_ rules: HeaderFiles) -> String {
        func headers(_ policy: String, _ caching: String, more: String = "", depth: String) -> String {
            let fields =
                [(policyName, policy), ("Cache-Control", caching)]
                + others.map { ($0.name, $0.value) }
            return "\(depth)setenv.set-response-header = (\n"
                + fields.map { "\(depth)\t\"\($0.0)\" => \"\($0.1)\",\n" }.joined() + more + "\(depth))\n"
        }
        func branch(_ pattern: String, _ headers: String) -> String {
            "$HTTP[\"url\"] =~ \"\(pattern)\" {\n\(headers)\t}"
        }
        let asked = CachingRules.asked
        let attachment = "\t\t\t\"Content-Disposition\" => \"attachment\",\n"
        let framed = rules.framing.lighttpd.map { rule in
            branch(rule.pattern, headers(rule.policy, asked, depth: "\t\t"))
        }
        let branches =
            [framed].compactMap(\.self) + [
                branch("(?i)\(document)", headers(documentPolicy, asked, depth: "\t\t")),
                branch("(?i)\(running)", headers(mediaPolicy, asked, more: attachment, depth: "\t\t")),
                branch("/media/.", headers(mediaPolicy, asked, depth: "\t\t")),
                branch(CachingRules.keptNames, headers(pagePolicy, CachingRules.kept, depth: "\t\t")),
            ]
        return """
            # include this file in the server's configuration
            server.modules += ( "mod_setenv", "mod_redirect", "mod_deflate" )
            $HTTP["url"] =~ "^\(rules.redirects.folder.replacing(".", with: "\\."))" {
            \(headers(pagePolicy, asked, depth: "\t"))\
            \t\(branches.joined(separator: "\n\telse "))
            \(rules.types.lighttpd)\
            \(rules.missing.lighttpd)\
            \(rules.redirects.lighttpd)\
            }

            """
    }

    /// The Caddy directives that go with the "not found" page, which must not keep the headers of the requested media
    /// file.
    static var caddyOfMissing: String {
        "\t\theader \(policyName) \"\(pagePolicy)\"\n\t\theader -Content-Disposition\n"
    }
}
