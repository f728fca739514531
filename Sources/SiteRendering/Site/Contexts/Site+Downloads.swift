import Templates
import TimelineModel

/// A feed that pages name in their heads.
struct FeedLink: Sendable {
    let text: String
    let url: String
    let type: String
}

let feedContext = Context<FeedLink>(
    "feed",
    [
        .text("text", "The title of the feed") { $0.text },
        .text("url", "The address relative to the site's folder: write {{root}}{{url}}") { $0.url },
        .text("type", "The media type") { $0.type },
    ])

extension Site {
    private var formats: [ExportFormat] { settings.exportFormats(ofEntries: timeline.entries.count) }

    /// The feeds of all entries.
    var feeds: [FeedLink] {
        guard settings.baseURL != nil else { return [] }
        return [
            (ExportFormat.atom, Word.feedAtom, "feed.xml", "application/atom+xml"),
            (.jsonfeed, .feedJSON, "feed.json", "application/feed+json"),
        ].filter { formats.contains($0.0) }.map { _, word, url, type in
            FeedLink(text: language[word], url: url, type: type)
        }
    }

    /// Links to the feeds and to the files for other programs.
    var downloads: [Link] {
        let files: [(ExportFormat, Word, String)] = [
            (.icalendar, .calendar, "timeline.ics"), (.json, .dataJSON, "dateline.json"),
            (.csv, .dataCSV, "entries.csv"), (.geojson, .dataGeoJSON, "timeline.geojson"),
            (.timelinejs, .dataTimelineJS, "timelinejs.json"),
        ]
        let links =
            feeds.map { Link(text: $0.text, url: $0.url) }
            + files.filter { formats.contains($0.0) }.map { Link(text: language[$0.1], url: $0.2) }
        return links.separated
    }
}
