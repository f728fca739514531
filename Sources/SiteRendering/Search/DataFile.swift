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

    /// Appends a complete value that was written earlier, to a list.
    mutating func nested(raw value: [UInt8]) {
        separate()
        buffer.append(bytes: value)
    }

    /// Appends the whole file to a buffer, after the last value.
    ///
    /// - Parameter name: the file's name, by which the script recognises its answer.
    func write(_ name: String, to output: inout OutputBuffer) {
        output.append(text: "dateline_search(\"\(name)\",")
        unsafe buffer.withBytes { unsafe output.append($0) }
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
        text.withUTF8 { unsafe self.text($0) }
    }

    mutating func text(_ bytes: [UInt8]) { unsafe bytes.withUnsafeBufferPointer { unsafe text($0) } }

    private mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        separate()
        unsafe buffer.append(jsonString: bytes, .script)
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
}
