/// Mistakes that show in the whole text only.
enum WholeTextRules {
    static let all: [@Sendable ([UInt8]) -> TextFix?] = [
        outerSpaces, spacesInSet, slashDates, missingBracket, dashInterval, wordInterval,
    ]

    private static func outerSpaces(_ text: [UInt8]) -> TextFix? {
        guard let first = text.firstIndex(where: { !$0.isSpace }),
            let last = text.lastIndex(where: { !$0.isSpace })
        else { return TextFix("Date is empty", 0..<text.count) }
        let trimmed = Array(text[first...last]).string
        if first > 0 { return TextFix("A date does not begin with a space", 0..<first, trimmed) }
        if last + 1 < text.count {
            return TextFix("A date does not end with a space", (last + 1)..<text.count, trimmed)
        }
        return nil
    }

    private static func spacesInSet(_ text: [UInt8]) -> TextFix? {
        guard text.first == UInt8(ascii: "[") || text.first == UInt8(ascii: "{") else { return nil }
        // A space between two words is left to the rules about that member.
        let isRemoved = text.indices.map { index in
            text[index].isSpace && !(text[index - 1].isASCIIWord && text.isWord(at: index + 1))
        }
        guard let space = isRemoved.firstIndex(of: true) else { return nil }
        let end = text[space...].firstIndex { !$0.isSpace } ?? text.count
        let fixed = text.indices.filter { !isRemoved[$0] }.map { text[$0] }
        return TextFix("A set has no spaces", space..<end, fixed.string)
    }

    /// `2023/09/13`, `9/13/2023`, `2023/09`.
    private static func slashDates(_ text: [UInt8]) -> TextFix? {
        let parts = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard 2...3 ~= parts.count, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isDigit) }),
            parts.contains(where: { $0.count < 3 })
        else { return nil }
        return NumericRules.date(from: parts.map { Array($0) }, separator: "/", in: text)
    }

    private static func missingBracket(_ text: [UInt8]) -> TextFix? {
        guard let first = text.first, first == UInt8(ascii: "[") || first == UInt8(ascii: "{") else {
            return nil
        }
        let closing = first == UInt8(ascii: "[") ? "]" : "}"
        if text.contains(where: { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "}") }) { return nil }
        return TextFix("The set has no closing \(closing)", text.count..<text.count, text.string + closing)
    }

    /// `1914-1918`, `1914–1918`, `2023-09-07 - 2023-10-01`.
    private static func dashInterval(_ text: [UInt8]) -> TextFix? {
        guard !text.contains(UInt8(ascii: "/")) else { return nil }
        let dashes: [String] = [" - ", " – ", " — ", "--", "–", "—", "-"]
        for dash in dashes {
            let pattern = Array(dash.utf8)
            for index in text.indices where text[index...].starts(with: pattern) {
                let start = Array(text[..<index])
                let end = Array(text[(index + pattern.count)...])
                let isWide = pattern.count > 1 && dash != "–" && dash != "—"
                let isYears = start.count == 4 && end.count == 4
                guard isWide || isYears, start.isValidDate, end.isValidDate,
                    start.first != end.first || isYears || isWide
                else { continue }
                return TextFix(
                    "An interval is written with a slash", index..<(index + pattern.count),
                    start.string + "/" + end.string)
            }
        }
        return nil
    }

    /// `1914 to 1918`, `from 2023-09-07 until 2023-10-01`.
    private static func wordInterval(_ text: [UInt8]) -> TextFix? {
        let words = text.string.split(separator: " ", omittingEmptySubsequences: false)
        guard
            let index = words.firstIndex(where: {
                ["to", "until", "till", "through"].contains($0.lowercased())
            }),
            index > 0, index + 1 < words.count, !text.contains(UInt8(ascii: "/"))
        else { return nil }
        let first = words[0].lowercased() == "from" ? 1 : 0
        guard first < index else { return nil }
        let offset = words[..<index].reduce(0) { $0 + $1.utf8.count + 1 }
        let start = words[first..<index].joined(separator: " ")
        let end = words[(index + 1)...].joined(separator: " ")
        return TextFix(
            "An interval is written with a slash", offset..<(offset + words[index].utf8.count),
            start + "/" + end)
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

/// Mistakes in the ends of an interval.
enum IntervalRules {
    /// `2023-09-07/10`, which ISO 8601 has and EDTF does not.
    @Sendable
    static func shortenedEnd(_ segment: Segment) -> TextFix? {
        let parts = segment.bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard segment.isEnd, 1...2 ~= parts.count,
            parts.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isDigit) })
        else { return nil }
        return TextFix("The end of an interval is a whole date, with its year", segment.whole)
    }

    static func swappedEnds(_ text: [UInt8]) -> TextFix? {
        let parts = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map {
            Array($0)
        }
        guard parts.count == 2, !text.isValidDate else { return nil }
        let swapped = parts[1] + [UInt8(ascii: "/")] + parts[0]
        guard swapped.isValidDate, let first = day(of: parts[0], latest: false),
            let last = day(of: parts[1], latest: true)
        else { return nil }
        return TextFix(
            "The end, \(last.iso), comes before the start, \(first.iso)",
            (parts[0].count + 1)..<text.count, swapped.string)
    }

    private static func day(of text: [UInt8], latest: Bool) -> CalendarDay? {
        text.withUnsafeBufferPointer { bytes in
            let date = try? DateExpression(strict: bytes)
            return latest ? date?.displayLatest.day : date?.displayEarliest.day
        }
    }
}
