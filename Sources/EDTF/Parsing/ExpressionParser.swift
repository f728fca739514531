/// The strict grammar of EDTF 2019, levels 0 to 2. Nothing in it recurses on what a user wrote.
struct ExpressionParser {
    /// The length in bytes above which a text is refused, so that no set can take unlimited memory or time.
    static let maximumLength = 4096

    let bytes: UnsafeBufferPointer<UInt8>

    func parse() throws(DateSyntaxError) -> Leveled<DateExpression.Value> {
        guard let first = bytes.first else {
            throw DateSyntaxError("Date is empty", offset: 0, length: 0)
        }
        guard bytes.count <= Self.maximumLength else {
            throw DateSyntaxError(
                "Date is longer than \(Self.maximumLength) bytes", offset: Self.maximumLength,
                length: bytes.count - Self.maximumLength)
        }
        if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") {
            return try SetParser(bytes: bytes).parse()
        }
        for index in 0..<bytes.count {
            if bytes[index] == UInt8(ascii: "/") {
                return try IntervalParser(bytes: bytes, slash: index).parse()
            }
            if bytes[index] == UInt8(ascii: "T"), index >= 10 {
                var parser = DateTimeParser(cursor: ByteCursor(bytes))
                return try parser.parse()
            }
        }
        var parser = SingleDateParser(ByteCursor(bytes))
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
