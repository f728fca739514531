import UTF8Text

/// The character between two words, if it can join them.
enum Joint {
    /// Joins nothing.
    case none
    /// An apostrophe, hyphen, point or similar sign, which joins any two words.
    case sign
    /// A comma, which joins digits.
    case comma
    /// A space, which joins the groups of a number: `1 234 567`.
    case space

    init(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "&"),
            UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "\""):
            self = .sign
        case UInt8(ascii: ","): self = .comma
        case UInt8(ascii: " "): self = .space
        default: self = .none
        }
    }

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        // The middle dot, the signs of Hebrew abbreviations, what keeps letters from being joined, hyphens, the dash of
        // ranges, apostrophes, the prime, the minus sign, and the apostrophe in full width.
        case 0xB7, 0x5F3, 0x5F4, 0x200C, 0x2010, 0x2011, 0x2013, 0x2018, 0x2019, 0x2027, 0x2032, 0x2212,
            0xFF07:
            self = .sign
        case 0xA0, 0x2009, 0x202F: self = .space
        default: self = .none
        }
    }
}

/// The word that is being read, with the preceding words that are joined to it.
@safe
struct WordGroup {
    /// The greatest number of words in a group.
    private static let mostWords = 8
    /// The size of the buffer in bytes: the longest group, and one more word.
    static let room = (mostWords + 1) * 4 * (WordReader.longestWord + 1)

    /// The buffer for the words' bytes.
    private let room: UnsafeMutableBufferPointer<UInt8>
    /// The number of bytes in use.
    private var size = 0
    /// The number of characters in the open word, including those beyond the longest word.
    var length = 0
    /// The offset of the open word.
    private var start = 0
    /// The offsets of the finished words of the group.
    private var starts = (0, 0, 0, 0, 0, 0, 0, 0)
    /// The number of finished words in the group.
    private var count = 0
    /// The character after the last finished word.
    private var joint = Joint.none

    init(room: UnsafeMutableBufferPointer<UInt8>) {
        unsafe self.room = unsafe room
    }

    /// Appends ASCII letters and digits, as many as follow an offset, and returns the offset of their end.
    @inline(__always)
    mutating func add(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ letters: UnsafeBufferPointer<UInt8>
    ) -> Int {
        var at = start
        var size = size
        let end = min(bytes.count, start + WordReader.longestWord - min(length, WordReader.longestWord))
        while at < end {
            let letter = unsafe letters[Int(bytes[at])]
            if letter == 0 { break }
            unsafe room[size] = letter
            size += 1
            at += 1
        }
        if at == end { while at < bytes.count, unsafe letters[Int(bytes[at])] != 0 { at += 1 } }
        self.size = size
        length += at - start
        return at
    }

    /// Appends a byte to the open word.
    @inline(__always)
    mutating func put(_ byte: UInt8) {
        unsafe room[size] = byte
        size += 1
    }

    /// Passes the open word with signs after it to the taker, unless it ends with a digit.
    mutating func takeSigned(_ signs: Slice<UnsafeBufferPointer<UInt8>>, _ taker: inout some WordTaking) {
        guard size > start, unsafe !room[size - 1].isASCIIDigit else { return }
        var end = size
        for index in unsafe signs.indices {
            let sign = unsafe signs[index]
            unsafe room[end] = sign
            end += 1
        }
        unsafe taker.take(UnsafeBufferPointer(rebasing: room[start..<end]))
    }

    /// Ends the open word at a character that may join it to the next word.
    @inline(__always)
    mutating func end(_ next: Joint, _ taker: inout some WordTaking) {
        if size == start {
            // Two characters between words join nothing.
            if count > 0 { closeGroup(&taker) }
            length = 0
            return
        }
        endWord(&taker)
        switch next {
        case .sign: break
        case .comma where unsafe room[size - 1].isASCIIDigit: break
        case .space where isShortNumber(start, size): break
        default:
            closeGroup(&taker)
            return
        }
        joint = next
        start = size
    }

    /// Ends the open word and its group.
    mutating func endGroup(_ taker: inout some WordTaking) {
        if size > start { endWord(&taker) }
        if count > 0 { closeGroup(&taker) }
        length = 0
    }

    /// Passes the open word to the taker, and adds it to its group or begins another.
    @inline(__always)
    private mutating func endWord(_ taker: inout some WordTaking) {
        length = 0
        if count > 0, count == Self.mostWords || !isJoined { closeWordsBefore(&taker) }
        unsafe taker.take(UnsafeBufferPointer(rebasing: room[start..<size]))
        if unsafe room[start] & 0xFE == 0xD8 { takeBare(&taker) }
        unsafe withUnsafeMutableBytes(of: &starts) {
            unsafe $0.storeBytes(of: start, toByteOffset: 8 * count, as: Int.self)
        }
        count += 1
    }

    /// Whether the open word is joined to the one before it.
    private var isJoined: Bool {
        switch joint {
        case .none: false
        case .sign: true
        case .comma: unsafe room[start].isASCIIDigit
        case .space: size - start == 3 && isShortNumber(start, size)
        }
    }

    /// Passes an Arabic word to the taker once more without its article, if at least three letters remain.
    private func takeBare(_ taker: inout some WordTaking) {
        if let bare = unsafe Article.bare(UnsafeBufferPointer(rebasing: room[start..<size])) {
            unsafe taker.take(bare)
        }
    }

    /// Closes the group before the open word, which then begins another group.
    private mutating func closeWordsBefore(_ taker: inout some WordTaking) {
        if count > 1 { takeJoined(upTo: start, &taker) }
        for at in start..<size { unsafe room[at - start] = unsafe room[at] }
        count = 0
        size -= start
        start = 0
    }

    /// Closes the group of all finished words.
    private mutating func closeGroup(_ taker: inout some WordTaking) {
        if count > 1 { takeJoined(upTo: size, &taker) }
        count = 0
        size = 0
        start = 0
    }

    /// Passes the joined words to the taker, from each but the last to the end of the group.
    private func takeJoined(upTo end: Int, _ taker: inout some WordTaking) {
        unsafe withUnsafeBytes(of: starts) { starts in
            for word in 0..<count - 1 {
                let start = unsafe starts.loadUnaligned(fromByteOffset: 8 * word, as: Int.self)
                unsafe taker.take(UnsafeBufferPointer(rebasing: room[start..<cutOff(from: start, to: end)]))
            }
        }
    }

    /// Returns the offset at which a text reaches the length of the longest word, or its end.
    private func cutOff(from start: Int, to end: Int) -> Int {
        if end - start <= WordReader.longestWord { return end }
        var length = 0
        for at in start..<end where unsafe room[at] & 0xC0 != 0x80 {
            if length == WordReader.longestWord { return at }
            length += 1
        }
        return end
    }

    /// Whether a range consists of at most three digits.
    private func isShortNumber(_ start: Int, _ end: Int) -> Bool {
        unsafe end - start <= 3 && room[start..<end].allSatisfy(\.isASCIIDigit)
    }
}

/// The Arabic article, alone and with the particles that are written together with it.
private enum Article {
    private static let all = ["ال", "وال", "بال", "كال", "فال", "لل"].map { Array($0.utf8) }
    /// The length of three letters, in bytes.
    private static let shortest = 6

    /// Returns a word without its article; nil if it has none, or if fewer than three letters would remain.
    static func bare(_ word: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        guard let article = all.first(where: { unsafe word.starts(with: $0) }),
            word.count - article.count >= shortest
        else { return nil }
        return unsafe UnsafeBufferPointer(rebasing: word[article.count...])
    }
}
