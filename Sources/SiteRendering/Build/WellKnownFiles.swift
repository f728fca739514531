import Diagnostics
import TimelineModel
import UTF8Text

/// Returns the files that hosts and search engines look for: server configuration, `robots.txt` and sitemaps.
///
/// - Parameters:
///   - paths: the paths of all files of the site.
///   - listed: the paths of all pages that the sitemap lists.
func wellKnownFiles(_ site: Site, paths: [String], listed: [String]) -> [PlannedFile] {
    let origin = ContentFile.settings.path
    func file(_ path: String, _ text: String) -> PlannedFile {
        PlannedFile(path, of: origin, .rendered { $1.append(text: text) })
    }
    let headers = HeaderFiles(MissingPages(site), CachingRules(site, paths: paths), Redirects(site))
    var files = headers.all.map { file($0.path, $0.text) }
    var robots = "User-agent: *\nAllow: /\n"
    if let base = site.settings.baseURL {
        files += sitemaps(listed.sorted(byBytesOf: \.self), base: base).map {
            PlannedFile($0.path, of: origin, $0.content)
        }
        robots += "\nSitemap: \(base)\(sitemapName)\n"
    }
    files.append(file("robots.txt", robots))
    return files
}

private let sitemapName = "sitemap.xml"

/// Returns the sitemaps (sitemaps.org protocol 0.9): one file for up to 50,000 addresses, otherwise several files
/// with an index.
private func sitemaps(
    _ pages: [String], base: String
) -> [(path: String, content: PlannedFile.Body)] {
    let mostAddresses = 50_000
    func file(_ path: String, _ root: String, _ item: String, _ paths: [String]) -> (
        path: String, content: PlannedFile.Body
    ) {
        (path, .rendered { $1.append(sitemap: root, item, paths, base: base) })
    }
    guard pages.count > mostAddresses else { return [file(sitemapName, "urlset", "url", pages)] }
    let parts = stride(from: 0, to: pages.count, by: mostAddresses).enumerated().map { index, start in
        file(
            "sitemap-\(index + 1).xml", "urlset", "url",
            Array(pages[start..<min(pages.count, start + mostAddresses)]))
    }
    return parts + [file(sitemapName, "sitemapindex", "sitemap", parts.map(\.path))]
}

extension OutputBuffer {
    /// Appends a sitemap or a sitemap index.
    ///
    /// - Parameters:
    ///   - root: the name of the root element.
    ///   - item: the name of the element for each path.
    fileprivate mutating func append(sitemap root: String, _ item: String, _ paths: [String], base: String) {
        append(text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        append(text: "<\(root) xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
        let (start, end) = ("<\(item)><loc>", "</loc></\(item)>\n")
        for path in paths {
            append(text: start)
            append(escaping: base)
            if path != PagePath.home { append(escaping: percentEncoded(path)) }
            append(text: end)
        }
        append(text: "</\(root)>\n")
    }
}
