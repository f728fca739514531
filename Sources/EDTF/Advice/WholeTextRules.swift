/// Rules for mistakes that are visible only in the whole text.
enum WholeTextRules {
    static let all: [@Sendable ([UInt8]) -> TextFix?] = [
        outerSpaces, finalPoint, SetRules.separators, SetRules.spaces, spacesAtSlash, TimeRules.wholeText,
        DashRules.slashedDays,
        slashDates,
        EverydayRules.slashedWords, SetRules.missingBracket, SetRules.joined, SetRules.shortYears,
        unspecifiedEnd,
        DashRules.interval, listed, IntervalRules.shortenedEnd, IntervalRules.unknownEnd,
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
        return TextFix(
            "No space is written beside a slash", slash..<(slash + 1), start.string + "/" + end.string)
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
        let offset = text.firstIndex(of: separator) ?? 0
        return TextFix(
            "Several dates are written {first,second}", offset..<(offset + 1),
            readings: ["{\(all)}", "[\(all)]"])
    }

    /// `2023/09/13`, `9/13/2023`, `2023/09`.
    private static func slashDates(_ text: [UInt8]) -> TextFix? {
        let parts = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard 2...3 ~= parts.count, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isDigit) }),
            parts.contains(where: { $0.count < 3 })
        else { return nil }
        return NumericRules.date(from: parts.map { Array($0) }, separator: "/", in: text)
    }

    /// Fixes digits that catalogues mark as unknown: `191-`, `19--`, `19??`, `195_`. A single question mark is a doubt.
    @Sendable
    static func unspecifiedEnd(_ text: [UInt8]) -> TextFix? {
        let digits = text.prefix { $0.isDigit }
        guard 1...3 ~= digits.count, text.count == 4, "-?*_".utf8.contains(text[3]),
            text[digits.count...].allSatisfy({ $0 == text[3] }),
            text[3] == UInt8(ascii: "-") ? digits.count > 1 : text[3] != UInt8(ascii: "?") || digits.count < 3
        else { return nil }
        let fixed = Array(digits).string + String(repeating: "X", count: 4 - digits.count)
        return TextFix("An unspecified digit is written X", digits.count..<4, fixed)
    }
}

/// Rules for the ends of an interval.
enum IntervalRules {
    /// Fixes a shortened end, which takes its missing components from the start: `2023-09-07/10`, which ISO 8601 has
    /// and EDTF does not, and `1911-8/9`.
    @Sendable
    static func shortenedEnd(_ text: [UInt8]) -> TextFix? {
        let ends = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard ends.count == 2 else { return nil }
        let parts = ends.map {
            $0.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map { Array($0) }
        }
        let isShort = (parts[0].dropFirst() + parts[1]).allSatisfy {
            1...2 ~= $0.count && $0.allSatisfy(\.isDigit)
        }
        guard parts[0][0].count == 4, parts[0].count > 1 || parts[1].count > 1, 1...2 ~= parts[1].count,
            isShort
        else { return nil }
        let start = parts[0].map(\.padded).joined(separator: "-")
        guard Array(start.utf8).isValidDate, let end = wholeEnd(start, parts[1]) else { return nil }
        let isAlike = start.utf8.count == end.utf8.count
        let readings = ReadingTable.joined(start, end, by: isAlike ? .shortened : .slash)
        return TextFix(
            "The end of an interval is a whole date, with its year", (ends[0].count + 1)..<text.count,
            readings: readings.filter { Array($0.utf8).isValidDate && (isAlike || $0.contains("/")) })
    }

    /// Completes an end, of which the last components are given, from the start; nil if the result is not a date after
    /// the start. A month before the start's belongs to the next year.
    static func wholeEnd(_ start: String, _ parts: [[UInt8]]) -> String? {
        let first = start.split(separator: "-").map { String($0) }
        var kept = first[..<max(1, first.count - parts.count)].map { $0 }
        var end = (kept + parts.map(\.padded)).joined(separator: "-")
        if kept.count == 1, end < start, let year = Int(kept[0]) {
            kept = [(year + 1).writtenYear]
            end = (kept + parts.map(\.padded)).joined(separator: "-")
        }
        return Array(end.utf8).isValidDate && end > start ? end : nil
    }

    /// `1911/?`, `?/1911`
    @Sendable
    static func unknownEnd(_ text: [UInt8]) -> TextFix? {
        let ends = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map {
            Array($0)
        }
        let unknown: [UInt8] = [UInt8(ascii: "?")]
        guard ends.count == 2, let index = ends.firstIndex(of: unknown), ends[1 - index].isValidDate else {
            return nil
        }
        let date = ends[1 - index].string
        return TextFix(
            "An unknown end is left empty, and an open one is written ..",
            index == 0 ? 0..<1 : (text.count - 1)..<text.count,
            readings: index == 0 ? ["/" + date, "../" + date] : [date + "/", date + "/.."])
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
        unsafe text.withUnsafeBufferPointer { bytes in
            let date = try? unsafe DateExpression(strict: bytes)
            return latest ? date?.displayLatest.day : date?.displayEarliest.day
        }
    }
}

extension [UInt8] {
    /// A month or day with two digits.
    fileprivate var padded: String { (count == 1 ? "0" : "") + string }
}
