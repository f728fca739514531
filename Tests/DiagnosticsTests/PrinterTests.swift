import Diagnostics
import Foundation
import Testing

@Suite("How diagnostics are printed")
struct PrinterTests {
    private static let rule = Rule("unknown-key", .warning, "Only the keys of the format mean something.")
    private static let error = Rule("date-syntax", "Dates are EDTF.")

    private func printer(_ text: String, coloured: Bool = false) -> DiagnosticPrinter {
        DiagnosticPrinter(coloured: coloured) { $0 == "f.md" ? Array(text.utf8) : nil }
    }

    private func text(_ source: String, _ range: Range<Int>, _ summary: String = "x") -> [String] {
        var printer = self.printer(source)
        let diagnostic = Diagnostic(Self.error, summary, at: SourceLocation("f.md", range))
        return printer.text([diagnostic]).split(separator: "\n").map(String.init)
    }

    @Test("Long quoted text is abridged to its beginning and its end in every part of a message")
    func longValues() {
        let value = String(repeating: "ä", count: 60_000)
        let place = SourceLocation("f.md", 0..<1)
        let diagnostic = Diagnostic(
            Self.error, "'\(value)' is not a valid status", at: place, notes: [.init(value)],
            fixIts: [.replace(place, with: value)])
        let texts = [diagnostic.summary, diagnostic.notes[0].summary, diagnostic.fixIts[0].summary]
        #expect(texts.allSatisfy { $0.unicodeScalars.count < 700 })
        #expect(diagnostic.summary.hasPrefix("'ää"))
        #expect(diagnostic.summary.hasSuffix("ää' is not a valid status"))
        // The text that the fix writes is whole.
        #expect(diagnostic.fixIts[0].edits[0].text == value)
        let short = String(repeating: "a", count: 600)
        #expect(Diagnostic(Self.error, short, at: place).summary == short)
    }

