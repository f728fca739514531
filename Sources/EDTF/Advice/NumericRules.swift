/// Rules for numeric dates in an order or with signs that EDTF does not have.
enum NumericRules {
    static let all: [@Sendable (Segment) -> TextFix?] = [
        basicFormat, separated, zeroComponents, dayBeforeMonth,
    ]

    /// `20230913` (ISO 8601 basic format), and `13092023`; `12041204` can be both.
    private static func basicFormat(_ segment: Segment) -> TextFix? {
        let bytes = segment.bytes
        guard bytes.allSatisfy(\.isDigit), bytes.count == 8 || bytes.count == 6 else { return nil }
        func text(_ cuts: Range<Int>...) -> String {
            cuts.map { Array(bytes[$0]).string }.joined(separator: "-")
        }
        if bytes.count == 6 {
            // A year and its month, a day with a short year, or a year of six digits.
            let numbers = [0, 2, 4].map { Int(Array(bytes[$0..<($0 + 2)]).string) ?? 0 }
            let days = inEveryOrder(numbers, isShort: true, "-")
            let readings = [text(0..<4, 4..<6)] + days + ["Y" + segment.text]
            return TextFix(
                "A date has hyphens between year, month and day", segment.whole,
                readings: readings.filter(isDate))
        }
        let yearFirst = text(0..<4, 4..<6, 6..<8)
        // Nobody writes a year with a zero before it, or one far away, at the end of a day.
        let isYear = 1000...ReadingTable.lastYear ~= Int(Array(bytes[4..<8]).string) ?? 0
        let yearLast = isYear ? [text(4..<8, 2..<4, 0..<2), text(4..<8, 0..<2, 2..<4)] : []
        let readings = [yearFirst] + yearLast
        return TextFix(
            "A date has hyphens between year, month and day", segment.whole, readings: readings.filter(isDate)
        )
    }

    private static func isDate(_ text: String) -> Bool { Array(text.utf8).isValidDate }

