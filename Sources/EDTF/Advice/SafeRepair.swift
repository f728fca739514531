/// The rule that decides which repairs of a date are safe. All others are shown to the author and never written.
///
/// A repair is safe if the text has exactly one reading, and this differs from the text in form alone: the digits, the
/// sign, the order of ends and the meaning are the same. Form is spaces, dots, slashes or hyphens between the parts of
/// a day, the order of these parts, leading zeros of month and day, the name of a month, the ending of an ordinal, a
/// capital letter, and the T before a time.
///
/// Never safe, even if they seem clear, are a year of one to three digits, a sign, a range, and words for a decade, a
/// century, a season or a part of something. Two numbers alone are repaired only if they are a year, a hyphen and a
/// month in this order: `1911.5` and `8 1911` can be a section, a decimal or a half of something.
enum SafeRepair {
    /// Returns the safe repair of a text with these readings; nil if there is none.
    static func of(_ text: [UInt8], readings: [String]) -> String? {
        guard readings.count == 1, let only = readings.first else { return nil }
        let repair = Array(only.utf8)
        let written = DateContent(of: text)
        guard !written.hasSign, written.isSame(as: DateContent(of: repair)), !hasLoosePair(text),
            !hasTwoDashes(text)
        else { return nil }
        // What joins two dates is read in more ways than one, unless it is EDTF's own slash between two dates.
        let isInterval = repair.contains(UInt8(ascii: "/"))
        return isInterval && text.trimmed != repair ? nil : only
    }

    /// Whether the text contains both a hyphen and a dash, which stand for different things: `1911-12–01`.
    private static func hasTwoDashes(_ text: [UInt8]) -> Bool {
        text.contains(UInt8(ascii: "-"))
            && text.string.unicodeScalars.contains(where: PunctuationRules.longDashes.contains)
    }

    /// Whether a date in the text consists of two numbers only, and they are not a year, a hyphen and a month.
    private static func hasLoosePair(_ text: [UInt8]) -> Bool {
        if DateContent(of: text).hasTwoSlashes { return false }
        return Segment.segments(of: text.trimmed).contains { segment in
            let words = segment.bytes.split { !$0.isASCIILetter }.map { Array($0).string.lowercased() }
            let numbers = segment.bytes.split { !$0.isDigit }
            guard numbers.count == 2, words.allSatisfy(EverydayWords.circa.contains) else { return false }
            let between = segment.bytes[numbers[0].endIndex..<numbers[1].startIndex].filter { !$0.isSpace }
            let isHyphen =
                between == [UInt8(ascii: "-")]
                || PunctuationRules.lookalikes.contains { between.string == String($0) }
            guard isHyphen, numbers[0].count == 4, numbers[1].count <= 2 else { return true }
            // `1911-8` can also mean years, even if no reading of the whole text has room for them.
            let isMonth = between == [UInt8(ascii: "-")] && numbers[1].count == 2
            let pair = ReadingTable.pair(
                year: Int(Array(numbers[0]).string) ?? 0, second: Int(Array(numbers[1]).string) ?? 0,
                digitCount: numbers[1].count)
            return !isMonth && pair.last != nil
        }
    }
}

/// The content of a date without its form: its numbers and signs.
struct DateContent {
    /// The numbers and signs, in order.
    private var marks: [String] = []
    /// The qualification of the whole date; one within it is a mark.
    private var qualification: Qualification = []
    /// Whether a year, or a number in the position of one, has a sign.
    private(set) var hasSign = false

    private let bytes: [UInt8]
    private var index = 0
    /// Whether a colon or a T has been read, after which numbers belong to a time.
    private var isInTime = false
    /// Whether there are two slashes, which then separate the parts of a day: `11/8/1911`.
    let hasTwoSlashes: Bool
    private var isAfterHyphen = false

    /// Whether another text has the same content. The order of day, month and year is form, except that after a leading
    /// year, as in EDTF, the month comes next.
    func isSame(as other: DateContent) -> Bool {
        let isYearFirst = marks.first.map { $0.utf8.count >= 4 } ?? false
        // Nobody puts the year between month and day.
        let numbers = marks.map { Int($0) }
        if numbers.count == 3, !numbers.contains(nil), marks[1].utf8.count >= 4 { return false }
        let areSame = isYearFirst ? marks == other.marks : marks.sorted() == other.marks.sorted()
        return areSame && qualification == other.qualification
    }

    init(of text: [UInt8]) {
        bytes = text.trimmed
        hasTwoSlashes = bytes.count { $0 == UInt8(ascii: "/") } == 2
        while index < bytes.count {
            let byte = bytes[index]
            if byte.isDigit || byte | 0x20 == UInt8(ascii: "x") || isDraftDigit {
                isAfterHyphen = false
                readDigits()
            } else if byte.isASCIILetter {
                isAfterHyphen = false
                readWord()
            } else {
                readSign()
            }
        }
    }

    /// Whether the letter is a digit of the draft: `u` in `199u` and `2004-06-uu`.
    private var isDraftDigit: Bool {
        guard bytes[index] | 0x20 == UInt8(ascii: "u") else { return false }
        let end = bytes[index...].firstIndex { $0 | 0x20 != UInt8(ascii: "u") } ?? bytes.count
        return end == bytes.count || !bytes[end].isASCIILetter
    }

