/// A word, number or sign of a date in words.
struct EverydayToken {
    enum Kind {
        case word(String)
        case number(EverydayNumber)
        /// `1950s`.
        case decade(Int)
        /// A numeric date among words: `since 1911-08-11`.
        case date([UInt8])
        case joiner(ReadingTable.Joiner)
        case sign(UInt8)
    }

    let kind: Kind
    let range: Range<Int>

    var word: String? {
        if case .word(let word) = kind { word } else { nil }
    }

    var number: EverydayNumber? {
        if case .number(let number) = kind { number } else { nil }
    }

    var isEra: Bool { word.map { EverydayWords.eras[$0] != nil } ?? false }

    var isMonth: Bool { word.map { EverydayWords.months[$0] != nil } ?? false }

    static func tokens(of text: [UInt8]) -> [EverydayToken] {
        var scanner = EverydayScanner(text: unjoined(text))
        return scanner.tokens()
    }
}

/// A number in a date in words, with the features of its form.
struct EverydayNumber {
    var value: Int
    var digitCount: Int
    var isNegative = false
    /// `20th`
    var isOrdinal = false
    /// Whether leading digits are omitted: `'11`.
    var isShortened = false
}

/// Splits a date in words into tokens, in one pass.
private struct EverydayScanner {
    let text: [UInt8]
    private var index = 0
    private var found: [EverydayToken] = []

    init(text: [UInt8]) { self.text = text }

    mutating func tokens() -> [EverydayToken] {
        while index < text.count {
            let byte = text[index]
            if byte.isSpace {
                index += 1
            } else if byte.isDigit {
                readNumber()
            } else if byte.isASCIILetter {
                readWord()
            } else {
                readSign()
            }
        }
        return found
    }

    private func byte(_ offset: Int) -> UInt8? { text.indices.contains(offset) ? text[offset] : nil }

    private mutating func add(_ kind: EverydayToken.Kind, from start: Int) {
        found.append(EverydayToken(kind: kind, range: start..<index))
    }

    // MARK: Numbers

    /// Reads a number, a decade or a numeric date.
    ///
    /// - Parameter sign: the offset of the minus sign before it; nil if there is none.
    private mutating func readNumber(from sign: Int? = nil) {
        let isNegative = sign != nil
        let start = sign ?? index
        if !isNegative, let length = lengthOfDate() {
            index += length
            add(.date(Array(text[start..<index])), from: start)
            return
        }
        let first = index
        while index < text.count, text[index].isDigit { index += 1 }
        // Longer numbers are not years that anyone writes in words, and must not overflow.
        guard index - first < 10, let value = Int(Array(text[first..<index]).string) else {
            add(.sign(text[first]), from: start)
            return
        }
        let count = index - first
        let ending = letters(at: index)
        if count == 4 || count == 2, value % 10 == 0, skipDecadeEnding() {
            add(.decade(value), from: start)
            return
        }
        let isOrdinal = count <= 2 && DateLanguage.english.reading.ordinalEndings.contains(ending)
        if isOrdinal { index += ending.utf8.count }
        let mark = start > 0 ? text[start - 1] : 0
        add(
            .number(
                EverydayNumber(
                    value: value, digitCount: count, isNegative: isNegative, isOrdinal: isOrdinal,
                    isShortened: count == 2 && (mark == UInt8(ascii: "'") || mark == 0x99))),
            from: start)
    }

    /// Skips the ending of a decade: `s`, `'s` or `’s`.
    private mutating func skipDecadeEnding() -> Bool {
        for ending in ["s", "'s", "\u{2019}s"] {
            let bytes = Array(ending.utf8)
            guard text[index...].starts(with: bytes), byte(index + bytes.count)?.isASCIILetter != true else {
                continue
            }
            index += bytes.count
            return true
        }
        return false
    }

    /// The length of a numeric date: three numbers with one sign between them, or a year and one or two digits after a
    /// hyphen, dash or slash. Nil if there is none.
    private func lengthOfDate() -> Int? {
        var end = index
        while let byte = byte(end), byte.isDigit || "-./".utf8.contains(byte) { end += 1 }
        while end > index, !text[end - 1].isDigit { end -= 1 }
        let chunk = text[index..<end]
        for separator in "-./".utf8 {
            let parts = chunk.split(separator: separator, omittingEmptySubsequences: false)
            guard parts.allSatisfy({ 1...4 ~= $0.count && $0.allSatisfy(\.isDigit) }) else { continue }
            let isPair = parts.count == 2 && parts[0].count == 4 && parts[1].count <= 2
            if isPair, isDay(before: end) { continue }
            if parts.count == 3 || isPair && separator != UInt8(ascii: ".") { return end - index }
        }
        // `1911–14`
        let dash = Array("\u{2013}".utf8)
        guard chunk.count == 4, text[end...].starts(with: dash) else { return nil }
        let second = text[(end + dash.count)...].prefix { $0.isDigit }
        return 1...2 ~= second.count && byte(second.endIndex)?.isASCIILetter != true
            && !isDay(before: second.endIndex) ? second.endIndex - index : nil
    }

    /// Whether the number that ends at an offset is a day: a month follows it, and is not the first one
    /// (`31 December 1911–2 January 1912`).
    private func isDay(before offset: Int) -> Bool {
        EverydayWords.months[word(after: offset)] != nil && found.contains(where: \.isMonth)
    }

    /// The word after spaces.
    private func word(after offset: Int) -> String {
        letters(at: text[min(offset, text.count)...].firstIndex { !$0.isSpace } ?? text.count)
    }

