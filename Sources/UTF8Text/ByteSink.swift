/// A destination for bytes: an array, or the buffer of a page.
public protocol ByteSink: ~Copyable {
    /// Appends bytes.
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>)
}

extension [UInt8]: ByteSink {
    /// Appends bytes.
    @inlinable
    public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) { unsafe append(contentsOf: bytes) }
}

extension ByteSink where Self: ~Copyable {
    /// Appends the bytes of an array.
    @inlinable
    public mutating func append(bytes: [UInt8]) { unsafe bytes.withUnsafeBufferPointer { unsafe append($0) } }

    /// Appends the UTF-8 bytes of a text, unescaped.
    ///
    /// They are appended in one piece, since the standard library appends a string's bytes one by one unless their
    /// storage is known to be contiguous.
    @inlinable
    public mutating func append(text: String) {
        let isDone = unsafe text.utf8.withContiguousStorageIfAvailable { unsafe append($0) } != nil
        if isDone { return }
        var text = text
        text.withUTF8 { unsafe append($0) }
    }

    /// Appends a string literal of the program, unescaped.
    @inlinable @inline(__always)
    public mutating func append(literal text: StaticString) {
        unsafe append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
