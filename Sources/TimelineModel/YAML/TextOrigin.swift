import UTF8Text

/// A mapping from offsets in a scalar's text to offsets in its file, which differ by quotes, escapes, indentation and
/// folded lines.
struct TextOrigin: Sendable {
    /// The beginning of a run of bytes that are the same in the text and in the file, as an offset in each.
    private struct Piece: Sendable {
        var text: Int
        var source: Int
    }

    private var first = Piece(text: 0, source: 0)
    /// The runs after the first one; most texts have none.
    private var further: [Piece] = []
    /// The length of the mapped text.
    private var count = 0

    /// Creates the mapping of a text that is the same in the file.
    init(at start: Int) {
        first.source = start
        count = .max
    }

    /// Creates the mapping of a scalar by following its text through its source.
    ///
    /// - Returns: `nil` if an escape stands for a character other than the one after its backslash.
    init?(of node: YAMLNode, in bytes: [UInt8]) {
        guard let text = node.scalar?.utf8, node.range.upperBound <= bytes.count else { return nil }
        var reader = ScalarReader(bytes: bytes, node: node)
        var last: Piece?
        for byte in text {
            let found = reader.find(byte)
            if found == .nowhere { return nil }
            if case .at(let source) = found, last.map({ count - $0.text != source - $0.source }) ?? true {
                let piece = Piece(text: count, source: source)
                if last == nil { first = piece } else { further.append(piece) }
                last = piece
            }
            count += 1
        }
        if last == nil { first.source = reader.next }
    }

    /// Returns the range in the file of a range in the text.
    func range(of part: Range<Int>) -> Range<Int> {
        let start = offset(min(part.lowerBound, count))
        if part.isEmpty || part.upperBound > count {
            return start..<max(start, offset(min(part.upperBound, count)))
        }
        return start..<max(start, offset(part.upperBound - 1) + 1)
    }

    private func offset(_ offset: Int) -> Int {
        // A text has a piece for each of its lines, and an offset may be asked for each of its tags.
        let next = further.partitioningIndex { $0.text > offset }
        let piece = next == 0 ? first : further[next - 1]
        return piece.source + max(0, offset - piece.text)
    }
}

/// A reader of a scalar's source that finds each byte of the scalar's text.
private struct ScalarReader {
    let bytes: [UInt8]
    let end: Int
    let quote: UInt8?
    private(set) var next: Int

    init(bytes: [UInt8], node: YAMLNode) {
        self.bytes = bytes
        end = node.range.upperBound
        next = node.range.lowerBound
        guard !node.isPlain, next < end else {
            quote = nil
            return
        }
        let first = bytes[next]
        quote = first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") ? first : nil
        next += 1
        if quote == nil {
            // The rest of the line of a block scalar's `|` or `>`.
            while next < end, bytes[next] != 0x0A, bytes[next] != 0x0D { next += 1 }
        }
    }

    enum Found: Equatable {
        case at(Int)
        /// A space in the text that stands for a line end.
        case folded
        case nowhere
    }

    /// Finds the next byte of the text in the source.
    mutating func find(_ byte: UInt8) -> Found {
        let isBlankWanted = byte == 0x20 || byte == 0x0A
        let before = next
        while next < end {
            let found = bytes[next]
            if found == byte {
                next += 1
                return .at(next - 1)
            }
            let isEscape = quote == found && found == UInt8(ascii: "'") || isEscaped(byte)
            guard found == 0x20 || found == 0x09 || found == 0x0A || found == 0x0D || isEscape else { break }
            next += 1
        }
        guard isBlankWanted else { return .nowhere }
        next = before
        return .folded
    }

    private func isEscaped(_ byte: UInt8) -> Bool {
        quote == UInt8(ascii: "\"") && bytes[next] == UInt8(ascii: "\\") && next + 1 < end
            && bytes[next + 1] == byte
    }
}
