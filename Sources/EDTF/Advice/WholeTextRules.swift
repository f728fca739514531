/// Mistakes that show in the whole text only.
enum WholeTextRules {
    static let all: [@Sendable ([UInt8]) -> TextFix?] = [
        outerSpaces, finalPoint, spacesInSet, spacesAtSlash, TimeRules.wholeText, slashDates,
        EverydayRules.slashedWords,
        missingBracket, dashInterval, listed, IntervalRules.shortenedEnd,
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

    /// `11 August 1911.`
    private static func finalPoint(_ text: [UInt8]) -> TextFix? {
        guard text.count > 1, let last = text.last, ",;.".utf8.contains(last),
            text[text.count - 2].isDigit
        else { return nil }
        return TextFix(
            "A date does not end with a \(last == UInt8(ascii: ".") ? "point" : "comma")",
            (text.count - 1)..<text.count, Array(text.dropLast()).string)
    }

    /// `1911 / 1912`
    private static func spacesAtSlash(_ text: [UInt8]) -> TextFix? {
        guard let slash = text.firstIndex(of: UInt8(ascii: "/")), slash > 0, slash + 1 < text.count,
            text[slash - 1].isSpace || text[slash + 1].isSpace
        else { return nil }
        let start = Array(text[..<slash]).trimmed
        let end = Array(text[(slash + 1)...]).trimmed
        return TextFix("No blank stands beside a slash", slash..<(slash + 1), start.string + "/" + end.string)
    }

    /// `1911, 1912`, `1911-08-11; 1911-08-12`: several dates without brackets.
    private static func listed(_ text: [UInt8]) -> TextFix? {
        guard let first = text.first, first.isDigit, !text.contains(where: \.isASCIILetter),
            let separator = text.first(where: { ",;&".utf8.contains($0) })
        else { return nil }
        let members = text.split(separator: separator, omittingEmptySubsequences: false).map {
            Array($0).trimmed
        }
        guard 2...8 ~= members.count, members.allSatisfy({ $0.count >= 4 }) else { return nil }
        let all = members.map(\.string).joined(separator: ",")
        let place = text.firstIndex(of: separator) ?? 0
        return TextFix(
            "Several dates are written {first,second}", place..<(place + 1),
            readings: ["{\(all)}", "[\(all)]"])
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

    /// `1914-1918`, `1907–08`, `500-400`, `2023-09-07 - 2023-10-01`: two dates, or parts of them, with a dash.
    private static func dashInterval(_ text: [UInt8]) -> TextFix? {
        if text.contains(UInt8(ascii: "/")) || text.contains(where: \.isASCIILetter) { return nil }
        for dash in [" - ", " – ", " — ", "--", "–", "—", "-"] {
            let pattern = Array(dash.utf8)
            for index in text.indices.dropFirst() where text[index...].starts(with: pattern) {
                // `1907 –08`: a blank on one side is no other sign.
                let sides = [Array(text[..<index]).trimmed, Array(text[(index + pattern.count)...]).trimmed]
                let readings = pair(sides, isHyphen: dash == "-", isWide: pattern.count > 1)
                if readings.isEmpty { continue }
                return TextFix(
                    "An interval is written with a slash", index..<(index + pattern.count), readings: readings
                )
            }
        }
        return nil
    }

    /// What two sides of a dash are; nothing where it stands within one date.
    private static func pair(_ sides: [[UInt8]], isHyphen: Bool, isWide: Bool) -> [String] {
        let (first, second) = (sides[0], sides[1])
        if second.isEmpty, !isHyphen, first.isValidDate {
            return ReadingTable.directions["since", default: []].map { $0.replacing("A", with: first.string) }
        }
        if second.isEmpty { return [] }
        let areDigits = sides.map { $0.allSatisfy(\.isDigit) }
        func joined(_ first: String, _ second: String) -> [String] {
            ReadingTable.joined[.dash, default: []].map {
                $0.replacing("A", with: first).replacing("B", with: second)
            }
        }
        if areDigits == [true, true] {
            let years = [Int(first.string) ?? 0, Int(second.string) ?? 0]
            if first.count == 4, second.count <= 2 {
                let readings = ReadingTable.pairs(
                    year: years[0], second: years[1], digitCount: second.count, joiner: .dash)
                // After a plain hyphen one digit is a month, and two are one where there is such a month.
                return isHyphen ? (second.count == 2 && years[1] > 12 ? readings : []) : readings
            }
            guard 3...4 ~= first.count, 3...4 ~= second.count else { return [] }
            if years[0] < years[1] { return joined(years[0].writtenYear, years[1].writtenYear) }
            // Years that count down are those before the common era.
            return first.count == 3 ? joined((1 - years[0]).writtenYear, (1 - years[1]).writtenYear) : []
        }
        if sides.allSatisfy({ isQualifiedYear($0) }) { return joined(first.string, second.string) }
        if let whole = completed(first, from: second) { return joined(whole, second.string) }
        guard isWide, sides.allSatisfy({ $0.isValidDate || $0.count >= 8 && areNumbers($0) }) else {
            return []
        }
        return joined(first.string, second.string)
    }

    /// `1911?`
    private static func isQualifiedYear(_ text: [UInt8]) -> Bool {
        text.count <= 5 && text.prefix(while: \.isDigit).count == 4
            && text.dropFirst(4).allSatisfy(\.isQualifier)
    }

    /// The first day of `11.–13.8.1911`.
    private static func completed(_ first: [UInt8], from second: [UInt8]) -> String? {
        let parts = second.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let day = first.last == UInt8(ascii: ".") ? first.dropLast() : first[...]
        guard parts.count == 3, 1...2 ~= day.count, (parts + [day]).allSatisfy({ $0.allSatisfy(\.isDigit) })
        else {
            return nil
        }
        return ([day] + parts.dropFirst()).map { Array($0).string }.joined(separator: ".")
    }

    private static func areNumbers(_ text: [UInt8]) -> Bool {
        text.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
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
    /// `2023-09-07/10`, which ISO 8601 has and EDTF does not: what the end lacks is told by the start.
    @Sendable
    static func shortenedEnd(_ text: [UInt8]) -> TextFix? {
        let ends = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map {
            Array($0)
        }
        guard ends.count == 2, ends[0].isValidDate, ends[0].first?.isDigit == true else { return nil }
        let parts = ends[1].split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isShort = parts.allSatisfy { $0.count == 2 && $0.allSatisfy(\.isDigit) }
        guard 1...2 ~= parts.count, isShort else { return nil }
        let start = ends[0].split(separator: UInt8(ascii: "-")).map { Array($0).string }
        let kept = start[..<max(1, start.count - parts.count)].joined(separator: "-")
        let end = kept + "-" + ends[1].string
        let isAlike = ends[0].count == end.utf8.count
        let readings = ReadingTable.joined[isAlike ? .shortened : .slash, default: []].map {
            $0.replacing("A", with: ends[0].string).replacing("B", with: end)
        }
        return TextFix(
            "The end of an interval is a whole date, with its year", (ends[0].count + 1)..<text.count,
            readings: readings.filter { Array($0.utf8).isValidDate && (isAlike || $0.contains("/")) })
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
