import CCMark
import UTF8Text

/// A source as well-formed UTF-8 without NUL: U+FFFD replaces each NUL and each ill-formed sequence, and byte order
/// marks at the start are cut off. ``original(_:)`` maps offsets back to the bytes as given.
///
/// The bytes are borrowed: a value is valid only inside the closure of ``reading(_:limit:isText:_:)``.
@safe
struct ValidSource {
    let bytes: UnsafeBufferPointer<UInt8>
    let unreadTail: Range<Int>?
    /// The length of the byte order marks that were cut off. libcmark skips one, but counts columns from it.
    private let start: Int
    private let repairs: [Repair]

    /// A malformed run of the source, which one replacement character stands for.
    private struct Repair {
        var offset: Int
        var original: Range<Int>
    }

    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// Calls `body` with the valid form of a source.
    ///
    /// - Parameter isText: whether the source is known to be well-formed UTF-8 without NUL.
    static func reading<Result>(
        _ source: UnsafeBufferPointer<UInt8>, limit: Int = MarkdownDocument.maximumLength,
        isText: Bool = false, _ body: (ValidSource) -> Result
    ) -> Result {
        let length = unsafe readableLength(of: source, limit: limit)
        var start = 0
        while unsafe source[start..<length].starts(with: ByteOrderMark.bytes) {
            start += ByteOrderMark.bytes.count
        }
        let bytes = unsafe UnsafeBufferPointer(rebasing: source[start..<length])
        let tail = length < source.count ? length..<source.count : nil
        guard let malformed = unsafe isText ? nil : UTF8Validity.firstIllFormedOrNUL(in: bytes) else {
            return unsafe body(ValidSource(bytes: bytes, unreadTail: tail, start: start, repairs: []))
        }
        let (repaired, repairs) = unsafe repair(bytes, from: malformed)
        return unsafe repaired.withUnsafeBufferPointer {
            unsafe body(ValidSource(bytes: $0, unreadTail: tail, start: start, repairs: repairs))
        }
    }

    /// The offset in the original source of an offset in ``bytes``.
    func original(_ offset: Int) -> Int {
        guard !repairs.isEmpty else { return offset + start }
        let next = repairs.partitioningIndex { $0.offset > offset }
        guard next > 0 else { return offset + start }
        let repair = repairs[next - 1]
        let past = offset - repair.offset - Self.replacement.count
        return start + (past < 0 ? repair.original.lowerBound : repair.original.upperBound + past)
    }

    func original(_ range: Range<Int>) -> Range<Int> {
        original(range.lowerBound)..<original(range.upperBound)
    }

    /// The number of bytes to read: at most `limit`, without cutting a scalar in two.
    private static func readableLength(of source: UnsafeBufferPointer<UInt8>, limit: Int) -> Int {
        guard source.count > limit else { return source.count }
        var length = limit
        while length > max(0, limit - 3), unsafe source[length] & 0xC0 == 0x80 { length -= 1 }
        return length
    }

    private static func repair(
        _ bytes: UnsafeBufferPointer<UInt8>, from malformed: Int
    ) -> ([UInt8], [Repair]) {
        var repaired = unsafe Array(bytes[..<malformed])
        var repairs: [Repair] = []
        var at = malformed
        while at < bytes.count {
            let sequence = unsafe UTF8Validity.sequence(at: at, in: bytes)
            let range = at..<at + sequence.length
            if sequence.isWellFormed, unsafe bytes[at] != 0 {
                unsafe repaired.append(contentsOf: bytes[range])
            } else {
                repairs.append(Repair(offset: repaired.count, original: range))
                repaired.append(contentsOf: replacement)
            }
            at = range.upperBound
        }
        return (repaired, repairs)
    }
}
