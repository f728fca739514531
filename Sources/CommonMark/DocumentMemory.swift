import CCMark

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// An arena for the documents that one thread reads: libcmark allocates from it, and all memory is returned at once
/// when the thread's last tree is freed.
///
/// A document has a hundred nodes and texts. Allocating and freeing each of them took 4 % of the instructions of a
/// build.
@safe
struct DocumentMemory {
    private var at: UnsafeMutableRawPointer
    private var end: UnsafeMutableRawPointer
    /// The chunks in use. The first one lives as long as the thread.
    private var chunks: [UnsafeMutableRawPointer]
    private var treeCount = 0

    private static let chunkSize = 128 << 10
    private static let alignment = 16

    private init() {
        unsafe at = .allocate(byteCount: Self.chunkSize, alignment: Self.alignment)
        unsafe end = unsafe at + Self.chunkSize
        unsafe chunks = unsafe [at]
    }

    // MARK: Threads

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        // Without a key no document can get memory. libcmark's own allocator ends the program in that case, too,
        // because it has no way to report a failure.
        guard unsafe pthread_key_create(&key, freeThread) == 0 else { fatalError("no memory for threads") }
        return key
    }()

    #if canImport(Glibc)
        private static let freeThread: @convention(c) (UnsafeMutableRawPointer?) -> Void = { unsafe free($0) }
    #else
        private static let freeThread: @convention(c) (UnsafeMutableRawPointer) -> Void = { free($0) }
    #endif

    private static func free(_ thread: UnsafeMutableRawPointer?) {
        guard let memory = unsafe thread?.assumingMemoryBound(to: DocumentMemory.self) else { return }
        let chunks = unsafe memory.pointee.chunks
        for index in unsafe chunks.indices { unsafe chunks[index].deallocate() }
        unsafe memory.deinitialize(count: 1)
        unsafe memory.deallocate()
    }

    /// The memory of the calling thread.
    private static var current: UnsafeMutablePointer<DocumentMemory> {
        if let known = unsafe pthread_getspecific(key) {
            return unsafe known.assumingMemoryBound(to: DocumentMemory.self)
        }
        let memory = UnsafeMutablePointer<DocumentMemory>.allocate(capacity: 1)
        unsafe memory.initialize(to: DocumentMemory())
        unsafe pthread_setspecific(key, memory)
        return unsafe memory
    }

    // MARK: Trees

    /// Notes that a tree of this thread begins. Everything allocated from now on lives until the last one ends.
    static func begin() { unsafe current.pointee.treeCount += 1 }

    /// Notes that a tree of this thread ends.
    static func end() { unsafe current.pointee.endTree() }

    private mutating func endTree() {
        treeCount -= 1
        if treeCount > 0 { return }
        for index in unsafe chunks.indices.dropFirst() { unsafe chunks[index].deallocate() }
        unsafe chunks.removeSubrange(1...)
        unsafe at = unsafe chunks[0]
        unsafe end = unsafe at + Self.chunkSize
    }

    // MARK: What libcmark asks for

    /// The allocation functions that libcmark receives, shared by all threads.
    nonisolated(unsafe) static let allocator: UnsafeMutablePointer<cmark_mem> = {
        let allocator = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
        unsafe allocator.initialize(
            to: cmark_mem(
                calloc: { count, size in
                    let (bytes, isTooMuch) = count.multipliedReportingOverflow(by: size)
                    guard !isTooMuch else { fatalError("a document beyond all memory") }
                    let pointer = unsafe DocumentMemory.current.pointee.allocate(bytes)
                    unsafe memset(pointer, 0, bytes)
                    return unsafe pointer
                },
                realloc: { pointer, size in unsafe DocumentMemory.current.pointee.resize(pointer, to: size) },
                free: { _ in }))
        return unsafe allocator
    }()

    /// The size of the header before each allocation, which holds its length.
    private static let header = 16

    private static func rounded(_ size: Int) -> Int { (size + alignment - 1) & ~(alignment - 1) }

    private mutating func allocate(_ size: Int) -> UnsafeMutableRawPointer {
        let needed = Self.header + Self.rounded(size)
        if unsafe end - at < needed {
            let length = max(Self.chunkSize, needed)
            unsafe at = .allocate(byteCount: length, alignment: Self.alignment)
            unsafe end = unsafe at + length
            unsafe chunks.append(at)
        }
        unsafe at.storeBytes(of: size, as: Int.self)
        let pointer = unsafe at + Self.header
        unsafe at += needed
        return unsafe pointer
    }

    private mutating func resize(
        _ pointer: UnsafeMutableRawPointer?, to size: Int
    ) -> UnsafeMutableRawPointer {
        guard let pointer = unsafe pointer else { return unsafe allocate(size) }
        let header = unsafe pointer - Self.header
        let known = unsafe header.load(as: Int.self)
        let isLast = unsafe pointer + Self.rounded(known) == at
        if unsafe size <= known || isLast && end - pointer >= Self.rounded(size) {
            if isLast { unsafe at = unsafe pointer + Self.rounded(max(size, known)) }
            unsafe header.storeBytes(of: max(size, known), as: Int.self)
            return unsafe pointer
        }
        let larger = unsafe allocate(size)
        unsafe larger.copyMemory(from: pointer, byteCount: known)
        return unsafe larger
    }
}
