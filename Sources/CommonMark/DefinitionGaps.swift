import CCMark
import UTF8Text

/// Finds definitions labelled `[^id]:`, which leave no trace in the tree: the lines that no leaf block
/// covers and that begin with such a label (CommonMark 0.30, section 4.7).
struct DefinitionGaps {
    private var lines: SourceLines
    private let isTracking: Bool
    private var nextLine = 1
    private var labels: [Range<Int>] = []

    init(_ lines: SourceLines) {
        self.lines = lines
        isTracking = unsafe Self.mayDefine(lines.bytes)
    }

    /// Marks a leaf block's lines as covered. Blocks must come in the order of the source.
    mutating func cover(_ covered: ClosedRange<Int>) {
        guard isTracking else { return }
        search(through: covered.lowerBound - 1)
        nextLine = max(nextLine, covered.upperBound + 1)
    }

    /// The labels with their colons, in the order of the source.
    mutating func finish() -> [Range<Int>] {
        guard isTracking else { return [] }
        search(through: Int.max - 1)
        return labels
    }

    private mutating func search(through last: Int) {
        while nextLine <= last {
            let start = lines.start(ofLine: nextLine)
            guard unsafe start < lines.bytes.count else { return }
            nextLine += 1
            let line = start..<lines.end(ofLineAt: start)
            if let label = unsafe Self.label(in: lines.bytes, line: line) { labels.append(label) }
        }
    }

    /// The label that a line begins with, behind indentation and the markers of quotes and list items.
    private static func label(in bytes: UnsafeBufferPointer<UInt8>, line: Range<Int>) -> Range<Int>? {
        var start = line.lowerBound
        while start < line.upperBound, unsafe bytes[start] != .openBracket {
            guard unsafe isMarker(bytes[start]) else { return nil }
            start += 1
        }
        guard start + 1 < line.upperBound, unsafe bytes[start + 1] == .caret,
            let close = unsafe bytes.firstOffset(of: .closeBracket, in: start..<line.upperBound),
            close + 1 < line.upperBound, unsafe bytes[close + 1] == .colon
        else { return nil }
        return start..<close + 2
    }

    private static func isMarker(_ byte: UInt8) -> Bool {
        byte.isSpaceOrTab || byte.isASCIIDigit || ">-+*.)".utf8.contains(byte)
    }

    /// Whether the source contains both ends of such a label at all; most do not.
    private static func mayDefine(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        unsafe bytes.contains(pair: .openBracket, .caret) && bytes.contains(pair: .closeBracket, .colon)
    }
}
