/// A growable buffer for the bytes of a page or a drawing, with memory of its own.
///
/// A page consists of some thousand pieces, and for each of them an array takes longer than the copy itself: it
/// checks whether its memory is shared, and iterates over the appended bytes as over any sequence.
@safe
public struct OutputBuffer: ~Copyable {
    @usableFromInline
    var memory: UnsafeMutablePointer<UInt8>
    @usableFromInline
    var capacity: Int
    /// The number of bytes written.
    @inlinable
    public var count: Int { length }
    @usableFromInline
    var length = 0
    /// The greatest number of bytes; an append that would exceed it is ignored.
    private var limit = Int.max
    /// Whether an append has been ignored because of the limit.
    package private(set) var isFull = false
    /// Receives the bytes of a full buffer; nil if the buffer grows instead.
    private let drain: ((UnsafeBufferPointer<UInt8>) -> Void)?

    /// An empty buffer.
    ///
    /// - Parameter capacity: the number of bytes to allocate at first; the buffer grows as needed.
    public init(capacity: Int = 32 << 10) {
        self.capacity = capacity
        unsafe drain = nil
        unsafe memory = .allocate(capacity: capacity)
    }

    /// An empty buffer for bytes that need never be in memory at once: instead of growing, it hands them on. It is for
    /// appending only, since bytes that were handed on can be neither read nor removed.
    ///
    /// - Parameters:
    ///   - capacity: the number of bytes in memory, unless a single append is longer.
    ///   - drain: receives the bytes in order, in pieces that suit ``Fingerprint/Lanes``. ``handOn()`` hands on the last one.
    package init(capacity: Int = 64 << 10, drainingInto drain: @escaping (UnsafeBufferPointer<UInt8>) -> Void)
    {
        self.capacity = capacity
        unsafe self.drain = drain
        unsafe memory = .allocate(capacity: capacity)
    }

    /// A buffer that holds bytes.
    public init(_ bytes: [UInt8]) {
        self.init(capacity: bytes.count)
        append(bytes: bytes)
    }

    deinit { unsafe memory.deallocate() }

    /// Calls a closure with the bytes from an offset on, which are valid only during the call.
    @inlinable
    public func withBytes<Result>(from start: Int = 0, _ body: (UnsafeBufferPointer<UInt8>) -> Result)
        -> Result
    {
        unsafe body(UnsafeBufferPointer(start: memory + start, count: count - start))
    }

    /// A copy of the bytes written.
    public var bytes: [UInt8] { unsafe withBytes { unsafe Array($0) } }

    /// Removes all bytes, and keeps the memory for the next ones.
    public mutating func removeAll() { length = 0 }

    /// Appends all bytes to another buffer and removes them here.
    package mutating func move(to other: inout OutputBuffer) {
        unsafe withBytes { unsafe other.append($0) }
        removeAll()
    }

    /// Removes the bytes in ranges, and closes the gaps; every other byte is moved at most once.
    ///
    /// - Parameters:
    ///   - ranges: ascending, without overlaps.
    ///   - start: the offset that the ranges are relative to.
    package mutating func remove(_ ranges: [Range<Int>], from start: Int = 0) {
        guard let first = ranges.first else { return }
        var end = start + first.lowerBound
        for (number, range) in ranges.enumerated() {
            let kept = start + range.upperBound
            let next = number + 1 < ranges.count ? start + ranges[number + 1].lowerBound : count
            precondition(end <= kept && kept <= next && next <= count)
            unsafe (memory + end).update(from: memory + kept, count: next - kept)
            end += next - kept
        }
        length = end
    }

    /// Limits the number of further bytes; nil removes the limit.
    public mutating func setLimit(_ more: Int?) {
        limit = more.map { count + $0 } ?? .max
        isFull = false
    }

    /// Hands on the bytes that are left, as the last piece.
    package mutating func handOn() { handOn(length) }

    /// Hands on the first bytes, and moves the others to the beginning.
    private mutating func handOn(_ first: Int) {
        if first == 0 { return }
        unsafe drain?(UnsafeBufferPointer(start: memory, count: first))
        unsafe memory.update(from: memory + first, count: length - first)
        length -= first
    }

    /// Makes room by handing bytes on or by allocating more memory, and returns false if that would exceed the limit.
    @usableFromInline
    mutating func grow(for more: Int) -> Bool {
        // The limit is checked only here, so that an append to a buffer with room costs nothing more.
        if count + more > limit {
            isFull = true
            return false
        }
        if unsafe drain != nil {
            handOn(length - length % Fingerprint.Lanes.blockSize)
            if capacity - length >= more { return true }
        }
        capacity = max(min(2 * capacity, limit), count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        unsafe larger.update(from: memory, count: count)
        unsafe memory.deallocate()
        unsafe memory = unsafe larger
        return true
    }
}

extension OutputBuffer: ByteSink {
    /// Appends bytes, unless they would exceed the limit.
    @inlinable @inline(__always)
    public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        if capacity - count < bytes.count, !grow(for: bytes.count) { return }
        unsafe (memory + count).update(from: start, count: bytes.count)
        length += bytes.count
    }
}