    // MARK: Words

    private func letters(at start: Int) -> String {
        Array(text[min(start, text.count)...].prefix { $0.isASCIILetter }).string.lowercased()
    }

    private mutating func readWord() {
        let start = index
        if let (era, end) = era() {
            index = end
            add(.word(era), from: start)
            return
        }
        while index < text.count, text[index].isASCIILetter || isQuarter(from: start) { index += 1 }
        let word = Array(text[start..<index]).string.lowercased()
        if let joiner = EverydayWords.joiners[word], !found.isEmpty {
            add(.joiner(joiner), from: start)
        } else {
            add(.word(word), from: start)
        }
    }

    /// The longest sequence of words that names an era, with dots, spaces or hyphens between them: `B.C.`, `B. C. E.`,
    /// `AD`, `v. Chr.`, `av. J.-C.`; nil if there is none.
    private func era() -> (key: String, end: Int)? {
        var (offset, letters) = (index, "")
        var found: (String, Int)?
        for _ in 0..<4 {
            let word = Array(text[min(offset, text.count)...].prefix { $0.isASCIILetter })
            if word.isEmpty { break }
            letters += word.string
            offset += word.count
            let key = EverydayWords.eras[letters] != nil ? letters : letters.lowercased()
            if EverydayWords.eras[key] != nil { found = (key, offset) }
            while let byte = byte(offset), byte.isSpace || ".-".utf8.contains(byte) { offset += 1 }
        }
        return found
    }

    /// `Q3`, `H1`
    private func isQuarter(from start: Int) -> Bool {
        index == start + 1 && "qh".utf8.contains(text[start] | 0x20)
            && (UInt8(ascii: "1")...UInt8(ascii: "4")).contains(text[index])
    }

    // MARK: Signs

    private mutating func readSign() {
        let start = index
        let length = unsafe text.withUnsafeBufferPointer {
            unsafe min($0.lengthOfScalar(at: index), text.count - index)
        }
        let sign = Array(text[index..<(index + length)]).string
        index += length
        switch sign {
        case "/": add(.joiner(.slash), from: start)
        case "&", "+": add(.joiner(.and), from: start)
        case ",": if isBetweenDays { add(.joiner(.comma), from: start) }
        case ".": break
        // `'50s`
        case "'" where byte(index)?.isDigit == true, "\u{2019}" where byte(index)?.isDigit == true: break
        case "-" where isNegative(start), "\u{2212}" where isNegative(start): readNumber(from: start)
        case _ where PunctuationRules.lookalikes.contains(sign.unicodeScalars.first ?? " ") || sign == "-":
            readDash(from: start)
        default: add(.sign(text[start]), from: start)
        }
    }

    /// Whether a hyphen is the sign of the number after it: nothing stands directly before it.
    private func isNegative(_ start: Int) -> Bool {
        byte(index)?.isDigit == true && (start == 0 || text[start - 1].isSpace)
    }

    /// Reads a dash. It joins two numbers or two months, and with spaces around it anything. Any other dash counts as a
    /// blank: `mid-August`, `2023-Q4`, `11-Aug-1911`.
    private mutating func readDash(from start: Int) {
        guard let last = found.last else { return }
        let isWide = start > 0 && text[start - 1].isSpace && byte(index)?.isSpace == true
        let next = letters(at: index)
        let isBefore: Bool =
            switch last.kind {
            case .number, .date, .decade:
                byte(index).map { $0.isDigit || $0 == UInt8(ascii: "'") } == true
                    // `1911–present`, `c. 1911–c. 1914`, `late 19th–early 20th century`, `Aug 1911–Sep 1912`
                    || EverydayWords.open.contains(next) || EverydayWords.circa.contains(next)
                    || EverydayWords.parts[next] != nil
                    || EverydayWords.months[next] != nil && found.contains(where: \.isMonth)
            case .word(let word):
                EverydayWords.months[word] != nil && (EverydayWords.months[next] != nil || isDayNext)
                    || EverydayWords.eras[word] != nil
                    || EverydayWords.parts[word] != nil && EverydayWords.parts[next] != nil
                    || ReadingTable.seasons[word] != nil && ReadingTable.seasons[next] != nil
            default: false
            }
        if isWide || isBefore { add(.joiner(.dash), from: start) }
    }

    /// Whether a day with its month follows: `11 August–2 September 1911`.
    private var isDayNext: Bool {
        let digits = text[index...].prefix { $0.isDigit }
        return 1...2 ~= digits.count && EverydayWords.months[word(after: digits.endIndex)] != nil
    }

    /// Whether a comma separates days, as in `14, 15 August` or `14 August 1911, 2 May 1912`, but not in
    /// `August 14, 1911`.
    private var isBetweenDays: Bool {
        if found.last?.isMonth == true { return EverydayWords.months[word(after: index)] != nil }
        guard case .number(let last)? = found.last?.kind else { return false }
        var offset = index
        while byte(offset)?.isSpace == true { offset += 1 }
        let digits = text[min(offset, text.count)...].prefix { $0.isDigit }
        if last.digitCount > 2 {
            return digits.count > 2 || !digits.isEmpty && isDay(before: digits.endIndex)
        }
        // `March 15, 44 BC`
        var rest = self
        rest.index = digits.endIndex
        while rest.byte(rest.index)?.isSpace == true { rest.index += 1 }
        return 1...2 ~= digits.count && rest.era() == nil
    }
}
