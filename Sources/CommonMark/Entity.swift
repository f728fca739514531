import UTF8Text

/// An entity or numeric character reference in the source of a text (CommonMark 0.30, section 2.5).
///
/// Only libcmark knows which names exist; the rendered text shows whether one was replaced.
struct Entity {
    /// The reference's length in the source, in bytes.
    let written: Int
    /// The length of its first scalar in the rendered text, in bytes.
    let rendered: Int

    /// Reads the reference at a `&` in the source, whose rendering begins `text`; nil if the `&` stands for itself.
    init?(in source: [UInt8], at: Int, rendering text: UnsafeBufferPointer<UInt8>.SubSequence) {
        guard let length = Self.length(in: source, at: at), let first = unsafe text.first else { return nil }
        let name = source[at + 1..<at + length - 1]
        let isNumeric = name.first == .hash
        if !isNumeric, !name.elementsEqual("amp".utf8), !name.elementsEqual("AMP".utf8),
            unsafe text.starts(with: source[at..<at + length])
        {
            return nil
        }
        written = length
        switch first {
        case 0xC0..<0xE0: rendered = unsafe min(2, text.count)
        case 0xE0..<0xF0: rendered = unsafe min(3, text.count)
        case 0xF0..<0xF8: rendered = unsafe min(4, text.count)
        default: rendered = 1
        }
    }

    /// The length of a well-formed reference, with `&` and `;`; nil if there is none.
    private static func length(in source: [UInt8], at: Int) -> Int? {
        // The longest name, CounterClockwiseContourIntegral, has 31 letters.
        let window = source[(at + 1)..<min(source.count, at + 34)]
        guard let end = window.firstIndex(of: .semicolon), end > at + 1 else { return nil }
        let name = window[..<end]
        let isForm: Bool
        if name.first == .hash {
            let digits = name.dropFirst()
            let isHexadecimal = digits.first.map { $0 | 0x20 } == UInt8(ascii: "x")
            isForm =
                isHexadecimal
                ? (2...7).contains(digits.count) && digits.dropFirst().allSatisfy(\.isASCIIHexDigit)
                : (1...7).contains(digits.count) && digits.allSatisfy(\.isASCIIDigit)
        } else {
            isForm = name.allSatisfy { $0.isASCIIAlphanumeric }
        }
        return isForm ? end + 1 - at : nil
    }
}
