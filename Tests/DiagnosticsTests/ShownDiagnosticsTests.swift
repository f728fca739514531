import Testing

@testable import Diagnostics

@Suite("Very many diagnostics")
struct ShownDiagnosticsTests {
    private static let rule = Rule("a-rule", .warning, "So it is.")
    private static let other = Rule("other", "Other.")
    private static let path = "Content/a.md"

    private var many: [Diagnostic] {
        let found = (0..<5_000).map {
            Diagnostic(Self.rule, "wrong \($0)", at: SourceLocation(Self.path, $0..<$0 + 1))
        }
        return found + [Diagnostic(Self.other, "else", at: SourceLocation(Self.path, 9..<10))]
    }

    private func printer() -> DiagnosticPrinter {
        let text = Array(String(repeating: "x\n", count: 2_600).utf8)
        return DiagnosticPrinter { _ in text }
    }

    @Test("Text shows the first thousand diagnostics of a rule, and how many more there are")
    func text() {
        var printer = printer()
        let text = printer.text(many)
        #expect(text.ranges(of: "[a-rule]").count == 1_000)
        #expect(text.ranges(of: "[other]").count == 1)
        #expect(text.contains("wrong 999 "))
        #expect(!text.contains("wrong 1000 "))
        #expect(text.hasSuffix("… and 4000 more of a-rule\n"))
    }

    @Test("GitHub's workflow commands show the first thousand of a rule, too")
    func github() {
        var printer = printer()
        let text = printer.workflowCommands(many)
        #expect(text.ranges(of: "title=a-rule").count == 1_000)
        #expect(text.hasSuffix("::notice::… and 4000 more of a-rule\n"))
    }

    @Test("JSON and SARIF have all diagnostics, written piece by piece")
    func pieces() {
        var printer = printer()
        var pieces: [String] = []
        printer.json(many) { pieces.append($0) }
        #expect(pieces.count > 5)
        #expect(pieces.allSatisfy { $0.utf8.count < 100_000 })
        #expect(pieces.joined().ranges(of: "\"rule\":\"a-rule\"").count == 5_000)
        var other = self.printer()
        #expect(pieces.joined() == other.json(many))
        pieces = []
        printer.sarif(many, rules: [], version: "1") { pieces.append($0) }
        #expect(pieces.count > 5)
        #expect(pieces.joined() == other.sarif(many, rules: [], version: "1"))
        #expect(pieces.joined().ranges(of: "\"ruleId\":\"a-rule\"").count == 5_000)
    }

    @Test("Up to a thousand diagnostics are shown unchanged")
    func few() {
        let found = Array(many.prefix(1_000))
        #expect(ShownDiagnostics(found).further == [])
        #expect(ShownDiagnostics(found).first.count == 1_000)
    }

    @Test("Safe fixes of one file do not touch each other, however many there are")
    func repairs() {
        let found = (0..<20_000).map { number in
            let place = SourceLocation(Self.path, 10 * number..<10 * number + 3)
            return Diagnostic(Self.rule, "w", at: place, fixIts: [.replace(place, with: "yes", safe: true)])
        }
        let inside = SourceLocation(Self.path, 101..<102)
        let touching = Diagnostic(
            Self.rule, "w", at: inside, fixIts: [.replace(inside, with: "no", safe: true)])
        let fixes = SafeFixes.of(found.reversed() + [touching])
        #expect(fixes.map(\.edits.count) == [20_000])
        #expect(fixes[0].edits.allSatisfy { $0.text == "yes" })
        let starts = fixes[0].edits.map(\.location.range.lowerBound)
        #expect(starts == starts.sorted())
    }
}
