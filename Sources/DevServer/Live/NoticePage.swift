import Diagnostics
import SiteRendering
import UTF8Text

/// A page of the preview itself, in the theme's style if there is a theme.
struct NoticePage {
    private var html: [UInt8] = []

    init(_ title: String, heading: String, _ body: (inout NoticePage) -> Void) {
        raw("<!doctype html>\n<html lang=\"\(PreviewWords.language)\">\n<head>\n<meta charset=\"utf-8\">\n")
        raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
        text(title)
        raw("</title>\n<link rel=\"stylesheet\" href=\"\(ReservedPath.style)\">\n</head>\n")
        raw("<body class=\"dateline-notice\">\n<main>\n<h1>")
        text(heading)
        raw("</h1>\n")
        body(&self)
        raw("</main>\n</body>\n</html>\n")
    }

    var bytes: [UInt8] { html }

    /// Appends markup.
    mutating func raw(_ markup: String) { html.append(contentsOf: markup.utf8) }

    /// Appends text.
    mutating func text(_ text: String) { html.append(escaping: text) }

    mutating func link(_ text: String, to address: String) {
        raw("<a href=\"")
        self.text(address)
        raw("\">")
        self.text(text)
        raw("</a>")
    }

    // MARK: The pages

    /// The page for a path that does not exist, with links to similar paths.
    static func notFound(_ path: String, nearest: [String]) -> NoticePage {
        NoticePage(PreviewWords.notFound, heading: PreviewWords.notFound) { page in
            page.raw("<p><code>/")
            page.text(path)
            page.raw("</code></p>\n")
            if !nearest.isEmpty {
                page.raw("<p>")
                page.text(PreviewWords.isMeant)
                page.raw("</p>\n<ul>\n")
                for path in nearest {
                    page.raw("<li>")
                    page.link("/" + path, to: "/" + percentEncoded(path))
                    page.raw("</li>\n")
                }
                page.raw("</ul>\n")
            }
            page.raw("<p>")
            page.link(PreviewWords.home, to: "/")
            page.raw("</p>\n")
        }
    }

    /// The page that lists the errors of a site that was never built.
    static func trouble(_ trouble: Trouble) -> NoticePage {
        let title = PreviewWords.title(of: trouble, isSiteShown: false)
        return NoticePage(title, heading: title) { page in
            for item in trouble.items {
                page.raw("<pre>")
                if let path = item.path, let end = item.placeEnd {
                    page.link(String(item.text[..<end]), to: SourcePage.address(of: path, line: item.line))
                    page.text(String(item.text[end...]))
                } else {
                    page.text(item.text)
                }
                page.raw("</pre>\n")
            }
        }
    }
}

extension Trouble.Item {
    /// The end of the location, `path:line:column`, with which the text begins.
    fileprivate var placeEnd: String.Index? { text.firstRange(of: ": ")?.lowerBound }
}
