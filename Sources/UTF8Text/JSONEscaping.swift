/// The characters of a JSON string that are escaped beyond those that must be (RFC 8259, section 7).
public enum JSONEscaping: Sendable {
    /// For people and programs that read the JSON: characters that would change how other text is displayed.
    case text
    /// For JSON in a script of a page: characters that could end the string or the script element around it. U+2028
    /// and U+2029 ended lines within strings before ECMAScript 2019.
    case script

    /// The number of bytes that are looked at together.
    fileprivate static let blockSize = 32

    /// Whether none of the bytes begins a character that may have to be escaped. Without a branch per byte, the compiler
    /// compares many at once.
    fileprivate func arePlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var found: UInt8 = 0
        let less: UInt8 = self == .script ? 1 : 0
        for index in bytes.indices {
            let byte = unsafe bytes[index]
            found |= (byte < 0x20 ? 1 : 0) | (byte == UInt8(ascii: "\"") ? 1 : 0)
            found |= (byte == UInt8(ascii: "\\") ? 1 : 0) | (byte == UInt8(ascii: "<") ? less : 0)
            found |= (byte == 0x7F ? 1 : 0) | (byte == 0xC2 ? 1 : 0)
            found |= (byte == 0xD8 ? 1 : 0) | (byte == 0xE2 ? 1 : 0)
        }
        return found == 0
    }

    /// Returns the length in bytes of the character at an offset and its scalar, if it must be escaped.
    fileprivate func escaped(
        at offset: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> (length: Int, scalar: Unicode.Scalar)? {
        let lead = unsafe bytes[offset]
        // Most characters need no closer look.
        if lead.isASCIIAlphanumeric || lead == UInt8(ascii: " ") { return nil }
        if lead < 0x80 {
            let scalar = Unicode.Scalar(lead)
            let isEscaped =
                scalar.isControl || scalar == "\"" || scalar == "\\" || scalar == "<" && self == .script
            return isEscaped ? (1, scalar) : nil
        }
        // The lead bytes of all other characters in question.
        let length = lead == 0xE2 ? 3 : 2
        guard lead == 0xC2 || lead == 0xD8 || lead == 0xE2, offset + length <= bytes.count else { return nil }
        let value = unsafe bytes[offset + 1..<offset + length].reduce(
            UInt32(lead & (0xFF >> UInt8(length + 1)))
        ) {
            $0 << 6 | UInt32($1 & 0x3F)
        }
        guard let scalar = Unicode.Scalar(value) else { return nil }
        let isEscaped = self == .text ? scalar.steersDisplay : scalar == "\u{2028}" || scalar == "\u{2029}"
        return isEscaped ? (length, scalar) : nil
    }
}

extension ByteSink where Self: ~Copyable {
    /// Appends a text as a JSON string in quotes.
    ///
    /// - Parameters:
    ///   - text: the text in UTF-8.
    ///   - escaping: the characters that are escaped besides quotes, backslashes and controls.
    public mutating func append(jsonString text: UnsafeBufferPointer<UInt8>, _ escaping: JSONEscaping) {
        append(literal: "\"")
        var start = 0
        var index = 0
        // The end of the bytes that have been looked at together.
        var seen = 0
        while index < text.count {
            if index >= seen {
                seen = min(index + JSONEscaping.blockSize, text.count)
                // Most blocks of most texts need no closer look.
                if unsafe escaping.arePlain(UnsafeBufferPointer(rebasing: text[index..<seen])) {
                    index = seen
                    continue
                }
            }
            guard let (length, scalar) = unsafe escaping.escaped(at: index, in: text) else {
                index += 1
                continue
            }
            unsafe append(UnsafeBufferPointer(rebasing: text[start..<index]))
            switch scalar {
            case "\"": append(literal: "\\\"")
            case "\\": append(literal: "\\\\")
            case "\n": append(literal: "\\n")
            case "\r": append(literal: "\\r")
            case "\t": append(literal: "\\t")
            default: append(text: "\\u" + hexadecimal(scalar.value, atLeast: 4))
            }
            index += length
            start = index
        }
        unsafe append(UnsafeBufferPointer(rebasing: text[start...]))
        append(literal: "\"")
    }
}
