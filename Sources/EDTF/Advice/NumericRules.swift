/// Dates in digits, in an order or with signs that EDTF does not have.
enum NumericRules {
    static let all: [@Sendable (Segment) -> TextFix?] = [
        basicFormat, separated, zeroComponents, dayBeforeMonth,
    ]

    /// `20230913` (ISO 8601 basic format).
    private static func basicFormat(_ segment: Segment) -> TextFix? {
        let bytes = segment.bytes
        guard bytes.count == 8, bytes.allSatisfy(\.isDigit) else { return nil }
        let fixed = bytes[..<4] + [UInt8(ascii: "-")] + bytes[4..<6] + [UInt8(ascii: "-")] + bytes[6...]
        let message = "A date has hyphens between year, month and day"
        return TextFix(message, segment.whole, Array(fixed).isValidDate ? Array(fixed).string : nil)
    }

    /// `13.9.2023`, `2023.09.13`, `2023-9-3`, `13-09-2023`, `09.2023`, `2023 09 13`.
    private static func separated(_ segment: Segment) -> TextFix? {
        for separator in [".", "-", " "] {
            let sign = Array(separator.utf8)[0]
            let parts = segment.bytes.split(separator: sign, omittingEmptySubsequences: false)
                .map { Array($0.drop(while: \.isSpace)) }
            guard 2...3 ~= parts.count, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isDigit) }) else {
                continue
            }
            return date(from: parts, separator: separator, in: segment.bytes)
        }
        return nil
    }

    /// A date from two or three numbers, where the order can be told.
    static func date(from parts: [[UInt8]], separator: String, in text: [UInt8]) -> TextFix? {
        let numbers = parts.compactMap { Int($0.string) }
        guard numbers.count == parts.count else { return nil }
        let whole = 0..<text.count
        if parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count <= 2 }) {
            let fixed = edtf(numbers)
            guard fixed != text.string else { return nil }
            let message =
                separator == "-"
                ? "Months and days have two digits" : "A date has hyphens between year, month and day"
            return TextFix(message, separator == "-" ? shortPart(parts) : whole, fixed)
        }
        guard parts[parts.count - 1].count == 4, parts.dropLast().allSatisfy({ $0.count <= 2 }) else {
            return nil
        }
        let message = "A date is written year first, with hyphens: YYYY-MM-DD"
        if numbers.count == 2 { return TextFix(message, whole, edtf([numbers[1], numbers[0]])) }
        let dayFirst = edtf([numbers[2], numbers[1], numbers[0]])
        let monthFirst = edtf([numbers[2], numbers[0], numbers[1]])
        let isAmbiguous = separator != "." && numbers[0] <= 12 && numbers[1] <= 12 && numbers[0] != numbers[1]
        if isAmbiguous {
            return TextFix("A date is written year first: \(dayFirst) or \(monthFirst)", whole)
        }
        return TextFix(message, whole, separator != "." && numbers[1] > 12 ? monthFirst : dayFirst)
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

    /// `2019-04-00`: a component that is not known is left out.
    private static func zeroComponents(_ segment: Segment) -> TextFix? {
        let parts = segment.text.split(separator: "-", omittingEmptySubsequences: false)
        guard 2...3 ~= parts.count, parts[0].utf8.count == 4, parts[0] != "0000",
            let zero = parts.dropFirst().firstIndex(of: "00"), parts[zero...].allSatisfy({ $0 == "00" })
        else { return nil }
        let fixed = parts[..<zero].joined(separator: "-")
        let name = zero == 1 ? "Month" : "Day"
        return TextFix(
            "\(name) 00 does not exist; leave out what is not known",
            (fixed.utf8.count + 1)..<(fixed.utf8.count + 3), fixed)
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
        return TextFix("\(reason); the month stands before the day", 5..<7, swapped)
    }
}
