import Diagnostics
import EDTF
import TestSupport
import Testing

@testable import TimelineModel

@Suite("From content to a timeline")
struct TimelineTests {
    private func dated(_ date: String, _ keys: String = "") -> String {
        "---\ntitle: x\ndate: \"\(date)\"\nstatus: unrated\nsources: [gazette]\n\(keys)---\n"
    }

    private func site(
        _ entries: [String: String], sources: String = "gazette: {title: x}\n",
        settings: String = "title: x\n"
    ) -> TestSite {
        var files: [String: String?] = [
            TestSite.entryPath: nil, "Content/sources.yml": sources, "Content/timeline.yml": settings,
        ]
        for (slug, text) in entries { files["Content/events/\(slug).md"] = text }
        return TestSite(files)
    }

    @Test(
        "Entries are sorted by date, then by order, then by slug",
        arguments: [0x5EED, 3, 99] as [UInt64])
    func order(_ seed: UInt64) throws {
        // Oldest first: an open start sorts by its end; the wider date before the narrower one.
        let sorted = [
            ("a", "-0500", ""), ("b", "../1900", ""), ("c", "1911", ""), ("d", "1911-08", ""),
            ("e", "1911-08-01", "order: -1\n"),
            ("f", "1911-08-01", ""), ("g", "1911-08-01", ""), ("f2", "1911-08-01", "order: 1\n"),
            ("h", "1911-08-01T09:00:00", ""),
            ("i", "1911-08-02/..", ""), ("j", "1911-08-02", ""), ("k", "Y20000", ""),
        ]
        var content = try site(Dictionary(uniqueKeysWithValues: sorted.map { ($0.0, dated($0.1, $0.2)) }))
            .read().content
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            content.entries.shuffle(using: &generator)
            #expect(Timeline(content).entries.map(\.slug.value) == sorted.map(\.0), "seed \(seed)")
        }
    }

    @Test("The same content in any order gives the same diagnostics", arguments: [0x5EED, 4] as [UInt64])
    func anyOrder(_ seed: UInt64) throws {
        var content = try site([
            "a": dated("1911", "slug: same\nactors: [x1]\naliases: [z]\n"),
            "b": dated("1911", "slug: same\naliases: [z]\n"),
            "c": dated("1911", "slug: same\nimportance: 1\nsee_also: [nowhere]\n"),
        ]).read().content
        let expected = content.check(leftOut: []).sortedByLocation()
        #expect(expected.count == 5)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<10 {
            content.entries.shuffle(using: &generator)
            #expect(content.check(leftOut: []).sortedByLocation() == expected, "seed \(seed)")
        }
    }

    @Test("By default the as-of day is the latest day of claims, sources and corrections")
    func asOf() throws {
        let claim = "claims: [{by: x y, stance: expects, says: x, date: 1911-08-05, source: gazette}]\n"
        let text = dated("1999", "publish: 1990\n\(claim)corrections: [{date: 1911-08-04, text: x}]\n")
        func day(
            _ sources: String, _ text: String, _ settings: String = "title: x\n", asOf: CalendarDay? = nil
        ) throws -> String? {
            Timeline(try site(["a": text], sources: sources, settings: settings).read().content, asOf: asOf)
                .asOf?.iso
        }
        #expect(try day("gazette: {title: x, accessed: 2020-01-01}\n", text) == "1911-08-05")
        #expect(try day("gazette: {title: x, date: 1911-08-07}\n", text) == "1911-08-07")
        #expect(try day("gazette: {title: x, date: 1911-09}\n", text) == "1911-09-30")
        #expect(try day("gazette: {title: x, date: 1911-09/..}\n", text) == "1911-09-01")
        #expect(try day("gazette: {title: x}\n", text.replacing(claim, with: "")) == "1911-08-04")
        #expect(try day("gazette: {title: x}\n", text, "title: x\nas_of: 1950-01-02\n") == "1950-01-02")
        #expect(
            try day("gazette: {title: x}\n", text, asOf: CalendarDay(year: 2000, month: 1, day: 1))
                == "2000-01-01")
    }

    @Test(
        "The date of an entry does not determine the as-of day",
        arguments: ["1911-08", "0001", "-0043-03-15", "../1911-08-03", "Y17000", "1911/.."])
    func asOfIsNoEntrysDate(_ date: String) throws {
        let content = try site(["a": dated(date)]).read().content
        #expect(Timeline(content).asOf == nil)
    }

    @Test("Entries to be published after the as-of day are left out, entries dated after it are not")
    func publish() throws {
        let entries = [
            "before": dated("1911", "publish: 1911-08-11\n"), "today": dated("1911", "publish: 1911-08-12\n"),
            "after": dated("1911", "publish: 1911-08-13\n"), "month": dated("1911", "publish: 1911-09\n"),
            "future": dated("1999"), "draft": dated("1911", "draft: true\n"),
        ]
        let site = site(entries, settings: "title: x\nas_of: 1911-08-12\n")
        let timeline = Timeline(try site.read().content)
        #expect(timeline.entries.map(\.slug.value) == ["before", "today", "future"])
        let later = { CalendarDay(year: 1911, month: $0, day: $1).map { LeftOut.Reason.later($0) } }
        #expect(
            timeline.leftOut.map(\.path) == ["after", "draft", "month"].map { "Content/events/\($0).md" })
        #expect(timeline.leftOut.map(\.reason) == [later(8, 13), .draft, later(9, 1)])
        let drafts = Timeline(try site.read(includesDrafts: true).content)
        #expect(drafts.entry("draft") != nil)
        #expect(timeline.entry("draft") == nil)
    }

    @Test("Claims answer claims across entries")
    func answers() throws {
        let first =
            "claims: [{id: a, by: x y, stance: asserts, says: x}, {id: b, by: z w, stance: denies, of: a}]\n"
        let second =
            "claims: [{by: z w, stance: denies, of: one#a}, {by: x y, stance: doubts, of: nowhere#a}]\n"
        let timeline = Timeline(
            try site(["one": dated("1911", first), "two": dated("1912", second)]).read().content)
        let target = ClaimKey(entry: 0, claim: 0)
        #expect(timeline.answers(to: target) == [ClaimKey(entry: 0, claim: 1), ClaimKey(entry: 1, claim: 0)])
        #expect(timeline.target(of: ClaimKey(entry: 1, claim: 0)) == target)
        #expect(timeline.target(of: ClaimKey(entry: 1, claim: 1)) == nil)
        #expect(timeline.claim(target).id?.value == "a")
    }

    @Test("Registered names come first, then names that are only used, each once")
    func registries() throws {
        let text = dated(
            "1911", "actors: [New Actor, dockers]\nplaces: [New Place]\ngroup: New Group\ntags: [tag]\n")
        let timeline = Timeline(try site(["a": text, "b": text]).read().content)
        #expect(timeline.actors.values.map(\.id) == ["port-authority", "dockers", "new-actor"])
        #expect(timeline.actors["new-actor"]?.name == "New Actor")
        #expect(timeline.actors.values.map(\.isRegistered) == [true, true, false])
        #expect(timeline.places["new-place"]?.name == "New Place")
        #expect(timeline.groups.values.map(\.id) == ["new-group"])
        #expect(timeline.tags["tag"]?.name == "tag")
        #expect(timeline.sources.values.map(\.id) == ["gazette"])
    }

    @Test("Pages are sorted by order, then by path")
    func pages() throws {
        let page = { (order: String) in "---\ntitle: x\n\(order)---\n" }
        let site = TestSite([
            "Content/pages/c.md": page(""), "Content/pages/b.md": page("order: 2\n"),
            "Content/pages/a.md": page("order: 1\n"),
            "Content/pages/d.md": page("draft: true\n"), "Content/pages/deep/e.md": page(""),
        ])
        let (content, found) = try site.read()
        #expect(content.pages.map(\.slug.value) == ["c", "e", "a", "b"])
        #expect(content.drafts == ["Content/pages/d.md"])
        #expect(found == [])
    }

    @Test("The fixes of unquoted dates correct them")
    func fixes() throws {
        let site = TestSite(
            "publish: %1911\nclaims: [{by: x y, stance: asserts, says: x, date: {1911,1912}, source: gazette}, {by: x y, date: ?1911-08, stance: asserts, says: z}]\nmedai: []"
        )
        let before = try site.diagnostics()
        #expect(before.map(\.rule.id) == ["date-unquoted", "date-unquoted", "date-unquoted", "unknown-key"])
        #expect(try site.fixed(before).found() == [])
    }

    @Test(
        "Dates are written with the quotes that they need",
        arguments: [
            ("1911", "1911"), ("[1911,1912]", "\"[1911,1912]\""), ("{1911}", "\"{1911}\""),
            ("%1911", "\"%1911\""), ("-0100", "-0100"), ("1911?", "1911?"),
        ])
    func quoted(_ date: String, _ written: String) {
        #expect(quotedDate(date) == written)
    }
}
