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

    @Test("A page has no more entries than the page size", arguments: [0, 1, 3, 4, 7, 40])
    func entries(_ count: Int) throws {
        let site = try site(max(count, 1), pageSize: 3)
        let parts = site.parts(Array(0..<count))
        #expect(parts.flatMap(\.numbers) == Array(0..<count))
        #expect(parts.allSatisfy { $0.numbers.count <= 3 })
        #expect(parts.dropLast().allSatisfy { $0.numbers.count >= 2 })
    }

    @Test("A page has no more claims than the page size, unless one entry has more")
    func claims() throws {
        let site = try site(7, pageSize: 4)
        let claims = [1, 2, 2, 9, 1, 1, 0]
        let parts = site.parts(Array(0..<7)) { claims[$0] }.map(\.numbers)
        #expect(parts.flatMap(\.self) == Array(0..<7))
        #expect(parts.contains([3]))
        for part in parts where part != [3] { #expect(part.reduce(0) { $0 + claims[$1] } <= 4) }
    }

    @Test("Lists are cut in the order of the timeline, and shown in that of the site")
    func newestFirst() throws {
        let numbers = Array(0..<40)
        let oldest = try site(40, pageSize: 5).parts(numbers)
        let newest = try site(40, pageSize: 5, order: "descending").parts(numbers)
        #expect(newest.map(\.numbers) == oldest.reversed().map { $0.numbers.reversed() })
        #expect(oldest[0].part.name == nil && newest[0].part.name == nil)
        // A part has the same address in both, unless it comes first.
        #expect(
            Array(newest.dropFirst().dropLast().map(\.part.name).reversed())
                == oldest.dropFirst().dropLast().map(\.part.name))
    }

    @Test("A part is named after its first day and labelled with its periods")
    func namesAndLabels() throws {
        let parts = try site(30, pageSize: 10).parts(Array(0..<30)).map { ($0.part, $0.numbers) }
        for (part, numbers) in parts.dropFirst() {
            #expect(part.name == "\(1900 + numbers[0])-01-01")
            #expect(part.label == "\(1900 + numbers[0]) – \(1900 + numbers[numbers.count - 1])")
        }
        #expect(parts[0].0.name == nil)
    }

    @Test("Parts that begin on one day have different names, and dates as labels")
    func oneDay() throws {
        var files = ["timeline.yml": "title: Harbour\npage_size: 4\n"]
        for number in 0..<20 { files["events/e\(number).md"] = SmallSite.entry("E\(number)", "1911-08-11") }
        let parts = try MemorySite(files).site().parts(Array(0..<20)).map(\.part)
        #expect(Set(parts.map(\.name)).count == parts.count)
        #expect(parts.allSatisfy { $0.label == "11 August 1911" })
    }

    /// The parts of a list of all entries but some: the slugs on each page, by the page's name.
    private func pages(_ site: Site, without left: Set<Int>) -> [String?: [String]] {
        let parts = site.parts(site.timeline.entries.indices.filter { !left.contains($0) })
        return Dictionary(
            uniqueKeysWithValues: parts.map { ($0.part.name, $0.numbers.map { site[$0].slug.value }) })
    }

    @Test("An entry that is added changes the part that it joins, and few others")
    func stability() throws {
        let site = try site(400, pageSize: 20)
        let all = pages(site, without: [])
        var changes: [Int] = []
        for number in stride(from: 3, to: 400, by: 11) {
            let before = pages(site, without: [number])
            changes.append(Set(all.keys).union(before.keys).count { all[$0] != before[$0] })
        }
        #expect(changes.allSatisfy { $0 >= 1 })
        #expect(changes.max() ?? 0 <= 6)
        #expect(changes.reduce(0, +) <= changes.count * 2)
    }

    @Test("An entry that is added at the end leaves earlier parts as they are")
    func atTheEnd() throws {
        let site = try site(120, pageSize: 10)
        for count in 60..<119 {
            let before = pages(site, without: Set(count..<120))
            let after = pages(site, without: Set(count + 1..<120))
            #expect(Set(after.keys).union(before.keys).count { after[$0] != before[$0] } <= 2)
        }
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
