/// Two dates, or parts of them, with a dash or points between them.
enum DashRules {
    private static let dashes = [
        " - ", " – ", " — ", "--", "–", "—", "->", "→", "～", "〜", "...", "…", "..", "-",
    ]

    /// `1914-1918`, `1907–08`, `500-400`, `2023-09-07 - 2023-10-01`, `1911..1912`
    @Sendable
    static func interval(_ text: [UInt8]) -> TextFix? {
        if text.contains(where: { $0.isASCIILetter || "[{".utf8.contains($0) }) { return nil }
        let message = "An interval is written with a slash"
        if text.starts(with: "..".utf8), Array(text.dropFirst(2)).isValidDate {
            let date = Array(text.dropFirst(2)).string
            return TextFix(message, 0..<2, readings: ["../" + date, "[..\(date)]"])
        }
        for dash in dashes {
            let pattern = Array(dash.utf8)
            for index in text.indices.dropFirst() where text[index...].starts(with: pattern) {
                // `1907 –08`: a blank on one side is no other sign.
                let sides = [Array(text[..<index]).trimmed, Array(text[(index + pattern.count)...]).trimmed]
                let readings = pair(sides[0], sides[1], dash)
                if readings.isEmpty { continue }
                return TextFix(message, index..<(index + pattern.count), readings: readings)
            }
        }
        return nil
    }

    /// What two sides of a dash are; nothing where it stands within one date.
    private static func pair(_ first: [UInt8], _ second: [UInt8], _ dash: String) -> [String] {
        if second.isEmpty || second == [UInt8(ascii: "?")] { return openEnd(first, second, dash) }
        if (first + second).allSatisfy(\.isDigit) { return numbers(first, second, dash) }
        func joined(_ first: String, _ second: String) -> [String] {
            ReadingTable.joined(first, second, by: .dash)
        }
        if isQualifiedYear(first), isQualifiedYear(second) { return joined(first.string, second.string) }
        if let whole = wholeStart(first, second) {
            return zip(days(whole), days(second)).flatMap { joined($0, $1) }
        }
        if let ends = wholeEnd(first, second, dash) { return ends }
        let isWide = dash != "-" || areNumbers(first, 3) && areNumbers(second, 3)
        let (starts, ends) = isWide ? (days(first), days(second)) : ([], [])
        let isZipped = starts.count == ends.count
        return isZipped
            ? zip(starts, ends).flatMap { joined($0, $1) }
            : starts.flatMap { start in ends.flatMap { joined(start, $0) } }
    }

    /// `1911–`, `1911..`, `1911-?`
    private static func openEnd(_ first: [UInt8], _ second: [UInt8], _ dash: String) -> [String] {
        guard first.isValidDate, first.allSatisfy({ $0 != UInt8(ascii: "/") }) else { return [] }
        if !second.isEmpty { return [first.string + "/", first.string + "/.."] }
        let since = ReadingTable.directions["since", default: []].map { $0.replacing("A", with: first.string) }
        return dash == ".." ? since + ["[\(first.string)..]"] : since
    }

    private static func numbers(_ first: [UInt8], _ second: [UInt8], _ dash: String) -> [String] {
        guard let start = Int(first.string), let end = Int(second.string) else { return [] }
        if first.count == 2, dash != "..", dash != "..." {
            return ReadingTable.shortPairs(first, second, .dash)
        }
        if first.count == 4, 1...2 ~= second.count {
            // After a plain hyphen the rules of numbers know it.
            return dash == "-" && end <= 12
                ? [] : ReadingTable.pairs(year: start, second: end, digitCount: second.count, joiner: .dash)
        }
        guard 3...4 ~= first.count, 3...4 ~= second.count else { return [] }
        if start < end { return ReadingTable.joined(start.writtenYear, end.writtenYear, by: .dash) }
        // Years that count down are those before the common era.
        return first.count == 3
            ? ReadingTable.joined((1 - start).writtenYear, (1 - end).writtenYear, by: .dash) : []
    }

    /// `1911?`
    private static func isQualifiedYear(_ text: [UInt8]) -> Bool {
        text.count <= 5 && text.prefix(while: \.isDigit).count == 4
            && text.dropFirst(4).allSatisfy(\.isQualifier)
    }

    /// The first day of `11.–13.8.1911`, `11.8.–13.9.1911`, `11/8–13/8/1911`.
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

    /// The last day of `1911-08-11–13`, or month of `1911-08–09`, which can be a day, too.
    private static func wholeEnd(_ first: [UInt8], _ second: [UInt8], _ dash: String) -> [String]? {
        guard 1...2 ~= second.count, second.allSatisfy(\.isDigit), first.count > 5, first.first != UInt8(ascii: "-")
        else { return nil }
        let ends = days(first).flatMap { start -> [String] in
            guard let end = IntervalRules.wholeEnd(start, [second]) else { return [] }
            let isDay = start.utf8.count == 7
            return (isDay ? [start + "-" + end.suffix(2)] : []) + ReadingTable.joined(start, end, by: .dash)
        }
        return dash == "-" && !areNumbers(first, 3) || ends.isEmpty ? nil : ends
    }

    /// What a side is by itself; nothing where it is no date in digits.
    private static func days(_ text: [UInt8]) -> [String] {
        if text.isValidDate { return [text.string] }
        return areNumbers(text, 2...3) ? SyntaxAdvice.readings(of: text).filter { !$0.contains("/") && !$0.contains("[") } : []
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
