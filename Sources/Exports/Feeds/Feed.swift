import EDTF
import TimelineModel
import UTF8Text

/// What entries a feed is about: all, or those of a group, an actor or a tag.
public enum FeedSubject: String, Sendable {
    case groups, actors, tags
}

/// A feed of the entries that a site published or corrected last.
struct Feed: Sendable {
    /// The path below the site's folder, without extension.
    let path: String
    let title: String
    /// The path of the page that shows the same entries.
    let page: String
    /// The group, actor or tag; nil for the feed of all entries.
    let subject: (kind: FeedSubject, id: String)?

    /// Returns the feeds that the settings ask for; none if the site's base URL is unknown.
    static func feeds(of site: ExportedSite) -> [Feed] {
        guard site.settings.baseURL != nil else { return [] }
        let wanted = site.settings.feeds
        let timeline = site.timeline
        var feeds = [Feed(path: MediaType.feedName, title: site.settings.title, page: "", subject: nil)]
        if wanted.groups { feeds += timeline.groups.values.map { Feed(.groups, $0, site) } }
        if wanted.actors {
            feeds += timeline.actors.values.filter { $0.id != Claim.unnamed }.map { Feed(.actors, $0, site) }
        }
        if wanted.tags { feeds += timeline.tags.values.map { Feed(.tags, $0, site) } }
        return feeds
    }

    private init(_ kind: FeedSubject, _ thing: some Registered, _ site: ExportedSite) {
        self.init(
            path: "\(MediaType.feedFolder)/\(kind.rawValue)/\(thing.id)",
            title: "\(site.settings.title) – \(thing.name)",
            page: "\(kind.rawValue)/\(thing.id).html", subject: (kind, thing.id))
    }

    private init(path: String, title: String, page: String, subject: (kind: FeedSubject, id: String)?) {
        self.path = path
        self.title = title
        self.page = page
        self.subject = subject
    }

    var atom: ExportFile {
        ExportFile(path + ".xml", .atom) {
            (site, output) throws(ExportFailure) in try output.append(atom: self, of: site)
        }
    }

    var json: ExportFile {
        ExportFile(path + ".json", .jsonfeed) {
            (site, output) throws(ExportFailure) in try output.append(jsonFeed: self, of: site)
        }
    }

    /// Returns the entries of the feed, the last ones first. An entry that nothing dates is not news and is left out.
    func items(of site: ExportedSite) -> [FeedItem] {
        let numbers =
            subject.map { site.texts.entries($0.kind, $0.id) } ?? Array(site.timeline.entries.indices)
        let dated = numbers.compactMap { number -> FeedItem? in
            guard let days = site.timeline.publicationDays(ofEntry: number) else {
                return nil
            }
            return FeedItem(number: number, days: days, site: site)
        }
        let sorted = dated.sorted { left, right in
            if left.days.updated != right.days.updated { return left.days.updated > right.days.updated }
            if left.days.published != right.days.published {
                return left.days.published > right.days.published
            }
            return left.number > right.number
        }
        return Array(sorted.prefix(site.settings.feeds.limit))
    }
}

/// An entry of a feed.
struct FeedItem {
    let number: Int
    let days: PublicationDays
    let site: ExportedSite

    var entry: Entry { site.timeline.entries[number] }

    /// Returns what is known of the entry as HTML.
    func html() throws(ExportFailure) -> [UInt8] {
        var html = OutputBuffer(capacity: 4096)
        try site.texts.writeHTML(ofEntry: number, to: &html)
        return html.bytes
    }

    /// The id of the entry in all feeds (RFC 4151): it depends on the entry's first address only.
    var id: String { site.tag("events/" + site.lastingName(ofEntry: number)) }

    /// The title with the date of the event, since the dates of a feed are those of its publication.
    var title: String { "\(site.texts.dateWords(ofEntry: number)): \(entry.title.value)" }
}

extension ExportedSite {
    /// Returns a `tag:` URI (RFC 4151) for a name on the site.
    func tag(_ name: String) -> String {
        let parts = (settings.baseURL ?? "").parts(between: "/", atMost: 4)
        let authority = parts.count > 2 ? parts[2].parts(between: ":", atMost: 2)[0] : ""
        let folder = parts.count > 3 ? String(parts[3]) : ""
        return "tag:\(authority),\(settings.feeds.since.iso):\(folder)\(percentEncoded(name))"
    }
}

extension CalendarDay {
    /// The beginning of the day in UTC (RFC 3339); the year is from 1 to 9999.
    var timestamp: String { iso + "T00:00:00Z" }
}
