import UTF8Text

/// Writes content lines of a calendar (RFC 5545, section 3.1): each ends with CRLF and is folded after at most 75 bytes,
/// never within a character.
struct ContentLines {
    private(set) var bytes: [UInt8] = []

    private static let longest = 75

    /// Writes a line as it is.
    mutating func line(_ text: String) {
        var text = text
        text.withUTF8 { unsafe fold($0) }
    }

    /// Writes a property whose value is text, with its signs escaped (section 3.3.11).
    mutating func text(_ name: String, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        line(name + ":" + Self.escaped(value))
    }

    /// Writes a property whose value is a list of texts.
    mutating func texts(_ name: String, _ values: [String]) {
        if values.isEmpty { return }
        line(name + ":" + values.map(Self.escaped).joined(separator: ","))
    }

    /// Appends the lines written so far to a buffer, and forgets them.
    mutating func move(to output: inout OutputBuffer) {
        output.append(bytes: bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    private mutating func fold(_ line: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var room = Self.longest
        while line.count - start > room {
            var end = start + room
            while unsafe line[end] & 0xC0 == 0x80 { end -= 1 }
            unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: line[start..<end]))
            bytes.append(literal: "\r\n ")
            start = end
            // The space that continues a line counts.
            room = Self.longest - 1
        }
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: line[start...]))
        bytes.append(literal: "\r\n")
    }

    /// Returns a text with `;`, `,` and line breaks escaped. A backslash becomes the full-width one, and so does the
    /// percent sign of `%2C`, `%3A` and `%5C`: common readers take `\n` for a line break even after an escaped
    /// backslash, and decode those codes.
    private static func escaped(_ text: String) -> String {
        var result = ""
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\\": result += "\u{FF3C}"
            case ";": result += "\\;"
            case ",": result += "\\,"
            case "\n": result += "\\n"
            case "%" where isDecoded(rest.prefix(2)): result += "\u{FF05}"
            case _ where scalar.isControl: continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func isDecoded(_ code: Substring.UnicodeScalarView) -> Bool {
        ["2C", "3A", "5C"].contains(String(code).uppercased())
    }
}