    private mutating func readDigits() {
        let start = index
        while index < bytes.count, bytes[index].isDigit || "xXuU".utf8.contains(bytes[index]) { index += 1 }
        let digits = bytes[start..<index].map { $0.isDigit ? $0 : UInt8(ascii: "X") }
        for part in Self.parts(digits, isInTime: isInTime) {
            let isShort = part.count <= 2 && part.allSatisfy(\.isDigit)
            marks.append(isShort ? String(Int(Array(part).string) ?? 0) : Array(part).string)
        }
        let isDay = digits.count <= 2 && index + 1 < bytes.count && bytes[index].isASCIILetter
        guard isDay else { return }
        let ending = bytes[index...].prefix { $0.isASCIILetter }
        // `13rd` is the 13th or the 3rd: an ending that does not belong to the number is not form.
        if Array(ending).string.lowercased() == Self.ordinalEnding(of: Int(digits.string) ?? 0) {
            index += ending.count
        }
    }

    private static func ordinalEnding(of number: Int) -> String {
        switch (number % 10, number / 10) {
        case (_, 1): "th"
        case (1, _): "st"
        case (2, _): "nd"
        case (3, _): "rd"
        default: "th"
        }
    }

    /// Splits `20230913` like the ISO 8601 basic format, and likewise times and offsets.
    private static func parts(_ digits: [UInt8], isInTime: Bool) -> [ArraySlice<UInt8>] {
        if digits.count == 8, !isInTime { return [digits[..<4], digits[4..<6], digits[6...]] }
        guard isInTime, digits.count == 4 || digits.count == 6 else { return [digits[...]] }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0..<($0 + 2)] }
    }

    private mutating func readWord() {
        let start = index
        while index < bytes.count, bytes[index].isASCIILetter { index += 1 }
        let word = Array(bytes[start..<index]).string.lowercased()
        if let month = EverydayWords.months[word] {
            marks.append(String(month))
        } else if EverydayWords.circa.contains(word) {
            // "August circa 1911" doubts the year alone.
            if start == 0 { qualification.formUnion(.approximate) } else { marks.append("~") }
        } else if word == "t", start > 0, bytes[start - 1].isDigit {
            isInTime = true
        } else if ["z", "utc", "gmt"].contains(word) {
            marks.append("Z")
        } else if !EverydayWords.empty.contains(word) {
            // `1950s` is not `1950S`.
            marks.append(word == "s" ? Array(bytes[start..<index]).string : word.uppercased())
        }
    }

    private mutating func readSign() {
        let length = unsafe bytes.withUnsafeBufferPointer {
            unsafe min($0.lengthOfScalar(at: index), bytes.count - index)
        }
        let sign = Array(bytes[index..<(index + length)]).string
        let before = index == 0 ? nil : bytes[index - 1]
        index += length
        switch sign {
        case "+",
            _ where isHyphen(sign):
            let begins =
                before.map { " /,[{.(~?%".utf8.contains($0) && !isAmongSpaces(before: length) } ?? true
                || index == length + 1 && before.map { $0 | 0x20 } == UInt8(ascii: "y")
            if isInTime || sign == "+" {
                marks.append(sign == "+" ? "+" : "-")
            } else if begins {
                marks.append("-")
            }
            let isWord =
                index < bytes.count && bytes[index].isASCIILetter && !"XxUu".utf8.contains(bytes[index])
            if !isInTime, begins && !isWord || sign == "+" { hasSign = true }
        case "?", "~", "%": readQualification(from: index - length)
        case "." where index < bytes.count && bytes[index] == UInt8(ascii: "."):
            marks.append("..")
            index += 1
        // `1911:08:11`
        case ":" where !isInTime && (marks.last?.utf8.count ?? 0) > 2: marks.append(sign)
        case ":": isInTime = true
        // A single slash joins two dates; two of them separate the parts of a day.
        case "/": if !hasTwoSlashes { marks.append("/") }
        case ".", ",", " ", "\t", "\n", "\r": break
        default: marks.append(sign)
        }
        // `1911–` may go on.
        if isHyphen(sign), isAfterHyphen || index == bytes.count { marks.append("--") }
        isAfterHyphen = isHyphen(sign)
    }

    private func isHyphen(_ sign: String) -> Bool {
        sign == "-" || PunctuationRules.lookalikes.contains(sign.unicodeScalars.first ?? " ")
    }

    private mutating func readQualification(from start: Int) {
        var found: Qualification = []
        index = start
        while index < bytes.count, let next = Qualification(symbol: bytes[index]) {
            // `1911??` is more than one doubt.
            if found.contains(next) { marks.append(next.symbol) }
            found.formUnion(next)
            index += 1
        }
        if index == bytes.count { qualification.formUnion(found) } else { marks.append(found.symbol) }
    }

    /// Whether a hyphen has spaces on both sides and is therefore no sign: `1911 - 08 - 11`.
    private func isAmongSpaces(before length: Int) -> Bool {
        index < bytes.count && bytes[index].isSpace && index > length && bytes[index - length - 1].isSpace
    }
}

extension [UInt8] {
    /// The bytes without white space at the ends.
    var trimmed: [UInt8] {
        guard let first = firstIndex(where: { !$0.isSpace }), let last = lastIndex(where: { !$0.isSpace })
        else {
            return []
        }
        return Array(self[first...last])
    }
}
