/// Writes JSON (RFC 8259). Members appear in the order of the calls, so the same calls give the same bytes.
public struct JSONText: Sendable {
    /// The JSON written so far and not yet handed on.
    public private(set) var text = ""
    private var needsComma = false

    public init() {}

    /// Writes `{ … }`, on its own or as the value of a key.
    public mutating func object(_ key: String? = nil, _ body: (inout JSONText) throws -> Void) rethrows {
        try enclose(key, "{", "}", body)
    }

    /// Writes `[ … ]`, on its own or as the value of a key.
    public mutating func array(_ key: String? = nil, _ body: (inout JSONText) throws -> Void) rethrows {
        try enclose(key, "[", "]", body)
    }

    /// Passes the text written so far to `put` and clears it, once it has 64 KiB.
    package mutating func handOn(to put: (String) throws -> Void) rethrows {
        if text.utf8.count < 65_536 { return }
        try put(text)
        text.removeAll(keepingCapacity: true)
    }

    /// Writes a string, or `null` for nil.
    public mutating func string(_ key: String? = nil, _ value: String?) {
        begin(key)
        if let value { Self.append(value, to: &text) } else { text += "null" }
    }

    /// Writes a whole number.
    public mutating func integer(_ key: String? = nil, _ value: Int) {
        begin(key)
        text += String(value)
    }

    /// Writes `true` or `false`.
    public mutating func bool(_ key: String? = nil, _ value: Bool) {
        begin(key)
        text += value ? "true" : "false"
    }

    /// Writes a line feed between two top-level values.
    public mutating func newline() {
        text += "\n"
        needsComma = false
    }

    private mutating func enclose(
        _ key: String?, _ open: String, _ close: String, _ body: (inout JSONText) throws -> Void
    ) rethrows {
        begin(key)
        text += open
        needsComma = false
        try body(&self)
        text += close
        needsComma = true
    }

    private mutating func begin(_ key: String?) {
        if needsComma { text += "," }
        needsComma = true
        if let key {
            Self.append(key, to: &text)
            text += ":"
        }
    }

    private static func append(_ value: String, to text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where steersDisplay(scalar):
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
