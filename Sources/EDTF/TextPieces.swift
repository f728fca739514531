/// A buffer of fixed capacity for a text that is assembled from pieces: see ``Swift/String/init(capacity:_:)``. A piece
/// for which it has no room is dropped.
///
/// Pages need hundreds of short texts, file names and messages: appending to strings took 6 % of the instructions of a
/// build.
@safe
package struct TextPieces {
    fileprivate let memory: UnsafeMutableBufferPointer<UInt8>
    fileprivate var count = 0

    /// Appends a text, unless the buffer has no room for it.
    package mutating func append(_ text: String) {
        let isDone = unsafe text.utf8.withContiguousStorageIfAvailable { unsafe append($0) } != nil
        if isDone { return }
        var text = text
        text.withUTF8 { unsafe append($0) }
    }

    /// Appends a range of UTF-8 bytes.
    mutating func append(_ bytes: [UInt8], _ range: Range<Int>) {
        unsafe bytes.withUnsafeBufferPointer { unsafe append(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// Appends an ASCII byte.
    mutating func append(_ byte: UInt8) {
        unsafe assert(count < memory.count, "The text has room for all pieces")
        guard unsafe count < memory.count else { return }
        unsafe memory[count] = byte
        count += 1
    }

    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        unsafe assert(bytes.count <= memory.count - count, "The text has room for all pieces")
        guard let start = bytes.baseAddress, let target = unsafe memory.baseAddress,
            unsafe bytes.count <= memory.count - count
        else { return }
        unsafe (target + count).update(from: start, count: bytes.count)
        count += bytes.count
    }
}

extension String {
    /// Creates a text from pieces.
    ///
    /// - Parameters:
    ///   - capacity: at least the number of UTF-8 bytes of all pieces; a piece without room is dropped.
    ///   - build: appends the pieces.
    package init(capacity: Int, _ build: (inout TextPieces) -> Void) {
        let text = unsafe String(unsafeUninitializedCapacity: capacity) { memory in
            var pieces = unsafe TextPieces(memory: memory)
            build(&pieces)
            return pieces.count
        }
        // A text of up to 15 bytes needs no memory of its own, whatever room its pieces were given.
        self = text.utf8.count > 15 ? text : String(decoding: text.utf8, as: UTF8.self)
    }
}
