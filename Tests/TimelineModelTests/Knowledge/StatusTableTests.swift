import EDTF
import Foundation
import Testing

@testable import TimelineModel

/// A line of `statuses.txt`.
struct StatusCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let kind: String
    let own: [String]
    let others: [String]
    let expected: [(day: String, status: String)]

    static let all: [StatusCase] = {
        let path = #filePath.replacing("StatusTableTests.swift", with: "statuses.txt")
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { StatusCase(String($0)) }
    }()

    init(_ line: String) {
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        func items(_ text: String, _ separator: Character) -> [String] {
            text.split(separator: separator).map { $0.trimmingCharacters(in: .whitespaces) }
        }
        testDescription = cells[0]
        kind = cells[1]
        own = items(cells[2], ";")
        others = items(cells[3], ";")
        expected = items(cells[4], ",").map { item in
            let parts = items(item, " ")
            return (parts[0], parts[1])
        }
    }

    var site: TestSite {
        TestSite([
            TestSite.entryPath: nil,
            "Content/actors.yml": "p: {name: P}\nd: {name: D}\nx: {name: X}\n",
            "Content/events/e.md": entry(own, kind, actor: "p"),
            "Content/events/o.md": others.isEmpty ? nil : entry(others, "event", actor: "x"),
        ])
    }

    private func entry(_ claims: [String], _ kind: String, actor: String) -> String {
        let statement = kind == "statement" ? "\nkind: statement\ncontent_status: unrated" : ""
        let lines = claims.map { claim in
            let words = claim.split(separator: " ").map(String.init)
            let head = words[0].split(separator: ":")
            let of = words.firstIndex(of: "of").map { ", of: \(words[$0 + 1])" } ?? ""
            let by = head[1].lowercased()
            return
                "  - {id: \(head[0]), by: [\(by)], stance: \(words[1])\(of), says: x, date: 1911-08-\(Self.twoDigits(words[words.count - 1]))}"
        }
        return "---\ntitle: E\ndate: 1911-08-01\nstatus: unrated\nactors: [\(actor)]\(statement)\nclaims:\n"
            + lines.joined(separator: "\n") + "\n---\n"
    }

    private static func twoDigits(_ day: String) -> String { day.count == 1 ? "0" + day : day }

    static func day(_ number: String) throws -> CalendarDay {
        let number = try #require(Int(number))
        return try #require(CalendarDay(year: 1911, month: 8, day: number))
    }
}

@Suite("Statuses that follow from claims")
struct StatusTableTests {
    @Test("Each day has the status of its claims", arguments: StatusCase.all)
    func statuses(_ row: StatusCase) throws {
        let (content, _) = try row.site.read()
        let knowledge = Timeline(content).knowledge
        let number = try #require(knowledge.slots["e"])
        for (text, expected) in row.expected {
            let day = try StatusCase.day(text)
            var rules = StatusRules(knowledge.entries, knowledge.answers) {
                !knowledge.span(of: $0).isCertainlyLater(than: day)
            }
            let isHidden = knowledge.span(ofEntry: number).isCertainlyLater(than: day)
            let found = isHidden ? "hidden" : rules.verdict(ofEntry: number)?.status.rawValue ?? "-"
            #expect(found == expected, "on day \(text)")
        }
    }

    @Test("The table has at least 40 rows")
    func size() { #expect(StatusCase.all.count >= 40) }
}
