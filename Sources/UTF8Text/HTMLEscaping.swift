/// The program's only escaping of text for HTML: `& < > " '` become character references.
///
/// The result is safe as text and in a quoted attribute value with either kind of quotes. The functions work on
/// UTF-8, in which these five bytes never occur within a longer character.
extension ByteSink where Self: ~Copyable {
    /// Appends plain text as HTML.
    @inlinable
    public mutating func append(escaping text: String) {
        let isDone = text.utf8.withContiguousStorageIfAvailable { append(escaping: $0) } != nil
        if isDone { return }
        // The storage of a string from another runtime may not be contiguous.
        var text = text
        text.makeContiguousUTF8()
        text.withUTF8 { append(escaping: $0) }
    }

    /// Appends plain text in UTF-8 as HTML.
    @inlinable
    public mutating func append(escaping bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append(escaping: $0) }
    }

    /// Appends plain text in UTF-8 as HTML. Each run without special characters is copied at once.
    @inlinable
    public mutating func append(escaping bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        while let index = bytes.firstSpecial(from: start) {
            append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
            appendReference(to: bytes[index])
            start = index + 1
        }
        append(UnsafeBufferPointer(rebasing: bytes[start...]))
    }

    @inlinable
    mutating func appendReference(to byte: UInt8) {
        switch byte {
        case UInt8(ascii: "&"): append(literal: "&amp;")
        case UInt8(ascii: "<"): append(literal: "&lt;")
        case UInt8(ascii: ">"): append(literal: "&gt;")
        case UInt8(ascii: "\""): append(literal: "&quot;")
        default: append(literal: "&#39;")
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Returns the index of the first byte from `start` on that needs a character reference, `" & ' < >`; nil if
    /// there is none.
    @usableFromInline
    func firstSpecial(from start: Int) -> Int? {
        var index = start
        // Eight at a time: `&` and `'` differ in one bit, and so do `<` and `>`.
        let words = UnsafeRawBufferPointer(self)
        while index + 8 <= count {
            let word = words.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let found =
                zeroBytes(word ^ every(34)) | zeroBytes((word | every(1)) ^ every(39))
                | zeroBytes((word | every(2)) ^ every(62))
            if found != 0 { break }
            index += 8
        }
        while index < count {
            switch self[index] {
            case UInt8(ascii: "\""), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "<"),
                UInt8(ascii: ">"):
                return index
            default: index += 1
            }
        }
        return nil
    }
}

/// Returns a word of eight equal bytes.
@inline(__always)
private func every(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

/// Returns a word that is not zero if and only if one of the eight bytes is zero.
@inline(__always)
private func zeroBytes(_ word: UInt64) -> UInt64 { (word &- every(1)) & ~word & every(0x80) }
