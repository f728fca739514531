/// Rules for two dates, or parts of them, with a dash or dots between them.
enum DashRules {
    /// The length in bytes above which a text is not a pair: two numeric dates with signs and spaces are shorter.
    private static let longestPair = 64

    private static let dashes = [
        " - ", " – ", " — ", "--", "–", "—", "->", "→", "～", "〜", "...", "…", "..", "-",
    ]

    /// `1914-1918`, `1907–08`, `500-400`, `2023-09-07 - 2023-10-01`, `1911..1912`
    @Sendable
    static func interval(_ text: [UInt8]) -> TextFix? {
        if text.count > longestPair { return nil }
        if text.contains(where: { $0.isASCIILetter || "[{".utf8.contains($0) }) { return nil }
        let message = "An interval is written with a slash"
        if text.starts(with: "..".utf8), Array(text.dropFirst(2)).isValidDate {
            let date = Array(text.dropFirst(2)).string
            return TextFix(message, 0..<2, readings: ["../" + date, "[..\(date)]"])
        }
        for dash in dashes {
            let pattern = Array(dash.utf8)
            for index in text.indices.dropFirst() where text[index...].starts(with: pattern) {
                // `1907 –08`: a space on one side does not make it another sign.
                let sides = [Array(text[..<index]).trimmed, Array(text[(index + pattern.count)...]).trimmed]
                let readings = pair(sides[0], sides[1], dash)
                if readings.isEmpty { continue }
                return TextFix(message, index..<(index + pattern.count), readings: readings)
            }
        }
        return nil
    }

    /// The readings of the two sides of a dash; empty if the dash is a part of one date.
    private static func pair(_ first: [UInt8], _ second: [UInt8], _ dash: String) -> [String] {
        if second.isEmpty || second == [UInt8(ascii: "?")] { return openEnd(first, second, dash) }
        if (first + second).allSatisfy(\.isDigit) { return numbers(first, second, dash) }
        func joined(_ first: String, _ second: String) -> [String] {
            ReadingTable.joined(first, second, by: .dash)
        }
        if let years = negativeYears(first, second) { return years }
        if isQualifiedYear(first), isQualifiedYear(second) { return joined(first.string, second.string) }
        if let whole = wholeStart(first, second) {
            return days(whole, second).flatMap { joined($0, $1) }
        }
        if let ends = wholeEnd(first, second, dash) { return ends }
        let areBoth = areNumbers(first, 3) && areNumbers(second, 3) || areMonths(first) && areMonths(second)
        return dash != "-" || areBoth ? days(first, second).flatMap { joined($0, $1) } : []
    }

    /// Returns the readings of years with a sign that count down: `-500-400`, `–500–400`, `-500 - -400`.
    private static func negativeYears(_ first: [UInt8], _ second: [UInt8]) -> [String]? {
        func year(_ text: [UInt8]) -> (value: Int, isNegative: Bool)? {
            let sign = text.string.unicodeScalars.first {
                $0 == "-" || PunctuationRules.lookalikes.contains($0)
            }
            let digits = text.drop { !$0.isDigit }
            guard text.count - digits.count == (sign.map { String($0).utf8.count } ?? 0),
                1...4 ~= digits.count, let value = Int(Array(digits).string)
            else { return nil }
            return (value, sign != nil)
        }
        guard let start = year(first), start.isNegative, let end = year(second), start.value > end.value,
            first.count > 3, end.isNegative || end.value > 12
        else { return nil }
        return ReadingTable.joined((-start.value).writtenYear, (-end.value).writtenYear, by: .dash)
    }

    /// `1911–`, `1911..`, `1911-?`
    private static func openEnd(_ first: [UInt8], _ second: [UInt8], _ dash: String) -> [String] {
        // `2023-` breaks off.
        guard first.isValidDate, dash != "-" || !second.isEmpty, first.allSatisfy({ $0 != UInt8(ascii: "/") })
        else { return [] }
        if !second.isEmpty { return [first.string + "/", first.string + "/.."] }
        let since = ReadingTable.directions["since", default: []].map {
            $0.replacing("A", with: first.string)
        }
        return dash == ".." ? since + ["[\(first.string)..]"] : since
    }

    private static func numbers(_ first: [UInt8], _ second: [UInt8], _ dash: String) -> [String] {
        guard let start = Int(first.string), let end = Int(second.string) else { return [] }
        func joined(_ first: Int, _ second: Int) -> [String] {
            ReadingTable.joined(first.writtenYear, second.writtenYear, by: .dash)
        }
        if 1...2 ~= first.count, 1...2 ~= second.count {
            return dash.contains(".") ? [] : ReadingTable.shortPairs(first, second, .dash)
        }
        if 3...4 ~= first.count, 1...2 ~= second.count {
            // A whole year with a plain hyphen is left to ``NumericRules``.
            if first.count == 4, dash == "-", end <= 12 { return [] }
            let years = ReadingTable.pairs(year: start, second: end, digitCount: second.count, joiner: .dash)
            return years + (first.count == 3 && end > 12 ? joined(1 - start, 1 - end) : [])
        }
        guard 3...4 ~= first.count, 3...4 ~= second.count else { return [] }
        if start < end { return joined(start, end) }
        // Years that count down are before the common era, or in the wrong order. `1911-223` is a day of a year in ISO
        // 8601.
        guard first.count == second.count || dash != "-" || end > 366 else { return [] }
        let isSwapped = first.count == 4 && second.count == 4
        return joined(1 - start, 1 - end) + (isSwapped ? joined(end, start) : [])
    }

