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
struct DocumentMemory {
    private var at: UnsafeMutableRawPointer
    private var end: UnsafeMutableRawPointer
    /// The chunks in use. The first one lives as long as the thread.
    private var chunks: [UnsafeMutableRawPointer]
    private var treeCount = 0

    private static let chunkSize = 128 << 10
    private static let alignment = 16

    private init() {
        at = .allocate(byteCount: Self.chunkSize, alignment: Self.alignment)
        end = at + Self.chunkSize
        chunks = [at]
    }

    // MARK: Threads

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        // Without a key no document can get memory. libcmark's own allocator ends the program in that case, too,
        // because it has no way to report a failure.
        guard pthread_key_create(&key, freeThread) == 0 else { fatalError("no memory for threads") }
        return key
    }()

    #if canImport(Glibc)
        private static let freeThread: @convention(c) (UnsafeMutableRawPointer?) -> Void = { free($0) }
    #else
        private static let freeThread: @convention(c) (UnsafeMutableRawPointer) -> Void = { free($0) }
    #endif

    private static func free(_ thread: UnsafeMutableRawPointer?) {
        guard let memory = thread?.assumingMemoryBound(to: DocumentMemory.self) else { return }
        for chunk in memory.pointee.chunks { chunk.deallocate() }
        memory.deinitialize(count: 1)
        memory.deallocate()
    }

    /// The memory of the calling thread.
    private static var current: UnsafeMutablePointer<DocumentMemory> {
        if let known = pthread_getspecific(key) { return known.assumingMemoryBound(to: DocumentMemory.self) }
        let memory = UnsafeMutablePointer<DocumentMemory>.allocate(capacity: 1)
        memory.initialize(to: DocumentMemory())
        pthread_setspecific(key, memory)
        return memory
    }

    // MARK: Trees

    /// Notes that a tree of this thread begins. Everything allocated from now on lives until the last one ends.
    static func begin() { current.pointee.treeCount += 1 }

    /// Notes that a tree of this thread ends.
    static func end() { current.pointee.endTree() }

    private mutating func endTree() {
        treeCount -= 1
        if treeCount > 0 { return }
        for chunk in chunks.dropFirst() { chunk.deallocate() }
        chunks.removeSubrange(1...)
        at = chunks[0]
        end = at + Self.chunkSize
    }

    // MARK: What libcmark asks for

    /// The allocation functions that libcmark receives, shared by all threads.
    nonisolated(unsafe) static let allocator: UnsafeMutablePointer<cmark_mem> = {
        let allocator = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
        allocator.initialize(
            to: cmark_mem(
                calloc: { count, size in
                    let (bytes, isTooMuch) = count.multipliedReportingOverflow(by: size)
                    guard !isTooMuch else { fatalError("a document beyond all memory") }
                    let pointer = DocumentMemory.current.pointee.allocate(bytes)
                    memset(pointer, 0, bytes)
                    return pointer
                },
                realloc: { pointer, size in DocumentMemory.current.pointee.resize(pointer, to: size) },
                free: { _ in }))
        return allocator
    }()

    /// The size of the header before each allocation, which holds its length.
    private static let header = 16

    private static func rounded(_ size: Int) -> Int { (size + alignment - 1) & ~(alignment - 1) }

    private mutating func allocate(_ size: Int) -> UnsafeMutableRawPointer {
        let needed = Self.header + Self.rounded(size)
        if end - at < needed {
            let length = max(Self.chunkSize, needed)
            at = .allocate(byteCount: length, alignment: Self.alignment)
            end = at + length
            chunks.append(at)
        }
        at.storeBytes(of: size, as: Int.self)
        let pointer = at + Self.header
        at += needed
        return pointer
    }

    private mutating func resize(
        _ pointer: UnsafeMutableRawPointer?, to size: Int
    ) -> UnsafeMutableRawPointer {
        guard let pointer else { return allocate(size) }
        let header = pointer - Self.header
        let known = header.load(as: Int.self)
        let isLast = pointer + Self.rounded(known) == at
        if size <= known || isLast && end - pointer >= Self.rounded(size) {
            if isLast { at = pointer + Self.rounded(max(size, known)) }
            header.storeBytes(of: max(size, known), as: Int.self)
            return pointer
        }
        let larger = allocate(size)
        larger.copyMemory(from: pointer, byteCount: known)
        return larger
    }
}
