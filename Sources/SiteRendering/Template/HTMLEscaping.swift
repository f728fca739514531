/// The product's one way from text to HTML: `& < > " '` become character references.
///
/// The result is safe as text and inside an attribute's value in quotes of either kind. Everything works on
/// UTF-8, where these five never occur inside a longer character.
extension [UInt8] {
    /// Appends plain text as HTML.
    public mutating func append(escaping text: String) {
        let isDone = text.utf8.withContiguousStorageIfAvailable { append(escaping: $0) } != nil
        if isDone { return }
        // Strings that other runtimes made may lie scattered in memory.
        var text = text
        text.makeContiguousUTF8()
        text.withUTF8 { append(escaping: $0) }
    }

    /// Appends plain text that is already in UTF-8 as HTML.
    package mutating func append(escaping bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append(escaping: $0) }
    }

    /// Appends plain text that is already in UTF-8 as HTML: stretches without special characters at once.
    mutating func append(escaping bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 64, specialBytes & (1 << UInt64(byte)) != 0 {
                append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                appendReference(to: byte)
                start = index + 1
            }
            index += 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }

    /// Appends a text as it is.
    ///
    /// The standard library appends a string's bytes one by one unless it is told that they lie together.
    mutating func append(text: String) {
        let isDone = text.utf8.withContiguousStorageIfAvailable { append(contentsOf: $0) } != nil
        if !isDone { append(contentsOf: text.utf8) }
    }

    /// Appends a text that the program itself holds.
    mutating func append(literal text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func appendReference(to byte: UInt8) {
        switch byte {
        case UInt8(ascii: "&"): append(literal: "&amp;")
        case UInt8(ascii: "<"): append(literal: "&lt;")
        case UInt8(ascii: ">"): append(literal: "&gt;")
        case UInt8(ascii: "\""): append(literal: "&quot;")
        default: append(literal: "&#39;")
        }
    }
}

extension String {
    /// This plain text as HTML.
    var htmlEscaped: String {
        var bytes: [UInt8] = []
        bytes.append(escaping: self)
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// One bit for each byte that needs a reference, `" & ' < >`: all five lie below 64. Computed, since a stored global
/// would be asked for its first use each time.
private var specialBytes: UInt64 { 1 << 34 | 1 << 38 | 1 << 39 | 1 << 60 | 1 << 62 }
