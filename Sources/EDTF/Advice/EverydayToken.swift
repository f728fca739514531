/// A word, number or sign of a date in words.
struct EverydayToken {
    enum Kind {
        case word(String)
        case number(Int, digitCount: Int, isNegative: Bool)
        /// `1950s`.
        case decade(Int)
        /// A date in digits within words: `since 1911-08-11`.
        case date([UInt8])
        case joiner(ReadingTable.Joiner)
        case sign(UInt8)
    }

    let kind: Kind
    let range: Range<Int>

    var word: String? {
        if case .word(let word) = kind { word } else { nil }
    }

    var isEra: Bool { word.map { EverydayWords.eras[$0] != nil } ?? false }

    /// The month with an English name or abbreviation in lower case.
    static func month(_ word: String) -> Int? { EverydayWords.months[word] }

    static func tokens(of text: [UInt8]) -> [EverydayToken] {
        var scanner = EverydayScanner(text: text)
        return scanner.tokens()
    }
}

/// The words that dates in English are made of.
enum EverydayWords {
    static let months: [String: Int] = {
        let english = DateLanguage.english
        var months: [String: Int] = [:]
        for (index, name) in english.months.enumerated() { months[name.lowercased()] = index + 1 }
        for (name, number) in english.reading.abbreviations { months[name.lowercased()] = number }
        return months
    }()
    /// True for an era before the common one.
    static let eras = ["bc": true, "bce": true, "ad": false, "ce": false]
    static let circa: Set<String> = [
        "c", "ca", "circa", "about", "around", "approximately", "approx", "roughly",
    ]
    /// Words that say nothing of their own.
    static let empty: Set<String> = ["of", "the", "in", "on"]
    static let joiners: [String: ReadingTable.Joiner] = [
        "to": .to, "until": .to, "till": .to, "through": .to, "thru": .to, "or": .or, "and": .and,
    ]
    static let parts: [String: String] = ["early": "early", "mid": "mid", "middle": "mid", "late": "late"]
    /// The end of a span that still goes on.
    static let open: Set<String> = ["now", "present", "today", "ongoing"]
    static let centuries: Set<String> = ["century", "centuries", "cent"]
    static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed",
        "thu",
        "fri", "sat",
    ]
}

/// Cuts a date in words into tokens, in one pass.
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

    private func byte(_ place: Int) -> UInt8? { text.indices.contains(place) ? text[place] : nil }

    private mutating func add(_ kind: EverydayToken.Kind, from start: Int) {
        found.append(EverydayToken(kind: kind, range: start..<index))
    }

    // MARK: Numbers

    /// - Parameter sign: where the minus sign before it stands.
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
        // Longer numbers are no years that anyone writes in words, and must not overflow.
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
        if count <= 2, DateLanguage.english.reading.ordinalEndings.contains(ending) {
            index += ending.utf8.count
        }
        add(.number(value, digitCount: count, isNegative: isNegative), from: start)
    }

    /// `s`, `'s` or `’s`.
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

    /// The length of three numbers with one sign between them, or of a year and a month with a hyphen.
    private func lengthOfDate() -> Int? {
        var end = index
        while let byte = byte(end),
            byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
                || byte == UInt8(ascii: "/")
        { end += 1 }
        while end > index, !text[end - 1].isDigit { end -= 1 }
        let chunk = text[index..<end]
        for separator in "-./".utf8 {
            let parts = chunk.split(separator: separator, omittingEmptySubsequences: false)
            guard parts.allSatisfy({ 1...4 ~= $0.count && $0.allSatisfy(\.isDigit) }) else { continue }
            let isMonth =
                parts.count == 2 && parts[0].count == 4 && parts[1].count <= 2
                && separator == UInt8(ascii: "-")
            if parts.count == 3 || isMonth { return end - index }
        }
        return nil
    }

    // MARK: Words

    private func letters(at start: Int) -> String {
        Array(text[min(start, text.count)...].prefix { $0.isASCIILetter }).string.lowercased()
    }

    private mutating func readWord() {
        let start = index
        if let end = endOfInitials() {
            let word = Array(text[start..<end].filter(\.isASCIILetter)).string.lowercased()
            index = end
            add(.word(word), from: start)
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

    /// `B.C.`, `B. C. E.`, `A.D.`: letters with points that are an era together.
    private func endOfInitials() -> Int? {
        var (place, word) = (index, "")
        while let letter = byte(place), letter.isASCIILetter, byte(place + 1) == UInt8(ascii: "."),
            word.count < 3
        {
            word += [letter | 0x20].string
            place += 2
            if EverydayWords.eras[word] != nil {
                // `B.C.E.` goes on.
                let next = byte(place) == 0x20 ? place + 1 : place
                let isLonger =
                    word == "bc" && byte(next).map { $0 | 0x20 } == UInt8(ascii: "e")
                    && byte(next + 1)?.isASCIILetter != true
                if !isLonger { return place }
            }
            if byte(place) == 0x20, byte(place + 1)?.isASCIILetter == true { place += 1 }
        }
        // The last one may lack its point.
        guard let letter = byte(place), letter.isASCIILetter, byte(place + 1)?.isASCIILetter != true else {
            return nil
        }
        return EverydayWords.eras[word + [letter | 0x20].string] != nil && !word.isEmpty ? place + 1 : nil
    }

    private func isQuarter(from start: Int) -> Bool {
        index == start + 1 && text[start] | 0x20 == UInt8(ascii: "q")
            && (UInt8(ascii: "1")...UInt8(ascii: "4")).contains(text[index])
    }

    // MARK: Signs

    private mutating func readSign() {
        let start = index
        let length = text.withUnsafeBufferPointer { min($0.lengthOfScalar(at: index), text.count - index) }
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

    /// Whether a hyphen is the sign of the number right after it: nothing stands right before it.
    private func isNegative(_ start: Int) -> Bool {
        byte(index)?.isDigit == true && (start == 0 || text[start - 1].isSpace)
    }

    /// A dash joins two numbers or two months; with blanks around it, whatever it stands between. Any other is as good as
    /// a blank: `mid-August`, `2023-Q4`, `11-Aug-1911`.
    private mutating func readDash(from start: Int) {
        guard let last = found.last else { return }
        let isWide = start > 0 && text[start - 1].isSpace && byte(index)?.isSpace == true
        let next = letters(at: index)
        let isBetweenNumbers: Bool =
            switch last.kind {
            case .number, .date, .decade:
                byte(index)?.isDigit == true
                    // `Aug 1911–Sep 1912`
                    || EverydayToken.month(next) != nil
                        && found.contains { $0.word.map { EverydayToken.month($0) != nil } ?? false }
            case .word(let word):
                EverydayToken.month(word) != nil && EverydayToken.month(next) != nil
                    || EverydayWords.eras[word] != nil
            default: false
            }
        if isWide || isBetweenNumbers { add(.joiner(.dash), from: start) }
    }

    /// `14, 15 August`, `14 August 1911, 2 May 1912`; not `August 14, 1911`.
    private var isBetweenDays: Bool {
        guard case .number(_, let digitCount, _)? = found.last?.kind else { return false }
        var place = index
        while byte(place)?.isSpace == true { place += 1 }
        let digits = text[min(place, text.count)...].prefix { $0.isDigit }
        return digitCount > 2 ? !digits.isEmpty : 1...2 ~= digits.count
    }
}
