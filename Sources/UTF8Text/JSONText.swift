/// Writes JSON (RFC 8259). Members appear in the order of the calls, so the same calls give the same bytes.
public struct JSONText: Sendable {
    private var bytes: [UInt8] = []
    private var needsComma = false
    private let escaping: JSONEscaping

    /// An empty text.
    ///
    /// - Parameter escaping: the characters of strings that are escaped.
    public init(escaping: JSONEscaping = .text) { self.escaping = escaping }

    /// The JSON written so far, in UTF-8.
    package var utf8: [UInt8] { bytes }

    /// The JSON written so far and not yet handed on.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

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
        if bytes.count < 65_536 { return }
        try put(text)
        bytes.removeAll(keepingCapacity: true)
    }

    /// Appends the JSON written so far to a buffer, and forgets it; what follows is written after it.
    package mutating func move(to output: inout OutputBuffer) {
        output.append(bytes: bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    /// Writes bytes in UTF-8 as a string.
    package mutating func string(_ key: String? = nil, utf8 value: [UInt8]) {
        begin(key)
        unsafe value.withUnsafeBufferPointer { unsafe bytes.append(jsonString: $0, escaping) }
    }

    /// Writes a string, or `null` for nil.
    public mutating func string(_ key: String? = nil, _ value: String?) {
        begin(key)
        if let value { append(value) } else { bytes.append(literal: "null") }
    }

    /// Writes a whole number.
    public mutating func integer(_ key: String? = nil, _ value: Int) {
        begin(key)
        bytes.append(number: value)
    }

    /// Writes a number whose digits are given, such as `-12.50`.
    package mutating func number(_ key: String? = nil, digits: String) {
        begin(key)
        bytes.append(text: digits)
    }

    /// Writes `true` or `false`.
    public mutating func bool(_ key: String? = nil, _ value: Bool) {
        begin(key)
        bytes.append(text: value ? "true" : "false")
    }

    /// Writes a line feed between two top-level values.
    public mutating func newline() {
        bytes.append(literal: "\n")
        needsComma = false
    }

    /// Begins a new line before the next item of an array.
    package mutating func breakLine() {
        bytes.append(text: needsComma ? ",\n" : "\n")
        needsComma = false
    }

    private mutating func enclose(
        _ key: String?, _ open: StaticString, _ close: StaticString, _ body: (inout JSONText) throws -> Void
    ) rethrows {
        begin(key)
        bytes.append(literal: open)
        needsComma = false
        try body(&self)
        bytes.append(literal: close)
        needsComma = true
    }

    private mutating func begin(_ key: String?) {
        if needsComma { bytes.append(literal: ",") }
        needsComma = true
        if let key {
            append(key)
            bytes.append(literal: ":")
        }
    }

    private mutating func append(_ value: String) {
        var value = value
        value.withUTF8 { unsafe bytes.append(jsonString: $0, escaping) }
    }
}
