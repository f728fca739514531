import Foundation
import SiteOutput
import TestSupport
import Testing

@testable import SiteRendering

/// The data files of whole sites.
@Suite struct SearchFilesTests {
    private static let harbour = MemorySite([
        "timeline.yml": """
        title: Harbour
        groups: [{id: shipping, name: Shipping}]
        """,
        "actors.yml": "port-authority: {name: Port Authority, also: [Hafenbehörde]}",
        "sources.yml": """
        gazette: {publisher: The Gazette, date: 1911-08-12}
        herald: {publisher: The Herald, date: 1911-08-13}
        """,
        "events/a.md": """
        ---
        title: Harbour closed
        date: 1911-08-11
        status: disputed
        group: shipping
        actors: [port-authority]
        places: [Łódź Quay]
        tags: [strike]
        importance: 1
        claims:
          - {id: c, by: port-authority, stance: asserts, says: The *chain* is up., source: gazette}
          - {by: Dockers, stance: denies, of: c, quote: No ship turned away, source: gazette}
        ---
        Cranes stood **still** </script>. [^herald]
        """,
        "events/b.md": SmallSite.entry("Harbour reopened", "1911-08-14/.."),
    ])

    @Test(arguments: [
        ("harbour", [0, 1]), ("closed", [0]), ("chain", [0]), ("turned", [0]), ("still", [0]),
        ("hafenbehorde", [0]), ("lodz", [0]), ("strike", [0]), ("shipping", [0]), ("gazette", [0, 1]),
        ("herald", [0]), ("=source:herald", [0]),
        ("=group:shipping", [0]), ("=status:disputed", [0]), ("=status:confirmed", [1]),
        ("=importance:1", [0]), ("=importance:2", [1]), ("=actor:port-authority", [0]),
        ("=actor:dockers", [0]), ("=place:łódź-quay", [0]), ("=tag:strike", [0]), ("=source:gazette", [0]),
        ("script", []), ("nowhere", []), ("=actor:nobody", []),
    ])
    func finds(_ term: String, _ entries: [Int]) throws {
        let data = try SearchData(of: Self.harbour)
        #expect(try data.entries(term) == entries)
    }

