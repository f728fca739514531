/// The bytes of a page or a drawing while it is written, in memory of their own.
///
/// A page is put together of some thousand pieces, and an array takes longer for each than the copy itself: it asks
/// whether it is shared, and goes through what is appended as through any sequence.
public struct OutputBuffer: ~Copyable {
    private var memory: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    public private(set) var count = 0
    /// How many bytes it may hold: what would go beyond is left out.
    private var limit = Int.max
    /// True where something was left out.
    private(set) var isFull = false

    public init(capacity: Int = 32 << 10) {
        self.capacity = capacity
        memory = .allocate(capacity: capacity)
    }

    init(_ bytes: [UInt8]) {
        self.init(capacity: bytes.count)
        append(bytes: bytes)
    }

    deinit { memory.deallocate() }

    /// Lends what has been written from a place on.
    func withBytes<Result>(from start: Int = 0, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        body(UnsafeBufferPointer(start: memory + start, count: count - start))
    }

    /// A copy of what has been written.
    public var bytes: [UInt8] { withBytes { Array($0) } }

    /// Forgets what has been written, and keeps the memory for what is written next.
    public mutating func removeAll() { count = 0 }

    /// Lets it hold so many bytes more and nothing beyond; without a limit, whatever comes.
    mutating func setLimit(_ more: Int?) {
        limit = more.map { count + $0 } ?? .max
        isFull = false
    }

    /// Makes room; false where there may be no more.
    private mutating func grow(for more: Int) -> Bool {
        // Only here: a page that has room is not asked about, however often something is appended.
        if count + more > limit {
            isFull = true
            return false
        }
        capacity = max(min(2 * capacity, limit), count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: memory, count: count)
        memory.deallocate()
        memory = larger
        return true
    }
}

extension OutputBuffer: ByteSink {
    @inline(__always)
    package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        if capacity - count < bytes.count, !grow(for: bytes.count) { return }
        (memory + count).update(from: start, count: bytes.count)
        count += bytes.count
    }
}
