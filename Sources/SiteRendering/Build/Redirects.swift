import Diagnostics
import TimelineModel

/// Where old addresses of entries lead, in the ways of writing of common hosts. A browser carries what follows the # over
/// to the new address by itself; what follows the question mark is the server's to hand on.
struct Redirects {
    private struct Redirect {
        /// Below the site's folder.
        let old: String
        let new: String
    }

    private let redirects: [Redirect]
    /// The path of the site's folder on its host.
    private let folder: String

    init(_ site: Site) {
        folder = PageFrame.folder(of: site.settings.baseURL)
        // A folder that is written with escapes is one thing to one server and another to the next; the pages at the old
        // addresses lead on all the same.
        guard percentEncoded(folder) == folder else {
            redirects = []
            return
        }
        redirects = site.timeline.entries.flatMap { entry in
            entry.aliases.map {
                Redirect(old: PagePath.entry($0.value), new: percentEncoded(PagePath.entry(entry.slug.value)))
            }
        }.sorted(byBytesOf: \.old)
    }

    var isEmpty: Bool { redirects.isEmpty }

    var hosts: String {
        redirects.map { "\(folder)\(percentEncoded($0.old)) \(folder)\($0.new) 301\n" }.joined()
    }

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

    var apache: String {
        redirects.map { "RedirectMatch 301 \"^\(folder)\(pattern($0.old))$\" \"\(folder)\($0.new)\"\n" }
            .joined()
    }

    /// A path as a regular expression that fits it alone.
    private func pattern(_ path: String) -> String { path.replacing(".", with: "\\.") }

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
