/// A range of bytes in a file, in half the room of a `Range<Int>`: an entry has a dozen of them.
///
/// Bounds beyond 4 GiB are stored as 4 GiB. Such a file is not read by a person either.
public struct ByteRange: Hashable, Sendable {
    private let lower: UInt32
    private let upper: UInt32

    /// Creates the range; its bounds must not be negative.
    public init(_ range: Range<Int>) {
        lower = UInt32(clamping: range.lowerBound)
        upper = UInt32(clamping: range.upperBound)
    }

    /// The range of offsets, from 0.
    public var offsets: Range<Int> { Int(lower)..<Int(upper) }
}
