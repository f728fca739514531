import EDTF
import TimelineModel
import UTF8Text

extension OutputBuffer {
    /// Appends a feed in JSON Feed 1.1 (jsonfeed.org).
    mutating func append(jsonFeed feed: Feed, of site: ExportedSite) throws(ExportFailure) {
        var items: [(item: FeedItem, html: [UInt8])] = []
        for item in feed.items(of: site) { items.append((item, try item.html())) }
        var json = JSONText()
        json.object { json in
            json.string("version", "https://jsonfeed.org/version/1.1")
            json.string("title", feed.title)
            json.text("home_page_url", site.address(feed.page))
            json.text("feed_url", site.address(feed.path + ".json"))
            json.text("description", site.settings.description ?? site.settings.subtitle)
            json.string("language", site.settings.language)
            if let author = site.settings.author ?? site.settings.publisher {
                json.array("authors") { $0.object { $0.string("name", author) } }
            }
            json.array("items") { json in
                for (item, html) in items {
                    json.breakLine()
                    json.object(nil) { $0.members(of: item, html) }
                }
            }
        }
        json.newline()
        json.move(to: &self)
    }
}

extension JSONText {
    fileprivate mutating func members(of item: FeedItem, _ html: [UInt8]) {
        let site = item.site
        string("id", item.id)
        text("url", site.address(ofEntry: item.number))
        string("title", item.title)
        text("summary", item.entry.summaryText.isEmpty ? nil : item.entry.summaryText)
        string("content_html", utf8: html)
        string("date_published", item.days.published.timestamp)
        string("date_modified", item.days.updated.timestamp)
        texts("tags", site.names(item.entry.tags, site.timeline.tags))
        object("_dateline") { json in
            json.string("edtf", item.entry.date.expression.canonical)
            json.status("status", item.entry.status?.value)
            json.status("content_status", item.entry.contentStatus?.value)
        }
    }
}
