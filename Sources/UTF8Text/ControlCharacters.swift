extension Unicode.Scalar {
    /// The code point in the notation of the Unicode Standard (appendix A): `U+200E`.
    public var codePoint: String { "U+" + hexadecimal(value, atLeast: 4, uppercase: true) }

    /// Whether the scalar is a control character: C0, DEL or C1 (Unicode 16, section 23.1).
    public var isControl: Bool { value < 0x20 || 0x7F...0x9F ~= value }

    /// Whether the scalar is a control character that a text must not contain: any but tabs and line ends.
    public var isForbiddenControl: Bool { isControl && self != "\t" && self != "\n" && self != "\r" }

    /// Whether the scalar has no glyph and changes how other text is displayed: controls (C0, C1), line and paragraph
    /// separators, and controls of writing direction. Text for people shows a sign in its place, text for programs an
    /// escape.
    public var steersDisplay: Bool {
        switch self {
        case _ where isControl: true
        case "\u{061C}", "\u{200E}", "\u{200F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}": true
        default: false
        }
    }
}

/// Returns the range of the first control character that a text must not contain; nil if there is none.
///
/// - Parameter bytes: a text in UTF-8.
public func firstForbiddenControl(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    // Texts are long and hardly any contains one: a pass without a branch per byte finds out whether one can.
    let mayHaveOne = unsafe bytes.withUnsafeBufferPointer { bytes in
        var found: UInt8 = 0
        for index in bytes.indices {
            let byte = unsafe bytes[index]
            // Below a space but for tabs and line ends, DEL, or the lead byte of U+0080 to U+00BF.
            found |= (byte < 0x20 ? 1 : 0) & (byte == 9 ? 0 : 1) & (byte == 10 ? 0 : 1) & (byte == 13 ? 0 : 1)
            found |= (byte == 0x7F ? 1 : 0) | (byte == 0xC2 ? 1 : 0)
        }
        return found != 0
    }
    guard mayHaveOne else { return nil }
    var previous: UInt8 = 0
    for (index, byte) in zip(bytes.indices, bytes) {
        if byte < 0x80, Unicode.Scalar(byte).isForbiddenControl { return index..<index + 1 }
        if previous == 0xC2, 0x80...0x9F ~= byte { return index - 1..<index + 1 }
        previous = byte
    }
    return nil
}
