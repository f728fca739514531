/// Writes JSON (RFC 8259). Members appear in the order of the calls, so the same calls give the same bytes.
public struct JSONText: ~Copyable {
    private var output = OutputBuffer(capacity: 1 << 10)
    private var needsComma = false
    private let escaping: JSONEscaping

    /// An empty text.
    ///
    /// - Parameter escaping: the characters of strings that are escaped.
    public init(escaping: JSONEscaping = .text) { self.escaping = escaping }

    /// The JSON written so far, in UTF-8.
    package var utf8: [UInt8] { output.bytes }

    /// The JSON written so far and not yet handed on.
    public var text: String { unsafe withUTF8 { unsafe String(decoding: $0, as: UTF8.self) } }

    /// Calls a closure with the JSON written so far, in UTF-8, which is valid only during the call.
    package func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        unsafe output.withBytes(body)
    }

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
        if output.count < 65_536 { return }
        try put(text)
        output.removeAll()
    }

    /// Appends the JSON written so far to a buffer, and forgets it; what follows is written after it.
    package mutating func move(to other: inout OutputBuffer) { output.move(to: &other) }

    /// Removes all JSON written so far.
    package mutating func removeAll() {
        output.removeAll()
        needsComma = false
    }

    /// Writes a value that another text consists of.
    package mutating func value(_ other: borrowing JSONText) {
        begin(nil)
        unsafe other.withUTF8 { unsafe output.append($0) }
    }

    /// Writes bytes in UTF-8 as a string.
    package mutating func string(_ key: String? = nil, utf8 value: [UInt8]) {
        begin(key)
        unsafe value.withUnsafeBufferPointer { unsafe output.append(jsonString: $0, escaping) }
    }

    /// Writes a string, or `null` for nil.
    public mutating func string(_ key: String? = nil, _ value: String?) {
        begin(key)
        if let value { append(value) } else { output.append(literal: "null") }
    }

    /// Writes a whole number.
    public mutating func integer(_ key: String? = nil, _ value: Int) {
        begin(key)
        output.append(number: value)
    }

    /// Writes a number whose digits are given, such as `-12.50`.
    package mutating func number(_ key: String? = nil, digits: String) {
        begin(key)
        output.append(text: digits)
    }

    /// Writes `true` or `false`.
    public mutating func bool(_ key: String? = nil, _ value: Bool) {
        begin(key)
        output.append(text: value ? "true" : "false")
    }

    /// Writes a line feed between two top-level values.
    public mutating func newline() {
        output.append(literal: "\n")
        needsComma = false
    }

    /// Begins a new line before the next item of an array.
    package mutating func breakLine() {
        output.append(text: needsComma ? ",\n" : "\n")
        needsComma = false
    }

    private mutating func enclose(
        _ key: String?, _ open: StaticString, _ close: StaticString, _ body: (inout JSONText) throws -> Void
    ) rethrows {
        begin(key)
        output.append(literal: open)
        needsComma = false
        try body(&self)
        output.append(literal: close)
        needsComma = true
    }

    private mutating func begin(_ key: String?) {
        if needsComma { output.append(literal: ",") }
        needsComma = true
        if let key {
            append(key)
            output.append(literal: ":")
        }
    }

    private mutating func append(_ value: String) {
        var value = value
        value.withUTF8 { unsafe output.append(jsonString: $0, escaping) }
    }
}
