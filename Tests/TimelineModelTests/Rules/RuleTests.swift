import Diagnostics
import Testing

@testable import TimelineModel

private let mistakes =
    frontMatterCases + keyCases + dateCases + referenceCases + claimCases + textCases + siteCases
    + nullCases + addressCases + nameCases + commentCases + directionCases + invisibleCases

@Suite("Rules of the content format")
struct RuleTests {
    @Test("Each mistake has exactly the expected diagnostics, at their locations", arguments: mistakes)
    func mistake(_ rule: RuleCase) throws {
        let found = try rule.site().found().sorted()
        #expect(found == rule.expected.sorted())
    }

    @Test(
        "Harmless content has no diagnostics",
        arguments: harmlessCases + harmlessNullCases + harmlessNameCases
            + harmlessCommentCases + harmlessDirectionCases)
    func harmless(_ rule: RuleCase) throws {
        #expect(rule.expected == [])
        let found = try rule.site().found()
        #expect(found == [])
    }

    @Test("Every rule has a case")
    func coverage() {
        let covered = Set(mistakes.flatMap(\.expected).compactMap(Self.ruleID))
        let uncovered = contentRules.map(\.id).filter { !covered.contains($0) }
        #expect(uncovered == [])
        let unlisted = covered.subtracting(contentRules.map(\.id))
        #expect(unlisted == [])
    }

    @Test("The ids of rules are different, and have one form")
    func names() {
        let ids = contentRules.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.allSatisfy { ("a"..."z").contains($0) || $0 == "-" || $0 == "8" } })
        #expect(contentRules.filter { $0.isMandatory && $0.severity != .error }.map(\.id) == [])
    }

    @Test("The default levels are those of the content format")
    func levels() {
        let warnings = contentRules.filter { $0.severity == .warning }.map(\.id).sorted()
        #expect(
            warnings == [
                "citation-without-date", "comment-in-text", "correction-before-publish",
                "denial-before-claim",
                "entry-without-source", "importance-range", "invented-precision", "markdown-shown",
                "picture-without-size", "raw-html", "registered-name", "repeated-folder", "running-media",
                "similar-names", "status-against-claims", "unknown-key", "unread-file",
            ])
        #expect(
            contentRules.filter { $0.severity == .note }.map(\.id) == [
                "language-without-words", "cards-without-address",
            ])
    }

    @Test("The rules that a site can turn off are those of the content format")
    func optionalRules() {
        let optional = contentRules.filter { !$0.isMandatory }.map(\.id).sorted()
        #expect(
            optional == [
                "cards-without-address", "citation-without-date", "claim-without-words", "comment-in-text",
                "correction-before-publish", "date-text-against-date", "denial-before-claim",
                "duplicate-moment", "embed-host", "entry-without-source", "external-image",
                "footnote-definition",
                "history-steps", "idle-key",
                "importance-range", "invalid-base-url", "invalid-colour", "invalid-language", "invalid-url",
                "invented-precision", "known-after-claim", "language-without-words", "latitude-range",
                "longitude-range",
                "mandatory-rule", "markdown-shown", "missing-alt", "picture-without-size",
                "quote-without-source", "quote-without-speaker", "raw-html", "registered-name",
                "repeated-folder", "running-media", "several-in-one",
                "similar-names", "status-against-claims", "text-direction", "unknown-actor",
                "unknown-group", "unknown-key", "unknown-place", "unknown-rule", "unknown-source",
                "unread-file", "unsafe-link",
            ])
    }

    @Test("All mistakes of a site are reported in one run")
    func together() throws {
        let keys = [
            "actors: [⟦1:dockrs⟧]", "tagz: [a]", "importance: 4", "group: shiping", "media: [{file: x.jpg}]",
        ]
        let site = TestSite(keys.joined(separator: "\n"), body: "[x](nowhere.md) [^nobody] <b>\n")
        let rules = try site.diagnostics().map(\.rule.id)
        #expect(
            rules == [
                "unknown-actor", "unknown-key", "importance-range", "unknown-group", "missing-alt",
                "missing-media", "dead-link", "unknown-citation", "raw-html",
            ])
    }

    @Test("The diagnostics do not depend on the number of threads", arguments: [1, 2, 16])
    func jobs(_ jobs: Int) throws {
        var files: [String: String?] = [:]
        for number in 0..<300 {
            files["Content/events/e\(number).md"] = TestSite.entry("actors: [nobody-\(number)]")
        }
        let site = TestSite(files)
        #expect(try site.found(jobs: jobs) == site.found())
        #expect(try site.found(jobs: jobs).count == 300)
    }

    private static func ruleID(_ line: String) -> String? {
        line.split(separator: " ").dropFirst().first.map { String($0.dropLast()) }
    }
}
