import Diagnostics
import UTF8Text

/// Searches an SVG file for active content: a script element, an event attribute or a `javascript:` link.
///
/// The result serves a diagnostic for the author; no protection of readers depends on it.
struct DrawingScript {
    /// The number of bytes of a file that are searched.
    static let longest = 1 << 20

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Returns the range of the first script in bytes, or `nil` where there is none.
    mutating func range() -> Range<Int>? {
        while let start = next(of: "<") {
            if isNext("!--") {
                skip(past: "-->")
                continue
            }
            let name = word()
            if name == "script" || name.ends(with: ":script") { return start..<position }
            if let range = rangeInTag() { return range }
        }
        return nil
    }

    /// Returns the range of the first active attribute in the current tag, and advances past the attributes.
    private mutating func rangeInTag() -> Range<Int>? {
        while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
            let start = position
            let name = word()
            if position == start {
                position += 1
                continue
            }
            skipBlanks()
            guard isNext("=") else { continue }
            if name.begins(with: "on"), name.utf8.count > 2 { return start..<start + name.utf8.count }
            position += 1
            skipBlanks()
            guard isNext("\"") || isNext("'") else { continue }
            let quote = bytes[position]
            position += 1
            skipBlanks()
            let value = position
            let scheme = "javascript:"
            if word().begins(with: scheme) { return value..<value + scheme.utf8.count }
            while position < bytes.count, bytes[position] != quote { position += 1 }
            position += 1
        }
        return nil
    }

    // MARK: Reading

    /// Advances past the next occurrence of an ASCII character and returns its offset.
    private mutating func next(of sign: Unicode.Scalar) -> Int? {
        guard position < bytes.count, let index = bytes[position...].firstIndex(of: UInt8(ascii: sign)) else {
            return nil
        }
        position = index + 1
        return index
    }

    private func isNext(_ text: String) -> Bool {
        position <= bytes.count && bytes[position...].starts(with: text.utf8)
    }

    private mutating func skip(past text: String) {
        while position < bytes.count, !isNext(text) { position += 1 }
        position = min(bytes.count, position + text.utf8.count)
    }

    private mutating func skipBlanks() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }

    /// Reads the letters, hyphens and colons at the current offset, in lower case.
    private mutating func word() -> String {
        let start = position
        while position < bytes.count, Self.isOfWord(bytes[position]) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte == UInt8(ascii: ":")
            || byte == UInt8(ascii: "-")
    }
}
