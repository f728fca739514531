import CommonMark
import UTF8Text

/// Character references: `&amp;`, `&#8211;`, `&eacute;` (HTML, section 13.5).
enum HTMLReferences {
    /// Returns a text with its references replaced; what is no reference is kept.
    static func decoded(_ bytes: some RandomAccessCollection<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        let source = Array(bytes)
        var result: [UInt8] = []
        result.reserveCapacity(source.count)
        var index = 0
        while index < source.count {
            if source[index] == UInt8(ascii: "&"), let (text, length) = reference(source, at: index) {
                result += Array(text.utf8)
                index += length
            } else {
                result.append(source[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func reference(_ source: [UInt8], at start: Int) -> (text: String, length: Int)? {
        // The longest name, CounterClockwiseContourIntegral, has 31 letters.
        let window = source[(start + 1)...].prefix(33)
        guard let end = window.firstIndex(of: UInt8(ascii: ";")), end > start + 1 else { return nil }
        let name = window[..<end]
        let length = end + 1 - start
        if name.first == UInt8(ascii: "#") { return number(name.dropFirst()).map { ($0, length) } }
        guard name.allSatisfy(\.isASCIIAlphanumeric) else { return nil }
        return named(String(decoding: name, as: UTF8.self)).map { ($0, length) }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> String? {
        let isHexadecimal = digits.first.map { $0 | 0x20 } == UInt8(ascii: "x")
        let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
        guard text.utf8.count <= 8, let first = text.utf8.first, first.isASCIIHexDigit,
            let value = UInt32(text, radix: isHexadecimal ? 16 : 10)
        else { return nil }
        // The numbers 128 to 159 are those of Windows-1252 on the web; the most frequent ones are quotes and dashes.
        let windows: [UInt32: UInt32] = [
            0x80: 0x20AC, 0x85: 0x2026, 0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x95: 0x2022,
            0x96: 0x2013, 0x97: 0x2014, 0x99: 0x2122,
        ]
        return String(Character(Unicode.Scalar(windows[value] ?? value) ?? "\u{FFFD}"))
    }

    private static func named(_ name: String) -> String? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        case "nbsp": return "\u{A0}"
        default:
            // libcmark knows all names. Letters on both sides keep spaces from being trimmed.
            let shown = MarkdownDocument("a&\(name);b").firstParagraph
            if shown.isWritten(as: "a&\(name);b") || shown.utf8.count < 3 { return nil }
            return String(shown.dropFirst().dropLast())
        }
    }
}
