/// Rules for sets, in brackets and braces.
enum SetRules {
    private static func isSet(_ text: [UInt8]) -> Bool {
        text.first == UInt8(ascii: "[") || text.first == UInt8(ascii: "{")
    }

    /// The text between the brackets; nil if they are not closed.
    private static func content(of text: [UInt8]) -> [UInt8]? {
        guard isSet(text), text.count > 2,
            text.last == UInt8(ascii: text.first == UInt8(ascii: "[") ? "]" : "}")
        else { return nil }
        return Array(text.dropFirst().dropLast())
    }

    /// `[1911; 1912]`
    @Sendable
    static func separators(_ text: [UInt8]) -> TextFix? {
        guard isSet(text), let offset = text.firstIndex(where: { ";|&".utf8.contains($0) }) else {
            return nil
        }
        let fixed = text.map { ";|&".utf8.contains($0) ? UInt8(ascii: ",") : $0 }
        return TextFix("The members of a set have commas between them", offset..<(offset + 1), fixed.string)
    }

    @Sendable
    static func spaces(_ text: [UInt8]) -> TextFix? {
        guard isSet(text) else { return nil }
        // A space between two words is left to the rules about that member.
        let isRemoved = text.indices.map { index in
            text[index].isSpace && !(text[index - 1].isASCIIWord && text.isWord(at: index + 1))
        }
        guard let space = isRemoved.firstIndex(of: true) else { return nil }
        let end = text[space...].firstIndex { !$0.isSpace } ?? text.count
        let fixed = text.indices.filter { !isRemoved[$0] }.map { text[$0] }
        return TextFix("A set has no spaces", space..<end, fixed.string)
    }

    @Sendable
    static func missingBracket(_ text: [UInt8]) -> TextFix? {
        guard isSet(text), let first = text.first else { return nil }
        let closing = first == UInt8(ascii: "[") ? "]" : "}"
        if text.contains(where: { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "}") }) { return nil }
        return TextFix("The set has no closing \(closing)", text.count..<text.count, text.string + closing)
    }

    /// Fixes dates that are joined within brackets: `[1914-1918]`, `[1911 or 1912]`, `[1911/1912]`. The brackets are
    /// removed.
    @Sendable
    static func joined(_ text: [UInt8]) -> TextFix? {
        guard let content = content(of: text), !content.contains(where: { ",[]{}".utf8.contains($0) }),
            !content.string.contains("..")
        else { return nil }
        let readings = content.isValidDate ? [content.string] : SyntaxAdvice.readings(of: content)
        guard readings.contains(where: { "[{".contains($0.prefix(1)) || $0.contains("/") }) else {
            return nil
        }
        return TextFix("A set has commas or .. between its members", 1..<(text.count - 1), readings: readings)
    }

    /// Fixes years of two digits, which belong to one century: `[44, 45]`.
    @Sendable
    static func shortYears(_ text: [UInt8]) -> TextFix? {
        guard let content = content(of: text) else { return nil }
        let members = content.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard members.count > 1, members.allSatisfy({ $0.allSatisfy(\.isDigit) }),
            members.dropFirst().allSatisfy({ $0.count == 2 })
        else { return nil }
        func set(_ years: [String]) -> String {
            Array(text.prefix(1)).string + years.joined(separator: ",") + Array(text.suffix(1)).string
        }
        let message = "A year has four digits"
        // `[1911,12]`
        if members[0].count == 4, let first = Int(Array(members[0]).string) {
            let years = members.dropFirst().compactMap { member in
                ReadingTable.pair(year: first, second: Int(Array(member).string) ?? 0, digitCount: 2).last
            }
            guard years.count + 1 == members.count else { return nil }
            return TextFix(message, 6..<8, set(([first] + years).map(\.writtenYear)))
        }
        guard members[0].count == 2 else { return nil }
        let years = members.map { member in
            ReadingTable.years(of: Array(member).string).filter { !$0.contains("X") }
        }
        return TextFix(
            message, 1..<3,
            readings: years[0].indices.map { century in set(years.map { $0[century] }) })
    }
}

extension UInt8 {
    fileprivate var isASCIIWord: Bool { isDigit || isASCIILetter }
}

extension [UInt8] {
    fileprivate func isWord(at index: Int) -> Bool {
        index < count && self[index].isASCIIWord
    }
}
