import Diagnostics
import Testing

@testable import TimelineModel

/// Sites so large that quadratic work would take minutes; each test takes a second or two.
@Suite("Large sites")
struct GrowthTests {
    private func claims(_ lines: [String]) -> TestSite {
        TestSite("claims:\n" + lines.map { "  - {\($0)}\n" }.joined())
    }

    @Test("Thousands of answers to one claim are read quickly")
    func answers() throws {
        let answers = (0..<10_000).map { "by: dockers, stance: denies, of: closure, locator: p. \($0)" }
        let site = claims(["id: closure, by: port-authority, stance: asserts, says: x"] + answers)
        let (content, found) = try site.read()
        #expect(found == [])
        let timeline = Timeline(content)
        #expect(timeline.answers(to: ClaimKey(entry: 0, claim: 0)).count == 10_000)
        #expect(content.check(leftOut: []).map(\.rule.id) == ["status-against-claims"])
    }

    @Test("Thousands of denials that are retracted are read quickly")
    func reversals() throws {
        let answers = (0..<4_000).flatMap {
            [
                "by: Docker \($0), stance: denies, of: closure",
                "by: Docker \($0), stance: retracts, of: closure",
            ]
        }
        let site = claims(["id: closure, by: port-authority, stance: asserts, says: x"] + answers)
        let content = try site.read().content
        #expect(content.check(leftOut: []) == [])
        let open = claims(
            ["id: closure, by: port-authority, stance: asserts, says: x"] + answers
                + ["by: Last, stance: denies, of: closure"])
        #expect(try open.read().content.check(leftOut: []).map(\.rule.id) == ["status-against-claims"])
    }

    @Test("A chain of thousands of claims is read quickly")
    func chain() throws {
        let chain = (1..<20_000).map { "id: c\($0), by: dockers, stance: confirms, of: c\($0 - 1)" }
        let content = try claims(["id: c0, by: dockers, stance: asserts, says: x"] + chain).read().content
        let timeline = Timeline(content)
        for number in [1, 10_000, 19_999] {
            let target = timeline.target(of: ClaimKey(entry: 0, claim: number))
            #expect(target == ClaimKey(entry: 0, claim: number - 1))
        }
        #expect(content.check(leftOut: []) == [])
    }

    @Test("Thousands of headings and claims, and links to all of them, are checked quickly")
    func anchors() throws {
        let headings = (0..<10_000).map { "# h\($0)\n\n[x](#h\($0)) [y](#claim_c\($0))\n\n" }.joined()
        let lines = (0..<10_000).map { "  - {id: c\($0), by: dockers, stance: asserts, says: x}\n" }.joined()
        let site = TestSite("claims:\n" + lines, body: headings + "[z](#h10000)\n")
        #expect(
            try site.read().content.check(leftOut: []).map(\.summary) == [
                "'#h10000' is not a heading or claim of Content/events/closed.md"
            ])
    }

    @Test("Thousands of unknown names beside as many known ones all get a fix")
    func unknown() throws {
        let ids = (0..<4_000).map { String($0) }
        let site = TestSite(
            "actors: [\(ids.map { "unregister-\($0)-x" }.joined(separator: ", "))]",
            body: ids.map { "[^registere-\($0)-x] [a](registere-\($0)-x.md)" }.joined(separator: "\n"),
            files: [
                "Content/actors.yml": ids.map { "registered-\($0)-x: {name: R}\n" }.joined(),
                "Content/sources.yml": "gazette: {title: Report, date: 1911-08-12}\n"
                    + ids.map { "registered-\($0)-x: {title: R, date: 1911}\n" }.joined(),
            ])
        let found = try site.read().content.check(leftOut: [])
        #expect(found.count == 12_000)
        // The last one gets a fix, like the first.
        let last = try #require(found.last { $0.rule == .unknownCitation })
        #expect(last.fixIts.first?.summary == "write [^registered-3999-x]")
        let unhelped = found.count { $0.rule == .unknownActor && $0.fixIts.first?.edits.isEmpty ?? true }
        #expect(unhelped == 0)
    }

    @Test("Thousands of references to unknown claims all get a fix")
    func unknownClaims() throws {
        let lines = (0..<4_000).map { "id: claim-\($0)-x, by: dockers, stance: confirms, of: clam-\($0)-x" }
        let found = try claims(lines).read().content.check(leftOut: [])
        #expect(found.count == 4_000)
        #expect(found.allSatisfy { $0.fixIts.first?.edits.first?.text.hasPrefix("claim-") ?? false })
    }
}
