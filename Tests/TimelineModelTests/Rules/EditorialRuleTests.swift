import Diagnostics
import Testing

@testable import TimelineModel

@Suite("Every editorial rule, at its place")
struct EditorialRuleTests {
    /// What is registered in a sound site and named by none of a case's entries is no matter of its.
    private static let bystanders = ["dockers", "port-authority", "west-harbour", "old-quay", "courier"]

    private func found(_ site: TestSite) throws -> [String] {
        try site.editorialFindings().filter { line in
            !Self.bystanders.contains { line.contains(" orphan-") && line.contains("'\($0)'") }
        }
    }

    @Test("What is found, and what is not", arguments: editorialCases)
    func finding(_ rule: RuleCase) throws {
        let found = try found(rule.site()).sorted()
        #expect(found == rule.expected.sorted())
    }

    @Test("Every rule has a case")
    func coverage() {
        let covered = Set(
            editorialCases.flatMap(\.expected).compactMap { line in
                line.split(separator: " ").dropFirst().first.map { String($0.dropLast()) }
            })
        let uncovered = editorialRules.map(\.id).filter { !covered.contains($0) }
        #expect(uncovered == [])
    }

    @Test("Rules have names and reasons of their own, and none is in the way of a build")
    func rules() {
        let ids = (contentRules + editorialRules + linkRules).map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect((editorialRules + linkRules).allSatisfy { !$0.isMandatory && $0.severity < .error })
    }

    @Test("A build asks none of them")
    func builds() throws {
        let site = TestSite("places: [Najin, Rajin]\nmedia: [{file: quay.jpg, alt: A quay}]")
        #expect(try site.found() == [])
        #expect(try !found(site).isEmpty)
    }

    @Test("Nothing depends on the number of threads", arguments: [2, 16])
    func jobs(_ jobs: Int) throws {
        var files: [String: String?] = [:]
        for number in 0..<300 {
            files["Content/events/e\(number).md"] = TestSite.entry("places: [Pier no\(number % 7) north]")
        }
        let site = TestSite(files)
        #expect(try site.editorialFindings(jobs: jobs) == site.editorialFindings())
    }

    @Test("The cost grows with the number of entries, not with its square")
    func cost() throws {
        func time(_ count: Int) -> Duration {
            let names = (0..<count).map { "Harbour number \($0) of the northern coast" }
            let clock = ContinuousClock()
            return (0..<3).map { _ in clock.measure { _ = NearTexts.pairs(names) } }.min() ?? .zero
        }
        #expect(time(4_000) < time(500) * 30)
    }

    @Test(
        "Names that are near",
        arguments: [
            (["Najin", "Rajin"], [(0, 1)]), (["Kiel", "Kiew"], []), (["Kiel", "kiel!"], [(0, 1)]),
            (["Pier 12", "Pier 21"], []), (["Dunai Bay", "Dunai", "Dunaj"], [(1, 2)]),
            (["harbor", "harbour", "habrour"], [(0, 1), (1, 2)]), ([], []), (["", ""], [(0, 1)]),
        ] as [([String], [(Int, Int)])])
    func nearNames(names: [String], pairs: [(Int, Int)]) {
        #expect(NearTexts.pairs(names).map { [$0.0, $0.1] } == pairs.map { [$0.0, $0.1] })
    }
}

extension TestSite {
    /// What editorial rules find, with what is wrong besides, as lines.
    func editorialFindings(jobs: Int = 1) throws -> [String] {
        let (content, found) = try read(jobs: jobs)
        let timeline = Timeline(content)
        let editorial = content.checkEditorially(leftOut: timeline.leftOut, asOf: timeline.asOf, jobs: jobs)
        return (found + editorial).sortedByLocation().map(line)
    }
}
