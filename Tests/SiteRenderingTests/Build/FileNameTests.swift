import Diagnostics
import TestSupport
import Testing
import TimelineModel

@testable import SiteOutput
@testable import SiteRendering

/// Diagnostics about the names of a site's files.
@Suite struct FileNameTests {
    @Test func anAssetInThePlaceOfAPageStopsTheBuild() throws {
        var site = MemorySite(["events/a.md": SmallSite.entry(), "media/x.txt": "1"])
        #expect(try site.prepared().output != nil)
        site.files["Content/events/b.md"] = SmallSite.entry("B", "1912", more: "aliases: [a-2]")
        site.files["Content/events/a-2.md"] = SmallSite.entry("C", "1913")
        let prepared = try site.prepared()
        #expect(prepared.output == nil)
        #expect(prepared.diagnostics.containsErrors)
    }

    @Test func aSiteIsBuiltAndWarned() throws {
        let site = MemorySite([
            "events/con.md": SmallSite.entry("A", "1911", more: "tags: [stra\u{DF}e]"),
            "events/b.md": SmallSite.entry("B", "1912", more: "tags: [strasse]\naliases: [nul]"),
            "media/x.txt": "1", "media/X.txt": "2",
        ])
        let prepared = try site.prepared()
        #expect(prepared.output != nil)
        let told = prepared.diagnostics.filter { [.similarNames, .unportableName].contains($0.rule) }
        #expect(
            told.map(\.summary).sorted() == [
                "'events/con.html' has the name of a device on Windows, 'con'",
                "'events/nul.html' has the name of a device on Windows, 'nul'",
                "'media/X.txt' and 'media/x.txt' are one file on some systems",
                "'tags/stra\u{DF}e.html' and 'tags/strasse.html' are one file on some systems",
            ])
        let tags = try #require(told.first { $0.summary.contains("strasse") })
        let places = [tags.location] + tags.notes.compactMap(\.location)
        #expect(places.map(\.path).sorted() == ["Content/events/b.md", "Content/events/con.md"])
        #expect(places.allSatisfy { !$0.range.isEmpty }, "where the tags are written")
        var strict = BuildOptions()
        strict.isStrict = true
        #expect(try site.prepared(strict).output == nil, "warnings stop a strict build")
    }

    /// A preview that reuses a plan must report the plan's diagnostics again.
    @Test func aRebuildTellsItAgain() throws {
        var site = MemorySite([
            "events/con.md": SmallSite.entry("A", "1911", body: "One."),
            "events/b.md": SmallSite.entry("B", "1912"),
        ])
        var cache: BuildCache? = BuildCache()
        let first = try PreparedSite(site.tree, BuildOptions(), reusing: &cache)
        site.files["Content/events/con.md"] = SmallSite.entry("A", "1911", body: "Two.")
        let second = try PreparedSite(
            site.tree, BuildOptions(), reusing: &cache, after: ["Content/events/con.md"])
        #expect(first.diagnostics.map(\.rule).contains(.unportableName))
        #expect(second.diagnostics == first.diagnostics)
    }
}
