/// A stretch of a text file: offsets are UTF-8 bytes from the file's first byte.
public struct SourceLocation: Hashable, Sendable {
    /// The file's path as the user would name it.
    public var path: String
    /// Empty for a place between two bytes, and at 0 for the file as a whole.
    public var range: Range<Int>

    public init(_ path: String, _ range: Range<Int> = 0..<0) {
        self.path = path
        self.range = range
    }

    public init(_ path: String, at offset: Int) {
        self.init(path, offset..<offset)
    }
}
