import EDTF
import TestSupport
import Testing
import TimelineModel
import UTF8Text

@testable import SiteRendering

@Suite("The overview of a page")
struct OverviewTests {
    private func entry(_ date: String, _ more: String = "", status: String = "confirmed") -> String {
        SmallSite.entry("On \(date.filter { $0 != "\"" })", date, status: status, more: more)
    }

    private func overview(_ entries: [String], settings: String = "") throws -> Overview? {
        var files = ["timeline.yml": "title: Harbour\n" + settings]
        for (number, entry) in entries.enumerated() { files["events/e\(number).md"] = entry }
        let site = try MemorySite(files).site()
        return Overview(Array(site.timeline.entries.indices), in: site, isWhole: true)
    }

    private func svg(_ entries: [String], settings: String = "") throws -> String {
        try #require(text(try overview(entries, settings: settings)?.drawing))
    }

    private func count(_ part: String, in text: String) -> Int { text.ranges(of: part).count }

    @Test(
        "The edges of a mark show how exactly a date is known",
        arguments: [
            ("1911-08-11", [], ["within", "lasted", "going-on", "edge ", "join"]),
            ("1911-08", ["\"within\""], ["lasted", "going-on", "edge "]),
            ("1911-08-0X", ["\"within\""], ["lasted"]),
            ("1911-08-11~", ["edge approximate"], ["edge uncertain"]),
            ("1911-08-11?", ["edge uncertain"], ["edge approximate"]),
            ("1911-08-01/1911-08-20", ["\"lasted\""], ["within"]),
            ("1911-08-01/..", ["going-on", "edge open"], ["edge unknown"]),
            ("1911-08-01/", ["edge unknown"], ["edge open", "going-on"]),
            ("../1911-08-01", ["going-on", "edge open", "scale(-1)"], ["edge unknown"]),
            ("\"[1911-08-01,1911-08-20]\"", ["join one-of"], ["join all-of"]),
            ("\"{1911-08-01,1911-08-20}\"", ["join all-of"], ["join one-of"]),
        ])
    func edges(date: String, present: [String], absent: [String]) throws {
        let drawing = try svg([entry(date)])
        for part in present { #expect(drawing.contains(part)) }
        for part in absent { #expect(!drawing.contains(part)) }
    }

    @Test("The shape of a mark shows the status", arguments: Status.allCases)
    func statuses(status: Status) throws {
        let drawing = try svg([entry("1911-08-11", status: status.rawValue)])
        #expect(drawing.contains("href=\"#mark_\(status.rawValue)\""))
    }

    @Test("A mark links to its entry and is labelled with date, title and status")
    func names() throws {
        let drawing = try svg([entry("1911-08-11", "slug: closed")])
        #expect(
            drawing.contains("href=\"#closed\" aria-label=\"11 August 1911: On 1911-08-11 (Confirmed)\">"))
    }

    @Test(
        "Marks of key entries are larger, and those of details smaller",
        arguments: [(1, "\"16\""), (2, "\"13\""), (3, "\"10\"")])
    func importance(importance: Int, size: String) throws {
        let drawing = try svg([entry("1911-08-11", "importance: \(importance)")])
        #expect(drawing.contains("width=\(size) height=\(size)"))
    }

    @Test("Lanes are in the order of the groups, and entries without a group have a lane")
    func lanes() throws {
        let settings = "groups: [{id: sea, name: Sea}, {id: land, name: Land}]\n"
        let entries = [
            entry("1911-08-11", "group: land"), entry("1911-08-12"), entry("1911-08-13", "group: sea"),
        ]
        let drawing = try svg(entries, settings: settings)
        let labels = ["Sea", "Land", "Without a group"].map { "aria-label=\"\($0)\"" }
        let places = try labels.map { try #require(drawing.firstRange(of: $0)).lowerBound }
        #expect(places == places.sorted())
        #expect(drawing.contains("class=\"lane group_sea\""))
    }

    @Test("There are never more than twelve lanes")
    func manyGroups() throws {
        let drawing = try svg((0..<40).map { entry("1911-08-11", "group: Group \($0)") })
        #expect(count("class=\"lane-line\"", in: drawing) == OverviewLanes.most)
        #expect(drawing.contains("aria-label=\"Other groups\""))
    }

    @Test("Eras are drawn as bars, overlapping ones in rows")
    func eras() throws {
        let settings = """
            eras: [{name: One, date: 1911-01/1911-08}, {name: Two, date: 1911-07/..}, {name: Far, date: 1800}]

            """
        let drawing = try svg([entry("1911-06-11"), entry("1911-09-11")], settings: settings)
        #expect(count("class=\"era-bar\"", in: drawing) == 2)
        #expect(drawing.contains("class=\"era-bar\" x=\"0%\" y=\"0\""))
        #expect(drawing.contains("y=\"18\""))
    }

    @Test("Entries that do not fit are counted, and their links are kept")
    func crowds() throws {
        let overview = try #require(try overview((0..<40).map { entry("1911-08-11", "slug: s\($0)") }))
        let drawing = try #require(text(overview.drawing))
        #expect(drawing.contains(">+32</text>"))
        #expect(overview.legend.contains { $0.id == "crowd" })
        #expect((0..<40).allSatisfy { drawing.contains("s\($0)") })
    }

    @Test("Readers without SVG see separate words, and none of them as the page's title")
    func words() throws {
        let drawing = try svg(
            (1...40).map { entry("1911-08-\($0 % 18 + 11)", "importance: 1\nslug: s\($0)") })
        let texts = drawing.matches(of: /<\/(text|tspan)>(.)/.dotMatchesNewlines()).map { $0.output.2 }
        #expect(texts.count > 10 && texts.allSatisfy { $0 == "\n" })
        #expect(!drawing.contains("<title"))
        #expect(count("<a ", in: drawing) == count("aria-label=\"", in: drawing))
    }

    @Test("Dates keep their edges across breaks")
    func breaks() throws {
        let entries =
            [
                "1066", "1400/1911-08-05", "../1789", "1911-08-0X", "1911-08-05~", "1911-08-07/..",
                "/1911-08-09",
            ]
            .map { entry($0) } + (1...9).map { entry("1911-08-0\($0)", "slug: d\($0)") }
        let overview = try #require(try overview(entries))
        let drawing = try #require(text(overview.drawing))
        for part in ["\"within\"", "\"lasted\"", "going-on", "edge open", "edge approximate", "edge unknown"]
        {
            #expect(drawing.contains(part))
        }
        #expect(drawing.contains("class=\"fold\""))
        let fold = try #require(overview.legend.first { $0.id == "fold" })
        #expect(fold.text.contains("Left out: "))
    }

    @Test("Without entries there is no overview")
    func empty() throws {
        let site = try MemorySite(["events/a.md": SmallSite.entry()]).site()
        let overview = Overview([], in: site, isWhole: false)
        #expect(overview == nil)
    }

    @Test("A long site has columns, and a limited number of elements")
    func density() throws {
        let entries = (0..<1200).map { number in
            entry("\(1900 + number % 120)-0\(1 + number % 9)-11", "group: Group \(number % 30)")
        }
        let overview = try #require(try overview(entries))
        let drawing = try #require(text(overview.drawing))
        #expect(overview.isDensity)
        #expect(overview.scale == "The highest column stands for 10 entries.")
        #expect(drawing.contains("aria-label=\"1900–1903: 40 entries\""))
        #expect(count("<", in: drawing) - count("</", in: drawing) < 500)
        #expect(count("class=\"columns\"", in: drawing) == OverviewLanes.most)
    }

    @Test("Columns link to periods that are in the list of periods")
    func densityLinks() throws {
        var files = ["timeline.yml": "title: Harbour\npage_size: 5\n"]
        for number in 0..<40 { files["events/e\(number).md"] = entry("\(1900 + number)-08-11") }
        let home = try #require(try MemorySite(files).output()["index.html"])
        let targets = home.matches(of: /class="stretch-of" href="#([^"]+)"/).map { String($0.output.1) }
        #expect(!targets.isEmpty)
        #expect(targets.allSatisfy { home.contains("<li id=\"\($0)\">") })
    }

    @Test("The same entries have the same drawing")
    func determinism() throws {
        let entries = (0..<60).map { number in
            entry("1911-0\(1 + number % 9)", "group: Group \(number % 14)\nslug: s\(number)")
        }
        #expect(try svg(entries) == svg(entries))
    }

    @Test("Titles are text, not markup")
    func escaping() throws {
        let hostile = SmallSite.entry("'\"></a><script>alert(1)</script>'", more: "importance: 1")
        let drawing = try svg([hostile])
        #expect(!drawing.contains("<script>"))
        #expect(drawing.contains("&lt;script&gt;"))
    }

    @Test(
        "Captions are cut between words",
        arguments: [
            ("Short", 200.0, "Short"), ("Harbour closed by the port", 110, "Harbour closed…"),
            ("Donaudampfschifffahrtsgesellschaft", 100, "Donaudampfsch…"),
        ])
    func captions(title: String, room: Double, expected: String) {
        #expect(shortened(title, to: room) == expected)
    }
}
