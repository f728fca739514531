import EDTF
import TimelineModel
import UTF8Text

/// A feed of what publications changed, a day an item.
public struct ChangeFeed: Sendable {
    /// An item of the feed.
    public struct Item: Sendable {
        private let day: CalendarDay
        private let title: String
        private let page: String
        private let lines: [String]

        /// Creates an item.
        ///
        /// - Parameters:
        ///   - day: the day of the publication, which is a day from 1970 on.
        ///   - title: the title, plain text.
        ///   - page: the path and fragment of the page that shows the changes.
        ///   - lines: the changes, plain text.
        public init(_ day: CalendarDay, title: String, page: String, lines: [String]) {
            self.day = day
            self.title = title
            self.page = page
            self.lines = lines
        }

        fileprivate func write(to output: inout OutputBuffer, _ site: ExportedSite) {
            output.append(literal: "<entry>\n")
            output.append(element: "id", site.tag("changes/" + day.iso))
            output.append(element: "title", title)
            output.append(element: "published", day.timestamp)
            output.append(element: "updated", day.timestamp)
            output.append(link: "alternate", "text/html", site.settings.baseURL.map { $0 + page })
            var html = OutputBuffer(capacity: 1024)
            html.append(literal: "<ul>\n")
            for line in lines {
                html.append(literal: "<li>")
                html.append(escaping: line)
                html.append(literal: "</li>\n")
            }
            html.append(literal: "</ul>\n")
            output.append(literal: "<content type=\"html\">")
            output.append(escaping: html.bytes)
            output.append(literal: "</content>\n</entry>\n")
        }

        fileprivate var updated: CalendarDay { day }
    }

    private let title: String
    private let path: String
    private let page: String
    private let items: [Item]

    /// Creates a feed.
    ///
    /// - Parameters:
    ///   - path: the path of the feed below the site's folder.
    ///   - page: the path of the page that shows the same.
    ///   - items: the items, the latest first.
    public init(_ title: String, path: String, page: String, _ items: [Item]) {
        self.title = title
        self.path = path
        self.page = page
        self.items = items
    }

    /// Appends the feed in Atom (RFC 4287). The site's base URL must be known, since links and ids are absolute.
    public func writeAtom(of site: ExportedSite, to output: inout OutputBuffer) {
        output.appendHead(
            name: "changes", path: path, title, of: page, updated: items.first?.updated, in: site)
        for item in items.prefix(site.settings.feeds.limit) { item.write(to: &output, site) }
        output.append(literal: "</feed>\n")
    }
}
