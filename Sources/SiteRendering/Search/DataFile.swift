import UTF8Text

/// A data file for the site's script: a classic script that passes one value to a function, so that it can be loaded
/// from a local folder too, where browsers do not fetch files.
struct DataFile: ~Copyable {
    private var buffer = OutputBuffer()
    /// Whether the next value must be preceded by a comma.
    private var needsComma = false

    /// The bytes of the value, without the call around it.
    var value: [UInt8] { buffer.bytes }

    /// Appends a complete value that was written earlier.
    mutating func raw(_ value: [UInt8]) { buffer.append(bytes: value) }

    /// Appends the whole file to a buffer, after the last value.
    ///
    /// - Parameter name: the file's name, by which the script recognises its answer.
    func write(_ name: String, to output: inout OutputBuffer) {
        output.append(text: "dateline_search(\"\(name)\",")
        buffer.withBytes { output.append($0) }
        output.append(literal: ");\n")
    }

    /// Appends a JSON array.
    mutating func list(_ content: (inout DataFile) -> Void) { nested("[", "]", content) }
    /// Appends a JSON object.
    mutating func record(_ content: (inout DataFile) -> Void) { nested("{", "}", content) }

    /// Appends a number.
    mutating func number(_ number: Int) {
        separate()
        buffer.append(number: number)
    }

    /// Appends a string.
    mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { self.text($0) }
    }

    mutating func text(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { text($0) } }

    private mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        separate()
        buffer.append(literal: "\"")
        append(escaping: bytes)
        buffer.append(literal: "\"")
    }

    /// Appends the key of the next value.
    mutating func key(_ key: String) {
        text(key)
        buffer.append(literal: ":")
        needsComma = false
    }

    /// Appends values between brackets.
    private mutating func nested(
        _ open: StaticString, _ close: StaticString, _ content: (inout DataFile) -> Void
    ) {
        separate()
        buffer.append(literal: open)
        needsComma = false
        content(&self)
        buffer.append(literal: close)
        needsComma = true
    }

    /// Appends a comma if one is needed.
    private mutating func separate() {
        if needsComma { buffer.append(literal: ",") }
        needsComma = true
    }

    /// Appends text inside a JSON string, escaped so that, as a JavaScript string (ECMA-262, 12.9.4), it can end
    /// neither the string nor the script around it.
    private mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for (place, byte) in text.enumerated() {
            let escape: String
            var end = place
            switch byte {
            case UInt8(ascii: "\""): escape = "\\\""
            case UInt8(ascii: "\\"): escape = "\\\\"
            case 0..<0x20, UInt8(ascii: "<"), 0x7F:
                escape = (byte < 16 ? "\\u000" : "\\u00") + String(byte, radix: 16)
            case 0xA8, 0xA9:
                // U+2028 and U+2029 ended lines inside strings before ECMAScript 2019.
                guard place >= 2, text[place - 2] == 0xE2, text[place - 1] == 0x80 else { continue }
                escape = byte == 0xA8 ? "\\u2028" : "\\u2029"
                end -= 2
            default: continue
            }
            buffer.append(UnsafeBufferPointer(rebasing: text[start..<end]))
            buffer.append(text: escape)
            start = place + 1
        }
        buffer.append(UnsafeBufferPointer(rebasing: text[start...]))
    }
}
