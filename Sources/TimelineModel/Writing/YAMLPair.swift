/// A key of a map with its value.
public struct YAMLPair: Sendable, Equatable {
    /// The key as a text; it is quoted where that is necessary.
    public var key: String
    /// The value.
    public var value: YAMLValue

    /// Creates a pair.
    public init(_ key: String, _ value: YAMLValue) {
        self.key = key
        self.value = value
    }
}
