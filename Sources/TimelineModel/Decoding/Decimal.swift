import UTF8Text

/// A decimal number as its author wrote it, so that no digit is added or lost on its way to the reader.
public struct Decimal: Hashable, Sendable, CustomStringConvertible {
    /// The digits, with an optional minus and an optional fraction, such as `-12.50`.
    public let description: String

    /// Parses a decimal number without exponent and separators.
    ///
    /// - Returns: `nil` unless the text has at most 40 bytes and consists of digits, with at most one minus at the
    ///   beginning and one point between digits.
    public init?(_ text: String) {
        var digits = text.utf8[...]
        if digits.first == UInt8(ascii: "-") { digits = digits.dropFirst() }
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }),
            text.utf8.count <= 40
        else { return nil }
        description = text
    }

    /// The nearest binary number, for coordinates on a map.
    public var value: Double { Double(description) ?? 0 }
}
