/// The strict grammar of EDTF 2019, levels 0 to 2. Nothing in it recurses on what a user wrote.
@safe
struct ExpressionParser {
    /// The length in bytes above which a text is refused, so that no set can take unlimited memory or time.
    static let maximumLength = 4096

    let bytes: UnsafeBufferPointer<UInt8>

    func parse() throws(DateSyntaxError) -> Leveled<DateExpression.Value> {
        guard let first = unsafe bytes.first else {
            throw DateSyntaxError("Date is empty", offset: 0, length: 0)
        }
        guard unsafe bytes.count <= Self.maximumLength else {
            throw DateSyntaxError(
                "Date is longer than \(Self.maximumLength) bytes", offset: Self.maximumLength,
                length: unsafe bytes.count - Self.maximumLength)
        }
        if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") {
            return try unsafe SetParser(bytes: bytes).parse()
        }
        for index in unsafe 0..<bytes.count {
            if unsafe bytes[index] == UInt8(ascii: "/") {
                return try unsafe IntervalParser(bytes: bytes, slash: index).parse()
            }
            if unsafe bytes[index] == UInt8(ascii: "T"), index >= 10 {
                var parser = unsafe DateTimeParser(cursor: ByteCursor(bytes))
                return try parser.parse()
            }
        }
        var parser = unsafe SingleDateParser(ByteCursor(bytes))
        let parsed = try parser.parse()
        return Leveled(DateExpression.Value(parsed.value), level: parsed.level)
    }
}

/// A parsed value with the lowest EDTF level whose grammar contains it.
struct Leveled<Value> {
    var value: Value
    var level: UInt8

    init(_ value: Value, level: UInt8) {
        self.value = value
        self.level = level
    }
}
