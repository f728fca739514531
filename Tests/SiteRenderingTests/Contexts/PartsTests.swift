import TestSupport
import Testing
import TimelineModel

@testable import SiteRendering

@Suite("Long lists in parts")
struct PartsTests {
    private func site(_ count: Int, pageSize: Int, order: String = "ascending") throws -> Site {
        var files = ["timeline.yml": "title: Harbour\npage_size: \(pageSize)\norder: \(order)\n"]
        for number in 0..<count {
            files["events/e\(number).md"] = SmallSite.entry("E\(number)", "\(1900 + number)")
        }
        return try MemorySite(files).site()
    }

    @Test("A page has no more entries than the page size", arguments: [0, 1, 3, 4, 7])
    func entries(_ count: Int) throws {
        let site = try site(max(count, 1), pageSize: 3)
        let parts = site.parts(Array(0..<count))
        #expect(parts.flatMap(\.self) == Array(0..<count))
        #expect(parts.count == max(1, (count + 2) / 3))
        #expect(parts.allSatisfy { $0.count <= 3 })
    }

    @Test("A page has no more claims than the page size, unless one entry has more")
    func claims() throws {
        let site = try site(7, pageSize: 4)
        let claims = [1, 2, 2, 9, 1, 1, 0]
        #expect(site.parts(Array(0..<7)) { claims[$0] } == [[0, 1], [2], [3], [4, 5, 6]])
    }

    @Test("Lists are cut in the order in which the site shows them")
    func newestFirst() throws {
        let site = try site(5, pageSize: 2, order: "descending")
        #expect(site.parts([0, 1, 2, 3, 4]) == [[4, 3], [2, 1], [0]])
    }

    @Test("On a speaker's page a claim counts with the claims around it")
    func around() throws {
        let site = try MemorySite([
            "events/e.md": """
            ---
            title: E
            date: 1911
            status: disputed
            claims:
              - {id: one, by: A, stance: asserts, says: Yes., source: {title: T, date: 1911}}
              - {by: B, stance: denies, of: one, says: No., source: {title: T, date: 1911}}
            ---
            """
        ]).site()
        #expect(site.claimCount(0, .actors) == 4)
        #expect(site.claimCount(0, .sources) == 2)
        #expect(site.claimCount(0, .places) == 0)
    }
}
