import UTF8Text

/// The line starts of a text, for converting byte offsets to lines and columns.
public struct LineTable: Sendable {
    /// A line and a column as people and editors count them: both from 1, columns in Unicode scalars.
    public struct Position: Hashable, Sendable {
        /// The line, from 1.
        public var line: Int
        /// The column in Unicode scalars, from 1.
        public var column: Int

        /// Creates a position.
        public init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }
    }

    private let bytes: [UInt8]
    private let starts: [Int]
    /// The number of scalars that begin before each 256th byte, so that a long line is not counted again for every
    /// offset in it.
    private let scalarCounts: [Int]

    /// Finds the lines of a file's bytes. A line ends at LF, CR LF or a lone CR, as in CommonMark. A byte order mark
    /// belongs to no column.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [ByteOrderMark.length(in: bytes)]
        var scalarCounts: [Int] = []
        var count = 0
        var index = 0
        while index < bytes.count {
            if index % Self.stride == 0 { scalarCounts.append(count) }
            if bytes[index] & 0xC0 != 0x80 { count += 1 }
            if bytes[index] == 0x0A {
                starts.append(index + 1)
            } else if bytes[index] == 0x0D, index + 1 == bytes.count || bytes[index + 1] != 0x0A {
                starts.append(index + 1)
            }
            index += 1
        }
        self.starts = starts
        self.scalarCounts = scalarCounts
    }

    private static let stride = 256

    /// The number of scalars that begin before an offset.
    private func scalars(before offset: Int) -> Int {
        let checkpoint = Swift.min(offset / Self.stride, scalarCounts.count - 1)
        guard checkpoint >= 0 else { return 0 }
        let counted = bytes[checkpoint * Self.stride..<offset].count(where: { $0 & 0xC0 != 0x80 })
        return scalarCounts[checkpoint] + counted
    }

    /// The position of an offset; that of an offset past the end follows the last character.
    public func position(of offset: Int) -> Position {
        let offset = Swift.min(Swift.max(offset, starts[0]), bytes.count)
        let line = lineIndex(of: offset)
        let column = scalars(before: offset) - scalars(before: starts[line]) + 1
        return Position(line: line + 1, column: column)
    }

    /// The part of a line around a column that is worth showing, in whole scalars; the number of the line's scalars
    /// before it; and whether more follow it.
    func excerpt(of number: Int, around column: Int, upTo limit: Int) -> (
        text: ArraySlice<UInt8>, before: Int, hasMore: Bool
    ) {
        let line = line(number)
        guard line.count > limit else { return (line, 0, false) }
        // A scalar has four bytes at most.
        let first = Swift.max(0, column - 1 - limit / 2)
        var start = line.startIndex
        var skipped = 0
        let lineStart = scalars(before: line.startIndex)
        // From the last checkpoint before the wanted scalar on.
        let checkpoint = max(0, scalarCounts.partitioningIndex { $0 - lineStart > first } - 1)
        if checkpoint * Self.stride > start {
            start = checkpoint * Self.stride
            while start < line.endIndex, bytes[start] & 0xC0 == 0x80 { start += 1 }
            skipped = scalars(before: start) - lineStart
        }
        let end = Swift.min(line.endIndex, start + 4 * limit + Self.stride)
        return (line[start..<end], skipped, end < line.endIndex)
    }

    /// The bytes of a line, counted from 1, without its line end; empty if there is no such line.
    public func line(_ number: Int) -> ArraySlice<UInt8> {
        guard (1...starts.count).contains(number) else { return [] }
        let start = starts[number - 1]
        var end = number < starts.count ? starts[number] : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return bytes[start..<end]
    }

    private func lineIndex(of offset: Int) -> Int {
        max(0, starts.partitioningIndex { $0 > offset } - 1)
    }
}
