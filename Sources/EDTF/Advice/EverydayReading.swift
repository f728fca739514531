/// A date in English words, read as far as it is clear.
struct EverydayReading {
    private(set) var message = ""
    private(set) var place = 0..<0

    private var year: Int?
    private var month: Int?
    private var day: Int?
    private var part: String?
    private var third: String?
    private var qualification: Qualification = []
    private var opening = ""
    private var closing = ""
    private var isClear = true

    /// Reads a text that contains a word it knows; nil for any other.
    init?(_ text: [UInt8]) {
        let tokens = EverydayToken.tokens(of: text)
        for (index, token) in tokens.enumerated() { read(token, at: index, of: tokens) }
        guard !message.isEmpty else { return nil }
    }

    /// The EDTF text, or nil where the year is missing or a word is not understood.
    var edtf: String? {
        guard isClear, let year, day == nil || month != nil else { return nil }
        var text = ""
        if year.magnitude > 9999 { text += "Y" }
        text.append(year: year)
        if let part { text += "-" + part }
        if let month {
            text += "-"
            text.append(number: month, minimumDigits: 2)
        }
        if let third, day == nil { text += "-" + third }
        if let day {
            text += "-"
            text.append(number: day, minimumDigits: 2)
        }
        return opening + text + qualification.symbol + closing
    }

    private mutating func note(_ message: String, _ token: EverydayToken) {
        guard self.message.isEmpty else { return }
        self.message = message
        place = token.range
    }

    private mutating func read(_ token: EverydayToken, at index: Int, of tokens: [EverydayToken]) {
        let next = index + 1 < tokens.count ? tokens[index + 1] : nil
        let previous = index > 0 ? tokens[index - 1] : nil
        switch token.kind {
        case .number(let value, let digitCount):
            if next?.isEra == true || previous?.isEra == true && year == nil {
                let isBefore = (next?.isEra == true ? next : previous)?.isBeforeCommonEra ?? false
                year = isBefore ? 1 - value : value
            } else if digitCount >= 3, year == nil {
                year = value
            } else if digitCount <= 2, day == nil {
                day = value
            } else {
                isClear = false
            }
        case .word(let word): read(word, token)
        case .sign(let sign):
            if let qualification = Qualification(symbol: sign) {
                self.qualification.formUnion(qualification)
            } else if sign != UInt8(ascii: ",") && sign != UInt8(ascii: ".") {
                isClear = false
            }
        }
    }

    private mutating func read(_ word: String, _ token: EverydayToken) {
        if let month = EverydayToken.month(word) {
            if self.month != nil { isClear = false }
            self.month = month
            note("A date is written in digits, year first: YYYY-MM-DD", token)
        } else if let part = Self.parts[word] {
            self.part = part
            note("Seasons and quarters are written as codes after the year", token)
        } else if let third = Self.thirds[word] {
            self.third = third
            note("A third of a month is written 0X, 1X or 2X in place of the day", token)
        } else if Self.circa.contains(word) {
            qualification.formUnion(.approximate)
            note("An approximate date is written with ~ after it", token)
        } else if token.isEra {
            note(
                token.isBeforeCommonEra
                    ? "A year before the common era is negative, and 1 BCE is 0000"
                    : "A year of the common era has four digits and no era", token)
        } else if word == "since" || word == "after" {
            closing = "/.."
            // "After 1950" leaves out 1950 itself, which no interval from 1950 does.
            if word == "after" { isClear = false }
            note("An open end is written /.. after the date", token)
        } else if word == "until" || word == "before" || word == "till" {
            opening = "../"
            if word == "before" { isClear = false }
            note("An open start is written ../ before the date", token)
        } else if !["of", "the", "in", "on", "st", "nd", "rd", "th"].contains(word) {
            isClear = false
        }
    }

    private static let parts = [
        "spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24",
        "q1": "33", "q2": "34", "q3": "35", "q4": "36",
    ]
    private static let thirds = ["early": "0X", "mid": "1X", "late": "2X"]
    private static let circa: Set<String> = [
        "c", "ca", "circa", "about", "around", "approximately", "approx", "roughly",
    ]
}

/// A word, number or sign of a date in words.
struct EverydayToken {
    enum Kind {
        case word(String)
        case number(Int, digitCount: Int)
        case sign(UInt8)
    }

    let kind: Kind
    let range: Range<Int>

    var isEra: Bool {
        guard case .word(let word) = kind else { return false }
        return ["bc", "bce", "ad", "ce"].contains(word)
    }

    var isBeforeCommonEra: Bool {
        guard case .word(let word) = kind else { return false }
        return word == "bc" || word == "bce"
    }

    /// The month with an English name or abbreviation in lower case.
    static func month(_ word: String) -> Int? {
        let english = DateLanguage.english
        if let index = english.months.firstIndex(where: { $0.lowercased() == word }) { return index + 1 }
        return english.reading.abbreviations.first { $0.key.lowercased() == word }?.value
    }

    static func tokens(of text: [UInt8]) -> [EverydayToken] {
        var tokens: [EverydayToken] = []
        var index = 0
        while index < text.count {
            let start = index
            let byte = text[index]
            if byte.isDigit {
                while index < text.count, text[index].isDigit { index += 1 }
                // Longer numbers are no years that anyone writes in words, and must not overflow.
                let value = index - start < 10 ? Int(Array(text[start..<index]).string) : nil
                let kind = value.map { Kind.number($0, digitCount: index - start) } ?? .sign(byte)
                tokens.append(.init(kind: kind, range: start..<index))
            } else if byte.isASCIILetter {
                while index < text.count, text[index].isASCIILetter || isQuarter(text, index, from: start) {
                    index += 1
                }
                let word = Array(text[start..<index]).string.lowercased()
                tokens.append(.init(kind: .word(word), range: start..<index))
            } else {
                index += 1
                // A hyphen joins "mid-August" and "2023-Q4".
                if byte.isSpace || byte == UInt8(ascii: "-") && start > 0 { continue }
                tokens.append(.init(kind: .sign(byte), range: start..<index))
            }
        }
        return tokens
    }

    private static func isQuarter(_ text: [UInt8], _ index: Int, from start: Int) -> Bool {
        index == start + 1 && text[start] | 0x20 == UInt8(ascii: "q")
            && (UInt8(ascii: "1")...UInt8(ascii: "4")).contains(text[index])
    }
}
