import Foundation
import TestSupport
import Testing

/// A copy of the story with one mistake against every rule.
@Suite struct BrokenStoryTests {
    @Test func everyMistakeIsToldAtItsPlaceInOneRun() throws {
        let site = try TemporaryFolder()
        try site.copy(Repository.root.appending(path: "Content"), to: "Content")
        #expect(try site.run("build").status == 0)
        let before = try site.stamps("Site")
        let expected = try breakEverything(in: site)

        let json = try site.run("build", "--format", "json")
        #expect(json.status == 1)
        let report = try JSONDecoder().decode(Report.self, from: Data(json.outputBytes))
        let found = report.diagnostics.map {
            Place(path: $0.path, line: $0.line, column: $0.column, rule: $0.rule)
        }
        for place in expected where !found.contains(place) { Issue.record("Not reported: \(place)") }
        for place in found where !expected.contains(place) {
            Issue.record("Reported without reason: \(place)")
        }
        #expect(found.count == expected.count)
        #expect(Set(expected.map(\.rule)).count == expected.count, "one mistake for each rule")

        let text = try site.run("build")
        #expect(text.status == 1)
        for place in expected {
            let head = "\(place.path):\(place.line):\(place.column): "
            let isTold = text.error.split(separator: "\n").contains {
                $0.hasPrefix(head) && $0.hasSuffix(" [\(place.rule)]")
            }
            #expect(isTold, "\(head)… [\(place.rule)]")
        }
        #expect(text.error.hasSuffix("nothing was written\n"))
        #expect(try site.stamps("Site") == before)
    }

    /// Writes the mistakes, and returns where each must be reported.
    private func breakEverything(in site: TemporaryFolder) throws -> [Place] {
        var places: [Place] = []
        for (rule, file) in brokenFiles {
            let path = file.path.hasPrefix("Templates/") ? file.path : "Content/" + file.path
            let old = path.hasSuffix(".yml") ? try site.text(path) : ""
            let marked = MarkedText(old + file.text)
            try site.write(path, marked.text)
            guard let position = marked.position else { continue }
            places.append(Place(path: path, line: position.line, column: position.column, rule: rule))
        }
        return places
    }
}

/// The location at which a mistake is reported.
struct Place: Hashable, CustomStringConvertible {
    var path: String
    var line: Int
    var column: Int
    var rule: String

    var description: String { "\(path):\(line):\(column) [\(rule)]" }
}

extension MarkedText {
    /// The line and column at which the first mark begins; columns count Unicode scalars from 1.
    fileprivate var position: (line: Int, column: Int)? {
        ranges.first.map { range in
            let before = String(decoding: text.utf8.prefix(range.lowerBound), as: UTF8.self)
            let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
            return (lines.count, (lines.last?.unicodeScalars.count ?? 0) + 1)
        }
    }
}
