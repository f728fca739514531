import UTF8Text

/// A value with its location in the author's file.
public struct Located<Value> {
    /// The value.
    public var value: Value
    /// The range of the value's source in its file, in UTF-8 bytes; empty for a default that the file does not contain.
    public var range: Range<Int> {
        get { packedRange.offsets }
        set { packedRange = ByteRange(newValue) }
    }
    private var packedRange: ByteRange

    /// Creates a value with the range of its source.
    public init(_ value: Value, _ range: Range<Int>) {
        self.value = value
        packedRange = ByteRange(range)
    }
}

extension Located: Sendable where Value: Sendable {}

extension Located: Equatable where Value: Equatable {}
