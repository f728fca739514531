import Diagnostics
import TimelineModel
import UTF8Text

/// Redirects from the old addresses of entries, in the configuration formats of common hosts. A browser keeps the
/// fragment (`#…`) by itself; the server has to pass on the query (`?…`).
struct Redirects {
    /// One redirect.
    private struct Redirect {
        /// The old path below the site's folder.
        let old: String
        /// The percent-encoded new path below the site's folder.
        let new: String
    }

    private let redirects: [Redirect]
    /// The path of the site's folder on its host.
    let folder: String

    init(_ site: Site) {
        folder = PageFrame.folder(of: site.settings.baseURL)
        // Servers differ in how they treat a folder with percent escapes. The redirect pages at the old addresses
        // work anyway.
        guard percentEncoded(folder) == folder else {
            redirects = []
            return
        }
        var redirects: [Redirect] = []
        for entry in site.timeline.entries {
            for alias in entry.aliases {
                redirects.append(
                    Redirect(
                        old: PagePath.entry(alias.value),
                        new: percentEncoded(PagePath.entry(entry.slug.value))
                    ))
            }
        }
        self.redirects = redirects.sorted(byBytesOf: \.old)
    }

    var isEmpty: Bool { redirects.isEmpty }

    /// The lines of a `_redirects` file.
    var hosts: String {
        redirects.map { "\(folder)\(percentEncoded($0.old)) \(folder)\($0.new) 301\n" }.joined()
    }

    /// The directives for nginx.
    var nginx: String {
        redirects.map { redirect in
            """
            location = "\(folder)\(redirect.old)" {
                absolute_redirect off;
                return 301 "\(folder)\(redirect.new)$is_args$args";
            }

            """
        }.joined()
    }

    /// The directives for Apache's `mod_alias`.
    var apache: String {
        redirects.map { "RedirectMatch 301 \"^\(folder)\(pattern($0.old))$\" \"\(folder)\($0.new)\"\n" }
            .joined()
    }

    /// Returns a regular expression that matches exactly one path.
    private func pattern(_ path: String) -> String { path.replacing(".", with: "\\.") }

    /// The directives for lighttpd, which compares the encoded path with the query.
    var lighttpd: String {
        if redirects.isEmpty { return "" }
        // In what it redirects to, a percent sign stands for a part of a condition, unless it is doubled.
        let lines = redirects.map { redirect in
            let new = "\(folder)\(redirect.new)".replacing("%", with: "%%")
            return "\t\t\"^\(folder)\(pattern(percentEncoded(redirect.old)))(\\?.*)?$\" => \"\(new)$1\",\n"
        }
        return "\turl.redirect-code = 301\n\turl.redirect = (\n\(lines.joined())\t)\n"
    }

    /// The directives for Caddy.
    var caddy: String {
        redirects.map { redirect in
            """
            \troute \(folder)\(redirect.old) {
            \t\trewrite * \(folder)\(redirect.new)
            \t\tredir * {uri} 301
            \t}

            """
        }.joined()
    }
}
