import Diagnostics
import TimelineModel

/// What may be loaded by a page: nothing but the site's own styles, scripts, pictures and sound. A page
/// says it in its head; the header files say it too, with what a page cannot say of itself.
let contentSecurityPolicy = [
    "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'", "media-src 'self'",
    "connect-src 'self'", "base-uri 'none'", "form-action 'self'",
].joined(separator: "; ")

/// The files that hosts and search engines look for.
///
/// - Parameter pages: the paths of all pages.
func wellKnownFiles(_ site: Site, pages: [String]) -> [PlannedFile] {
    let origin = ContentFile.settings.path
    func file(_ path: String, _ text: String) -> PlannedFile {
        PlannedFile(path, of: origin, .rendered { $1.append(contentsOf: text.utf8) })
    }
    var files = headerFiles.map { file($0.path, $0.text) }
    var robots = "User-agent: *\nAllow: /\n"
    if let base = site.settings.baseURL {
        let hidden = Set(site.timeline.entries.flatMap(\.aliases).map { PagePath.entry($0.value) })
        let listed = pages.filter { $0 != PagePath.notFound && !hidden.contains($0) }
            .sorted { isOrdered($0, $1) }
        let maps = Sitemaps(listed, base: base)
        files += maps.files.map { file($0.path, $0.text) }
        robots += "\nSitemap: \(base)\(Sitemaps.name)\n"
    }
    files.append(file("robots.txt", robots))
    return files
}

/// Sitemaps (sitemaps.org, 0.9): one file of up to 50,000 addresses, or an index of such files.
private struct Sitemaps {
    static let name = "sitemap.xml"
    private static let mostAddresses = 50_000
    private static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

    private(set) var files: [(path: String, text: String)] = []

    init(_ pages: [String], base: String) {
        let starts = Array(stride(from: 0, to: max(pages.count, 1), by: Self.mostAddresses))
        for (place, start) in starts.enumerated() {
            let chunk = pages[start..<min(pages.count, start + Self.mostAddresses)]
            let addresses = chunk.map { base + percentEncoded($0 == PagePath.home ? "" : $0) }
            let path = starts.count == 1 ? Self.name : "sitemap-\(place + 1).xml"
            files.append((path, Self.document("urlset", "url", addresses)))
        }
        if starts.count > 1 {
            files.append((Self.name, Self.document("sitemapindex", "sitemap", files.map { base + $0.path })))
        }
    }

    private static func document(_ root: String, _ item: String, _ addresses: [String]) -> String {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<\(root) xmlns=\"\(namespace)\">\n"
        for address in addresses { text += "<\(item)><loc>\(address.htmlEscaped)</loc></\(item)>\n" }
        return text + "</\(root)>\n"
    }
}

/// The headers with which every page is to be sent.
public let siteHeaders: [(name: String, value: String)] = [
    ("Content-Security-Policy", contentSecurityPolicy + "; frame-ancestors 'self'"),
    ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "strict-origin-when-cross-origin"),
]

/// The same in the ways of writing of common hosts.
private let headerFiles: [(path: String, text: String)] = {
    let headers = siteHeaders
    let hosts = headers.map { "  \($0.0): \($0.1)\n" }.joined()
    let nginx = headers.map { "add_header \($0.0) \"\($0.1)\" always;\n" }.joined()
    let caddy = headers.map { "\theader \($0.0) \"\($0.1)\"\n" }.joined()
    return [
        ("_headers", "/*\n" + hosts),
        ("headers/nginx.conf", "# include this file in the server block\n" + nginx),
        ("headers/Caddyfile", "# import this file in the site block\n" + caddy),
    ]
}()
