import UTF8Text

/// Returns Markdown that renders as the given text: a backslash stands before every character that would otherwise have
/// a meaning in CommonMark, or would look like the markup of another dialect. Line feeds remain line ends.
///
/// - Parameter isLineStart: whether the text begins a line, where more characters have a meaning.
public func markdownText(_ text: String, isLineStart: Bool = true) -> String {
    var bytes: [UInt8] = []
    bytes.append(markdown: text, isLineStart: isLineStart)
    return String(decoding: bytes, as: UTF8.self)
}

extension [UInt8] {
    /// Appends Markdown that renders as the given text; see ``markdownText(_:isLineStart:)``.
    package mutating func append(markdown text: String, isLineStart: Bool) {
        let source = Array(text.utf8)
        var isStart = isLineStart
        var index = 0
        while index < source.count {
            let byte = source[index]
            if byte == .lineFeed {
                isStart = true
            } else if isStart, byte.isASCIIDigit {
                index = appendNumber(source, from: index)
                isStart = false
                continue
            } else {
                if source.hasMeaning(at: index, isLineStart: isStart) { append(.backslash) }
                if !byte.isSpaceOrTab { isStart = false }
            }
            append(byte)
            index += 1
        }
    }

    /// Appends the digits at the beginning of a line, and escapes the sign after them that would make them the number of
    /// a list item. Returns the offset past them.
    private mutating func appendNumber(_ source: [UInt8], from start: Int) -> Int {
        let end = source[start...].firstIndex { !$0.isASCIIDigit } ?? source.count
        append(contentsOf: source[start..<end])
        guard end < source.count, source[end] == UInt8(ascii: ".") || source[end] == .closeParenthesis,
            end + 1 == source.count || source[end + 1].isWhitespace
        else { return end }
        append(.backslash)
        append(source[end])
        return end + 1
    }

    /// Whether the character at an offset needs a backslash.
    private func hasMeaning(at index: Int, isLineStart: Bool) -> Bool {
        let byte = self[index]
        let before = index > 0 ? self[index - 1] : .space
        let after = index + 1 < count ? self[index + 1] : .space
        return switch byte {
        case .backslash, .backtick, UInt8(ascii: "*"), .openBracket, .closeBracket, .lessThan,
            UInt8(ascii: "|"):
            true
        // Within a word an underscore has no meaning.
        case UInt8(ascii: "_"): !(before.isASCIIAlphanumeric && after.isASCIIAlphanumeric)
        case .ampersand: isReference(at: index)
        case UInt8(ascii: "{"): after == .hash
        case UInt8(ascii: "~"), .equals: isLineStart || before == byte || after == byte
        case .hash: isLineStart || before == .hash && index > 0 && isHashRun(upTo: index)
        case UInt8(ascii: "+"), .hyphen, .greaterThan: isLineStart
        default: false
        }
    }

    /// Whether a `&` begins what may be a character reference (CommonMark 0.30, section 2.5).
    private func isReference(at index: Int) -> Bool {
        let name = self[(index + 1)...].prefix { $0.isASCIIAlphanumeric || $0 == .hash }
        // The text may go on after its end.
        return !name.isEmpty && (name.endIndex == count || self[name.endIndex] == .semicolon)
    }

    /// Whether everything before an offset, back to the line's beginning, is `#`.
    private func isHashRun(upTo index: Int) -> Bool {
        // A heading has six at most.
        index <= 6 && self[..<index].allSatisfy { $0 == .hash }
    }
}
