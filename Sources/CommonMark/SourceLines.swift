import CCMark

/// The lines of a source by number, for callers that mostly ask in ascending order.
///
/// Lines end as in CommonMark 0.30, section 2.1: with a line feed, a carriage return, or both.
@safe
struct SourceLines {
    let bytes: UnsafeBufferPointer<UInt8>
    private let hasCarriageReturns: Bool
    private var number = 1
    private var start = 0
    /// The offsets of all line starts; computed when a line before the last one is requested.
    private var starts: [Int]?

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        unsafe self.bytes = unsafe bytes
        hasCarriageReturns = unsafe bytes.firstOffset(of: .carriageReturn, in: 0..<bytes.count) != nil
    }

    /// The start offset of a line, counted from 1; the end of the source for a number beyond its lines.
    mutating func start(ofLine wanted: Int) -> Int {
        if wanted < number { noteStarts() }
        if let starts { return unsafe wanted <= starts.count ? starts[max(0, wanted - 1)] : bytes.count }
        while number < wanted, unsafe start < bytes.count {
            start = next(afterLineEndingAt: end(ofLineAt: start))
            number += 1
        }
        return start
    }

    private mutating func noteStarts() {
        if starts != nil { return }
        var all = [0]
        while let last = all.last {
            let next = next(afterLineEndingAt: end(ofLineAt: last))
            if unsafe next >= bytes.count { break }
            all.append(next)
        }
        starts = all
    }

    /// The offset of the line ending, or of the end of the source, that follows `offset`.
    func end(ofLineAt offset: Int) -> Int {
        guard hasCarriageReturns else {
            return unsafe bytes.firstOffset(of: .lineFeed, in: offset..<bytes.count) ?? bytes.count
        }
        // Byte by byte: a search for one kind of line end could run far beyond this line, again and again.
        var end = offset
        while unsafe end < bytes.count, unsafe bytes[end] != .lineFeed, unsafe bytes[end] != .carriageReturn {
            end += 1
        }
        return end
    }

    /// The start of the line that follows a line ending.
    func next(afterLineEndingAt end: Int) -> Int {
        guard unsafe end < bytes.count else { return end }
        let isPair =
            unsafe bytes[end] == .carriageReturn && end + 1 < bytes.count && bytes[end + 1] == .lineFeed
        return end + (isPair ? 2 : 1)
    }
}
