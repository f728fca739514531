/// The case and diacritic folding of the search: characters are read in lower case and without diacritics, and in
/// scripts without spaces between words each character is a word.
///
/// The theme's script folds a reader's input in the same way; one table of cases tests both
/// (`Tests/SiteRenderingTests/Shared/words.json`).
enum Folding {
    /// The role of a character in the search.
    enum Character {
        /// The character separates words.
        case separator
        /// The character is part of a word and is not folded.
        case letter
        /// The character is part of a word and is read as a range of bytes of ``Folding/folded``; an empty range for
        /// a mark.
        case folded(Range<Int>)
        /// The character is a word by itself.
        case word
    }

    /// The first code point after those in the table of characters. It holds the alphabets of Europe and the Near East:
    /// with a dictionary and the properties of each character instead, a build of 400 entries in Cyrillic letters takes 22 % more
    /// instructions, and one in English none.
    private static let tableEnd: UInt32 = 0x2000

    private static let tables = makeTables()

    /// The UTF-8 bytes of all folded letters, one after the other.
    static var folded: [UInt8] { tables.folded }

    /// The folded form of each byte that is an ASCII letter or digit; 0 for all other bytes.
    static let asciiLetters: [UInt8] = (0...255).map { (byte: UInt8) in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
        default: 0
        }
    }

    /// Returns the role of a character.
    static func character(_ scalar: Unicode.Scalar) -> Character {
        if scalar.value < tableEnd { return tables.characters[Int(scalar.value)] }
        if isIdeograph(scalar.value) { return .word }
        if let range = tables.further[scalar.value] { return .folded(range) }
        return classified(scalar)
    }

    /// Returns the role of a character that is not in the folding table.
    private static func classified(_ scalar: Unicode.Scalar) -> Character {
        guard isPartOfWord(scalar.properties.generalCategory) else { return .separator }
        return standsAlone(scalar.value) ? .word : .letter
    }

    /// Whether characters of a Unicode general category belong to words: letters, marks and numbers.
    private static func isPartOfWord(_ category: Unicode.GeneralCategory) -> Bool {
        switch category {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }

    /// Whether a code point is in one of the blocks that contain nearly all text in Han and Hangul; spares a look-up
    /// of its properties.
    private static func isIdeograph(_ code: UInt32) -> Bool {
        switch code {
        case 0x3400...0x4DBF, 0x4E00...0x9FFC, 0xAC00...0xD7A3: true
        default: false
        }
    }

    /// Whether a code point is in a script whose characters are words by themselves: Han, Kana, Hangul, Thai, Lao,
    /// Burmese and Khmer.
    private static func standsAlone(_ code: UInt32) -> Bool {
        switch code {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3040...0x30FF,
            0x31F0...0x31FF, 0x3400...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFF66...0xFF9F,
            0x20000...0x3FFFF:
            true
        default: false
        }
    }

    /// The roles of all characters.
    private struct Tables {
        var characters: [Character] = []
        var further: [UInt32: Range<Int>] = [:]
        var folded: [UInt8] = []
    }

    /// Parses the folding table.
    private static func makeTables() -> Tables {
        var tables = Tables()
        tables.characters = (0..<tableEnd).map { code in
            Unicode.Scalar(code).map { classified($0) } ?? .separator
        }
        for pair in foldingTable.utf8.split(separator: UInt8(ascii: " ")) {
            let sides = pair.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let code = UInt32(String(decoding: sides[0], as: UTF8.self), radix: 16) else { continue }
            let start = tables.folded.count
            tables.folded.append(contentsOf: sides[1])
            let range = start..<tables.folded.count
            if code < tableEnd {
                tables.characters[Int(code)] = .folded(range)
            } else {
                tables.further[code] = range
            }
        }
        return tables
    }
}
