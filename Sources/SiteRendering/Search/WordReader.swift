/// Takes words as a ``WordReader`` finds them.
protocol WordTaking {
    mutating func take(_ word: UnsafeBufferPointer<UInt8>)
}

/// Cuts text into the words of the search: runs of letters and digits, folded.
struct WordReader {
    /// Longer words are known by so many characters; the theme's script cuts them there too.
    static let longestWord = 32

    private let folded = Folding.folded
    private let ascii = Folding.ascii
    /// Room for the bytes of the longest word.
    private var word = [UInt8](repeating: 0, count: 4 * (longestWord + 1))
    /// How many of them are taken.
    private var size = 0
    /// How many characters that is; those beyond the longest word count too.
    private var length = 0

    /// The words of plain text.
    mutating func read(_ text: String, into taker: inout some WordTaking) {
        var text = text
        text.withUTF8 { read($0, isMarkup: false, &taker) }
    }

    /// The words of HTML as libcmark writes it: tags and character references stand between words.
    mutating func read(html: [UInt8], into taker: inout some WordTaking) {
        html.withUnsafeBufferPointer { read($0, isMarkup: true, &taker) }
    }

    private mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, isMarkup: Bool, _ taker: inout some WordTaking
    ) {
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte < 0x80 {
                let next = readLetters(bytes, from: at)
                if next > at {
                    at = next
                    continue
                }
                at += 1
                end(&taker)
                if isMarkup, byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") {
                    at = Self.skipMarkup(bytes, from: at, opening: byte)
                }
            } else {
                let (scalar, count) = Self.scalar(bytes, at)
                read(scalar, bytes[at..<at + count], &taker)
                at += count
            }
        }
        end(&taker)
    }

    private mutating func read(
        _ scalar: Unicode.Scalar, _ bytes: Slice<UnsafeBufferPointer<UInt8>>,
        _ taker: inout some WordTaking
    ) {
        switch Folding.character(scalar) {
        case .separator: end(&taker)
        case .letter:
            if length < Self.longestWord { for byte in bytes { put(byte) } }
            length += 1
        case .folded(let range):
            for at in range {
                // A character begins at every byte that continues none.
                if folded[at] & 0xC0 != 0x80 { length += 1 }
                if length <= Self.longestWord { put(folded[at]) }
            }
        case .word:
            end(&taker)
            for byte in bytes { put(byte) }
            end(&taker)
        }
    }

    private mutating func put(_ byte: UInt8) {
        word[size] = byte
        size += 1
    }

    /// Takes the letters and digits of ASCII from a place on.
    ///
    /// - Returns: the place behind them.
    private mutating func readLetters(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let room = max(0, Self.longestWord - length)
        let (end, taken) = word.withUnsafeMutableBufferPointer { [size] word in
            ascii.withUnsafeBufferPointer { ascii in
                var at = start
                var taken = size
                while at < bytes.count, bytes[at] < 0x80 {
                    let letter = ascii[Int(bytes[at])]
                    if letter == 0 { break }
                    if at - start < room {
                        word[taken] = letter
                        taken += 1
                    }
                    at += 1
                }
                return (at, taken)
            }
        }
        size = taken
        length += end - start
        return end
    }

    private mutating func end(_ taker: inout some WordTaking) {
        length = 0
        if size == 0 { return }
        word.withUnsafeBufferPointer { taker.take(UnsafeBufferPointer(rebasing: $0[..<size])) }
        size = 0
    }

    private static func skipMarkup(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, opening: UInt8
    ) -> Int {
        let isTag = opening == UInt8(ascii: "<")
        let close = isTag ? UInt8(ascii: ">") : UInt8(ascii: ";")
        // A reference is short; an ampersand of raw HTML may be none.
        let end = isTag ? bytes.count : min(bytes.count, start + 10)
        var at = start
        while at < end {
            if bytes[at] == close { return at + 1 }
            at += 1
        }
        return isTag ? end : start
    }

    /// The character at a place of UTF-8, and how many bytes it has; U+FFFD for a byte that begins none.
    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Unicode.Scalar, Int) {
        let first = UInt32(bytes[at])
        let count = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard first >= 0xC0, at + count <= bytes.count else { return ("\u{FFFD}", 1) }
        var code = first & (count == 2 ? 0x1F : count == 3 ? 0x0F : 0x07)
        for next in bytes[at + 1..<at + count] { code = code << 6 | UInt32(next & 0x3F) }
        return (Unicode.Scalar(code) ?? "\u{FFFD}", count)
    }
}
