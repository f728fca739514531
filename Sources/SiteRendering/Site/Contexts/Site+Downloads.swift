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

    /// Whether each entry has a file with its record.
    var hasRecords: Bool { formats.contains(.records) }

    /// The feeds of all entries, and that of changes.
    var feeds: [FeedLink] {
        guard settings.baseURL != nil else { return [] }
        let feeds = [(ExportFormat.atom, Word.feedAtom), (.jsonfeed, .feedJSON)]
            .filter { formats.contains($0.0) }.map { format, word in
                let type = MediaType(publishedPath: format.path).contentType
                return FeedLink(text: language[word], url: format.path, type: type)
            }
        if timeline.changes.latestFirst.isEmpty { return feeds }
        let type = MediaType(publishedPath: PagePath.changeFeed).contentType
        return feeds + [FeedLink(text: language[.feedChanges], url: PagePath.changeFeed, type: type)]
    }

    /// Links to the feeds and to the files for other programs.
    var downloads: [Link] {
        let files: [(ExportFormat, Word)] = [
            (.icalendar, .calendar), (.json, .dataJSON), (.csv, .dataCSV), (.geojson, .dataGeoJSON),
            (.timelinejs, .dataTimelineJS),
        ]
        let links =
            feeds.map { Link(text: $0.text, url: $0.url) }
            + files.filter { formats.contains($0.0) }.map { Link(text: language[$0.1], url: $0.0.path) }
        return links.separated
    }
}
