import Diagnostics
import Testing

@testable import TimelineModel

@Suite("Editorial rules")
struct EditorialRuleTests {
    /// Registered ids of the sample site that most cases do not use; `orphan-` findings about them are ignored.
    private static let bystanders = ["dockers", "port-authority", "west-harbour", "old-quay", "courier"]

    private func found(_ site: TestSite) throws -> [String] {
        try site.editorialFindings().filter { line in
            !Self.bystanders.contains { line.contains(" orphan-") && line.contains("'\($0)'") }
        }
    }

    @Test("Each case has exactly the expected findings, at their locations", arguments: editorialCases)
    func finding(_ rule: RuleCase) throws {
        let found = try found(rule.site()).sorted()
        #expect(found == rule.expected.sorted())
    }

    @Test("Every editorial rule has a case")
    func coverage() {
        let covered = Set(
            editorialCases.flatMap(\.expected).compactMap { line in
                line.split(separator: " ").dropFirst().first.map { String($0.dropLast()) }
            })
        let uncovered = editorialRules.map(\.id).filter { !covered.contains($0) }
        #expect(uncovered == [])
    }

    @Test("Rules have different ids, and no editorial rule can stop a build")
    func rules() {
        let ids = (contentRules + editorialRules + linkRules + publicationRules).map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(
            (editorialRules + linkRules + publicationRules).allSatisfy {
                !$0.isMandatory && $0.severity < .error
            })
    }

    @Test("A build does not check editorial rules")
    func builds() throws {
        let site = TestSite("places: [Najin, Rajin]\nmedia: [{file: quay.jpg, alt: A quay}]")
        #expect(try site.found() == [])
        #expect(try !found(site).isEmpty)
    }

    @Test("The findings do not depend on the number of threads", arguments: [2, 16])
    func jobs(_ jobs: Int) throws {
        var files: [String: String?] = [:]
        for number in 0..<300 {
            files["Content/events/e\(number).md"] = TestSite.entry("places: [Pier no\(number % 7) north]")
        }
        let site = TestSite(files)
        #expect(try site.editorialFindings(jobs: jobs) == site.editorialFindings())
    }

    @Test("The cost of finding similar names does not grow quadratically")
    func cost() throws {
        func time(_ count: Int) -> Duration {
            let names = (0..<count).map { "Harbour number \($0) of the northern coast" }
            let clock = ContinuousClock()
            return (0..<3).map { _ in clock.measure { _ = NearTexts.pairs(names) } }.min() ?? .zero
        }
        #expect(time(4_000) < time(500) * 30)
    }

    @Test(
        "Pairs of similar names are found",
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
    /// The findings of the editorial rules and all other diagnostics, as lines.
    func editorialFindings(jobs: Int = 1) throws -> [String] {
        let (content, found) = try read(jobs: jobs)
        let timeline = Timeline(content)
        let editorial = content.checkEditorially(leftOut: timeline.leftOut, asOf: timeline.asOf, jobs: jobs)
        return (found + editorial).sortedByLocation().map(line)
    }
}
