import UTF8Text

/// Reads the words of a date of Markwhen, in lower case and with single spaces.
struct MarkwhenScanner {
    private let bytes: [UInt8]
    private(set) var index = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { index >= bytes.count }

    private var next: UInt8 { index < bytes.count ? bytes[index] : 0 }

    mutating func skipSpaces() { while next == 0x20 || next == UInt8(ascii: ",") { index += 1 } }

    /// Skips a text, if it comes next.
    mutating func skip(_ text: String) -> Bool {
        guard bytes[index...].starts(with: text.utf8) else { return false }
        index += text.utf8.count
        return true
    }

    /// Skips a word, if it comes next and no letter follows it.
    mutating func skip(word: String) -> Bool {
        let start = index
        guard skip(word), !next.isASCIILetter else {
            index = start
            return false
        }
        return true
    }

    /// Reads digits; nil unless their number is in a range.
    mutating func digits(_ counts: ClosedRange<Int>) -> String? {
        let start = index
        while next.isASCIIDigit { index += 1 }
        guard counts.contains(index - start) else {
            index = start
            return nil
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    /// Reads letters; empty if there are none.
    mutating func letters() -> String {
        let start = index
        while next.isASCIILetter { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    /// Reads letters, digits and underscores; empty if there are none.
    mutating func name() -> String {
        let start = index
        while next.isASCIIAlphanumeric || next == UInt8(ascii: "_") { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    /// The text from an offset to the current one.
    func text(from start: Int) -> String { String(decoding: bytes[start..<index], as: UTF8.self) }

    mutating func reset(to index: Int) { self.index = index }
}
