import Diagnostics
import TestSupport
import Testing

@Suite("Differences in the format of diff -u")
struct UnifiedDiffTests {
    private func diff(_ before: String, _ after: String) -> String {
        UnifiedDiff("f.md", before: Array(before.utf8), after: Array(after.utf8)).text
    }

    @Test("A changed line has three lines of context on each side")
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

    @Test("Two distant changes are in two hunks, two near ones in one")
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

    @Test("Added and removed lines are counted, and a missing newline at the end is marked")
    func counts() {
        #expect(diff("a\n", "a\nb\n") == "--- a/f.md\n+++ b/f.md\n@@ -1 +1,2 @@\n a\n+b\n")
        #expect(diff("a\nb\n", "b\n") == "--- a/f.md\n+++ b/f.md\n@@ -1,2 +1 @@\n-a\n b\n")
        #expect(
            diff("a", "b")
                == "--- a/f.md\n+++ b/f.md\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n"
        )
    }

    @Test("Equal texts give no output, and characters that control a terminal are replaced")
    func harmless() {
        #expect(diff("a\n", "a\n") == "")
        #expect(diff("", "") == "")
        #expect(diff("a\n", "\u{1B}[2J\n").contains("+\u{FFFD}[2J\n"))
    }

    @Test("The line number of a hunk includes the lines that earlier hunks added")
    func numbers() {
        let before = (1...20).map { "\($0)\n" }
        let after = ["0\n"] + before.dropLast()
        let heads = diff(before.joined(), after.joined()).split(separator: "\n").filter { $0.hasPrefix("@@") }
        #expect(heads == ["@@ -1,3 +1,4 @@", "@@ -17,4 +18,3 @@"])
        #expect(diff("", "a\n").contains("@@ -0,0 +1 @@\n+a\n"))
        #expect(diff("a\nb\n", "").contains("@@ -1,2 +0,0 @@\n-a\n-b\n"))
    }

    @Test("The path is written in the form that patch tools read")
    func path() {
        let text = UnifiedDiff("a//b/./c.md", before: [0x61], after: []).text
        #expect(text.hasPrefix("--- a/a/b/c.md\n+++ b/a/b/c.md\n"))
    }

    @Test("Applied to the old text, the difference gives the new text", arguments: 0..<60 as Range<UInt64>)
    func applied(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        func text(_ lines: [String]) -> String {
            lines.joined(separator: "\n") + (lines.isEmpty || Bool.random(using: &random) ? "" : "\n")
        }
        let words = (0..<12).map { "line \($0)" }
        var lines = (0..<Int.random(in: 0...40, using: &random)).map { _ in
            words.randomElement(using: &random) ?? ""
        }
        let before = text(lines)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let index = Int.random(in: 0...lines.count, using: &random)
            if index < lines.count, Bool.random(using: &random) {
                lines.remove(at: index)
            } else {
                lines.insert("new \(index)", at: index)
            }
        }
        let after = text(lines)
        #expect(try Patch(diff(before, after)).applied(to: before) == after, "\(before.debugDescription)")
    }
}

/// A difference, read in the way `patch` reads it.
private struct Patch {
    /// The hunks: the first line in the old and in the new text, counted from 1, and the marked lines.
    private var hunks: [(old: Int, new: Int, lines: [(mark: Character, text: String)])] = []

    init(_ text: String) throws {
        for line in text.split(separator: "\n").dropFirst(2) {
            if let head = line.wholeMatch(of: /@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/) {
                let counts = [head.2, head.4].map { $0.flatMap { Int($0) } ?? 1 }
                // A range without lines names the line before it.
                let old = try #require(Int(head.1)) + (counts[0] == 0 ? 1 : 0)
                hunks.append((old, try #require(Int(head.3)) + (counts[1] == 0 ? 1 : 0), []))
            } else if line.hasPrefix("\\") {
                let hunk = hunks.count - 1
                hunks[hunk].lines[hunks[hunk].lines.count - 1].text.removeLast()
            } else {
                let mark = try #require(line.first)
                hunks[hunks.count - 1].lines.append((mark, line.dropFirst() + "\n"))
            }
        }
    }

    func applied(to text: String) throws -> String {
        var old = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) + "\n" }
        old[old.count - 1].removeLast()
        if old.last == "" { old.removeLast() }
        var (new, position): ([String], Int) = ([], 0)
        for hunk in hunks {
            try #require(hunk.old - 1 >= position)
            new += old[position..<hunk.old - 1]
            position = hunk.old - 1
            #expect(new.count == hunk.new - 1)
            #expect(hunk.lines.prefix { $0.mark == " " }.count <= 3)
            #expect(hunk.lines.reversed().prefix { $0.mark == " " }.count <= 3)
            for line in hunk.lines {
                if line.mark != "+" {
                    try #require(position < old.count && old[position] == line.text)
                    position += 1
                }
                if line.mark != "-" { new.append(line.text) }
            }
        }
        return (new + old[position...]).joined()
    }
}
