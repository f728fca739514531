/// A data file of the site's script: a classic script that hands over one value, so that it can be loaded from a
/// folder too, where browsers fetch nothing.
struct DataFile {
    private(set) var bytes: [UInt8]
    private var needsComma = false

    /// - Parameter name: the file's path below the site's folder, by which the script knows what it asked for.
    init(_ name: String) {
        bytes = Array("dateline_search(".utf8)
        text(name)
        bytes.append(UInt8(ascii: ","))
        needsComma = false
    }

    /// The whole file, after the last value.
    var finished: [UInt8] { bytes + Array(");\n".utf8) }

    mutating func list(_ content: (inout DataFile) -> Void) { nested("[", "]", content) }
    mutating func record(_ content: (inout DataFile) -> Void) { nested("{", "}", content) }

    mutating func number(_ number: Int) {
        separate()
        bytes.append(number: number)
    }

    mutating func text(_ text: String) { self.text(text.utf8) }

    mutating func text(_ text: some Collection<UInt8>) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        append(escaping: text)
        bytes.append(UInt8(ascii: "\""))
    }

    /// The key of the value that follows.
    mutating func key(_ key: String) {
        text(key)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    private mutating func nested(_ open: String, _ close: String, _ content: (inout DataFile) -> Void) {
        separate()
        bytes.append(text: open)
        needsComma = false
        content(&self)
        bytes.append(text: close)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    /// Text inside a string of JSON, which as a string of JavaScript (ECMA-262, 12.9.4) cannot end it, nor the
    /// script around it.
    private mutating func append(escaping text: some Collection<UInt8>) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20, UInt8(ascii: "<"), 0x7F:
                let digits = String(byte, radix: 16)
                bytes.append(contentsOf: (byte < 16 ? "\\u000" : "\\u00").utf8)
                bytes.append(contentsOf: digits.utf8)
            case 0xA8, 0xA9:
                bytes.append(byte)
                escapeLineSeparator()
            default: bytes.append(byte)
            }
        }
    }

    /// U+2028 and U+2029 ended lines inside strings before ECMAScript 2019.
    private mutating func escapeLineSeparator() {
        guard let last = bytes.last, bytes.suffix(3).dropLast() == [0xE2, 0x80] else { return }
        bytes.removeLast(3)
        bytes.append(contentsOf: (last == 0xA8 ? "\\u2028" : "\\u2029").utf8)
    }
}
