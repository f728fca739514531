/// A range of a text file. Offsets are UTF-8 bytes from the file's first byte.
public struct SourceLocation: Hashable, Sendable {
    /// The file's path as the user would write it.
    public var path: String
    /// The range in bytes: empty for a location between two bytes, `0..<0` for the file as a whole.
    public var range: Range<Int>

    /// Creates a location; without a range, that of the file as a whole.
    public init(_ path: String, _ range: Range<Int> = 0..<0) {
        self.path = path
        self.range = range
    }

    /// Creates an empty location in front of the byte at an offset.
    public init(_ path: String, at offset: Int) {
        self.init(path, offset..<offset)
    }
}
