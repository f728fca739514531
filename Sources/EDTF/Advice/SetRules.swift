/// Mistakes in sets: in brackets and braces.
enum SetRules {
    private static func isSet(_ text: [UInt8]) -> Bool {
        text.first == UInt8(ascii: "[") || text.first == UInt8(ascii: "{")
    }

    /// What stands within closed brackets.
    private static func content(of text: [UInt8]) -> [UInt8]? {
        guard isSet(text), text.count > 2, text.last == UInt8(ascii: text.first == UInt8(ascii: "[") ? "]" : "}")
        else { return nil }
        return Array(text.dropFirst().dropLast())
    }

    /// `[1911; 1912]`
    @Sendable
    static func separators(_ text: [UInt8]) -> TextFix? {
        guard isSet(text), let place = text.firstIndex(where: { ";|&".utf8.contains($0) }) else { return nil }
        let fixed = text.map { ";|&".utf8.contains($0) ? UInt8(ascii: ",") : $0 }
        return TextFix("The members of a set have commas between them", place..<(place + 1), fixed.string)
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

    /// `[1914-1918]`: what the dash joins, in brackets or without them.
    @Sendable
    static func dashes(_ text: [UInt8]) -> TextFix? {
        guard let content = content(of: text), let fix = DashRules.interval(content) else { return nil }
        return TextFix(
            fix.message, (fix.range.lowerBound + 1)..<(fix.range.upperBound + 1),
            readings: fix.replacements.map(\.string))
    }

    /// `[44, 45]`: years of two digits are of one century.
    @Sendable
    static func shortYears(_ text: [UInt8]) -> TextFix? {
        guard let content = content(of: text) else { return nil }
        let members = content.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard members.count > 1, members.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isDigit) }) else {
            return nil
        }
        let years = members.map { member in
            ReadingTable.years(of: Array(member).string).filter { !$0.contains("X") }
        }
        return TextFix(
            "A year has four digits", 1..<3,
            readings: years[0].indices.map { century in
                Array(text.prefix(1)).string + years.map { $0[century] }.joined(separator: ",") + Array(text.suffix(1)).string
            })
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
