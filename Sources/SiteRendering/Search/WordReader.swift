/// A receiver of the words that a ``WordReader`` finds.
protocol WordTaking {
    /// Receives one folded word in UTF-8, which is valid only during the call.
    mutating func take(_ word: UnsafeBufferPointer<UInt8>)
}

/// A reader that splits text into the words of the search: runs of letters and digits, folded.
///
/// Words that a sign joins (`re-entry`, `O'Malley`, `1,234`) are reported one by one and then joined, so that either
/// spelling finds the other: `a-b-c` gives `a`, `b`, `c`, `abc` and `bc`. The theme's script splits a reader's input in
/// the same way.
///
/// Every text of a site is read. Letters and digits of ASCII are therefore copied in runs, by a table of bytes: where each
/// is decoded and looked up as other characters are, a build of 1,000 entries takes 11 % more instructions.
struct WordReader {
    /// The number of characters to which longer words are cut; the theme's script cuts them too.
    static let longestWord = 32

    private let folded = Folding.folded
    private let letters = Folding.asciiLetters
    /// The buffer for the longest group of words.
    private var room = [UInt8](repeating: 0, count: WordGroup.room)

    /// Reports the words of plain text.
    mutating func read(_ text: String, into taker: inout some WordTaking) {
        var text = text
        text.withUTF8 { unsafe read($0, isMarkup: false, &taker) }
    }

    /// Reports the words of HTML as libcmark writes it: block tags separate words, inline tags do not.
    mutating func read(html: [UInt8], into taker: inout some WordTaking) {
        unsafe html.withUnsafeBufferPointer { unsafe read($0, isMarkup: true, &taker) }
    }

    /// Reports the words of plain text or HTML.
    private mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, isMarkup: Bool, _ taker: inout some WordTaking
    ) {
        unsafe room.withUnsafeMutableBufferPointer { [folded, letters] room in
            unsafe letters.withUnsafeBufferPointer { letters in
                var word = unsafe WordGroup(room: room)
                var at = 0
                while at < bytes.count {
                    let byte = unsafe bytes[at]
                    if unsafe letters[Int(byte)] != 0 {
                        at = unsafe word.add(bytes, from: at, letters)
                    } else if byte >= 0x80 {
                        let (scalar, count) = unsafe Self.scalar(bytes, at)
                        unsafe Self.read(scalar, bytes[at..<at + count], folded, &word, &taker)
                        at += count
                    } else if isMarkup, byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") {
                        at = unsafe Self.readMarkup(bytes, at, &word, &taker)
                    } else {
                        if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "#") {
                            unsafe word.takeSigned(Self.signs(bytes, at), &taker)
                        }
                        at += 1
                        word.end(Joint(byte), &taker)
                    }
                }
                word.endGroup(&taker)
            }
        }
    }

    /// Returns one or two signs, for names such as C++ and F#.
    private static func signs(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Slice<
        UnsafeBufferPointer<UInt8>
    > {
        let isSecond =
            unsafe at + 1 < bytes.count
            && (bytes[at + 1] == UInt8(ascii: "+") || bytes[at + 1] == UInt8(ascii: "#"))
        return unsafe bytes[at..<at + (isSecond ? 2 : 1)]
    }

    /// Adds a non-ASCII character to the group according to its role.
    private static func read(
        _ scalar: Unicode.Scalar, _ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ folded: [UInt8],
        _ word: inout WordGroup, _ taker: inout some WordTaking
    ) {
        switch Folding.character(scalar) {
        case .separator: word.end(Joint(scalar), &taker)
        case .letter:
            if word.length < longestWord {
                for index in unsafe bytes.indices { unsafe word.put(bytes[index]) }
            }
            word.length += 1
        case .folded(let range):
            for at in range {
                // Every byte that is not a continuation byte begins a character.
                if folded[at] & 0xC0 != 0x80 { word.length += 1 }
                if word.length <= longestWord { word.put(folded[at]) }
            }
        case .word:
            word.endGroup(&taker)
            for index in unsafe bytes.indices { unsafe word.put(bytes[index]) }
            word.endGroup(&taker)
        }
    }

    /// Reads a tag or a character reference, and returns the offset of its end.
    private static func readMarkup(
        _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ word: inout WordGroup,
        _ taker: inout some WordTaking
    ) -> Int {
        let end = unsafe skipMarkup(bytes, from: at + 1, opening: bytes[at])
        if unsafe bytes[at] == UInt8(ascii: "&") {
            let name = unsafe bytes[at..<end]
            let isJoint = unsafe name.elementsEqual("&amp;".utf8) || name.elementsEqual("&quot;".utf8)
            word.end(isJoint ? .sign : .none, &taker)
        } else if unsafe !isWithinLine(bytes[at + 1..<end]) {
            word.endGroup(&taker)
        }
        return end
    }

    /// The names of inline tags, each encoded as a number of its letters.
    private static let tagsWithinLine = [
        "a", "abbr", "b", "code", "del", "em", "i", "ins", "mark", "s", "small", "span", "strong", "sub",
        "sup", "u",
        "wbr",
    ].map { $0.utf8.reduce(0 as UInt64) { $0 << 8 | UInt64($1) } }

    /// Whether a tag is an inline one.
    private static func isWithinLine(_ tag: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var name: UInt64 = 0
        for index in unsafe tag.startIndex..<tag.endIndex {
            let letter = unsafe tag[index] | 0x20
            if unsafe index == tag.startIndex, unsafe tag[index] == UInt8(ascii: "/") { continue }
            guard letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") else { break }
            // The name is longer than any inline tag's.
            if name >> 40 != 0 { return false }
            name = name << 8 | UInt64(letter)
        }
        return tagsWithinLine.contains(name)
    }

    /// Returns the offset of the end of a tag or character reference; an ampersand that begins no reference is
    /// skipped alone.
    private static func skipMarkup(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, opening: UInt8
    ) -> Int {
        let isTag = opening == UInt8(ascii: "<")
        let close = isTag ? UInt8(ascii: ">") : UInt8(ascii: ";")
        // A character reference is short; an ampersand in raw HTML may not begin one.
        let end = isTag ? bytes.count : min(bytes.count, start + 10)
        var at = start
        while at < end {
            if unsafe bytes[at] == close { return at + 1 }
            at += 1
        }
        return isTag ? end : start
    }

    /// Decodes the character at an offset of UTF-8, and returns it with its number of bytes; U+FFFD and 1 for an
    /// invalid byte.
    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Unicode.Scalar, Int) {
        let first = unsafe UInt32(bytes[at])
        let count = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard first >= 0xC0, at + count <= bytes.count else { return ("\u{FFFD}", 1) }
        var code = first & (count == 2 ? 0x1F : count == 3 ? 0x0F : 0x07)
        for index in at + 1..<at + count { code = unsafe code << 6 | UInt32(bytes[index] & 0x3F) }
        return (Unicode.Scalar(code) ?? "\u{FFFD}", count)
    }
}
