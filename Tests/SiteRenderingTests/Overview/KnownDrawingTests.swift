import EDTF
import TestSupport
import Testing
import TimelineModel

@testable import SiteRendering

@Suite("The drawing of when a story became known")
struct KnownDrawingTests {
    /// An entry that a source of another day reports.
    private func entry(
        _ slug: String, _ date: String, known: String, _ more: String = "", status: String = "confirmed"
    ) -> String {
        SmallSite.entry(
            "On \(date.filter { $0 != "\"" })", date, status: status,
            more: "slug: \(slug)\nknown: \(known)\n" + more)
    }

    /// An entry of which nothing dated tells.
    private func silent(_ slug: String) -> String {
        "---\ntitle: Silent\ndate: 1911-08\nstatus: unrated\nslug: \(slug)\nsources: [{title: A letter}]\n---\nText.\n"
    }

    private func site(_ entries: [String], settings: String = "") throws -> Site {
        var files = ["timeline.yml": "title: Harbour\n" + settings]
        for (number, entry) in entries.enumerated() { files["events/e\(number).md"] = entry }
        return try MemorySite(files).site()
    }

    /// The times of the entries and the plane on which they are drawn.
    private func plane(_ site: Site) throws -> (times: [KnownTimes], plane: KnownPlane) {
        let reporting = try #require(site.reporting)
        let times = site.timeline.entries.indices.compactMap { KnownTimes($0, in: site, reporting) }
        let axis = AxisPlan(KnownTimes.days(times), mostCells: MarkDrawing.mostCells).axis
        return (times, KnownPlane(axis: axis))
    }

    private func overview(_ site: Site) -> Overview? {
        let addresses = site.timeline.entries.map { "#" + $0.slug.value }
        return Overview(knownAt: addresses, in: site, root: "../")
    }

    private func svg(_ entries: [String], settings: String = "") throws -> String {
        try #require(text(overview(try site(entries, settings: settings))?.drawing))
    }

    /// Three entries of one summer: known on the same day, late, and before it happened.
    private var story: [String] {
        [
            entry("same", "1911-08-11", known: "1911-08-11"),
            entry("late", "1911-06-02", known: "1911-09-20"),
            entry("early", "1911-09-14", known: "1911-07-01", status: "expected"),
        ]
    }

    @Test(
        "What became known on the day on which it happened lies on the line of the same day, the rest beside it"
    )
    func diagonal() throws {
        let (times, plane) = try plane(
            site([
                entry("same", "1911-08-11", known: "1911-08-11"),
                entry("late", "1911-06-02", known: "1911-09-20"), entry("far", "1066", known: "1911-09-21"),
            ]))
        for time in times {
            let line = KnownPlane.y(at: plane.middle(of: time.event))
            if time.event == time.known {
                #expect(plane.y(of: time) == line)
            } else {
                #expect(plane.y(of: time) < line)
            }
        }
    }

    @Test("The line of the same day goes from corner to corner")
    func line() throws {
        let drawing = try svg(story)
        #expect(drawing.contains("<line x1=\"0%\" x2=\"100%\" y1=\"586\" y2=\"26\"/>"))
        #expect(drawing.contains(">the same day</text>"))
    }

    @Test("A mark links to its report, and tells both times and the days between them")
    func names() throws {
        let drawing = try svg(story)
        #expect(drawing.contains("href=\"#late\""))
        #expect(
            drawing.contains(
                "2 June 1911: On 1911-06-02 (Confirmed). It became known: 20 September 1911, about 4 months later"
            ))
        #expect(drawing.contains("It became known: 11 August 1911, on the same day"))
    }

    @Test(
        "Vague times are boxes over all days that are possible",
        arguments: [
            ("1911-08", "1911-09-20", 31.0, 1.0), ("1911-08-11", "1911-09", 1, 30),
            ("1911-08", "1911-09", 31, 30), ("1911-08-11/1911-08-20", "1911-09-20", 1, 1),
            ("1911-08/1911-10", "1911-11-20", 31, 1), ("\"[1911-08-11,1911-08-15]\"", "1911-09-20", 5, 1),
            ("\"{1911-08-11,1911-08-15}\"", "1911-09-20", 1, 1), ("1911-08-11/..", "1911-09-20", 1, 1),
            ("../1911-08-11", "1911-09-20", 1, 1),
        ])
    func boxes(date: String, known: String, across: Double, upwards: Double) throws {
        let site = try site([entry("a", date, known: known), entry("b", "1911-06-02", known: "1911-06-03")])
        let (times, plane) = try plane(site)
        let time = try #require(times.first { site[$0.number].slug.value == "a" })
        #expect(time.event.upperBound - time.event.lowerBound == across)
        #expect(time.known.upperBound - time.known.lowerBound == upwards)
        let drawing = try #require(text(overview(site)?.drawing))
        let boxes = drawing.matches(
            of: /class="known-box" x="[^"]*" y="([^"]*)" width="[^"]*" height="([^"]*)"/)
        #expect(boxes.count == (max(across, upwards) > 1 ? 1 : 0))
        if upwards > 1, let box = boxes.first, let top = Double(box.1), let height = Double(box.2) {
            #expect(abs(top - KnownPlane.y(at: plane.axis.share(of: time.known.upperBound))) < 0.01)
            #expect(abs(top + height - KnownPlane.y(at: plane.axis.share(of: time.known.lowerBound))) < 0.01)
        }
    }

    @Test("What lasted is a line from its beginning on")
    func lasting() throws {
        let drawing = try svg([
            entry("a", "1911-08-11/1911-08-20", known: "1911-09-20"),
            entry("b", "1911-08-11/..", known: "1911-09-21"),
            entry("c", "../1911-08-11", known: "1911-09-22"),
        ])
        #expect(drawing.ranges(of: "class=\"going-on\"").count >= 3)
        #expect(drawing.contains("edge open"))
        #expect(!drawing.contains("class=\"lasted\""))
    }

    @Test("Marks that would cover each other are counted, until zooming separates them; none vanishes")
    func crowds() throws {
        let entries =
            (0..<40).map { entry("s\($0)", "1911-08-1\($0 % 4 + 1)", known: "1911-08-2\($0 % 4)") }
            + [entry("far", "1911-01-01", known: "1911-12-01", "importance: 1\n")]
        let site = try site(entries)
        let drawing = try #require(text(overview(site)?.drawing))
        let links = drawing.matches(of: /<a class="([^"]*)"([^>]*)>/).map { ($0.1, $0.2) }
        let shown = links.filter { !$0.0.contains("is-off") }.map(\.1)
        var slugs: [String] = []
        for link in shown {
            if let many = link.firstMatch(of: /data-slugs="([^"]*)"/) {
                slugs += many.1.split(separator: " ").map(String.init)
            } else if let one = link.firstMatch(of: /href="#([^"]*)"/) {
                slugs.append(String(one.1))
            }
        }
        #expect(slugs.sorted() == site.timeline.entries.map(\.slug.value).sorted())
        #expect(drawing.contains("Here too: On 1911-08-11, On 1911-08-11"))
        let counts = shown.compactMap {
            $0.firstMatch(of: /data-slugs="([^"]*)"/)?.1.split(separator: " ").count
        }
        for count in counts { #expect(drawing.contains(">+\(count - 1)</text>")) }
        // Those of one day stay together, those of different days do not.
        let last = links.filter { !$0.1.contains("data-to") }
        #expect(last.count == 5)
    }

    @Test("A key entry is drawn rather than one that it would be counted with, and has its name")
    func keyEntries() throws {
        let drawing = try svg([
            entry("a", "1911-08-11", known: "1911-08-12"),
            entry("key", "1911-08-11", known: "1911-08-12", "importance: 1\n"),
            entry("far", "1911-01-01", known: "1911-12-01"),
        ])
        #expect(drawing.contains("class=\"mark-of is-key lane\" href=\"#key\" data-slugs=\"key a\""))
        #expect(drawing.contains("class=\"caption\""))
    }

    @Test("Entries of which nothing dated tells are named below the drawing")
    func undated() throws {
        let overview = try #require(self.overview(site(story + [silent("silent")])))
        #expect(overview.unplaced.map(\.text) == ["Silent"])
        #expect(text(overview.drawing)?.contains("silent") == false)
        let many = (0..<40).map { silent("silent-\($0)") }
        let other = try #require(self.overview(site(story + many)))
        #expect(other.unplaced.isEmpty)
        #expect(other.legend.contains { $0.text.hasPrefix("40 entries are not drawn") })
    }

    @Test("More than two hundred entries are counted in squares, each of them once")
    func squares() throws {
        let entries = (0..<500).map { number in
            entry(
                "s\(number)", "\(1900 + number % 50)-0\(1 + number % 9)-11",
                known: "\(1900 + number % 50 + number % 7)-1\(number % 3)-12")
        }
        let site = try site(entries)
        let reporting = try #require(site.reporting)
        let times = site.timeline.entries.indices.compactMap { KnownTimes($0, in: site, reporting) }
        let squares = KnownSquares(times, in: site) { "#\($0)" }
        #expect(squares.squares.reduce(0) { $0 + $1.count } == 500)
        #expect(squares.squares.allSatisfy { $0.row >= $0.column })
        let overview = try #require(self.overview(site))
        #expect(overview.isDensity)
        #expect(overview.scale?.hasPrefix("The darkest square stands for ") == true)
        let drawing = try #require(text(overview.drawing))
        #expect(drawing.ranges(of: "class=\"square\"").count == squares.squares.count)
        #expect(
            drawing.matches(of: /aria-label="It happened: [^"]+\. It became known: [^"]+\. \d+ entr/).count
                > 20)
        for square in drawing.matches(
            of: /class="square" x="[^"]*" y="[^"]*" width="([^"]*)%" height="([^"]*)"/)
        {
            let size = (width: try #require(Double(square.1)), height: try #require(Double(square.2)))
            #expect(size.width * MarkGeometry.designWidth / 100 >= 24 && size.height >= 24)
        }
    }

    @Test("The labels upwards leave room for each other")
    func labels() throws {
        let site = try site((1...9).map { entry("s\($0)", "1911-0\($0)-11", known: "1912-0\($0)-2\($0)") })
        let ticks = RisingTicks(try plane(site).plane.axis, site.language).ticks
        #expect(ticks.count > 4)
        #expect(ticks.contains { $0.text == "Jan 1911" && $0.isStrong })
        #expect(zip(ticks, ticks.dropFirst()).allSatisfy { ($1.share - $0.share) * KnownPlane.height >= 15 })
    }

    @Test("The same entries have the same drawing")
    func determinism() throws {
        let entries = (0..<60).map { number in
            entry(
                "s\(number)", "1911-0\(1 + number % 9)", known: "1911-1\(number % 3)-0\(1 + number % 9)",
                "group: G\(number % 5)\n")
        }
        #expect(try svg(entries) == svg(entries))
    }

    @Test("The first page has the drawing, which leads to the reports on all pages; the others have none")
    func pages() throws {
        var files = ["timeline.yml": "title: Harbour\npage_size: 4\n"]
        for number in 1...9 {
            files["events/e\(number).md"] = entry(
                "s\(number)", "1911-0\(number)-11", known: "1911-0\(number)-2\(number)")
        }
        let output = try MemorySite(files).output()
        let page = try #require(output["known/index.html"])
        #expect(page.contains("class=\"overview is-rising\""))
        var reached = 0
        for link in page.matches(of: /class="mark-of[^"]*" href="([^"#]*)#([^"]+)"/) {
            let path = link.1.isEmpty ? "known/index.html" : String(link.1.dropFirst("../".count))
            #expect(output[path]?.contains("<li id=\"\(link.2)\">") == true)
            reached += 1
        }
        #expect(reached == 9)
        let others = output.keys.filter { $0.hasPrefix("known/index/") }
        #expect(!others.isEmpty && others.allSatisfy { output[$0]?.contains("is-rising") == false })
    }

    @Test("Titles are text, not markup")
    func escaping() throws {
        let hostile = SmallSite.entry(
            "'\"></a><script>alert(1)</script>'", more: "importance: 1\nknown: 1911-09-01")
        let drawing = try svg(story + [hostile])
        #expect(!drawing.contains("<script>"))
        #expect(drawing.contains("&lt;script&gt;"))
    }
}
