import EDTF
import Foundation
import SiteOutput
import TestSupport
import Testing
import TimelineModel

@testable import SiteRendering

/// Data that the script shares with the build: a test of the script reads each table, too.
@Suite struct SharedTableTests {
    @Test func daysOfDates() throws {
        let rows = try #require(try sharedTable("days") as? [[Any]])
        #expect(rows.count > 40)
        for row in rows {
            let text = try #require(row[0] as? String)
            let days = (try? DateExpression(text)).map { SearchDays.days(of: $0) }
            #expect(days?.first == row[1] as? Int, "\(text)")
            #expect(days?.last == row[2] as? Int, "\(text)")
        }
    }

    @Test func daysOfRunsOfEntries() throws {
        for row in try sharedRows("day-runs") {
            let dates = try #require(row["dates"] as? [String])
            var files: [String: String] = [:]
            for (number, date) in dates.enumerated() {
                files["events/e\(number).md"] = SmallSite.entry("e", date)
            }
            let site = try MemorySite(files).site()
            let days = SearchDays(
                of: dates.indices.map { SearchDays.days(of: site[$0].date.expression) })
            #expect(String(decoding: days.bytes, as: UTF8.self) == row["text"] as? String, "\(dates)")
            let read = dates.indices.map { SearchDays.days(of: site[$0].date.expression) }
            #expect(read.map { [$0.first, $0.last] } == row["days"] as? [[Int]], "\(dates)")
        }
    }

    @Test func setsOfEntries() throws {
        let rows = try #require(try sharedTable("postings") as? [[Any]])
        #expect(rows.count > 20)
        for row in rows {
            let entries = try #require(row[0] as? [Int])
            var bytes: [UInt8] = []
            bytes.append(postings: entries.map { UInt32($0) })
            #expect(String(decoding: bytes, as: UTF8.self) == row[1] as? String, "\(entries)")
        }
    }

    @Test func pathsOfDataFiles() throws {
        let data = try SearchData(of: SearchFilesTests.thousand)
        let named = try #require(try data.directory()["files"] as? [String: String])
        for row in try sharedRows("data-files") {
            let path = try #require(row["path"] as? String)
            let call = try #require(row["call"] as? String)
            #expect(data.files[path]?.hasPrefix(call) == true, "\(path)")
            let kind = try #require(row["kind"] as? String)
            if kind == SearchFiles.Kind.directory.rawValue { continue }
            let start = SearchFiles.codeLength * (try #require(row["number"] as? Int))
            let code = try #require(named[kind]).dropFirst(start).prefix(SearchFiles.codeLength)
            #expect(String(code) == row["code"] as? String, "\(path)")
        }
    }

    @Test func codesOfPublishedFilesHaveOneLength() throws {
        var options = BuildOptions()
        options.namesCarryFingerprints = true
        let output = try #require(try SearchFilesTests.thousand.prepared(options).output)
        let names = output.files.map(\.path).filter { $0.hasPrefix("search/") }
        #expect(names.count > 40)
        for name in names {
            let match = name.wholeMatch(of: /search\/([a-z]+)-([0-9a-z]+)\.js/)
            #expect(match.flatMap { SearchFiles.Kind(rawValue: String($0.1)) } != nil, "\(name)")
            #expect(match?.2.count == SearchFiles.codeLength, "\(name)")
        }
    }

    /// The script must make the same markup from a row of the data files as the template makes from the entry.
    @Test func entriesInLists() throws {
        let table = try #require(try sharedTable("entry-items") as? [String: Any])
        let entries = try #require(table["entries"] as? [[String: Any]])
        let names = try #require(table["names"] as? [String: [[String]]])
        let groups = try #require(names["group"]).map { "  - {id: \($0[0]), name: \"\($0[1])\"}\n" }.joined()
        var files = ["timeline.yml": "title: Harbour\ngroups:\n\(groups)"]
        for entry in entries {
            let lines = try #require(entry["entry"] as? [String])
            files["events/\(try #require(entry["slug"] as? String)).md"] = """
                ---
                \(lines.joined(separator: "\n"))
                sources: [{publisher: The Gazette, date: 1911-08-12}]
                ---

                """
        }
        let memory = MemorySite(files)
        let site = try memory.site()
        let pages = try memory.output()
        let page = try #require(pages["index.html"])
        let directory = try SearchData(pages).directory()
        let found = try #require(directory["names"] as? [String: [[String]]])
        for (facet, values) in names { #expect(Set(found[facet] ?? []) == Set(values), "\(facet)") }
        for entry in entries {
            let slug = try #require(entry["slug"] as? String)
            let number = try #require(site.timeline.entries.indices.first { site[$0].slug.value == slug })
            var file = DataFile()
            file.add(number, of: site)
            let row = try JSONSerialization.jsonObject(with: Data(file.value)) as? [Any]
            let expected = try #require(entry["row"] as? [Any])
            #expect(row?.map { "\($0)" } == expected.map { "\($0)" }, "\(slug)")
            let start = try #require(page.range(of: "<li><article id=\"\(slug)\"")).lowerBound
            let end = try #require(page[start...].range(of: "</header>")).upperBound
            let markup = Self.reduced(page[start..<end] + "</article></li>")
            #expect(markup == entry["markup"] as? String, "\(slug)")
        }
    }

    /// Returns what the list of results needs of an entry's markup: elements, their classes and links, and texts
    /// without the blanks around them. An EDTF date is for programs, and `content` is for reader views.
    private static func reduced(_ markup: String) -> String {
        markup.replacing(/<span data-edtf="[^"]*">([^<]*)<\/span>/) { String($0.1) }
            .replacing(/(?:\s(?!class=|href=)[a-z-]+="[^"]*")/, with: "")
            .replacing(/\scontent(?=\s|")/, with: "")
            .replacing(/<use ([^>]*)\/>/) { "<use \($0.1)></use>" }
            .replacing(/\s+([<>])|([<>])\s+/) { String(($0.1 ?? $0.2)!) }
    }
}
