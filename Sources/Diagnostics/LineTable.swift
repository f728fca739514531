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

    /// Lines end at LF, CR LF or a lone CR, as in CommonMark. A byte order mark is part of no column.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x0A {
                starts.append(index + 1)
            } else if bytes[index] == 0x0D, index + 1 == bytes.count || bytes[index + 1] != 0x0A {
                starts.append(index + 1)
            }
            index += 1
        }
        self.starts = starts
    }

    /// The position of an offset; one past the end is the place after the last character.
    public func position(of offset: Int) -> Position {
        let offset = Swift.min(Swift.max(offset, starts[0]), bytes.count)
        let line = lineIndex(of: offset)
        let column = bytes[starts[line]..<offset].count(where: { $0 & 0xC0 != 0x80 }) + 1
        return Position(line: line + 1, column: column)
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