    /// `13.9.2023`, `2023.09.13`, `2023-9-3`, `13-09-2023`, `09.2023`, `2023 09 13`.
    private static func separated(_ segment: Segment) -> TextFix? {
        if segment.bytes.first == UInt8(ascii: "-") { return negative(segment) }
        for separator in [".", "-", " ", "_", ":"] {
            let sign = Array(separator.utf8)[0]
            let parts = segment.bytes.split(separator: sign, omittingEmptySubsequences: false)
                .map { Array($0.drop(while: \.isSpace)) }
            guard 2...3 ~= parts.count, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isDigit) }) else {
                continue
            }
            // `1911_08_11`, `1911:08:11`: names of files and what cameras write.
            if "_:".contains(separator), parts[0].count != 4 { return nil }
            return date(from: parts, separator: separator, in: segment.bytes)
        }
        return nil
    }

    /// `-0044-3-15`
    private static func negative(_ segment: Segment) -> TextFix? {
        let digits = Array(segment.bytes.dropFirst())
        let positive = Segment(bytes: digits, range: 0..<digits.count, isEnd: false, isInInterval: false)
        guard digits.first?.isDigit == true, digits.prefix(while: \.isDigit).count == 4,
            let fix = separated(positive)
        else { return nil }
        // Years count down before the common era: `-0500-480` is left to the rule of dashes.
        let days = fix.replacements.filter { $0.allSatisfy { $0.isDigit || $0 == UInt8(ascii: "-") } }
        if days.isEmpty { return nil }
        return TextFix(
            fix.message, (fix.range.lowerBound + 1)..<(fix.range.upperBound + 1),
            readings: days.map { "-" + $0.string })
    }

    /// Fixes a date of two or three numbers, in every order that readers know for this separator.
    static func date(from parts: [[UInt8]], separator: String, in text: [UInt8]) -> TextFix? {
        let numbers = parts.compactMap { Int($0.string) }
        guard numbers.count == parts.count else { return nil }
        let whole = 0..<text.count
        let areShort = parts.map { $0.count <= 2 }
        if parts[0].count == 4, areShort.dropFirst().allSatisfy(\.self) {
            return yearFirst(parts, numbers, separator, in: text)
        }
        let message = "A date is written year first, with hyphens: YYYY-MM-DD"
        if parts[parts.count - 1].count == 4, areShort.dropLast().allSatisfy(\.self) {
            if numbers.count == 2 {
                return 1...12 ~= numbers[0] ? TextFix(message, whole, edtf([numbers[1], numbers[0]])) : nil
            }
            return TextFix(message, whole, readings: inEveryOrder(numbers, isShort: false, separator))
        }
        guard areShort.allSatisfy(\.self) else { return nil }
        if numbers.count == 2 {
            let readings = ReadingTable.shortPairs(parts[0], parts[1], separator == "/" ? .slash : .dash)
            return separator == "." || readings.isEmpty
                ? nil : TextFix("A year has four digits", whole, readings: readings)
        }
        let readings = inEveryOrder(numbers, isShort: true, separator)
        return TextFix(
            "A year has four digits and comes first: YYYY-MM-DD", whole,
            readings: readings.filter {
                Array($0.utf8).isValidDate
            })
    }

    /// Returns a day, month and year in every order and century that readers know. The results may be invalid.
    static func inEveryOrder(_ numbers: [Int], isShort: Bool, _ separator: String) -> [String] {
        let orders = ReadingTable.orders[separator, default: [.dayMonthYear]]
        if !isShort { return orders.map { edtf(ordered(numbers, $0)) } }
        let all = separator == "-" || separator == "/" ? [.yearMonthDay] + orders : orders
        return all.flatMap { order in
            let date = ordered(numbers, order)
            return ReadingTable.centuries.map { edtf([$0 + date[0], date[1], date[2]]) }
        }
    }

    private static func yearFirst(
        _ parts: [[UInt8]], _ numbers: [Int], _ separator: String, in text: [UInt8]
    ) -> TextFix? {
        let fixed = edtf(numbers)
        guard fixed != text.string else { return nil }
        if numbers.count == 2 {
            let (month, last) = ReadingTable.pair(
                year: numbers[0], second: numbers[1], digitCount: parts[1].count)
            let isHyphen = separator == "-"
            let message =
                isHyphen
                ? "Months and days have two digits" : "A month follows a hyphen, and a year has four digits"
            let range = isHyphen ? shortPart(parts) : 0..<text.count
            // Nobody joins years with a point.
            guard let last, separator != "." else { return month.map { TextFix(message, range, $0) } }
            let years = ReadingTable.joined(
                numbers[0].writtenYear, last.writtenYear, by: separator == "/" ? .slash : .dash)
            return TextFix(message, range, readings: [month].compactMap(\.self) + years)
        }
        let message =
            separator == "-"
            ? "Months and days have two digits" : "A date has hyphens between year, month and day"
        return TextFix(message, separator == "-" ? shortPart(parts) : 0..<text.count, fixed)
    }

    /// Returns the year, month and day among three numbers.
    private static func ordered(_ numbers: [Int], _ order: ReadingTable.NumberOrder) -> [Int] {
        switch order {
        case .dayMonthYear: [numbers[2], numbers[1], numbers[0]]
        case .monthDayYear: [numbers[2], numbers[0], numbers[1]]
        case .yearMonthDay: numbers
        }
    }

    private static func shortPart(_ parts: [[UInt8]]) -> Range<Int> {
        var offset = 0
        for part in parts {
            if part.count == 1 { return offset..<(offset + 1) }
            offset += part.count + 1
        }
        return 0..<max(0, offset - 1)
    }

    private static func edtf(_ numbers: [Int]) -> String {
        var text = ""
        text.append(year: numbers[0])
        for number in numbers.dropFirst() {
            text += "-"
            text.append(number: number, minimumDigits: 2)
        }
        return text
    }

    /// `2019-04-00`: an unknown component is left out.
    private static func zeroComponents(_ segment: Segment) -> TextFix? {
        let parts = segment.text.split(separator: "-", omittingEmptySubsequences: false)
        guard 2...3 ~= parts.count, parts[0].utf8.count == 4, parts[0] != "0000",
            let zero = parts.dropFirst().firstIndex(of: "00"), parts[zero...].allSatisfy({ $0 == "00" })
        else { return nil }
        let fixed = parts[..<zero].joined(separator: "-")
        let unknown = ([fixed] + parts[zero...].map { _ in "XX" }).joined(separator: "-")
        let name = zero == 1 ? "Month" : "Day"
        // `1899-00`
        let last =
            parts.count == 2 ? ReadingTable.pair(year: Int(fixed) ?? 0, second: 0, digitCount: 2).last : nil
        let years = last.map { ReadingTable.joined(fixed, $0.writtenYear, by: .dash) } ?? []
        return TextFix(
            "\(name) 00 does not exist; leave out unknown parts",
            (fixed.utf8.count + 1)..<(fixed.utf8.count + 3), readings: [fixed, unknown] + years)
    }

    /// `2023-13-09`.
    private static func dayBeforeMonth(_ segment: Segment) -> TextFix? {
        let parts = segment.text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, let first = Int(parts[1]), 13...31 ~= first,
            let second = Int(parts[2]), 1...12 ~= second, parts[1].utf8.count == 2, parts[2].utf8.count == 2
        else { return nil }
        let swapped = "\(parts[0])-\(parts[2])-\(parts[1])"
        guard Array(swapped.utf8).isValidDate else { return nil }
        let reason = first > 20 ? "A part of a year has no day" : "Month \(first) does not exist"
        return TextFix("\(reason); the month comes before the day", 5..<7, swapped)
    }
}
