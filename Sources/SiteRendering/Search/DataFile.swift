/// A data file of the site's script: a classic script that hands over one value, so that it can be loaded from a
/// folder too, where browsers fetch nothing.
struct DataFile: ~Copyable {
    private var buffer = OutputBuffer()
    private var needsComma = false

    /// The value alone, as JavaScript.
    var value: [UInt8] { buffer.bytes }

    /// Takes a whole value as it was made before.
    mutating func raw(_ value: [UInt8]) { buffer.append(bytes: value) }

    /// Appends the whole file, after the last value.
    ///
    /// - Parameter name: the file's name, by which the script knows whether it got what it asked for.
    func write(_ name: String, to output: inout OutputBuffer) {
        output.append(text: "dateline_search(\"\(name)\",")
        buffer.withBytes { output.append($0) }
        output.append(literal: ");\n")
    }

    mutating func list(_ content: (inout DataFile) -> Void) { nested("[", "]", content) }
    mutating func record(_ content: (inout DataFile) -> Void) { nested("{", "}", content) }

    mutating func number(_ number: Int) {
        separate()
        buffer.append(number: number)
    }

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

    /// The key of the value that follows.
    mutating func key(_ key: String) {
        text(key)
        buffer.append(literal: ":")
        needsComma = false
    }

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

    private mutating func separate() {
        if needsComma { buffer.append(literal: ",") }
        needsComma = true
    }

    /// Text inside a string of JSON, which as a string of JavaScript (ECMA-262, 12.9.4) cannot end it, nor the
    /// script around it.
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
