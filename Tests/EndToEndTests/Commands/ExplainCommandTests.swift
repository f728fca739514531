import Diagnostics
import Foundation
import TestSupport
import Testing
import TimelineModel

@testable import dateline

/// `dateline explain`, and the README's table of editorial rules.
@Suite struct ExplainCommandTests {
    @Test func aRuleWithItsReason() throws {
        let run = try TemporaryFolder().run("explain", "long-title", "date-syntax")
        #expect(run.status == 0)
        #expect(
            run.output == """
                long-title: warning

                  A title has at most 90 characters.
                  Lists, feeds and cards cut a longer title, and readers who skim a timeline skip it.

                  It is checked by `dateline check`, and not by a build.
                  Change its severity in Content/timeline.yml:  rules: {long-title: off}
                  (error, warning, note or off)

                date-syntax: error

                  Dates are written in EDTF (2019), levels 0 to 2; `dateline date` explains how one is read.

                  It is checked by every build and by `dateline check`.
                  Its severity cannot be changed: a site that breaks it cannot be built.

                """)
    }

    @Test func everyRuleIsListed() throws {
        let list = try TemporaryFolder().run("explain").output
        for rule in allRules { #expect(list.contains("  \(rule.id) "), "\(rule.id)") }
        let json = try TemporaryFolder().run("explain", "--format", "json").outputBytes
        let rules = try JSONSerialization.jsonObject(with: Data(json)) as? [[String: Any]]
        #expect(rules?.compactMap { $0["id"] as? String } == allRules.map(\.id))
    }

    @Test func anUnknownRuleIsWrongUsage() throws {
        let run = try TemporaryFolder().run("explain", "long-titel")
        #expect(run.status == 64)
        #expect(run.output == "")
        #expect(run.error.hasPrefix("Error: 'long-titel' is not a rule; long-title?\n"))
    }

    @Test func rulesAreNamedOnce() {
        #expect(Set(allRules.map(\.id)).count == allRules.count)
    }

    @Test func theReadmeHasTheEditorialRules() throws {
        let readme = try String(contentsOf: Repository.root.appending(path: "README.md"), encoding: .utf8)
        let rows = (editorialRules + linkRules + publicationRules).map {
            "| `\($0.id)` | \($0.severity.rawValue) | \($0.explanation) |"
        }
        let table = (["| Rule | Weight | What it asks |", "|---|---|---|"] + rows).joined(separator: "\n")
        #expect(readme.contains("\n" + table + "\n\n"), "The README should have:\n\(table)")
    }
}
