import Diagnostics
import Files
import Foundation
import SiteOutput
import TestSupport
import Testing

@testable import SiteRendering

/// Random small sites, built on one thread and on several, with texts in memory and out of it.
@Suite struct RandomSiteTests {
    private static func site(_ random: inout SeededGenerator) -> MemorySite {
        let ways = ["none", "century", "decade", "year", "auto"]
        let order = Bool.random(using: &random) ? "ascending" : "descending"
        var files = [
            "timeline.yml": """
            title: Random
            order: \(order)
            page_size: \(Int.random(in: 1...9, using: &random))
            paginate_by: \(ways.randomElement(using: &random) ?? "auto")

            """
        ]
        let count = Int.random(in: 1...40, using: &random)
        for number in 0..<count {
            let year = Int.random(in: 1000...2030, using: &random)
            let dates = [
                "\(year)", "\(year)-08", "\(year)-08-11", "\(year)~", "\(year)/..", "-\(year)", "\(year)-21",
            ]
            let answers = Int.random(in: 0..<count, using: &random)
            files["events/\(number % 3)/e\(number).md"] = """
                ---
                title: Entry \(number)
                date: "\(dates.randomElement(using: &random) ?? "1911")"
                status: disputed
                importance: \(Int.random(in: 1...3, using: &random))
                tags: [Tag \(number % 4)]
                group: Group \(number % 3)
                see_also: [e\(answers)]
                claims:
                  - {id: one, by: Actor \(number % 5), stance: asserts, says: It is so., source: {publisher: P\(number % 7), date: 1911}}
                  - {by: Actor \(number % 2), stance: doubts, of: "e\(answers)#one", source: {publisher: P, date: 1911}}
                ---
                A text with a [link](../\(answers % 3)/e\(answers).md#claim_one).

                """
        }
        return MemorySite(files)
    }

    @Test func anyNumberOfJobsGivesTheSameFilesFromMemoryOrFromASpool() throws {
        var random = SeededGenerator.announced("random sites")
        for _ in 0..<6 {
            let site = Self.site(&random)
            var written: [[String: String]] = []
            for (jobs, hasSpool) in [(1, false), (4, false), (4, true)] {
                let place = try TemporaryFolder()
                var options = BuildOptions()
                options.jobs = jobs
                // All bodies leave the memory until a page shows them.
                if hasSpool { options.spool = Spool(besides: place.path, limit: 0) }
                let prepared = try site.prepared(options)
                let tree = try #require(prepared.output, "\(prepared.diagnostics.map(\.summary))")
                _ = try OutputWriter(to: place.path, copyingFrom: site.tree, jobs: jobs).write(tree)
                written.append(
                    Dictionary(
                        uniqueKeysWithValues: place.names.map { ($0, (try? place.text($0)) ?? "a folder") }))
            }
            #expect(written.allSatisfy { $0 == written[0] })
            try expectEveryLinkLeadsSomewhere(try site.output())
        }
    }

    /// Expects that every internal link of a page leads to a file of the site, and to an id in that file.
    private func expectEveryLinkLeadsSomewhere(_ output: [String: String]) throws {
        var ids: [String: Set<String>] = [:]
        for (path, html) in output {
            ids[path] = Set(html.matches(of: /\sid="([^"]*)"/).map { String($0.1) })
        }
        for (path, html) in output where path.hasSuffix(".html") && path != "404.html" {
            for match in html.matches(of: /\shref="([^"]*)"/) {
                let link = String(match.1)
                if link.contains("://") { continue }
                let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                let folder = URL(filePath: "/" + path).deletingLastPathComponent()
                // The query is for the script.
                let file = String(parts[0].prefix { $0 != "?" })
                let target =
                    file.isEmpty
                    ? path : String(folder.appending(path: file).standardized.path.dropFirst())
                #expect(output[target] != nil, "\(path) links to \(link)")
                // The script shows a view of the first page that is given in the fragment.
                if parts.count > 1, !parts[1].hasPrefix("?") {
                    #expect(ids[target]?.contains(String(parts[1])) == true, "\(path) links to \(link)")
                }
            }
            let all = html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
            #expect(Set(all).count == all.count, "\(path) has an id twice")
        }
    }
}
