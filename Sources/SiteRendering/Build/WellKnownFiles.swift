import Diagnostics
import Files
import TimelineModel
import UTF8Text

/// Returns the files that hosts and search engines look for: server configuration, `robots.txt`,
/// sitemaps, and `.nojekyll`.
///
/// - Parameter planned: all other files of the site.
func wellKnownFiles(_ site: Site, beside planned: [PlannedFile]) -> [PlannedFile] {
    let origin = ContentFile.settings.path
    func file(_ path: String, _ text: String) -> PlannedFile {
        PlannedFile(path, of: origin, .rendered { $1.append(text: text) })
    }
    // A preview is hardly ever asked for these files: their rules and orders are found for the first of them.
    let redirects = Redirects(site)
    let headers = LazyValue<HeaderFiles>()
    var files = HeaderFiles.paths(with: redirects).map { path in
        PlannedFile(
            path, of: origin,
            .rendered { site, output in
                let headers = headers.value {
                    let paths = planned.map(\.path)
                    return HeaderFiles(
                        MissingPages(site), CachingRules(site, paths: paths), redirects,
                        TypeRules(site, paths: paths), FramingRules(site, paths: paths))
                }
                output.append(text: headers.text(at: path))
            })
    }
    var robots = "User-agent: *\nAllow: /\n"
    if let base = site.settings.baseURL {
        files += sitemaps(of: planned, base: base).map {
            PlannedFile($0.path, of: origin, $0.content)
        }
        robots += "\nSitemap: \(base)\(sitemapName)\n"
    }
    files.append(file("robots.txt", robots))
    // GitHub Pages would otherwise leave out the files whose names begin with an underscore.
    files.append(file(".nojekyll", ""))
    return files
}

private let sitemapName = "sitemap.xml"

/// Returns the sitemaps (sitemaps.org protocol 0.9): one file for up to 50,000 addresses, otherwise several files
/// with an index.
///
/// - Parameter planned: the files of the site, in any order.
private func sitemaps(
    of planned: [PlannedFile], base: String
) -> [(path: String, content: PlannedFile.Body)] {
    let mostAddresses = 50_000
    let ordered = LazyValue<[String]>()
    func file(_ path: String, of range: Range<Int>) -> (path: String, content: PlannedFile.Body) {
        let content = PlannedFile.Body.rendered { _, output in
            let pages = ordered.value {
                planned.filter(\.isListed).map(\.path).sorted(byBytesOf: \.self)
            }
            output.append(sitemap: "urlset", "url", pages[range], base: base)
        }
        return (path, content)
    }
    let count = planned.count(where: \.isListed)
    guard count > mostAddresses else { return [file(sitemapName, of: 0..<count)] }
    let parts = stride(from: 0, to: count, by: mostAddresses).enumerated().map { index, start in
        file("sitemap-\(index + 1).xml", of: start..<min(count, start + mostAddresses))
    }
    let paths = parts.map(\.path)
    return parts + [
        (sitemapName, .rendered { $1.append(sitemap: "sitemapindex", "sitemap", paths[...], base: base) })
    ]
}

extension OutputBuffer {
    /// Appends a sitemap or a sitemap index.
    ///
    /// - Parameters:
    ///   - root: the name of the root element.
    ///   - item: the name of the element for each path.
    fileprivate mutating func append(
        sitemap root: String, _ item: String, _ paths: ArraySlice<String>, base: String
    ) {
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