    /// `1911?`
    private static func isQualifiedYear(_ text: [UInt8]) -> Bool {
        text.count <= 5 && text.prefix(while: \.isDigit).count == 4
            && text.dropFirst(4).allSatisfy(\.isQualifier)
    }

    /// `13/15.9.2023`, `13./14.9.2023`
    @Sendable
    static func slashedDays(_ text: [UInt8]) -> TextFix? {
        let sides = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map {
            Array($0)
        }
        guard sides.count == 2, sides[1].contains(UInt8(ascii: ".")),
            let whole = wholeStart(sides[0], sides[1])
        else { return nil }
        let readings = days(whole, sides[1]).flatMap { ReadingTable.joined($0, $1, by: .slash) }
        return readings.isEmpty
            ? nil
            : TextFix(
                "The ends of an interval are whole dates: YYYY-MM-DD", 0..<sides[0].count, readings: readings)
    }

    /// Completes the first day of `11.–13.8.1911`, `11.8.–13.9.1911` or `11/8–13/8/1911`; nil if the text has another
    /// form.
    private static func wholeStart(_ first: [UInt8], _ second: [UInt8]) -> [UInt8]? {
        for sign in "./".utf8 {
            let parts = second.split(separator: sign, omittingEmptySubsequences: false)
            let start = (first.last == sign ? first.dropLast() : first[...])
                .split(separator: sign, omittingEmptySubsequences: false)
            guard parts.count == 3, start.count < 3,
                (parts + start).allSatisfy({ !$0.isEmpty && $0.count <= 4 && $0.allSatisfy(\.isDigit) }),
                start.allSatisfy({ $0.count <= 2 })
            else { continue }
            return Array((start + parts[start.count...]).joined(separator: [sign]))
        }
        return nil
    }

    /// Completes the last day of `1911-08-11–13`, or the last month of `1911-08–09`, which can also be a day.
    private static func wholeEnd(_ first: [UInt8], _ second: [UInt8], _ dash: String) -> [String]? {
        guard 1...2 ~= second.count, second.allSatisfy(\.isDigit), first.count > 5,
            first.first != UInt8(ascii: "-")
        else { return nil }
        let ends = days(first).flatMap { start -> [String] in
            guard let end = IntervalRules.wholeEnd(start, [second]) else { return [] }
            let isDay = start.utf8.count == 7
            return (isDay ? [start + "-" + end.suffix(2)] : []) + ReadingTable.joined(start, end, by: .dash)
        }
        return dash == "-" && !areNumbers(first, 3) || ends.isEmpty ? nil : ends
    }

    /// The readings of the two sides as dates, paired in the same order of numbers; empty if a side is not a numeric
    /// date.
    private static func days(_ first: [UInt8], _ second: [UInt8]) -> [(String, String)] {
        let sides = [first, second].map(days)
        let isSame = sides[0].count == sides[1].count
        let pairs =
            isSame
            ? Array(zip(sides[0], sides[1])) : sides[0].flatMap { start in sides[1].map { (start, $0) } }
        return pairs.filter { Array($0.0.utf8).isValidDate && Array($0.1.utf8).isValidDate }
    }

    private static func days(_ text: [UInt8]) -> [String] {
        if text.isValidDate { return [text.string] }
        for sign in "./-".utf8 {
            let parts = text.split(separator: sign)
            guard parts.count == 3, areNumbers(text, 3), parts[0].count < 3 else { continue }
            let numbers = parts.compactMap { Int(Array($0).string) }
            return NumericRules.inEveryOrder(numbers, isShort: parts[2].count < 3, [sign].string)
        }
        return areNumbers(text, 3) || areMonths(text)
            ? SyntaxAdvice.readings(of: text).filter { !$0.contains("/") && !$0.contains("[") } : []
    }

    /// `8.1911`, `8/1911`
    private static func areMonths(_ text: [UInt8]) -> Bool {
        areNumbers(text, 2) && text.split { !$0.isDigit }.contains { $0.count == 4 }
            && !text.contains(UInt8(ascii: "-"))
    }

    private static func areNumbers(_ text: [UInt8], _ counts: ClosedRange<Int>) -> Bool {
        "./-".utf8.contains { sign in
            let parts = text.split(separator: sign, omittingEmptySubsequences: false)
            return counts.contains(parts.count)
                && parts.allSatisfy { 1...4 ~= $0.count && $0.allSatisfy(\.isDigit) }
        }
    }

    private static func areNumbers(_ text: [UInt8], _ count: Int) -> Bool { areNumbers(text, count...count) }
}
