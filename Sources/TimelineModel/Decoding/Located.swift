import Diagnostics

/// A value, and where the author wrote it.
public struct Located<Value> {
    public var value: Value
    /// UTF-8 bytes from the file's first byte.
    public var range: Range<Int>

    public init(_ value: Value, _ range: Range<Int>) {
        self.value = value
        self.range = range
    }
}

extension Located: Sendable where Value: Sendable {}

extension Located: Equatable where Value: Equatable {}
