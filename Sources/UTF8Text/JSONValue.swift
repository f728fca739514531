/// A JSON value (RFC 8259) with its range in the file. Numbers keep the digits that were written.
package struct JSONValue: Sendable {
    package indirect enum Content: Sendable {
        case null
        case bool(Bool)
        case number(String)
        case string(String)
        case array([JSONValue])
        case object([JSONMember])
    }

    package var content: Content
    /// The range in the file, in UTF-8 bytes, including quotes and brackets.
    package var range: Range<Int>

    package init(content: Content, range: Range<Int>) {
        self.content = content
        self.range = range
    }

    package var members: [JSONMember]? {
        if case .object(let members) = content { members } else { nil }
    }

    package var elements: [JSONValue]? {
        if case .array(let elements) = content { elements } else { nil }
    }

    /// Whether the value is null, or a string of white space.
    package var isBlank: Bool {
        switch content {
        case .null: true
        case .string(let text): text.utf8.allSatisfy { $0 <= 0x20 }
        case .bool, .number, .array, .object: false
        }
    }

    /// Whether the value says nothing: null, an empty string, or an array or object of such values.
    package var isEmpty: Bool {
        switch content {
        case .array(let elements): elements.allSatisfy(\.isEmpty)
        case .object(let members): members.allSatisfy(\.value.isEmpty)
        default: isBlank
        }
    }

    /// The text of a string, and what is written for a number or a truth value; nil for anything else.
    package var scalar: String? {
        switch content {
        case .string(let text), .number(let text): text
        case .bool(let value): value ? "true" : "false"
        case .null, .array, .object: nil
        }
    }

    /// The kind of value in the words of a diagnostic.
    package var kindName: String {
        switch content {
        case .null: "null"
        case .bool, .number, .string: "text"
        case .array: "an array"
        case .object: "an object"
        }
    }

    /// The value of an object's key, the last one if the key is repeated, as all readers of JSON take it.
    package subscript(key: String) -> JSONValue? { members?.last { $0.key.isWritten(as: key) }?.value }
}

/// A key of a JSON object with its value.
package struct JSONMember: Sendable {
    package var key: String
    package var keyRange: Range<Int>
    package var value: JSONValue

    package init(key: String, keyRange: Range<Int>, value: JSONValue) {
        self.key = key
        self.keyRange = keyRange
        self.value = value
    }
}
