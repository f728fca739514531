import CCMark

/// The ASCII characters that have a meaning in Markdown.
extension UInt8 {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let backslash = UInt8(ascii: "\\")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")
    static let openParenthesis = UInt8(ascii: "(")
    static let closeParenthesis = UInt8(ascii: ")")
    static let lessThan = UInt8(ascii: "<")
    static let greaterThan = UInt8(ascii: ">")
    static let ampersand = UInt8(ascii: "&")
    static let semicolon = UInt8(ascii: ";")
    static let equals = UInt8(ascii: "=")
    static let hyphen = UInt8(ascii: "-")
    static let colon = UInt8(ascii: ":")
    static let caret = UInt8(ascii: "^")
    static let hash = UInt8(ascii: "#")
    static let bang = UInt8(ascii: "!")
    static let backtick = UInt8(ascii: "`")
    static let quote = UInt8(ascii: "\"")
    static let apostrophe = UInt8(ascii: "'")

    var isSpaceOrTab: Bool { self == .space || self == .tab }
    /// Space, tab, line feed, vertical tab, form feed, carriage return.
    var isWhitespace: Bool { self == .space || (0x09...0x0D).contains(self) }
    /// Whether a backslash escapes it (CommonMark 0.30, section 2.1, ASCII punctuation).
    var isPunctuation: Bool {
        switch self {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The offset of the first `byte` in a range of the buffer.
    func firstOffset(of byte: UInt8, in range: Range<Int>) -> Int? {
        guard let start = baseAddress, !range.isEmpty else { return nil }
        let from = unsafe UnsafeRawPointer(start + range.lowerBound)
        guard let found = unsafe memchr(from, Int32(byte), range.count) else { return nil }
        return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(start)
    }

    /// Whether other bytes occur at an offset of the buffer, which must have room for them.
    func holds(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        guard let start = baseAddress, let other = bytes.baseAddress else { return bytes.isEmpty }
        return unsafe memcmp(start + offset, other, bytes.count) == 0
    }

    /// Whether the buffer contains two bytes in a row.
    func contains(pair first: UInt8, _ second: UInt8) -> Bool {
        var at = 0
        while let found = unsafe firstOffset(of: second, in: at..<count) {
            if found > 0, unsafe self[found - 1] == first { return true }
            at = found + 1
        }
        return false
    }
}
