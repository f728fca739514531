/// A word, number or sign of a wording, with its range in UTF-8 bytes.
struct WordingToken {
    enum Kind: Equatable {
        case word(String)
        /// A number with the letters directly after it, such as `th`.
        case number(Int, digitCount: Int, suffix: String)
        case dash
        case comma
        case hyphen
        case period
        case other
    }

    var kind: Kind
    var range: Range<Int>

    /// The tokens of a wording. Times, amounts and numbers with separators are `other`, since they are neither days nor
    /// years.
    static func tokens(of wording: String) -> [WordingToken] {
        var scanner = WordingScanner(wording)
        return scanner.tokens()
    }

    var word: String? {
        if case .word(let word) = kind { word } else { nil }
    }

    /// The number if it can be a day of a month; otherwise nil.
    func day(_ language: ReadingWords) -> Int? {
        guard case .number(let value, let count, let suffix) = kind, count <= 2, 1...31 ~= value,
            suffix.isEmpty || language.ordinalEndings.contains(suffix)
        else { return nil }
        return value
    }

    /// The number if it has the four digits of a year; otherwise nil.
    var fourDigits: Int? {
        guard case .number(let value, 4, "") = kind else { return nil }
        return value
    }
}

/// Splits a wording into tokens.
private struct WordingScanner {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var offset = 0

    init(_ wording: String) {
        scalars = Array(wording.unicodeScalars)
    }

    mutating func tokens() -> [WordingToken] {
        var tokens: [WordingToken] = []
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar.properties.isWhitespace {
                advance()
            } else if isDigit(scalar) {
                tokens.append(number())
            } else if scalar.properties.isAlphabetic {
                let start = offset
                tokens.append(WordingToken(kind: .word(letters()), range: start..<offset))
            } else {
                let start = offset
                advance()
                tokens.append(WordingToken(kind: sign(scalar), range: start..<offset))
            }
        }
        return tokens
    }

    private mutating func advance() {
        offset += String(scalars[index]).utf8.count
        index += 1
    }

    private func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }

    private mutating func letters() -> String {
        var text = ""
        while index < scalars.count, scalars[index].properties.isAlphabetic {
            text.unicodeScalars.append(scalars[index])
            advance()
        }
        return text
    }

    private func sign(_ scalar: Unicode.Scalar) -> WordingToken.Kind {
        switch scalar {
        case "–", "—", "/": .dash
        case "-": .hyphen
        case ",": .comma
        case ".": .period
        default: .other
        }
    }

    private mutating func number() -> WordingToken {
        let start = offset
        let isAmount = index > 0 && "$£€¥#".unicodeScalars.contains(scalars[index - 1])
        var digits = ""
        var isPlain = !isAmount
        while index < scalars.count {
            if isDigit(scalars[index]) {
                digits.unicodeScalars.append(scalars[index])
            } else if ".:,".unicodeScalars.contains(scalars[index]), index + 1 < scalars.count,
                isDigit(scalars[index + 1])
            {
                // "10:30", "1,500" and "3.5" are one number each.
                isPlain = false
            } else {
                break
            }
            advance()
        }
        if index < scalars.count, scalars[index] == "%" { isPlain = false }
        let suffix = letters()
        guard isPlain, digits.utf8.count <= 9, let value = Int(digits) else {
            return WordingToken(kind: .other, range: start..<offset)
        }
        let kind = WordingToken.Kind.number(value, digitCount: digits.utf8.count, suffix: suffix)
        return WordingToken(kind: kind, range: start..<offset)
    }
}
