import EDTF
import TimelineModel
import UTF8Text

extension OutputBuffer {
    /// Appends a feed in Atom (RFC 4287).
    mutating func append(atom feed: Feed, of site: ExportedSite) throws(ExportFailure) {
        let items = feed.items(of: site)
        appendHead(
            name: feed.path, path: feed.path + ".xml", feed.title, of: feed.page,
            updated: items.first?.days.updated, in: site)
        for item in items { try append(item) }
        append(literal: "</feed>\n")
    }

    /// Appends the beginning of a feed.
    ///
    /// - Parameters:
    ///   - name: the name by which the feed's id is made.
    ///   - path: the path of the feed.
    ///   - page: the path of the page that shows the same.
    ///   - updated: the day of the last item; nil if there is none.
    mutating func appendHead(
        name: String, path: String, _ title: String, of page: String, updated: CalendarDay?,
        in site: ExportedSite
    ) {
        append(literal: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        append(literal: "<feed xmlns=\"http://www.w3.org/2005/Atom\" ")
        append(text: "xmlns:edtf=\"http://id.loc.gov/datatypes/edtf\" ")
        append(attribute: "xml:lang", site.settings.language)
        append(literal: ">\n")
        append(element: "id", site.tag(name))
        append(element: "title", title)
        if let subtitle = site.settings.subtitle { append(element: "subtitle", subtitle) }
        let updated = updated ?? site.today ?? site.settings.feeds.since
        append(element: "updated", updated.timestamp)
        append(link: "self", "application/atom+xml", site.address(path))
        append(link: "alternate", "text/html", site.address(page))
        append(literal: "<author>")
        append(
            element: "name", site.settings.author ?? site.settings.publisher ?? site.settings.title)
        append(literal: "</author>\n")
        if let license = site.settings.license { append(element: "rights", license) }
        append(literal: "<generator>Dateline</generator>\n")
    }

    private mutating func append(_ item: FeedItem) throws(ExportFailure) {
        let site = item.site
        append(literal: "<entry>\n")
        append(element: "id", item.id)
        append(element: "title", item.title)
        append(element: "published", item.days.published.timestamp)
        append(element: "updated", item.days.updated.timestamp)
        append(link: "alternate", "text/html", site.address(ofEntry: item.number))
        append(element: "edtf:date", item.entry.date.expression.canonical)
        for tag in item.entry.tags {
            append(literal: "<category ")
            append(attribute: "term", tag.id)
            append(literal: " ")
            append(attribute: "label", site.timeline.tags[tag.id]?.name ?? tag.text)
            append(literal: "/>\n")
        }
        if !item.entry.summaryText.isEmpty { append(element: "summary", item.entry.summaryText) }
        append(literal: "<content type=\"html\">")
        append(escaping: try item.html())
        append(literal: "</content>\n</entry>\n")
    }

    mutating func append(element name: String, _ text: String) {
        append(text: "<\(name)>")
        append(escaping: text)
        append(text: "</\(name)>\n")
    }

    private mutating func append(attribute name: String, _ value: String) {
        append(text: name + "=\"")
        append(escaping: value)
        append(literal: "\"")
    }

    mutating func append(link relation: String, _ type: String, _ address: String?) {
        guard let address else { return }
        append(text: "<link rel=\"\(relation)\" type=\"\(type)\" ")
        append(attribute: "href", address)
        append(literal: "/>\n")
    }
}