    @Test("A diagnostic is printed with its line, a marker, the fix, the rule and a note")
    func whole() {
        var printer = self.printer("---\ntagz: [a]\ntags: [b]\n")
        let place = SourceLocation("f.md", 4..<8)
        let diagnostic = Diagnostic(
            Self.rule, "'tagz' is not a key of entry", at: place,
            notes: [.init("like this one", at: SourceLocation("f.md", 14..<18)), .init("no place")],
            fixIts: [.replace(place, with: "tags")])
        #expect(
            printer.text([diagnostic]) == """
                f.md:2:1: warning: 'tagz' is not a key of entry [unknown-key]
                 2 | tagz: [a]
                   | ^~~~
                   = fix: write tags
                   = rule: Only the keys of the format mean something.
                f.md:3:1: note: like this one
                 3 | tags: [b]
                   | ^~~~
                   = note: no place

                """)
    }

    @Test("Several diagnostics are sorted, with a blank line between them")
    func several() {
        var printer = self.printer("a\nb\n")
        let second = Diagnostic(Self.error, "second", at: SourceLocation("f.md", 2..<3))
        let first = Diagnostic(Self.error, "first", at: SourceLocation("f.md", 0..<1))
        let lines = printer.text([second, first]).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(
            lines.filter { $0.contains("error") }.map { String($0) } == [
                "f.md:1:1: error: first [date-syntax]", "f.md:2:1: error: second [date-syntax]",
            ])
        #expect(lines[4] == "")
        #expect(printer.text([]) == "")
    }

    @Test("A diagnostic in a file that cannot be read is printed without a line")
    func unread() {
        var printer = self.printer("")
        let diagnostic = Diagnostic(Self.error, "x", at: SourceLocation("gone.md", 7..<9))
        #expect(
            printer.text([diagnostic]) == "gone.md:1:1: error: x [date-syntax]\n   = rule: Dates are EDTF.\n")
    }

    @Test("Columns and markers count scalars")
    func columns() {
        #expect(
            text("ä港 x", 6..<7).prefix(3) == ["f.md:1:4: error: x [date-syntax]", " 1 | ä港 x", "   |    ^"])
    }

    @Test("Tabs become blanks, and characters that control a terminal are replaced")
    func control() {
        let lines = text("a\tb\u{1B}[31m\u{202E}c", 2..<3, "one\u{1B}]0;x\u{7}\nline")
        #expect(
            lines.prefix(3) == [
                "f.md:1:3: error: one\u{FFFD}]0;x\u{FFFD}\u{FFFD}line [date-syntax]",
                " 1 | a b\u{FFFD}[31m\u{FFFD}c", "   |   ^",
            ])
        let hostile =
            (0..<0xA0).compactMap { Unicode.Scalar($0) } + ["\u{202A}", "\u{2069}", "\u{061C}", "\u{2028}"]
        let shown = printable(String(String.UnicodeScalarView(hostile))).unicodeScalars
        #expect(!shown.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || $0.value == 0x202A })
        #expect(shown.count == hostile.count)
    }

    @Test("A range of several lines marks the first to its end, and one past the end has one mark")
    func ranges() {
        #expect(text("abc\ndef\n", 1..<6)[2] == "   |  ^~")
        #expect(text("abc\r\ndef", 1..<8)[1...2] == [" 1 | abc", "   |  ^~"])
        #expect(text("abc", 3..<3)[2] == "   |    ^")
        #expect(text("abc", 99..<120).prefix(1) == ["f.md:1:4: error: x [date-syntax]"])
        #expect(text("", 0..<0)[1...2] == [" 1 | ", "   | ^"])
    }

    @Test("Long lines are cut to a window around the mark")
    func longLines() throws {
        let source = String(repeating: "a", count: 500) + "HERE" + String(repeating: "b", count: 500)
        let lines = text(source, 500..<504)
        #expect(lines[1].hasPrefix(" 1 | …aaaa"))
        #expect(lines[1].hasSuffix("bbb…"))
        #expect(lines[1].unicodeScalars.count < 130)
        let here = try #require(lines[1].range(of: "HERE"))
        let mark = try #require(lines[2].range(of: "^~~~"))
        let columns = [
            lines[1].distance(from: lines[1].startIndex, to: here.lowerBound),
            lines[2].distance(from: lines[2].startIndex, to: mark.lowerBound),
        ]
        #expect(columns[0] == columns[1])
        #expect(text(source, 0..<1004)[2].count < 130)
        #expect(text(source, 1003..<1004)[1].hasSuffix("b"))
    }

    @Test(
        "A mark is under its text at every position in a long line",
        arguments: ["a", "ä", "港", "🎉"], [0, 1, 39, 40, 41, 100, 255, 256, 300, 700, 1_499])
    func marksInLongLines(_ unit: String, _ before: Int) throws {
        let source =
            "short\n" + String(repeating: unit, count: before) + "HERE"
            + String(repeating: unit, count: 1_500 - before)
        let start = 6 + before * unit.utf8.count
        let lines = text(source, start..<start + 4).map { Array($0.unicodeScalars) }
        let mark = try #require(lines[2].firstIndex(of: "^"))
        #expect(String(String.UnicodeScalarView(lines[1][mark..<mark + 4])) == "HERE")
        #expect(String(String.UnicodeScalarView(lines[2][mark...])) == "^~~~")
        // The window begins 40 scalars before the mark, where there are that many.
        #expect(mark == 5 + min(before, 40) + (before > 40 ? 1 : 0))
        #expect((lines[1][5] == "…") == (before > 40))
        #expect((lines[1].last == "…") == (max(0, before - 40) + 110 < 1_504))
    }

    @Test("A line of 120 scalars is shown whole, one of 121 is cut")
    func shortestCutLine() {
        #expect(
            text(String(repeating: "a", count: 120), 0..<1)[1] == " 1 | " + String(repeating: "a", count: 120)
        )
        #expect(
            text(String(repeating: "a", count: 121), 0..<1)[1] == " 1 | " + String(repeating: "a", count: 110)
                + "…")
    }

    @Test("Quoted text of 601 scalars is abridged, in scalars and not in bytes")
    func shortestAbridged() {
        func summary(_ text: String) -> String {
            Diagnostic(Self.error, text, at: SourceLocation("f.md")).summary
        }
        let long = String(repeating: "ä", count: 600)
        #expect(summary(long) == long)
        let parts = String(repeating: "a", count: 440) + "x" + String(repeating: "z", count: 160)
        #expect(summary(parts) == parts.replacing("x", with: " … "))
    }

    @Test("Colour is used only if it is requested")
    func colour() {
        let diagnostic = Diagnostic(Self.error, "x", at: SourceLocation("f.md", 0..<1))
        var plain = printer("abc")
        var coloured = printer("abc", coloured: true)
        let text = coloured.text([diagnostic])
        #expect(!plain.text([diagnostic]).contains("\u{1B}"))
        #expect(text.contains("\u{1B}[1;31merror: \u{1B}[0m"))
        #expect(text.contains("\u{1B}[1;31m^\u{1B}[0m"))
        let bare = text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
        #expect(bare == plain.text([diagnostic]))
    }

    @Test("JSON has every location as line, column and offset")
    func json() throws {
        var printer = self.printer("ä\ntagz: x\n")
        let place = SourceLocation("f.md", 3..<7)
        let warning = Diagnostic(
            Self.rule, "a \"b\"", at: place,
            notes: [.init("n"), .init("m", at: SourceLocation("f.md", 0..<2))],
            fixIts: [.replace(place, with: "tags"), .init("think")])
        let place1 =
            "\"path\":\"f.md\",\"line\":2,\"column\":1,\"endLine\":2,\"endColumn\":5,\"offset\":3,\"length\":4"
        let place2 =
            "\"path\":\"f.md\",\"line\":1,\"column\":1,\"endLine\":1,\"endColumn\":2,\"offset\":0,\"length\":2"
        let json = printer.json([warning])
        let expected =
            "{\"diagnostics\":[{\(place1),\"severity\":\"warning\",\"rule\":\"unknown-key\",\"summary\":\"a \\\"b\\\"\","
            + "\"explanation\":\"Only the keys of the format mean something.\","
            + "\"notes\":[{\"summary\":\"n\"},{\"summary\":\"m\",\(place2)}],"
            + "\"fixIts\":[{\"summary\":\"write tags\",\"edits\":[{\(place1),\"text\":\"tags\"}]},"
            + "{\"summary\":\"think\",\"edits\":[]}]}],\"errors\":0,\"warnings\":1,\"notes\":0}\n"
        #expect(json == expected)
        let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        #expect(read?["warnings"] as? Int == 1)
        #expect((read?["diagnostics"] as? [[String: Any]])?.first?["column"] as? Int == 1)
        #expect(printer.json([]) == "{\"diagnostics\":[],\"errors\":0,\"warnings\":0,\"notes\":0}\n")
    }

    @Test("JSON is sorted, and keeps control characters as escapes")
    func jsonOrder() throws {
        var printer = self.printer("a\u{1B}\nb")
        let late = Diagnostic(Self.error, "late \u{1B}", at: SourceLocation("f.md", 3..<4))
        let early = Diagnostic(Self.rule, "early", at: SourceLocation("f.md", 1..<2))
        let json = printer.json([late, early])
        #expect(!json.contains("\u{1B}"))
        let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        let summaries = (read?["diagnostics"] as? [[String: Any]])?.compactMap { $0["summary"] as? String }
        #expect(summaries == ["early", "late \u{1B}"])
        #expect(read?["errors"] as? Int == 1)
    }
}
