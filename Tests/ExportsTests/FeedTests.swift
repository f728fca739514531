import EDTF
import Testing
import TimelineModel

@testable import Exports

@Suite("Feeds")
struct FeedTests {
    private static let entries = [
        "date: 1911\npublish: 2024-05-01", "date: 2023-09-13\nsources: [gazette]",
        "date: 2000\npublish: 2024-03-01\ncorrections: [{date: 2024-06-01, text: x}]", "date: 2024-07-01",
        "date: 1900\nclaims: [{by: port, stance: asserts, says: x, date: 2024-04-30}]\ntags: [strike]",
    ]

    @Test(
        "The entries that were published or corrected last come first; one that only old sources date is no news"
    )
    func order() throws {
        let site = try SmallTimeline.site(Self.entries)
        let items = try #require(Feed.feeds(of: site).first).items(of: site)
        let found = items.map { "\($0.entry.slug.value) \($0.days.published.iso) \($0.days.updated.iso)" }
        #expect(
            found == [
                "e2 2024-03-01 2024-06-01", "e0 2024-05-01 2024-05-01", "e4 2024-04-30 2024-04-30",
            ])
    }

    @Test("Only full days that have come count")
    func days() throws {
        let source = { (date: String) in "date: 2000\nsources: [{title: T, date: \(date)}]" }
        let site = try SmallTimeline.site(
            ["2024", "2024-05", "2024-05-03", "2025-02-01", "1969-12-31", "-0043-03-15"].map(source)
                + ["date: 2000\npublish: 2024-05"])
        let days = site.timeline.entries.indices.compactMap {
            site.timeline.publicationDays(ofEntry: $0)?.published.iso
        }
        #expect(days == ["2024-05-03", "2024-05-01"])
    }

    @Test("An id depends on the first address only")
    func ids() throws {
        let site = try SmallTimeline.site([
            "date: 2023\npublish: 2024-05-01\nslug: new\naliases: [öld, older]"
        ])
        let item = try #require(Feed.feeds(of: site)[0].items(of: site).first)
        #expect(item.id == "tag:a.example,2026-01-01:story/events/%C3%B6ld")
    }

    @Test("The settings choose the feeds and their length")
    func settings() throws {
        let site = try SmallTimeline.site(
            Self.entries,
            settings:
                "base_url: https://a.example:8080/\nfeeds: {limit: 2, tags: true, actors: true, since: 2020-02-01}"
        )
        let feeds = Feed.feeds(of: site)
        #expect(
            feeds.map(\.path) == ["feed", "feeds/actors/port", "feeds/actors/dockers", "feeds/tags/strike"])
        #expect(feeds[0].items(of: site).map(\.entry.slug.value) == ["e2", "e0"])
        #expect(feeds[3].items(of: site).map(\.id) == ["tag:a.example,2020-02-01:events/e4"])
        #expect(Feed.feeds(of: try SmallTimeline.site(Self.entries, settings: "")).isEmpty)
    }

    @Test("No date of an event is a date of its entry in a feed")
    func dates() throws {
        let site = try SmallTimeline.site(Self.entries)
        let feed = Feed.feeds(of: site)[0]
        let atom = try SmallTimeline.text { try $0.append(atom: feed, of: site) }
        let json = try SmallTimeline.text { try $0.append(jsonFeed: feed, of: site) }
        #expect(atom.contains("<published>2024-05-01T00:00:00Z</published>"))
        #expect(atom.contains("<edtf:date>1911</edtf:date>"))
        #expect(json.contains(#""date_modified":"2024-06-01T00:00:00Z""#))
        for text in [atom, json] { #expect(!text.contains("1911-01-01") && !text.contains("2000-01-01")) }
    }
}
