import Dispatch
import Synchronization

/// Returns the results of a function for `0..<count`, in order, computed on up to `jobs` threads; on the calling thread
/// if one chunk holds all items.
///
/// - Parameter chunk: the number of items that a thread takes at a time. Large items need smaller chunks; for small
///   ones chunks of one item cost 50 % more.
public func concurrentMap<Result: Sendable>(
    count: Int, jobs: Int, chunk: Int = 64, _ transform: @Sendable (Int) -> Result
) -> [Result] {
    let chunks = (count + chunk - 1) / chunk
    return unsafe [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
        guard let base = buffer.baseAddress else { return }
        let results = unsafe SharedPointer(base)
        let next = NextChunk()
        DispatchQueue.concurrentPerform(iterations: min(max(jobs, 1), chunks)) { _ in
            while let index = next.take(below: chunks) {
                HeapPages.preferLarge()
                for item in index * chunk..<min(count, (index + 1) * chunk) {
                    unsafe (results.pointer + item).initialize(to: transform(item))
                }
            }
        }
        initialized = count
    }
}

/// A pointer through which threads write, each to elements of its own.
@safe
private struct SharedPointer<Element>: @unchecked Sendable {
    let pointer: UnsafeMutablePointer<Element>

    init(_ pointer: UnsafeMutablePointer<Element>) {
        unsafe self.pointer = unsafe pointer
    }
}

/// A counter that hands out each chunk number once.
private final class NextChunk: Sendable {
    private let number = Mutex(0)

    func take(below count: Int) -> Int? {
        number.withLock { next in
            guard next < count else { return nil }
            next += 1
            return next - 1
        }
    }
}
