import Foundation
import TestSupport
import Testing

/// Names that are not registered have addresses of their own, whatever else is on the site.
@Suite struct NameAddressTests {
    private static func entry(_ title: String, _ day: String, _ keys: String) -> String {
        SmallSite.entry(title, day, more: keys)
    }

    private static let files = [
        "Content/timeline.yml": SmallSite.settings,
        "Content/events/a.md": entry(
            "A", "1911-08-11", "actors: [Wagner+, C++]\ntags: [C++, Group (A)]\nplaces: [Quay (old)]"),
        "Content/events/b.md": entry(
            "B", "1911-08-12", "actors: [Wagner]\ntags: [C, Group A]\nplaces: [Quay old]\ngroup: Team*"),
        "Content/events/c.md": entry(
            "C", "1911-08-13", "actors: [wagner, WAGNER, Wagner.]\ntags: [c]\ngroup: Team"),
    ]

    /// The headings of the pages in a folder of the site, by the pages' names.
    private static func pages(_ site: TemporaryFolder, _ folder: String) throws -> [String: String] {
        var titles: [String: String] = [:]
        for (path, bytes) in try site.tree("Site/" + folder)
        where path.hasSuffix(".html") && !path.hasSuffix("index.html") {
            let text = String(decoding: bytes, as: UTF8.self)
            titles[path] = text.firstMatch(of: #/<title>([^<]*?) [–—·|-] /#).map { String($0.1) } ?? ""
        }
        return titles
    }

    @Test func eachNameHasItsPage() throws {
        let site = try TemporaryFolder(Self.files)
        let build = try site.run("build")
        #expect(build.status == 0)
        #expect(build.error == "")
        let actors = try Self.pages(site, "actors")
        #expect(actors == ["c-jr8n5h.html": "C++", "wagner-2mottu.html": "Wagner+", "wagner.html": "Wagner"])
        let tags = try Self.pages(site, "tags")
        #expect(
            tags == [
                "c-jr8n5h.html": "C++", "c.html": "C", "group-a-o4tmbs.html": "Group (A)",
                "group-a.html": "Group A",
            ])
        #expect(try Self.pages(site, "groups").values.sorted() == ["Team", "Team*"])
        #expect(try Self.pages(site, "places").values.sorted() == ["Quay (old)", "Quay old"])
        // The search distinguishes them, too.
        let data = try site.tree("Site/search").values.map { String(decoding: $0, as: UTF8.self) }.joined()
        for id in ["wagner-2mottu", "\"wagner\"", "c-jr8n5h", "group-a-o4tmbs"] {
            #expect(data.contains(id), "\(id)")
        }
    }

    @Test func noAddressMovesWhenEntriesAreAdded() throws {
        let alone = try TemporaryFolder(
            Self.files.filter { !$0.key.hasSuffix("b.md") && !$0.key.hasSuffix("c.md") })
        #expect(try alone.run("build").status == 0)
        let all = try TemporaryFolder(Self.files)
        try all.write(
            "Content/events/0.md", Self.entry("Z", "1900", "actors: [wagner, Wagner#]\ntags: [c, \"C#\"]"))
        #expect(try all.run("build").status == 0)
        for folder in ["actors", "tags", "places"] {
            let pages = try Self.pages(all, folder)
            for (path, title) in try Self.pages(alone, folder) {
                #expect(pages[path] == title, "\(folder)/\(path)")
            }
        }
    }

    @Test func twoSpellingsOfOneAddressAreToldWithBothPlaces() throws {
        let site = try TemporaryFolder(Self.files)
        try site.write("Content/events/d.md", Self.entry("D", "1911-08-15", "actors: [O'Malley, O’Malley]"))
        let build = try site.run("build")
        #expect(build.status == 1)
        #expect(
            build.error.contains(
                "Content/events/d.md:6:20: error: 'O’Malley' would have the address of 'O'Malley' [name-clash]"
            ))
        #expect(build.error.contains("Content/events/d.md:6:10"))
    }
}
