/// A reading position within UTF-8 text. Every read is checked against the end of the cursor's range, which may be a
/// part of the whole text; offsets in errors always count from the start of the text.
@safe
struct ByteCursor {
    let bytes: UnsafeBufferPointer<UInt8>
    var position: Int
    let end: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        unsafe self.init(bytes, from: 0, to: bytes.count)
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
        unsafe self.bytes = unsafe bytes
        position = start
        self.end = end
    }

    var isAtEnd: Bool { position >= end }
    var remaining: Int { end - position }
    var next: UInt8? { unsafe position < end ? bytes[position] : nil }

    func byte(ahead distance: Int) -> UInt8? {
        unsafe position + distance < end ? bytes[position + distance] : nil
    }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    /// Reads a digit and returns its value; nil, without moving, if the next byte is not one.
    mutating func digit() -> UInt8? {
        guard let byte = next, byte.isDigit else { return nil }
        position += 1
        return byte - UInt8(ascii: "0")
    }

    func first(_ byte: UInt8) -> Int? {
        var index = position
        while index < end {
            if unsafe bytes[index] == byte { return index }
            index += 1
        }
        return nil
    }
}

extension UInt8 {
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
    var isQualifier: Bool {
        self == UInt8(ascii: "?") || self == UInt8(ascii: "~") || self == UInt8(ascii: "%")
    }
    var isASCIILetter: Bool {
        (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z")
    }
    var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
