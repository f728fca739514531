import UTF8Text

/// Reads a table of values separated by commas (RFC 4180), semicolons or tabs, record by record.
///
/// Quoted cells may contain separators, line ends and doubled quotes. Rows may have fewer or more cells than the first
/// one. The reader looks at each byte once, and keeps the cells of one record only.
struct DelimitedReader {
    /// A cell: its range in the file, and whether its text differs from its bytes.
    struct Cell {
        /// The range of the text, without the quotes around it.
        var range: Range<Int>
        /// Whether the text has doubled quotes.
        var hasEscapes = false
    }

    let bytes: [UInt8]
    let separator: UInt8
    private var index: Int
    /// The cells of the current record.
    private(set) var cells: [Cell] = []
    /// The number of records read, those without content included.
    private(set) var recordCount = 0
    /// The offset of a quote that is not closed; nil if all are.
    private(set) var unclosedQuote: Int?
    /// The offset of text after a closing quote in the current record; nil if there is none.
    private(set) var textAfterQuote: Int?

    init(_ bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        // Excel writes and reads a first line that names the separator.
        let line = bytes[start...].prefix { $0 != 0x0A && $0 != 0x0D }
        if line.count == 5, line.starts(with: "sep=".utf8), let sign = line.last {
            separator = sign
            index = start + 5
            while index < bytes.count, bytes[index] == 0x0D || bytes[index] == 0x0A { index += 1 }
        } else {
            separator = Self.separator(of: bytes, from: start)
            index = start
        }
    }

    /// The separator that the first record has most of, outside of quotes.
    private static func separator(of bytes: [UInt8], from start: Int) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes[start...].prefix(1 << 16) {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A || byte == 0x0D { break }
            counts[byte, default: 0] += 1
        }
        let comma = UInt8(ascii: ",")
        let best = [comma, UInt8(ascii: ";"), 0x09].max { counts[$0, default: 0] < counts[$1, default: 0] }
        return best ?? comma
    }

    /// Reads the next record into ``cells``; false at the end.
    mutating func next() -> Bool {
        guard index < bytes.count else { return false }
        cells.removeAll(keepingCapacity: true)
        textAfterQuote = nil
        recordCount += 1
        while true {
            let isLast = readCell()
            if isLast { return true }
        }
    }

    /// The range of the current record in the file.
    var range: Range<Int> {
        guard let first = cells.first, let last = cells.last else { return index..<index }
        return first.range.lowerBound..<max(first.range.lowerBound, last.range.upperBound)
    }

    /// Whether all cells of the current record are blank.
    var isBlank: Bool { cells.allSatisfy { isBlank($0) } }

    func isBlank(_ cell: Cell) -> Bool { bytes[cell.range].allSatisfy { $0 <= 0x20 } }

    /// The text of a cell of the current record, with doubled quotes resolved; empty for a cell that the record lacks.
    func text(_ column: Int) -> String {
        guard column < cells.count else { return "" }
        let cell = cells[column]
        guard cell.hasEscapes else { return String(decoding: bytes[cell.range], as: UTF8.self) }
        var text: [UInt8] = []
        text.reserveCapacity(cell.range.count)
        var at = cell.range.lowerBound
        while at < cell.range.upperBound {
            text.append(bytes[at])
            let isDoubled =
                bytes[at] == UInt8(ascii: "\"") && at + 1 < cell.range.upperBound
                && bytes[at + 1] == UInt8(ascii: "\"")
            at += isDoubled ? 2 : 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads a cell with the separator or line end after it; returns whether it ends the record.
    private mutating func readCell() -> Bool {
        if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
            readQuoted()
        } else {
            let start = index
            skipToEnd()
            cells.append(Cell(range: start..<index))
        }
        guard index < bytes.count else { return true }
        let end = bytes[index]
        index += 1
        if end == separator { return false }
        if end == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
        return true
    }

    private mutating func skipToEnd() {
        while index < bytes.count, bytes[index] != separator, bytes[index] != 0x0A, bytes[index] != 0x0D {
            index += 1
        }
    }

    private mutating func readQuoted() {
        let open = index
        index += 1
        var cell = Cell(range: index..<index)
        while true {
            while index < bytes.count, bytes[index] != UInt8(ascii: "\"") { index += 1 }
            guard index < bytes.count else {
                unclosedQuote = open
                cell.range = (open + 1)..<index
                break
            }
            if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
                cell.hasEscapes = true
                index += 2
                continue
            }
            cell.range = (open + 1)..<index
            index += 1
            let after = index
            skipToEnd()
            if bytes[after..<index].contains(where: { $0 > 0x20 }) {
                textAfterQuote = after
                // The text up to the separator belongs to the cell, with its quotes as they are.
                cell.range = open..<index
                cell.hasEscapes = false
            }
            break
        }
        cells.append(cell)
    }
}
