import Diagnostics
import Testing

@testable import TimelineModel

/// Every key that takes a date, with `DATE` in place of its value, and another mistake after it.
private let dateKeys: [(name: String, path: String, text: String)] = [
    (
        "date", TestSite.entryPath,
        "---\ntitle: x\ndate: DATE\nstatus: confirmed\nsources: [gazette]\ntagz: x\n---\n"
    ),
    ("publish", TestSite.entryPath, TestSite.entry("publish: DATE\ntagz: x")),
    (
        "claim, block", TestSite.entryPath,
        TestSite.entry("claims:\n  - by: a b\n    stance: asserts\n    says: x\n    date: DATE\ntagz: x")
    ),
    (
        "claim, first in its item", TestSite.entryPath,
        TestSite.entry("claims:\n- date: DATE\n  by: a b\n  stance: asserts\n  says: x\ntagz: x")
    ),
    (
        "claim, flow, last", TestSite.entryPath,
        TestSite.entry("claims:\n  - {by: a b, stance: asserts, says: x, date: DATE}\ntagz: x")
    ),
    (
        "claim, flow, first", TestSite.entryPath,
        TestSite.entry("claims: [{date: DATE, by: a b, stance: asserts, says: x}]\ntagz: x")
    ),
    (
        "claim, flow over lines", TestSite.entryPath,
        TestSite.entry("claims: [\n  {by: a b, stance: asserts,\n   date: DATE,\n   says: x}]\ntagz: x")
    ),
    (
        "correction, block", TestSite.entryPath,
        TestSite.entry("corrections:\n  - date: DATE # then\n    text: x\ntagz: x")
    ),
    (
        "correction, flow", TestSite.entryPath,
        TestSite.entry("corrections: [{text: x, date: DATE }]\ntagz: x")
    ),
    (
        "source in a claim", TestSite.entryPath,
        TestSite.entry(
            "claims: [{by: a b, stance: asserts, says: x, source: {title: t, date: 1911, accessed: DATE}}]\ntagz: x"
        )
    ),
    (
        "source in an entry", TestSite.entryPath,
        TestSite.entry("").replacing(
            "[gazette]", with: "\n  - title: t\n    date: DATE\n  - gazette\ntagz: x")
    ),
    ("registered source, block", "Content/sources.yml", "gazette:\n  title: t\n  date: DATE\n  tagz: x\n"),
    ("registered source, flow", "Content/sources.yml", "gazette: {title: t, date: DATE, tagz: x}\n"),
    ("accessed", "Content/sources.yml", "gazette:\n  title: t\n  date: 1911\n  accessed: DATE\n  tagz: x\n"),
    ("as_of", "Content/timeline.yml", "title: x\nas_of: DATE\ntagz: x\n"),
    ("era, block", "Content/timeline.yml", "title: x\neras:\n  - name: e\n    date: DATE\ntagz: x\n"),
    ("era, flow", "Content/timeline.yml", "title: x\neras: [{name: e, date: DATE}]\ntagz: x\n"),
]

private let dates = [
    "[1911-08-11,1911-08-12]", "[1911-08-11, 1911-08-12]", "{1911,1912}", "{1911..1913}", "[..1911]",
    "[1911..]", "%1911-08",
    "%1911", "[1911]", "{%1911,1912}", "[1911-08?,1911-09~]", "[1911,1912]/1913", "{1911}?", "{1911,1911}",
]

@Suite("Dates without the necessary quotes")
struct UnquotedDateTests {
    @Test(
        "An unquoted date has one diagnostic with one fix, and other mistakes are still reported",
        arguments: dateKeys.indices, dates)
    func everywhere(_ key: Int, _ date: String) throws {
        let (_, path, text) = dateKeys[key]
        let marked = text.replacing("DATE", with: "⟦1:\(date)⟧").replacing("tagz", with: "⟦2:tagz⟧")
        let site = TestSite([path: marked])
        let found = try site.diagnostics()
        #expect(found.map(\.rule.id) == ["date-unquoted", "unknown-key"])
        let places = try site.found()
        #expect(
            places.map { $0.contains("1 date-unquoted") || $0.contains("2 unknown-key") } == [true, true])
        // The quoted text is valid EDTF, which has no spaces.
        let written = date.replacing(", ", with: ",")
        let fixIts = found.first?.fixIts ?? []
        if dateKeys[key].name == "as_of", fixIts.isEmpty { return }
        #expect(fixIts.map(\.summary) == ["write \"\(written)\""])
        let edit = try #require(fixIts.first?.edits.first)
        #expect(edit.text == "\"\(written)\"")
        #expect(edit.location == found.first?.location)
    }

    @Test(
        "Locations are right with CR LF and with letters of several bytes before the date",
        arguments: dateKeys.indices)
    func lineEnds(_ key: Int) throws {
        let (_, path, text) = dateKeys[key]
        let marked =
            "# Häfen 港\n" + text.replacing("DATE", with: "⟦1:%1911⟧").replacing("tagz", with: "⟦2:tagz⟧")
        let body =
            marked.hasPrefix("# Häfen 港\n---")
            ? "---\n# Häfen 港" + marked.dropFirst("# Häfen 港\n---".count) : marked
        let site = TestSite([path: body.replacing("\n", with: "\r\n")])
        let places = try site.found()
        #expect(
            places.map { $0.contains("1 date-unquoted") || $0.contains("2 unknown-key") } == [true, true])
    }

    @Test("In quotes the dates are valid", arguments: dateKeys.indices)
    func quoted(_ key: Int) throws {
        let (name, path, text) = dateKeys[key]
        if name == "as_of" { return }
        for date in ["[1911-08-11,1911-08-12]", "{1911,1912}", "%1911-08"] {
            let site = TestSite([path: text.replacing("DATE", with: "\"\(date)\"")])
            let rules = try site.diagnostics().map(\.rule.id)
            #expect(rules == ["unknown-key"])
        }
    }

    @Test("Beyond the limit of unquoted dates one diagnostic of YAML syntax follows")
    func many() throws {
        let claims = (0..<60).map { "  - {by: a b, stance: asserts, says: x\($0), date: %1911}" }
        let rules = try TestSite("claims:\n" + claims.joined(separator: "\n")).diagnostics().map(\.rule.id)
        #expect(rules == [String](repeating: "date-unquoted", count: UnquotedDate.most) + ["yaml-syntax"])
    }

    @Test(
        "Text that only looks like an unquoted date is not reported",
        arguments: [
            "summary: 'date: [1911'", "extra: {a: [1911], b: {c: 1}}", "tags: [date]", "# date: [1911",
            "summary: \"as_of: %1\"",
        ])
    func others(_ keys: String) throws {
        #expect(try TestSite(keys).found() == [])
    }
}
