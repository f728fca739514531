import UTF8Text

/// A fast parser for the subset of YAML in which nearly every entry is written; everything else is left to libyaml.
///
/// Front matter is mostly keys with texts, lists and small maps, each on lines of its own. This parser reads that much
/// in a sixth of the time that libyaml's events and their tree take. It returns no tree for anything else (a comment,
/// an escape, a text over several lines, a key without a value, a repeated key, any mistake), so that libyaml alone
/// decides what is valid YAML and how it is reported. Tests compare the two trees on a great many texts.
@safe
struct SimpleYAML {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at: Int
    private let end: Int
    /// The indentation of the current line; −1 at the end of the text.
    private var column = -1

    private init(bytes: UnsafeBufferPointer<UInt8>, at: Int, end: Int) {
        unsafe self.bytes = unsafe bytes
        self.at = at
        self.end = end
    }

    /// Returns the tree of a YAML text, equal to that of ``YAMLParser``, or `nil` if the text is not in the subset.
    ///
    /// - Parameter range: The range of the YAML in the file.
    static func tree(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> YAMLNode? {
        var reader = unsafe SimpleYAML(bytes: bytes, at: range.lowerBound, end: range.upperBound)
        guard reader.hasPlainCharacters else { return nil }
        reader.nextLine()
        guard reader.column == 0 else { return nil }
        return reader.mapping(indentation: 0, depth: 0)
    }

    /// The maximum number of keys in a map. Larger maps are left to the parser that finds a repeated key by hashing.
    private static let mostKeys = 24
    /// The maximum length of a key in bytes; libyaml does not accept longer ones as keys.
    private static let longestKey = 1000
    private static let deepest = 8

    /// Whether no character has a meaning beyond its line: tabs, carriage returns, Unicode's line separators, and
    /// characters that YAML does not allow (1.1, section 5.1).
    private var hasPlainCharacters: Bool {
        var index = at
        while index < end {
            index = firstUnusual(from: index)
            if index == end { break }
            let byte = unsafe bytes[index]
            if byte < 0x20 ? byte != 0x0A : byte == 0x7F { return false }
            if byte >= 0xC2, byte == 0xC2 || byte == 0xE2 || byte == 0xEF, index + 1 < end {
                let next = unsafe bytes[index + 1]
                let last = unsafe index + 2 < end ? bytes[index + 2] : 0
                switch byte {
                case 0xC2: if next < 0xA0 { return false }
                case 0xE2: if next == 0x80, last == 0xA8 || last == 0xA9 { return false }
                default: if next == 0xBB && last == 0xBF || next == 0xBF && last >= 0xBE { return false }
                }
            }
            index += 1
        }
        return true
    }

    /// Returns the offset of the first byte from `start` that is not visible ASCII or a space, or the offset at which
    /// fewer than eight bytes are left. It examines eight bytes at a time.
    private func firstUnusual(from start: Int) -> Int {
        let words = unsafe UnsafeRawBufferPointer(bytes)
        var index = start
        while index + 8 <= end {
            let word = unsafe UInt64(
                littleEndian: words.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            // A high bit, or one that is borrowed from a byte below 0x20, or carried into from 0x7F.
            let found =
                (word | (word &- 0x2020_2020_2020_2020) | (word &+ 0x0101_0101_0101_0101))
                & 0x8080_8080_8080_8080
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        return index
    }

    // MARK: Lines

    /// Advances to the first byte of the next line that is not blank, and notes its indentation.
    private mutating func nextLine() {
        var start = at
        while at < end {
            switch unsafe bytes[at] {
            case UInt8(ascii: "\n"):
                at += 1
                start = at
            case UInt8(ascii: " "): at += 1
            default:
                column = at - start
                return
            }
        }
        column = -1
    }

    /// Advances to the next line; returns false if anything but spaces comes before it.
    private mutating func endLine() -> Bool {
        skipBlanks()
        guard unsafe at == end || bytes[at] == UInt8(ascii: "\n") else { return false }
        nextLine()
        return true
    }

    private mutating func skipBlanks() {
        while at < end, unsafe bytes[at] == UInt8(ascii: " ") { at += 1 }
    }

    private func isByte(_ byte: UInt8, at index: Int) -> Bool { unsafe index < end && bytes[index] == byte }

    // MARK: Blocks

    /// Parses a map whose first key begins at the current offset. Afterwards the offset is that of the first byte of
    /// the next line outside of the map, or the end.
    private mutating func mapping(indentation: Int, depth: Int) -> YAMLNode? {
        guard depth < Self.deepest else { return nil }
        var pairs: [YAMLNode.Pair] = []
        // Room for the keys of a claim at once.
        pairs.reserveCapacity(6)
        let start = at
        while true {
            guard let key = key(), !holds(key, pairs), pairs.count < Self.mostKeys else { return nil }
            guard let value = blockValue(indentation: indentation, depth: depth) else { return nil }
            pairs.append(YAMLNode.Pair(key: key, value: value))
            if column < indentation { return block(.mapping(pairs), start, value) }
            guard column == indentation else { return nil }
        }
    }

    /// Parses a list whose first `-` is at the current offset.
    private mutating func sequence(indentation: Int, depth: Int) -> YAMLNode? {
        guard depth < Self.deepest else { return nil }
        var items: [YAMLNode] = []
        let start = at
        while true {
            let dash = at
            at += 2
            skipBlanks()
            let item =
                keyEnd == nil
                ? lineValue(depth: depth)
                : mapping(indentation: indentation + at - dash, depth: depth + 1)
            guard let item else { return nil }
            items.append(item)
            if column == indentation, isItem { continue }
            // The key after a list may be indented as the list is.
            guard column <= indentation else { return nil }
            return block(.sequence(items), start, item)
        }
    }

    /// Parses the value of a key in a map with this indentation.
    private mutating func blockValue(indentation: Int, depth: Int) -> YAMLNode? {
        skipBlanks()
        if at < end, unsafe bytes[at] != UInt8(ascii: "\n") { return lineValue(depth: depth) }
        nextLine()
        if isItem, column >= indentation { return sequence(indentation: column, depth: depth + 1) }
        return column > indentation ? mapping(indentation: column, depth: depth + 1) : nil
    }

    private func block(_ content: YAMLNode.Value, _ start: Int, _ last: YAMLNode) -> YAMLNode {
        YAMLNode(content: content, range: start..<last.range.upperBound, isPlain: true)
    }

    /// Whether an item of a list begins at the current offset.
    private var isItem: Bool {
        isByte(UInt8(ascii: "-"), at: at) && isByte(UInt8(ascii: " "), at: at + 1)
    }

    // MARK: Keys

    /// The end of the key at the current offset, before its colon; `nil` if there is no key.
    private var keyEnd: Int? {
        guard at < end, unsafe bytes[at].isASCIILetter else { return nil }
        var index = at + 1
        while index < end, unsafe isNamePart(bytes[index]) { index += 1 }
        guard isByte(UInt8(ascii: ":"), at: index) else { return nil }
        let isKey =
            unsafe index + 1 == end || bytes[index + 1] == UInt8(ascii: " ")
            || bytes[index + 1] == UInt8(ascii: "\n")
        return isKey ? index : nil
    }

    private mutating func key() -> YAMLNode? {
        guard let keyEnd, keyEnd - at <= Self.longestKey else { return nil }
        let key = scalar(at..<keyEnd, range: at..<keyEnd, isPlain: true)
        at = keyEnd + 1
        return key
    }

    private func holds(_ key: YAMLNode, _ pairs: [YAMLNode.Pair]) -> Bool {
        pairs.contains { pair in
            unsafe pair.key.range.count == key.range.count
                && zip(bytes[pair.key.range], bytes[key.range]).allSatisfy { $0 == $1 }
        }
    }

    private func isNamePart(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }

    // MARK: Values within a line

    /// Parses a text, or a list or map in brackets, that fills the rest of the line.
    private mutating func lineValue(depth: Int) -> YAMLNode? {
        guard at < end else { return nil }
        let value: YAMLNode?
        switch unsafe bytes[at] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): value = quoted()
        case UInt8(ascii: "["), UInt8(ascii: "{"): value = flow(depth: depth + 1)
        default: return plainLine()
        }
        guard let value, endLine() else { return nil }
        return value
    }

    /// Parses an unquoted text that fills the rest of the line.
    private mutating func plainLine() -> YAMLNode? {
        let start = at
        guard canBegin(at: start) else { return nil }
        var last = start
        while at < end, unsafe bytes[at] != UInt8(ascii: "\n") {
            let byte = unsafe bytes[at]
            if byte == UInt8(ascii: ":") {
                guard at + 1 < end, unsafe bytes[at + 1] != UInt8(ascii: " "),
                    unsafe bytes[at + 1] != UInt8(ascii: "\n")
                else { return nil }
            }
            if byte == UInt8(ascii: "#"), unsafe bytes[at - 1] == UInt8(ascii: " ") { return nil }
            if byte != UInt8(ascii: " ") { last = at }
            at += 1
        }
        nextLine()
        return scalar(start..<last + 1, range: start..<last + 1, isPlain: true)
    }

    /// Parses a quoted text without escapes that ends on its line.
    private mutating func quoted() -> YAMLNode? {
        let quote = unsafe bytes[at]
        let start = at
        at += 1
        while at < end, unsafe bytes[at] != quote {
            if unsafe bytes[at] == UInt8(ascii: "\n") || bytes[at] == UInt8(ascii: "\\") { return nil }
            at += 1
        }
        guard at < end, !isByte(quote, at: at + 1) else { return nil }
        at += 1
        return scalar(start + 1..<at - 1, range: start..<at, isPlain: false)
    }

    /// Parses a list or a map in brackets on one line.
    private mutating func flow(depth: Int) -> YAMLNode? {
        guard depth < Self.deepest else { return nil }
        let start = at
        let isMap = unsafe bytes[at] == UInt8(ascii: "{")
        let close = UInt8(ascii: isMap ? "}" : "]")
        var items: [YAMLNode] = []
        var pairs: [YAMLNode.Pair] = []
        if isMap { pairs.reserveCapacity(4) } else { items.reserveCapacity(4) }
        at += 1
        skipBlanks()
        while !isByte(close, at: at) {
            if isMap {
                guard let key = key(), !holds(key, pairs), pairs.count < Self.mostKeys else { return nil }
                skipBlanks()
                guard let value = flowValue(depth: depth) else { return nil }
                pairs.append(YAMLNode.Pair(key: key, value: value))
            } else {
                guard let value = flowValue(depth: depth) else { return nil }
                items.append(value)
            }
            skipBlanks()
            guard isByte(UInt8(ascii: ","), at: at) else { break }
            at += 1
            skipBlanks()
            if isByte(close, at: at) { return nil }
        }
        guard isByte(close, at: at) else { return nil }
        at += 1
        return YAMLNode(
            content: isMap ? .mapping(pairs) : .sequence(items), range: start..<at, isPlain: false)
    }

    private mutating func flowValue(depth: Int) -> YAMLNode? {
        guard at < end else { return nil }
        switch unsafe bytes[at] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted()
        case UInt8(ascii: "["), UInt8(ascii: "{"): return flow(depth: depth + 1)
        default: break
        }
        let start = at
        guard canBegin(at: start) else { return nil }
        var last = start
        loop: while at < end {
            switch unsafe bytes[at] {
            case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): break loop
            case UInt8(ascii: " "): break
            case UInt8(ascii: "\n"), UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: "["),
                UInt8(ascii: "{"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"):
                return nil
            default: last = at
            }
            at += 1
        }
        return scalar(start..<last + 1, range: start..<last + 1, isPlain: true)
    }

    /// Whether an unquoted text can begin with this byte in any context (YAML 1.1, section 5.3), or with a minus sign.
    private func canBegin(at index: Int) -> Bool {
        switch unsafe bytes[index] {
        case UInt8(ascii: "-"): unsafe index + 1 < end && bytes[index + 1].isASCIIDigit
        case UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"),
            UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""),
            UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "\n"):
            false
        default: true
        }
    }

    private func scalar(_ text: Range<Int>, range: Range<Int>, isPlain: Bool) -> YAMLNode {
        let text = unsafe String(decoding: UnsafeBufferPointer(rebasing: bytes[text]), as: UTF8.self)
        return YAMLNode(content: .scalar(text), range: range, isPlain: isPlain)
    }
}
