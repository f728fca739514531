import UTF8Text

/// Writes content lines of a calendar (RFC 5545, section 3.1): each ends with CRLF and is folded after at most 75 bytes,
/// never within a character.
struct ContentLines: ~Copyable {
    private var output = OutputBuffer(capacity: 4 << 10)
    /// The line that is being written, without folds.
    private var current = OutputBuffer(capacity: 1 << 10)

    /// The lines written so far, in UTF-8.
    var bytes: [UInt8] { output.bytes }

    private static let longest = 75

    /// Writes a line as it is.
    mutating func line(_ text: String) { line("", text) }

    /// Writes a line of three parts as they are.
    mutating func line(_ start: StaticString, _ text: String, _ end: StaticString = "") {
        current.append(literal: start)
        current.append(text: text)
        current.append(literal: end)
        endLine()
    }

    /// Writes a property whose value is text, with its signs escaped (section 3.3.11).
    mutating func text(_ name: StaticString, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        texts(name, [value])
    }

    /// Writes a property whose value is texts, with their signs escaped and a separator between them.
    mutating func texts(_ name: StaticString, _ values: [String], separator: StaticString = ",") {
        if values.isEmpty { return }
        current.append(literal: name)
        current.append(literal: ":")
        for (index, value) in values.enumerated() {
            if index > 0 { current.append(literal: separator) }
            append(escaping: value)
        }
        endLine()
    }

    /// Appends the lines written so far to a buffer, and forgets them.
    mutating func move(to other: inout OutputBuffer) { output.move(to: &other) }

    /// Folds the current line.
    private mutating func endLine() {
        unsafe current.withBytes { line in
            var start = 0
            var room = Self.longest
            while line.count - start > room {
                var end = start + room
                while unsafe line[end] & 0xC0 == 0x80 { end -= 1 }
                unsafe output.append(UnsafeBufferPointer(rebasing: line[start..<end]))
                output.append(literal: "\r\n ")
                start = end
                // The space that continues a line counts.
                room = Self.longest - 1
            }
            unsafe output.append(UnsafeBufferPointer(rebasing: line[start...]))
            output.append(literal: "\r\n")
        }
        current.removeAll()
    }

    /// Appends a text with `;`, `,` and line breaks escaped. A backslash becomes the full-width one, and so does the
    /// percent sign of `%2C`, `%3A` and `%5C`: common readers take `\n` for a line break even after an escaped
    /// backslash, and decode those codes. Other controls are left out.
    private mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for index in bytes.indices {
                guard let (length, sign) = unsafe Self.replaced(at: index, in: bytes) else { continue }
                unsafe current.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
                current.append(literal: sign)
                start = index + length
            }
            unsafe current.append(UnsafeBufferPointer(rebasing: bytes[start...]))
        }
    }

    /// Returns the length in bytes of the character at an offset and what stands in its place; nil if it stays.
    private static func replaced(
        at index: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> (length: Int, sign: StaticString)? {
        switch unsafe bytes[index] {
        case UInt8(ascii: "\\"): (1, "\u{FF3C}")
        case UInt8(ascii: ";"): (1, "\\;")
        case UInt8(ascii: ","): (1, "\\,")
        case UInt8(ascii: "\n"): (1, "\\n")
        case UInt8(ascii: "%") where unsafe isDecoded(bytes[(index + 1)...].prefix(2)): (1, "\u{FF05}")
        case 0..<0x20, 0x7F: (1, "")
        // The controls from U+0080 to U+009F.
        case 0xC2 where unsafe index + 1 < bytes.count && bytes[index + 1] < 0xA0: (2, "")
        default: nil
        }
    }

    private static func isDecoded(_ code: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        ["2c", "3a", "5c"].contains { unsafe code.elementsEqual($0.utf8) { $0.asciiLowercased == $1 } }
    }
}
