import EDTF
import Testing

@testable import TimelineModel

private func day(_ text: String) throws -> CalendarDay {
    try #require(try DateExpression(text).displayEarliest.day)
}

/// The words for a span: its first and its last day.
private func words(_ span: KnownSpan) -> String {
    "\(span.earliest?.iso ?? "…") – \(span.latest?.iso ?? "…")"
}

@Suite("When things became known")
struct KnowledgeTests {
    @Test(
        "A date keeps both bounds",
        arguments: [
            ("1911-08-11", "1911-08-11 – 1911-08-11"), ("1911-08", "1911-08-01 – 1911-08-31"),
            ("1911-08-1X", "1911-08-10 – 1911-08-19"), ("/1911-08-11", "… – 1911-08-11"),
            ("1911-08-11/..", "1911-08-11 – 1911-08-11"), ("1911-08/", "1911-08-01 – 1911-08-31"),
            ("../1911-08-11", "… – 1911-08-11"), ("[1911-08-11,1911-08-13]", "1911-08-11 – 1911-08-13"),
        ])
    func bounds(_ date: String, _ expected: String) throws {
        #expect(words(KnownSpan(try DateExpression(date))) == expected)
    }

    @Test("Days before, within and after a span")
    func states() throws {
        let span = KnownSpan(try DateExpression("1911-08-1X"))
        #expect(try span.isCertainlyLater(than: day("1911-08-09")))
        #expect(try !span.isCertainlyLater(than: day("1911-08-10")))
        #expect(try !span.isCertainlyKnown(by: day("1911-08-18")))
        #expect(try span.isCertainlyKnown(by: day("1911-08-19")))
    }

    /// The keys of an entry of 11 August 1911, whose source was published on the 12th, and the span of the entry.
    @Test(
        "An entry is known from the first of its claims and sources",
        arguments: [
            ("", "1911-08-12 – 1911-08-12"),
            ("known: 1911-08-2X", "1911-08-20 – 1911-08-29"),
            (
                "claims: [{by: dockers, stance: asserts, says: x, date: 1911-08-11}]",
                "1911-08-11 – 1911-08-11"
            ),
            ("claims: [{by: dockers, stance: asserts, says: x, date: 1911}]", "1911-08-11 – 1911-08-12"),
            ("claims: [{by: dockers, stance: expects, says: x, date: 1911-07}]", "1911-07-01 – 1911-07-31"),
            ("claims: [{by: dockers, stance: asserts, says: x, source: gazette}]", "1911-08-12 – 1911-08-12"),
            ("claims: [{by: dockers, stance: asserts, says: x}]", "1911-08-12 – 1911-08-12"),
            ("places: [{id: old-quay, source: {title: T, date: 1911-08-11}}]", "1911-08-11 – 1911-08-11"),
            ("sources: [{title: Background, date: 1900}, gazette]", "1911-08-12 – 1911-08-12"),
            ("sources: [{title: Month, date: 1911-08}]", "1911-08-11 – 1911-08-31"),
            ("sources: [courier]", "1911-08-11 – 1911-08-11"),
        ])
    func entries(_ keys: String, _ expected: String) throws {
        var site = TestSite(keys)
        if keys.hasPrefix("sources") {
            site = TestSite([
                TestSite.entryPath: TestSite.entry(keys).replacing("sources: [gazette]\n", with: "")
            ])
        }
        let knowledge = Timeline(try site.read().content).knowledge
        #expect(words(knowledge.span(ofEntry: 0)) == expected)
    }

    @Test("What is expected may be known at any time, if nothing in it is dated")
    func expectations() throws {
        let site = TestSite([
            TestSite.entryPath:
                "---\ntitle: E\ndate: 1911-08-11\nstatus: expected\nsources: [courier]\n---\n"
        ])
        #expect(words(Timeline(try site.read().content).knowledge.span(ofEntry: 0)) == "… – …")
    }

    private static let claims = """
        claims:
          - {id: a, by: port-authority, stance: asserts, says: x, date: 1911-08-12}
          - {id: b, by: dockers, stance: denies, of: a, date: /1911-08-20}
          - {id: c, by: dockers, stance: doubts, of: b}
          - {id: d, by: dockers, stance: doubts, says: y}
        """

    @Test("No answer is older than its claim, and no claim than its entry")
    func answers() throws {
        let knowledge = Timeline(try TestSite(Self.claims).read().content).knowledge
        let spans = (0..<4).map { words(knowledge.span(of: ClaimKey(entry: 0, claim: $0))) }
        #expect(
            spans == [
                "1911-08-12 – 1911-08-12", "1911-08-12 – 1911-08-20", "1911-08-12 – …", "1911-08-12 – …",
            ])
    }

    @Test("Answers in a circle end")
    func circles() throws {
        let site = TestSite(
            """
            claims:
              - {id: a, by: dockers, stance: doubts, of: b, date: 1911-08-12}
              - {id: b, by: dockers, stance: doubts, of: a, date: 1911-08-14}
            """)
        let knowledge = Timeline(try site.read().content).knowledge
        let first = (0..<2).map { knowledge.span(of: ClaimKey(entry: 0, claim: $0)).earliest?.iso }
        #expect(first == ["1911-08-14", "1911-08-14"])
    }

    @Test("The steps of a history come before the rules, and today's status after all claims")
    func history() throws {
        let site = TestSite([
            TestSite.entryPath: TestSite.entry(
                """
                claims:
                  - {id: a, by: port-authority, stance: asserts, says: x, date: 1911-08-12}
                  - {id: b, by: dockers, stance: denies, of: a, date: 1911-08-14}
                history:
                  - {date: 1911-08-13, status: speculated}
                  - {date: 1911-08-1X, status: confirmed, because: b}
                """)
        ])
        let knowledge = Timeline(try site.read().content).knowledge
        let found = try (12...14).map { try knowledge.status(ofEntry: 0, on: day("1911-08-\($0)"))?.rawValue }
        #expect(found == ["claimed", "speculated", "confirmed"])
        let steps = knowledge.statusSteps(ofEntry: 0).map {
            "\($0.span.earliest?.iso ?? "…") \($0.status) \($0.claims.map(\.claim))"
        }
        #expect(steps == ["1911-08-12 claimed [0]", "1911-08-13 speculated []", "1911-08-14 confirmed [1]"])
    }

    @Test(
        "Before anybody said anything an entry is unrated, and after the last claim it has the author's status"
    )
    func author() throws {
        let site = TestSite(
            "claims: [{id: a, by: port-authority, stance: asserts, says: x, date: 1911-08-14}]")
        let knowledge = Timeline(try site.read().content).knowledge
        let found = try (12...14).map { try knowledge.status(ofEntry: 0, on: day("1911-08-\($0)"))?.rawValue }
        #expect(found == ["unrated", "unrated", "confirmed"])
    }
}
