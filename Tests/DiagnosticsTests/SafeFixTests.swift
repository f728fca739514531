import Diagnostics
import Testing

@Suite("Repairs that a program may make")
struct SafeFixTests {
    private static let rule = Rule("a-rule", "So it is.")

    private func diagnostic(_ range: Range<Int>, _ text: String, safe: Bool = true, _ path: String = "f.md")
        -> Diagnostic
    {
        let place = SourceLocation(path, range)
        return Diagnostic(Self.rule, "x", at: place, fixIts: [.replace(place, with: text, safe: safe)])
    }

    @Test("are made in the order of the text, in every file")
    func order() {
        let fixes = SafeFixes.of([
            diagnostic(6..<7, "Z"), diagnostic(0..<1, "longer"), diagnostic(2..<3, "guess", safe: false),
            diagnostic(0..<1, "b", "e.md"),
        ])
        #expect(fixes.map(\.path) == ["e.md", "f.md"])
        #expect(fixes[1].applied(to: Array("a b c d".utf8)) == Array("longer b c Z".utf8))
    }

    @Test("Of two that touch, the first is made")
    func touching() {
        let fixes = SafeFixes.of([diagnostic(0..<3, "1"), diagnostic(3..<4, "2"), diagnostic(5..<6, "3")])
        #expect(fixes.first?.edits.map(\.text) == ["1", "3"])
        let same = SafeFixes.of([diagnostic(2..<2, "1"), diagnostic(2..<2, "2")])
        #expect(same.first?.edits.count == 1)
    }

    @Test("What lies outside of the file is not made")
    func outside() {
        #expect(SafeFixes.of([diagnostic(2..<9, "x")]).first?.applied(to: Array("abc".utf8)) == nil)
        #expect(SafeFixes.of([]).isEmpty)
    }

    @Test("A guess is not safe, and neither are words alone")
    func guesses() {
        let words = Diagnostic(
            Self.rule, "x", at: SourceLocation("f.md"), fixIts: [.init("do it by hand", safe: true)])
        #expect(SafeFixes.of([words, diagnostic(0..<1, "x", safe: false)]).isEmpty)
    }
}

@Suite("A difference as diff -u writes it")
struct UnifiedDiffTests {
    private func diff(_ before: String, _ after: String) -> String {
        UnifiedDiff("f.md", before: Array(before.utf8), after: Array(after.utf8)).text
    }

    @Test("One line, with three around it")
    func oneLine() {
        #expect(
            diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") == """
                --- a/f.md
                +++ b/f.md
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +five
                 6
                 7
                 8

                """)
    }

    @Test("Two far changes stand in two hunks, two near ones in one")
    func hunks() {
        let lines = (1...20).map { "\($0)\n" }
        func changed(_ numbers: Set<Int>) -> String {
            (1...20).map { numbers.contains($0) ? "x\n" : lines[$0 - 1] }.joined()
        }
        #expect(
            diff(lines.joined(), changed([2, 19])).split(separator: "\n").count { $0.hasPrefix("@@") } == 2)
        #expect(
            diff(lines.joined(), changed([2, 9])).split(separator: "\n").count { $0.hasPrefix("@@") } == 1)
    }

    @Test("Lines more and lines less, and an end without a line end")
    func counts() {
        #expect(diff("a\n", "a\nb\n") == "--- a/f.md\n+++ b/f.md\n@@ -1 +1,2 @@\n a\n+b\n")
        #expect(diff("a\nb\n", "b\n") == "--- a/f.md\n+++ b/f.md\n@@ -1,2 +1 @@\n-a\n b\n")
        #expect(
            diff("a", "b")
                == "--- a/f.md\n+++ b/f.md\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n"
        )
    }

    @Test("Nothing where nothing differs, and nothing that a terminal would obey")
    func harmless() {
        #expect(diff("a\n", "a\n") == "")
        #expect(diff("", "") == "")
        #expect(diff("a\n", "\u{1B}[2J\n").contains("+\u{FFFD}[2J\n"))
    }
}