    @Test func thePanelOffersWhatThereIs() throws {
        let facets = try #require(
            try SearchData(Self.harbour.output()).value("facets") as? [String: [[Any]]])
        #expect(facets["actor"]?.map { $0[0] as? String } == ["dockers", "port-authority"])
        #expect(facets["actor"]?.map { $0[1] as? String } == ["Dockers", "Port Authority"])
        #expect(facets["status"]?.map { $0[0] as? String } == ["confirmed", "disputed"])
        #expect(facets["source"]?.map { $0[2] as? Int } == [1, 1])
    }

    @Test func aShortSiteNeedsNoCards() throws {
        let files = SearchData(try Self.harbour.output()).files.filter { !$0.value.hasSuffix(",\"\");\n") }
        let expected = ["days-0", "directory", "facets", "terms-0"].map { "search/\(SearchData.name($0)).js" }
        #expect(files.keys.sorted() == expected)
    }

    @Test func thePublishedDirectoryNamesAllOtherFiles() throws {
        var options = BuildOptions()
        options.namesCarryFingerprints = true
        let tree = try #require(try Self.harbour.prepared(options).output)
        let files = tree.files.filter { $0.path.hasPrefix("search/") }
        let directories = files.filter { $0.path.hasPrefix("search/directory-") }
        let text = try #require(directories.count == 1 ? rendered(directories[0]) : nil)
        let json = Data(text.drop { $0 != "," }.dropFirst().dropLast(3).utf8)
        let directory = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
        var paths: [String] = []
        for (kind, codes) in try #require(directory["files"] as? [String: String]) {
            var rest = Substring(codes)
            while !rest.isEmpty {
                paths.append("search/\(kind)-\(rest.prefix(SearchFiles.codeLength)).js")
                rest = rest.dropFirst(SearchFiles.codeLength)
            }
        }
        #expect(Set(paths) == Set(files.map(\.path)).subtracting(directories.map(\.path)))
    }

    @Test func searchCanBeOff() throws {
        var site = Self.harbour
        site.files["Content/timeline.yml"]? += "\nsearch: false\n"
        let output = try site.output()
        #expect(SearchData(output).files.isEmpty)
        #expect(output["index.html"]?.contains("finder") == false)
        #expect(output["actors/dockers.html"]?.contains("index.html#?actor=") == false)
    }

    @Test(arguments: [
        ("actors/port-authority.html", "../index.html#?actor=port-authority"),
        ("groups/shipping.html", "../index.html#?group=shipping"),
        ("status/disputed.html", "../index.html#?status=disputed"),
        ("tags/strike.html", "../index.html#?tag=strike"),
        ("sources/gazette.html", "../index.html#?source=gazette"),
    ])
    func listsLeadToTheirFilter(_ page: String, _ url: String) throws {
        let output = try Self.harbour.output()
        #expect(output[page]?.contains("data-link=\"\(url)\"") == true)
    }

    /// A thousand entries whose word frequencies are as uneven as those of a language.
    static let thousand: MemorySite = {
        var generator = SeededGenerator(seed: 7)
        func word() -> String {
            let rank = 1 / Double.random(in: 0.0001...1, using: &generator)
            return "w\(Int(rank * rank.squareRoot()))x"
        }
        var files: [String: String] = [:]
        for number in 0..<1000 {
            let body = (0..<200).map { _ in word() }.joined(separator: " ")
            files["events/e\(number).md"] = SmallSite.entry(
                "\(word()) \(word()) number \(number)", "\(1900 + number % 100)",
                more: "tags: [t\(number % 30)]",
                body: body)
        }
        return MemorySite(files)
    }()

    @Test func thousandEntriesStayInBounds() throws {
        let data = try SearchData(of: Self.thousand)
        let sizes = data.files.mapValues(\.utf8.count)
        let shards = sizes.filter { $0.key.hasPrefix("search/terms-") }
        #expect(shards.count > 5)
        #expect(shards.values.allSatisfy { $0 < 24 << 10 }, "\(shards.values.max() ?? 0)")
        #expect(shards.values.reduce(0, +) < 700 << 10)
        #expect(sizes.filter { $0.key.hasPrefix("search/entries-") }.values.allSatisfy { $0 < 10 << 10 })
        #expect(sizes["search/\(SearchData.name("directory")).js"] ?? 1 << 20 < 4 << 10)
        #expect(sizes["search/\(SearchData.name("facets")).js"] ?? 1 << 20 < 40 << 10)
        let all = try data.terms()
        let terms = all.map(\.term)
        #expect(zip(terms, terms.dropFirst()).allSatisfy { $0.utf16.lexicographicallyPrecedes($1.utf16) })
        for term in [terms[0], terms[terms.count / 2], terms[terms.count - 1], "number", "=tag:t7"] {
            let found = all.first { $0.term == term }?.entries
            #expect(try data.entries(term) == found)
            #expect(found?.isEmpty == false)
        }
        let numbers = SearchNumbers(of: try Self.thousand.site().timeline, isLong: true)
        #expect(try data.entries("number") == numbers.numbers.sorted())
        let run = try #require(try data.value("entries-0") as? [Any])
        #expect(run.count == numbers.runs[0].count + 1)
        #expect((run[1] as? [Any])?.count == 9)
    }

    @Test func anyNumberOfJobsMakesTheSame() throws {
        let site = try Self.thousand.site()
        let numbers = SearchNumbers(of: site.timeline, isLong: true)
        let one = SearchIndex(site, numbers, mostShards: 64, jobs: 1)
        for jobs in [2, 16] {
            let other = SearchIndex(site, numbers, mostShards: 64, jobs: jobs)
            #expect(other.shards == one.shards)
            #expect(other.firstTerms == one.firstTerms)
        }
        #expect(one.shards.count == one.firstTerms.count)
    }

    @Test func thereAreNeverMoreShardsThanThereMayBe() throws {
        let site = try Self.thousand.site()
        let numbers = SearchNumbers(of: site.timeline, isLong: true)
        // Terms decide where a shard ends, so there may be fewer shards.
        for most in [1, 2, 7] {
            let count = SearchIndex(site, numbers, mostShards: most, jobs: 1).shards.count
            #expect(count <= most && count > most / 2)
        }
        let harbour = try Self.harbour.site()
        let few = SearchNumbers(of: harbour.timeline, isLong: false)
        #expect(SearchIndex(harbour, few, mostShards: 500, jobs: 1).shards.count == 1)
        let most = SearchIndex.mostShards(of: site.timeline)
        #expect(SearchIndex(site, numbers, mostShards: most, jobs: 1).shards.count < most)
    }
}
