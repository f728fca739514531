/// What bytes can be appended to: an array, or the memory of a page.
package protocol ByteSink: ~Copyable {
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>)
}

extension [UInt8]: ByteSink {
    package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) { append(contentsOf: bytes) }
}

extension ByteSink where Self: ~Copyable {
    package mutating func append(bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

    /// Appends a text as it is.
    ///
    /// The standard library appends a string's bytes one by one unless it is told that they lie together.
    package mutating func append(text: String) {
        let isDone = text.utf8.withContiguousStorageIfAvailable { append($0) } != nil
        if isDone { return }
        var text = text
        text.withUTF8 { append($0) }
    }

    /// Appends a text that the program itself holds.
    @inline(__always)
    package mutating func append(literal text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
