/// The difference between two versions of a file, in the format of `diff -u`.
public struct UnifiedDiff {
    /// The number of unchanged lines shown around a change.
    private static let context = 3

    private let path: String
    private let before: [ArraySlice<UInt8>]
    private let after: [ArraySlice<UInt8>]

    /// Compares two versions of a file's bytes. Empty and `.` components of the path are removed, because `patch` does
    /// not apply names such as `a//b`.
    public init(_ path: String, before: [UInt8], after: [UInt8]) {
        // `a//b` and `a/./b` are names that nothing applies.
        let parts = path.utf8.split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual(".".utf8) }
        self.path = parts.map { String(Substring($0)) }.joined(separator: "/")
        self.before = Self.lines(before)
        self.after = Self.lines(after)
    }

    /// The headers and hunks; empty if nothing differs. Characters that control a terminal are replaced.
    public var text: String {
        let changes = self.changes
        guard !changes.isEmpty else { return "" }
        var text = "--- a/\(printable(path))\n+++ b/\(printable(path))\n"
        for hunk in Self.hunks(changes) { text += self.text(of: hunk) }
        return text
    }

    /// A range of old lines, and the range of new lines that replaces it.
    private struct Change {
        var old: Range<Int>
        var new: Range<Int>
    }

    /// The changed ranges, found by walking both texts: after a difference they meet again at the nearest pair of equal
    /// lines. Edits are small and few, so the walk is short.
    private var changes: [Change] {
        var changes: [Change] = []
        var (old, new) = (0, 0)
        while old < before.count || new < after.count {
            if old < before.count, new < after.count, before[old] == after[new] {
                (old, new) = (old + 1, new + 1)
                continue
            }
            let (oldEnd, newEnd) = meeting(old, new)
            changes.append(Change(old: old..<oldEnd, new: new..<newEnd))
            (old, new) = (oldEnd, newEnd)
        }
        return changes
    }

    private func meeting(_ old: Int, _ new: Int) -> (Int, Int) {
        for distance in 1...200 {
            for skipped in 0...distance {
                let (left, right) = (old + skipped, new + distance - skipped)
                if left < before.count, right < after.count, before[left] == after[right] {
                    return (left, right)
                }
            }
        }
        return (before.count, after.count)
    }

    /// Groups changes into hunks: changes whose contexts touch share one.
    private static func hunks(_ changes: [Change]) -> [[Change]] {
        var hunks: [[Change]] = []
        for change in changes {
            if let last = hunks.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * context {
                hunks[hunks.count - 1].append(change)
            } else {
                hunks.append([change])
            }
        }
        return hunks
    }

    private func text(of hunk: [Change]) -> String {
        guard let first = hunk.first, let last = hunk.last else { return "" }
        let start = max(0, first.old.lowerBound - Self.context)
        let end = min(before.count, last.old.upperBound + Self.context)
        let newStart = start + first.new.lowerBound - first.old.lowerBound
        let newEnd = end + last.new.upperBound - last.old.upperBound
        var text = "@@ -\(Self.span(start..<end)) +\(Self.span(newStart..<newEnd)) @@\n"
        var position = start
        for change in hunk {
            for line in before[position..<change.old.lowerBound] { text += Self.line(" ", line) }
            for line in before[change.old] { text += Self.line("-", line) }
            for line in after[change.new] { text += Self.line("+", line) }
            position = change.old.upperBound
        }
        for line in before[position..<end] { text += Self.line(" ", line) }
        return text
    }

    /// Returns a range of lines as a hunk header has it: the first line, counted from 1, and the number of lines, such
    /// as `3,7`. One line is written `3`; no lines are written `2,0` with the number of the line before them.
    private static func span(_ lines: Range<Int>) -> String {
        switch lines.count {
        case 0: "\(lines.lowerBound),0"
        case 1: "\(lines.lowerBound + 1)"
        default: "\(lines.lowerBound + 1),\(lines.count)"
        }
    }

    private static func line(_ mark: String, _ line: ArraySlice<UInt8>) -> String {
        let isWhole = line.last == 0x0A
        let text = printable(String(decoding: isWhole ? line.dropLast() : line, as: UTF8.self))
        return mark + text + (isWhole ? "\n" : "\n\\ No newline at end of file\n")
    }

    /// The lines, each with its line end.
    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        for (index, byte) in bytes.enumerated() where byte == 0x0A {
            lines.append(bytes[start...index])
            start = index + 1
        }
        if start < bytes.count { lines.append(bytes[start...]) }
        return lines
    }
}
