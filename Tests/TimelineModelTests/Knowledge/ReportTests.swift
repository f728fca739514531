import EDTF
import Testing

@testable import TimelineModel

/// How a story became known: reports in their order.
@Suite("Reports in the order of reporting")
struct ReportTests {
    private static let sources = """
        gazette: {title: The closure, date: 1911-08-12}
        courier: {title: The return, date: 1911-08-2X}

        """

    private func timeline(_ entries: [String: String]) throws -> Timeline {
        var files: [String: String?] = [TestSite.entryPath: nil, "Content/sources.yml": Self.sources]
        for (name, text) in entries { files["Content/events/\(name).md"] = text }
        return Timeline(try TestSite(files).read().content)
    }

    /// The reports in short: the days, the entry, the number of claims, the source, the change of status.
    private func lines(_ entries: [String: String]) throws -> [String] {
        let timeline = try timeline(entries)
        return timeline.knowledge.reports.map { report in
            let days = [report.span.earliest, report.span.latest].map { $0?.iso ?? "…" }
            var line = Set(days).count == 1 ? days[0] : days.joined(separator: "/")
            if let date = report.date { line += " (\(date.canonical))" }
            line += " " + timeline.entries[report.entry].slug.value
            for key in report.claims {
                line += " \(timeline.claim(key).by.first?.id ?? "?")"
            }
            if let source = report.source { line += " by \(source.id)" }
            guard let change = report.change else { return line }
            line += ": " + (change.from.map { $0.rawValue + " → " } ?? "") + change.status.rawValue
            for key in change.because { line += " because of \(timeline.claim(key).by.first?.id ?? "?")" }
            return line
        }
    }

    private func entry(_ keys: String, date: String = "1911-08-11", status: String = "disputed") -> String {
        "---\ntitle: Closed\ndate: \(date)\nstatus: \(status)\n\(keys)\n---\n"
    }

    @Test("Claims of one time are one report, and statuses change with it")
    func claims() throws {
        let keys = """
            claims:
              - {id: shut, by: port, stance: asserts, says: x, date: 1911-08-12}
              - {by: mill, stance: asserts, says: x, date: 1911-08-12}
              - {by: dockers, stance: denies, of: shut, says: y, date: 1911-08-16}
            """
        #expect(
            try lines(["a": entry(keys)]) == [
                "1911-08-12 a port mill: claimed", "1911-08-16 a dockers: claimed → disputed",
            ])
    }

    @Test("A vague date stands at its first day, with its words; a claim without dates is left out")
    func vagueDates() throws {
        let keys = """
            claims:
              - {id: shut, by: port, stance: asserts, says: x, date: 1911-08-1X}
              - {by: dockers, stance: asserts, says: x, date: 1911-08-15?}
              - {by: mill, stance: asserts, says: y}
            """
        #expect(
            try lines(["a": entry(keys, date: "1911-08-01", status: "claimed")]) == [
                "1911-08-10/1911-08-19 (1911-08-1X) a port: claimed",
                "1911-08-15 (1911-08-15?) a dockers",
            ])
    }

    @Test("An answer in another entry changes the status of the entry that it answers")
    func answers() throws {
        let first = entry("claims: [{id: shut, by: port, stance: asserts, says: x, date: 1911-08-12}]")
        let second = entry(
            "claims: [{by: dockers, stance: denies, of: a#shut, says: y, source: courier}]",
            date: "1911-08-20", status: "denied")
        #expect(
            try lines(["a": first, "b": second]) == [
                "1911-08-12 a port: claimed",
                "1911-08-20/1911-08-29 a: claimed → disputed because of dockers",
                "1911-08-20/1911-08-29 b dockers: denied",
            ])
    }

    @Test(
        "What became known without a claim did so by its first source, or when the author says so",
        arguments: [
            ("sources: [gazette]", ["1911-08-12 a by gazette: confirmed"]),
            ("sources: [courier]", ["1911-08-20/1911-08-29 (1911-08-2X) a by courier: confirmed"]),
            ("sources: [gazette]\nknown: 1911-09", ["1911-09-01/1911-09-30 (1911-09) a: confirmed"]),
            ("sources: [{title: A book, date: 1900}, gazette]", ["1911-08-12 a by gazette: confirmed"]),
            ("sources: [{title: Undated}]", []), ("tags: [x]", []),
        ])
    func sources(_ keys: String, _ expected: [String]) throws {
        #expect(try lines(["a": entry(keys, status: "confirmed")]) == expected)
    }

    @Test("A step of the author's history is a report, even without a claim")
    func history() throws {
        let keys = """
            history: [{date: 1911-08-12, status: claimed}, {date: 1912, status: confirmed}]
            sources: [gazette]
            """
        #expect(
            try lines(["a": entry(keys, status: "confirmed")]) == [
                "1911-08-12 a by gazette: claimed", "1912-01-01/1912-12-31 a: claimed → confirmed",
            ])
    }

    @Test(
        "Whether several days may be told of is found without computing when everything became known",
        arguments: [
            ("sources: [gazette]", false), ("sources: [gazette, courier]", true), ("tags: [x]", false),
            ("claims: [{by: port, stance: asserts, says: x, date: 1911-08-12, source: gazette}]", false),
            ("known: 1911-09\nsources: [gazette]", true), ("places: [{id: quay, source: courier}]", false),
        ])
    func severalDays(_ keys: String, _ expected: Bool) throws {
        let timeline = try timeline(["a": entry(keys, status: "confirmed")])
        #expect((timeline.knowledgeOfSeveralDays != nil) == expected)
    }

    @Test("The order of spans is by the first day, then by the last; unknown days come first and last")
    func order() throws {
        let texts = ["../1911", "/1911", "1910/1912", "1911-01-01", "1911-01", "1911", "1911-02"]
        let spans = try texts.map { KnownSpan(try DateExpression($0)) }
        #expect(spans.reversed().sorted() == spans.sorted())
        for (left, right) in zip(spans.dropFirst(), spans.dropFirst(2)) { #expect(left < right) }
        #expect(spans.allSatisfy { !($0 < $0) })
    }
}
