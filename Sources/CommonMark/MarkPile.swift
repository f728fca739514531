/// A run of more combining marks on one letter than any language writes.
///
/// Texts are compared in their normal form, for which a library sorts the marks of each letter. The sort takes
/// quadratic time, so a few thousand marks on one letter cost seconds.
public enum MarkPile {
    /// The greatest number of consecutive marks that is allowed: the bound of Unicode's Stream-Safe Text Format (UAX
    /// #15, section 12).
    public static let most = 30

    /// The first run of more than ``most`` marks in well-formed UTF-8; nil if there is none.
    ///
    /// A mark is a scalar that canonical ordering can move: one whose combining class is not 0.
    public static func first(in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        // A mark has at least two bytes, so a run that is too long covers one of the sampled offsets.
        for offset in stride(from: 2 * most, to: bytes.count, by: 2 * most) where unsafe bytes[offset] >= 0x80
        {
            var start = offset
            while unsafe isContinuation(bytes[start]), start > 0 { start -= 1 }
            guard unsafe markWidth(at: start, in: bytes) != nil else { continue }
            let run = unsafe run(around: start, in: bytes)
            if run.count > most { return run.range }
        }
        return nil
    }

    /// Whether a text contains a run of more than ``most`` marks.
    public static func isIn(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { unsafe first(in: $0) != nil }
    }

    /// Returns the run of marks around the one that begins at an offset, and how many there are.
    private static func run(
        around middle: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> (range: Range<Int>, count: Int) {
        var (start, end, count) = (middle, middle, 0)
        while start > 0 {
            var before = start - 1
            while before > 0, unsafe isContinuation(bytes[before]) { before -= 1 }
            guard unsafe markWidth(at: before, in: bytes) != nil else { break }
            start = before
            count += 1
        }
        while let width = unsafe markWidth(at: end, in: bytes) {
            end += width
            count += 1
        }
        return (start..<end, count)
    }

    /// The length in bytes of the mark that begins at an offset; nil if no scalar or another one begins there.
    private static func markWidth(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard start < bytes.count, unsafe bytes[start] >= 0xC0 else { return nil }
        var iterator = unsafe bytes[start...].makeIterator()
        var decoder = UTF8()
        guard case .scalarValue(let scalar) = unsafe decoder.decode(&iterator),
            scalar.properties.canonicalCombiningClass != .notReordered
        else { return nil }
        return UTF8.width(scalar)
    }

    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
