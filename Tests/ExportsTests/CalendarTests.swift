import EDTF
import TestSupport
import Testing
import TimelineModel
import UTF8Text

@testable import Exports

@Suite("Calendars")
struct CalendarTests {
    @Test(
        "A date covers the days that it can mean; one that programs misread is left out",
        arguments: [
            ("1911-08-12", "19110812–19110813"), ("1911-08", "19110801–19110901"),
            ("1911-12-31", "19111231–19120101"), ("2024-02-28/2024-02-29", "20240228–20240301"),
            ("2023-09-13/..", "20230913–20230914"), ("2023-09-13/", "20230913–20230914"),
            ("../2023-09-13", "20230913–20230914"), ("2023-09-13/9999-12-31", "20230913–20230914"),
            ("0045", ""), ("-0043-03-15", ""), ("9999", ""), ("0999-12-31/1000-01-01", ""),
            ("1000", "10000101–10010101"),
        ])
    func days(edtf: String, expected: String) throws {
        let text = try calendar(["date: \"\(edtf)\""])
        let days = ["DTSTART;VALUE=DATE:", "DTEND;VALUE=DATE:"].map { name in
            text.split(separator: "\r\n").first { $0.hasPrefix(name) }.map {
                String($0.dropFirst(name.count))
            }
        }
        #expect(days.compactMap(\.self).joined(separator: "–") == expected)
    }

    @Test("The words say what the days do not")
    func words() throws {
        let text = unfolded(
            try calendar(["date: 2023-09-13", "date: 2023-09", "date: 1911-08-12", "date: 2023-09-13/.."]))
        #expect(text.contains("SUMMARY:Entry 0\r\n"))
        #expect(text.contains("SUMMARY:Entry 1 («2023-09»)\r\n"))
        #expect(text.contains("SUMMARY:Entry 2 («1911-08-12»)\r\n"))
        #expect(text.contains("SUMMARY:Entry 3 («2023-09-13/..»)\r\n"))
        #expect(text.contains("X-EDTF:2023-09-13/..\r\n"))
        #expect(!text.contains("DURATION"))
    }

    @Test("Signs of the format are escaped, and those that readers misread are replaced")
    func signs() throws {
        let text = unfolded(try calendar(["date: 2023-09-13\ntitle: \"a\\\\n, b; c%2cd %2D\\te\""]))
        #expect(text.contains("SUMMARY:a\u{FF3C}n\\, b\\; c\u{FF05}2cd %2De\r\n"))
    }

    @Test("Lines have at most 75 bytes, and no character is cut")
    func folding() {
        var random = SeededGenerator(seed: 75)
        for _ in 0..<500 {
            let letters = ["a", "ü", "한", "𝄞", " "]
            let text = (0..<Int.random(in: 0...300, using: &random)).map { _ in
                letters.randomElement(using: &random) ?? ""
            }.joined()
            var lines = ContentLines()
            lines.line(text)
            let written = lines.bytes
            for line in written.split(separator: UInt8(ascii: "\n")) {
                #expect(line.count <= 76 && line.last == UInt8(ascii: "\r"))
                #expect(String(validating: line, as: UTF8.self) != nil)
            }
            #expect(unfolded(String(decoding: written, as: UTF8.self)) == text + "\r\n")
        }
    }

    @Test("Stamps are days of the site, never those of old sources")
    func stamps() throws {
        let old = "date: 1911-08-12\nsources: [{title: T, date: -0043-03-15}, gazette]"
        let text = try calendar([
            old, "date: 1911-08-12\npublish: 2024-05-01\ncorrections: [{date: 2024-06-01, text: x}]",
        ])
        #expect(text.contains("DTSTAMP:20250101T000000Z\r\n"))
        #expect(text.contains("CREATED:20240501T000000Z\r\nLAST-MODIFIED:20240601T000000Z\r\n"))
        #expect(text.ranges(of: "CREATED").count == 1)
    }

    @Test("An entry keeps its identity when its address changes")
    func identity() throws {
        let text = try calendar(["date: 2023-09-13\nslug: new-name\naliases: [first-name, second-name]"])
        #expect(text.contains("UID:first-name@a.example\r\n"))
        #expect(text.contains("URL:https://a.example/story/events/new-name.html\r\n"))
    }

    private func calendar(_ entries: [String]) throws -> String {
        let site = try SmallTimeline.site(entries)
        return SmallTimeline.text { $0.append(calendar: site) }
    }

    private func unfolded(_ text: String) -> String { text.replacing("\r\n ", with: "") }
}
