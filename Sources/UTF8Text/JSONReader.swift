/// Reads JSON (RFC 8259), with the location of every value.
///
/// `JSONTree` reads JSON as YAML, which lacks surrogate pairs, takes tabs as a mistake and limits keys; what other
/// programs write needs all of JSON.
package struct JSONReader {
    package struct Mistake: Error {
        package var summary: String
        package var range: Range<Int>
    }

    /// The depth beyond which arrays and objects are refused; the files of timelines have four.
    package static let deepest = 64

    private let bytes: [UInt8]
    private let end: Int
    private var index: Int
    /// The ranges of lone surrogates, which no UTF-8 text can contain (RFC 8259, section 8.2); each is read as U+FFFD.
    package private(set) var loneSurrogates: [Range<Int>] = []
    /// The ranges of keys that the same object has again: their values are left out.
    package private(set) var repeatedKeys: [Range<Int>] = []

    /// Reads one value in a range of a file; only white space may follow it.
    package static func read(_ bytes: [UInt8], in range: Range<Int>) throws(Mistake) -> (
        value: JSONValue, reader: JSONReader
    ) {
        var reader = JSONReader(bytes: bytes, end: range.upperBound, index: range.lowerBound)
        reader.skipSpace()
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.index == reader.end else { throw reader.mistake("text after the end of the JSON") }
        return (value, reader)
    }

    private init(bytes: [UInt8], end: Int, index: Int) {
        self.bytes = bytes
        self.end = end
        self.index = index
    }

    private var next: UInt8 { index < end ? bytes[index] : 0 }

    private func mistake(_ summary: String, _ start: Int? = nil) -> Mistake {
        let start = min(start ?? index, end)
        return Mistake(summary: summary, range: start..<min(end, start + 1))
    }

    private mutating func skipSpace() {
        while index < end,
            bytes[index] == 0x20 || bytes[index] == 0x0A || bytes[index] == 0x0D || bytes[index] == 0x09
        {
            index += 1
        }
    }

    private mutating func value(depth: Int) throws(Mistake) -> JSONValue {
        guard depth <= Self.deepest else {
            throw mistake("arrays and objects nested more than \(Self.deepest) deep")
        }
        let start = index
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""):
            let text = try string()
            return JSONValue(content: .string(text), range: start..<index)
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        case _ where index >= end: throw mistake("end of the file where a value is missing")
        case UInt8(ascii: "'"): throw mistake("a single quote: JSON has double quotes")
        case UInt8(ascii: "/"): throw mistake("a comment: JSON has none")
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            throw mistake("a bracket where a value is missing: no comma stands before it")
        default: throw mistake("no JSON value begins here")
        }
    }

    private mutating func word(_ word: StaticString, _ content: JSONValue.Content) throws(Mistake)
        -> JSONValue
    {
        let start = index
        let text = word.description.utf8
        guard bytes[index..<end].starts(with: text) else { throw mistake("no JSON value begins here") }
        index += text.count
        return JSONValue(content: content, range: start..<index)
    }

    private mutating func number() throws(Mistake) -> JSONValue {
        let start = index
        if next == UInt8(ascii: "-") { index += 1 }
        let digits = index
        try skipDigits()
        if bytes[digits] == UInt8(ascii: "0"), index > digits + 1 {
            throw mistake("a number that begins with 0: write it in quotes, or without the zero", start)
        }
        if next == UInt8(ascii: ".") {
            index += 1
            try skipDigits()
        }
        if next | 0x20 == UInt8(ascii: "e") {
            index += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { index += 1 }
            try skipDigits()
        }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        return JSONValue(content: .number(text), range: start..<index)
    }

    private mutating func skipDigits() throws(Mistake) {
        guard next.isASCIIDigit else { throw mistake("a number without a digit here") }
        while next.isASCIIDigit { index += 1 }
    }

    private mutating func array(depth: Int) throws(Mistake) -> JSONValue {
        let start = index
        index += 1
        var elements: [JSONValue] = []
        skipSpace()
        if next != UInt8(ascii: "]") {
            while true {
                skipSpace()
                elements.append(try value(depth: depth + 1))
                skipSpace()
                if next != UInt8(ascii: ",") { break }
                index += 1
            }
        }
        guard next == UInt8(ascii: "]") else { throw unclosed("array", start) }
        index += 1
        return JSONValue(content: .array(elements), range: start..<index)
    }

    private mutating func object(depth: Int) throws(Mistake) -> JSONValue {
        let start = index
        index += 1
        var members: [JSONMember] = []
        // Of a repeated key the last value counts, as for all readers of JSON.
        var indices: [String: Int] = [:]
        skipSpace()
        if next != UInt8(ascii: "}") {
            while true {
                skipSpace()
                let keyStart = index
                guard next == UInt8(ascii: "\"") else {
                    throw index >= end
                        ? unclosed("object", start) : mistake("no key in double quotes begins here")
                }
                let key = try string()
                let keyRange = keyStart..<index
                skipSpace()
                guard next == UInt8(ascii: ":") else { throw mistake("a colon is missing here") }
                index += 1
                skipSpace()
                let member = JSONMember(key: key, keyRange: keyRange, value: try value(depth: depth + 1))
                if let index = indices[key] {
                    repeatedKeys.append(members[index].keyRange)
                    members[index] = member
                } else {
                    indices[key] = members.count
                    members.append(member)
                }
                skipSpace()
                if next != UInt8(ascii: ",") { break }
                index += 1
            }
        }
        guard next == UInt8(ascii: "}") else { throw unclosed("object", start) }
        index += 1
        return JSONValue(content: .object(members), range: start..<index)
    }

    private func unclosed(_ noun: String, _ start: Int) -> Mistake {
        index >= end
            ? mistake("an \(noun) that is not closed", start)
            : mistake("a comma or the end of the \(noun) is missing here")
    }

    // MARK: Strings

    private mutating func string() throws(Mistake) -> String {
        let start = index
        index += 1
        let first = index
        while index < end, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\"),
            bytes[index] >= 0x20
        {
            index += 1
        }
        if next == UInt8(ascii: "\"") {
            index += 1
            return String(decoding: bytes[first..<(index - 1)], as: UTF8.self)
        }
        var text = Array(bytes[first..<index])
        while index < end {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): try appendEscape(to: &text)
            case 0..<0x20:
                throw mistake("a line end or control character within a string: write it as \\n or \\u00XX")
            default:
                text.append(byte)
                index += 1
            }
        }
        throw mistake("a string that is not closed", start)
    }

    private mutating func appendEscape(to text: inout [UInt8]) throws(Mistake) {
        let start = index
        index += 1
        let sign = next
        index += 1
        switch sign {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(sign)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            var unit = try codeUnit(start)
            if unit & 0xFC00 == 0xD800, next == UInt8(ascii: "\\"), index + 1 < end,
                bytes[index + 1] == UInt8(ascii: "u")
            {
                let before = index
                index += 2
                let low = try codeUnit(before)
                if low & 0xFC00 == 0xDC00 {
                    unit = 0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)
                } else {
                    index = before
                }
            }
            if let scalar = Unicode.Scalar(unit) {
                text += Array(String(scalar).utf8)
            } else {
                loneSurrogates.append(start..<index)
                text += Array("\u{FFFD}".utf8)
            }
        default: throw mistake("an escape that JSON does not have", start)
        }
    }

    private mutating func codeUnit(_ start: Int) throws(Mistake) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = next.hexDigitValue else {
                throw mistake("\\u without four hexadecimal digits", start)
            }
            unit = unit << 4 | UInt32(digit)
            index += 1
        }
        return unit
    }
}
