/// How the search reads single characters: in lower case, without diacritics, and in scripts that set no spaces
/// between words one by one.
///
/// The theme's script reads the same way what a reader types; one table of cases tests both
/// (`Tests/SiteRenderingTests/Search/words.json`).
enum Folding {
    enum Character {
        /// Stands between words.
        case separator
        /// Part of a word, as it is.
        case letter
        /// Part of a word, and read as the bytes of ``Folding/folded`` in the range; nothing for a mark.
        case folded(Range<Int>)
        /// A word by itself.
        case word
    }

    /// The first code point that the table of characters does not hold.
    private static let tableEnd: UInt32 = 0x2000

    private static let tables = makeTables()

    /// The letters that are read in the place of others, in UTF-8.
    static var folded: [UInt8] { tables.folded }

    /// Letters of ASCII in lower case, and its digits, each at the place of the byte that is read as it; 0 for all
    /// other bytes.
    static let asciiLetters: [UInt8] = (0...255).map { (byte: UInt8) in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
        default: 0
        }
    }

    static func character(_ scalar: Unicode.Scalar) -> Character {
        if scalar.value < tableEnd { return tables.characters[Int(scalar.value)] }
        if isIdeograph(scalar.value) { return .word }
        if let range = tables.further[scalar.value] { return .folded(range) }
        return classified(scalar)
    }

    private static func classified(_ scalar: Unicode.Scalar) -> Character {
        guard isPartOfWord(scalar.properties.generalCategory) else { return .separator }
        return standsAlone(scalar.value) ? .word : .letter
    }

    private static func isPartOfWord(_ category: Unicode.GeneralCategory) -> Bool {
        switch category {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }

    /// The blocks of which nearly all text in Han and Hangul is, without a look at their properties.
    private static func isIdeograph(_ code: UInt32) -> Bool {
        switch code {
        case 0x3400...0x4DBF, 0x4E00...0x9FFC, 0xAC00...0xD7A3: true
        default: false
        }
    }

    /// Han, Kana and Hangul; Thai, Lao, Burmese and Khmer.
    private static func standsAlone(_ code: UInt32) -> Bool {
        switch code {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3040...0x30FF,
            0x31F0...0x31FF, 0x3400...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFF66...0xFF9F,
            0x20000...0x3FFFF:
            true
        default: false
        }
    }

    private struct Tables {
        var characters: [Character] = []
        var further: [UInt32: Range<Int>] = [:]
        var folded: [UInt8] = []
    }

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
