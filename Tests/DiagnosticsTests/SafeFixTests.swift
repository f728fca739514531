import Diagnostics
import Testing

@Suite("Fixes that a program may apply")
struct SafeFixTests {
    private static let rule = Rule("a-rule", "So it is.")

    private func diagnostic(_ range: Range<Int>, _ text: String, safe: Bool = true, _ path: String = "f.md")
        -> Diagnostic
    {
        let place = SourceLocation(path, range)
        return Diagnostic(Self.rule, "x", at: place, fixIts: [.replace(place, with: text, safe: safe)])
    }

    @Test("Safe fixes are applied in the order of the text, in every file")
    func order() {
        let fixes = SafeFixes.of([
            diagnostic(6..<7, "Z"), diagnostic(0..<1, "longer"), diagnostic(2..<3, "guess", safe: false),
            diagnostic(0..<1, "b", "e.md"),
        ])
        #expect(fixes.map(\.path) == ["e.md", "f.md"])
        #expect(fixes[1].applied(to: Array("a b c d".utf8)) == Array("longer b c Z".utf8))
    }

    @Test("Of two fixes that touch, the first is applied")
    func touching() {
        let fixes = SafeFixes.of([diagnostic(0..<3, "1"), diagnostic(3..<4, "2"), diagnostic(5..<6, "3")])
        #expect(fixes.first?.edits.map(\.text) == ["1", "3"])
        let same = SafeFixes.of([diagnostic(2..<2, "1"), diagnostic(2..<2, "2")])
        #expect(same.first?.edits.count == 1)
    }

    @Test("A fix outside the file is not applied")
    func outside() {
        #expect(SafeFixes.of([diagnostic(2..<9, "x")]).first?.applied(to: Array("abc".utf8)) == nil)
        #expect(SafeFixes.of([]).isEmpty)
    }

    @Test("A guess is not a safe fix, and neither is a fix without edits")
    func guesses() {
        let words = Diagnostic(
            Self.rule, "x", at: SourceLocation("f.md"), fixIts: [.init("do it by hand", safe: true)])
        #expect(SafeFixes.of([words, diagnostic(0..<1, "x", safe: false)]).isEmpty)
    }

    @Test("A fix of several edits is applied as a whole or not at all, in every file that it changes")
    func several() {
        func places(_ edits: (String, Range<Int>, String)...) -> Diagnostic {
            let edits = edits.map { Diagnostic.Edit(SourceLocation($0.0, $0.1), $0.2) }
            return Diagnostic(
                Self.rule, "x", at: edits[0].location, fixIts: [.init("both", edits: edits, safe: true)])
        }
        let both = places(("e.md", 0..<1, "1"), ("f.md", 4..<5, "2"))
        let overlapping = places(("e.md", 6..<7, "3"), ("f.md", 5..<6, "4"))
        let free = places(("e.md", 6..<7, "5"), ("f.md", 6..<7, "6"))
        let fixes = SafeFixes.of([both, overlapping, free])
        #expect(fixes.map { $0.edits.map(\.text) } == [["1", "5"], ["2", "6"]])
    }

    @Test("Of several fixes the safe one is applied, wherever it is in the list")
    func readings() {
        let place = SourceLocation("f.md", 0..<1)
        let diagnostic = Diagnostic(
            Self.rule, "x", at: place,
            fixIts: [.replace(place, with: "guess"), .replace(place, with: "sure", safe: true)])
        #expect(SafeFixes.of([diagnostic]).first?.applied(to: Array("a.".utf8)) == Array("sure.".utf8))
    }

    @Test("An edit up to the file's last byte is applied, and one beyond it is not")
    func bounds() {
        func applied(_ edits: [(Range<Int>, String)], to text: String) -> String? {
            SafeFixes.of(edits.map { diagnostic($0.0, $0.1) }).first?.applied(to: Array(text.utf8))
                .map { String(decoding: $0, as: UTF8.self) }
        }
        #expect(applied([(2..<3, "C")], to: "abc") == "abC")
        #expect(applied([(3..<3, "d")], to: "abc") == "abcd")
        #expect(applied([(0..<0, "x"), (1..<2, "B"), (3..<3, "d")], to: "abc") == "xaBcd")
        #expect(applied([(3..<4, "d")], to: "abc") == nil)
    }
}
