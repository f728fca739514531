/// Where the lines of a text begin, so that a byte offset can be told as line and column.
public struct LineTable: Sendable {
    /// A place as people and editors name it: both count from 1, columns in Unicode scalars.
    public struct Position: Hashable, Sendable {
        public var line: Int
        public var column: Int

        public init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }
    }

    private let bytes: [UInt8]
    private let starts: [Int]
    /// How many scalars begin before each 256th byte, so that a long line is not counted again for every
    /// place in it.
    private let scalarCounts: [Int]

    /// Lines end at LF, CR LF or a lone CR, as in CommonMark. A byte order mark is part of no column.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
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

    /// How many scalars begin before an offset.
    private func scalars(before offset: Int) -> Int {
        let checkpoint = Swift.min(offset / Self.stride, scalarCounts.count - 1)
        guard checkpoint >= 0 else { return 0 }
        let counted = bytes[checkpoint * Self.stride..<offset].count(where: { $0 & 0xC0 != 0x80 })
        return scalarCounts[checkpoint] + counted
    }

    /// The position of an offset; one past the end is the place after the last character.
    public func position(of offset: Int) -> Position {
        let offset = Swift.min(Swift.max(offset, starts[0]), bytes.count)
        let line = lineIndex(of: offset)
        let column = scalars(before: offset) - scalars(before: starts[line]) + 1
        return Position(line: line + 1, column: column)
    }

    /// The part of a line about a place in it that is worth showing, in whole scalars, and how many scalars
    /// of the line stand before it and behind it.
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
        let checkpoint = scalarCounts.lastPlace { $0 - lineStart <= first } ?? 0
        if checkpoint * Self.stride > start {
            start = checkpoint * Self.stride
            while start < line.endIndex, bytes[start] & 0xC0 == 0x80 { start += 1 }
            skipped = scalars(before: start) - lineStart
        }
        let end = Swift.min(line.endIndex, start + 4 * limit + Self.stride)
        return (line[start..<end], skipped, end < line.endIndex)
    }

    /// The bytes of a line, counted from 1, without its line end; none where there is no such line.
    public func line(_ number: Int) -> ArraySlice<UInt8> {
        guard (1...starts.count).contains(number) else { return [] }
        let start = starts[number - 1]
        var end = number < starts.count ? starts[number] : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return bytes[start..<end]
    }

    private func lineIndex(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}

extension Array where Element == Int {
    /// The last place of an ascending list whose number meets a condition that small numbers meet.
    fileprivate func lastPlace(where isMet: (Int) -> Bool) -> Int? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isMet(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? low - 1 : nil
    }
}
