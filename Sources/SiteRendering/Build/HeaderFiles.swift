import TimelineModel

/// The HTTP headers to be sent with every page.
public let siteHeaders = headers(contentSecurityPolicy + "; frame-ancestors 'self'")

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

private let policyName = "Content-Security-Policy"

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

    /// The Content Security Policy of pages.
    private static let pagePolicy = siteHeaders.first { $0.name == policyName }?.value ?? ""
    /// All headers of pages but the policy; media get them too.
    private static let others = siteHeaders.filter { $0.name != policyName }
    /// A regular expression for the addresses of media that can run scripts.
    private static let running = "/media/.*\\.(\(RunningMedia.endings.joined(separator: "|")))$"
    /// A regular expression for the addresses of PDFs.
    private static let document = "/media/.*\\.pdf$"

    init(_ missing: MissingPages, _ caching: CachingRules, _ redirects: Redirects) {
        self.missing = missing
        self.caching = caching
        self.redirects = redirects
    }

    /// The files with their paths, each with its text.
    private static let files: [(path: String, text: @Sendable (HeaderFiles) -> String)] = [
        ("_headers", { hosts + $0.caching.hosts }),
        ("headers/nginx.conf", { nginx + $0.caching.nginx + $0.missing.nginx + $0.redirects.nginx }),
        ("headers/Caddyfile", { caddy + $0.caching.caddy + $0.missing.caddy + $0.redirects.caddy }),
        ("headers/apache.htaccess", { apache($0.caching.apache) + $0.redirects.apache + $0.missing.apache }),
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
    private static var hosts: String {
        "/*\n" + siteHeaders.map { "  \($0.0): \($0.1)\n" }.joined()
            + "/media/*\n  \(policyName): \(mediaPolicy)\n"
    }

    private static var nginx: String {
        """
        # include this file in the server block
        set $dateline_policy "\(pagePolicy)";
        set $dateline_disposition "";
        if ($uri ~ "/media/.") { set $dateline_policy "\(mediaPolicy)"; }
        if ($uri ~* "\(document)") { set $dateline_policy "\(documentPolicy)"; }
        if ($uri ~* "\(running)") { set $dateline_disposition "attachment"; }
        add_header \(policyName) $dateline_policy always;
        add_header Content-Disposition $dateline_disposition always;

        """ + others.map { "add_header \($0.0) \"\($0.1)\" always;\n" }.joined()
    }

    private static var caddy: String {
        """
        # import this file in the site block
        \t@dateline_page not path_regexp /media/.
        \t@dateline_media {
        \t\tpath_regexp /media/.
        \t\tnot path_regexp (?i)\(document)
        \t}
        \t@dateline_document path_regexp (?i)\(document)
        \t@dateline_running path_regexp (?i)\(running)
        \theader @dateline_page \(policyName) "\(pagePolicy)"
        \theader @dateline_media \(policyName) "\(mediaPolicy)"
        \theader @dateline_document \(policyName) "\(documentPolicy)"
        \theader @dateline_running Content-Disposition attachment

        """ + others.map { "\theader \($0.0) \"\($0.1)\"\n" }.joined()
    }

    private static func apache(_ caching: String) -> String {
        """
        # copy this file into the site's folder, as .htaccess, or include it in the folder's block
        <IfModule mod_headers.c>
        \(siteHeaders.map { "\tHeader always set \($0.0) \"\($0.1)\"\n" }.joined())\
        \t<If "%{REQUEST_URI} =~ m#/media/.#">
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

    /// The Caddy directives that go with the "not found" page, which must not keep the headers of the requested media
    /// file.
    static var caddyOfMissing: String {
        "\t\theader \(policyName) \"\(pagePolicy)\"\n\t\theader -Content-Disposition\n"
    }
}
