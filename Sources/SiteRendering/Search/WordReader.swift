/// Takes words as a ``WordReader`` finds them.
protocol WordTaking {
    mutating func take(_ word: UnsafeBufferPointer<UInt8>)
}

/// Cuts text into the words of the search: runs of letters and digits, folded.
struct WordReader {
    /// Longer words are known by so many characters; the theme's script cuts them there too.
    static let longestWord = 32

    private let folded = Folding.folded
    private let letters = Folding.asciiLetters
    /// Room for the bytes of the longest word.
    private var room = [UInt8](repeating: 0, count: 4 * (longestWord + 1))

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
        room.withUnsafeMutableBufferPointer { [folded, letters] room in
            letters.withUnsafeBufferPointer { letters in
                var word = Word(room: room)
                var at = 0
                while at < bytes.count {
                    let byte = bytes[at]
                    if letters[Int(byte)] != 0 {
                        at = word.add(bytes, from: at, letters)
                    } else if byte >= 0x80 {
                        let (scalar, count) = Self.scalar(bytes, at)
                        Self.read(scalar, bytes[at..<at + count], folded, &word, &taker)
                        at += count
                    } else {
                        at += 1
                        word.end(&taker)
                        if isMarkup, byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") {
                            at = Self.skipMarkup(bytes, from: at, opening: byte)
                        }
                    }
                }
                word.end(&taker)
            }
        }
    }

    private static func read(
        _ scalar: Unicode.Scalar, _ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ folded: [UInt8],
        _ word: inout Word, _ taker: inout some WordTaking
    ) {
        switch Folding.character(scalar) {
        case .separator: word.end(&taker)
        case .letter:
            if word.length < longestWord { for byte in bytes { word.put(byte) } }
            word.length += 1
        case .folded(let range):
            for at in range {
                // A character begins at every byte that continues none.
                if folded[at] & 0xC0 != 0x80 { word.length += 1 }
                if word.length <= longestWord { word.put(folded[at]) }
            }
        case .word:
            word.end(&taker)
            for byte in bytes { word.put(byte) }
            word.end(&taker)
        }
    }

    /// The word that is being read.
    private struct Word {
        let room: UnsafeMutableBufferPointer<UInt8>
        /// How many of its bytes are taken.
        var size = 0
        /// How many characters that is; those beyond the longest word count too.
        var length = 0

        /// Letters and digits of ASCII: as many as there are from a place on. Returns where they end.
        @inline(__always)
        mutating func add(
            _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ letters: UnsafeBufferPointer<UInt8>
        ) -> Int {
            var at = start
            var size = size
            let end = min(bytes.count, start + longestWord - min(length, longestWord))
            while at < end {
                let letter = letters[Int(bytes[at])]
                if letter == 0 { break }
                room[size] = letter
                size += 1
                at += 1
            }
            if at == end { while at < bytes.count, letters[Int(bytes[at])] != 0 { at += 1 } }
            self.size = size
            length += at - start
            return at
        }

        @inline(__always)
        mutating func put(_ byte: UInt8) {
            room[size] = byte
            size += 1
        }

        @inline(__always)
        mutating func end(_ taker: inout some WordTaking) {
            length = 0
            if size == 0 { return }
            taker.take(UnsafeBufferPointer(rebasing: room[..<size]))
            size = 0
        }
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
