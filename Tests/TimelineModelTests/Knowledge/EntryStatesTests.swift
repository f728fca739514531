import EDTF
import Testing

@testable import TimelineModel

/// What single entries were on earlier days, compared with the content of those days.
@Suite("Entries on earlier days")
struct EntryStatesTests {
    private static let files: [String: String?] = [
        TestSite.entryPath: """
        ---
        title: Harbour closed
        date: 1911-08-11
        status: disputed
        summary: The harbour was closed for a week.
        sources: [gazette]
        claims:
          - {id: shut, by: port, stance: asserts, says: It is closed, date: 1911-08-12}
          - {id: mill, by: mill, stance: asserts, says: The mill stands, date: 1911-08-2X}
        history:
          - {date: 1911-08-12, status: claimed, title: Is the harbour closed?}
          - {date: 1911-08-20, status: disputed}
        outcome: {result: open}
        ---
        See [the reopening](opened.md).
        """,
        "Content/events/denied.md": """
        ---
        title: The dockers deny it
        date: 1911-08-20
        kind: statement
        status: confirmed
        content_status: disputed
        claims:
          - {by: dockers, stance: denies, of: "closed#shut", says: "No, it is open[^late]", date: 1911-08-20}
        ---
        """,
        "Content/events/opened.md": """
        ---
        title: Harbour opened
        date: 1911-09
        known: 1911-09-1X
        status: confirmed
        sources: [late]
        corrections:
          - {date: 1911-10-02, text: The month was wrong., was: {date: 1911-08-30, title: Harbour opened early}}
        editor_notes:
          - {date: 1911-10-05, text: The papers differ.}
        ---
        """,
        "Content/events/undated.md": "---\ntitle: A rumour\ndate: 1911\nstatus: speculated\n---\n",
        "Content/sources.yml":
            "gazette: {title: Report, date: 1911-08-12}\nlate: {title: Log, date: 1911-09-30}\n",
        "Content/actors.yml": "port: {name: Port}\nmill: {name: Mill}\ndockers: {name: Dockers}\n",
    ]

    /// Everything of an entry that a list shows.
    private static func words(_ entry: Entry?) -> String {
        guard let entry else { return "not known" }
        let claims = entry.claims.map { claim in
            "\(claim.id?.value ?? "-") \(claim.stance.value) \(claim.says?.firstParagraph ?? "-") \(claim.isOnlyPossiblyKnown)"
        }
        return """
            \(entry.title.value) | \(entry.date.expression.canonical) | \(entry.summaryText) | \
            \(entry.status?.value.rawValue ?? "") \(entry.contentStatus?.value.rawValue ?? "") | \(claims) | \
            \(entry.sources.map(\.id)) | \(entry.knownMarks ?? KnownMarks())
            """
    }

    private static func days(_ states: EntryStates, _ count: Int) -> [CalendarDay] {
        let days = (0..<count).reduce(into: Set<CalendarDay>()) {
            $0.formUnion(states.daysOfChange(ofEntry: $1))
        }
        // The days beside them change nothing, and must not be different either.
        return Set(days.flatMap { day in (-1...1).map { CalendarDay(ordinal: day.ordinal + $0) } }).sorted()
    }

    @Test("The entries of each day are those of the content of that day")
    func wholeDays() throws {
        let content = try TestSite(Self.files).read().content
        let timeline = Timeline(content)
        let states = EntryStates(timeline, timeline.knowledge)
        let days = Self.days(states, timeline.entries.count)
        #expect(days.count > 15)
        var seen: Set<[String]> = []
        for day in days {
            let expected = Timeline(content.known(on: day, in: timeline)).entries.map { Self.words($0) }
            #expect(states.entries(on: day).entries.map { Self.words($0) } == expected, "\(day.iso)")
            seen.insert(expected)
        }
        // They are different days.
        #expect(seen.count > 6)
    }

    @Test("The states of one entry are those of each day")
    func singleEntries() throws {
        let timeline = Timeline(try TestSite(Self.files).read().content)
        let states = EntryStates(timeline, timeline.knowledge)
        let days = Self.days(states, timeline.entries.count)
        for (number, entry) in timeline.entries.enumerated() {
            var found: [(day: CalendarDay?, words: String)] = []
            states.forEachState(ofEntry: number) { found.append(($0, Self.words($1))) }
            for day in days {
                let expected = Self.words(states.entries(on: day).entry(entry.slug.value))
                let state = found.last { $0.day.map { $0 <= day } ?? true }?.words ?? "not known"
                #expect(state == expected, "\(entry.slug.value) on \(day.iso)")
            }
        }
    }

    @Test("An entry of which nothing is dated was known from ever, perhaps")
    func undatedEntries() throws {
        let timeline = Timeline(try TestSite(Self.files).read().content)
        let states = EntryStates(timeline, timeline.knowledge)
        let number = try #require(timeline.entries.firstIndex { $0.slug.value == "undated" })
        var days: [CalendarDay?] = []
        var marks: [Bool] = []
        states.forEachState(ofEntry: number) { day, entry in
            days.append(day)
            marks.append(entry.knownMarks?.isOnlyPossiblyKnown ?? false)
        }
        #expect(days.first == .some(nil) && marks.first == true)
    }
}

/// The days of the story that have names.
@Suite("Moments")
struct MomentTests {
    private func found(_ moments: String) throws -> (moments: [String], diagnostics: [String]) {
        let site = TestSite(["Content/timeline.yml": "title: Site\nmoments:\n\(moments)"])
        let settings = try site.read().content.settings
        return (settings.moments.map { "\($0.day.iso) \($0.title)" }, try site.found())
    }

    @Test("Moments are ordered by their days")
    func order() throws {
        let (moments, diagnostics) = try found(
            "  - {date: 1911-09-01, title: Opened}\n  - {date: 1911-08-11, title: Closed}\n")
        #expect(moments == ["1911-08-11 Closed", "1911-09-01 Opened"])
        #expect(diagnostics == [])
    }

    @Test(
        "A moment has a whole day and a title, and each day has one",
        arguments: [
            ("  - {date: 1911-08, title: Closed}\n", "wrong-kind: expected a full day, found '1911-08'"),
            ("  - {date: 1911-08-1X, title: Closed}\n", "wrong-kind: expected a full day"),
            ("  - {date: 1911-08-11}\n", "missing-key: "),
            ("  - {title: Closed}\n", "missing-key: "),
            (
                "  - {date: 1911-08-11, title: A}\n  - {date: 1911-08-11, title: B}\n",
                "duplicate-moment: 1911-08-11 has a moment already"
            ),
            ("  - 1911-08-11\n", "wrong-kind: expected a map with the keys of moment"),
            ("  - {date: 1911-08-11, title: A, day: 1}\n", "unknown-key: "),
        ])
    func mistakes(moments: String, expected: String) throws {
        let diagnostics = try found(moments).diagnostics
        #expect(diagnostics.contains { $0.contains(expected) }, "\(diagnostics)")
        #expect(diagnostics.count == 1)
    }

    @Test("Moments without a whole day are not said to share one")
    func severalVagueDays() throws {
        let diagnostics = try found("  - {date: 1911-08, title: A}\n  - {date: 1911-09, title: B}\n")
            .diagnostics
        #expect(diagnostics.count == 2)
        #expect(diagnostics.allSatisfy { $0.contains("wrong-kind: expected a full day") }, "\(diagnostics)")
    }
}
