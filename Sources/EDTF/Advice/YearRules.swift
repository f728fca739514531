/// Years with too few or too many digits.
enum YearRules {
    static let all: [@Sendable (Segment) -> TextFix?] = [negativeZero, shortPrefixed, shortYear, longYear]

    private static func negativeZero(_ segment: Segment) -> TextFix? {
        guard segment.bytes.starts(with: "-0000".utf8) else { return nil }
        return TextFix(
            "Year -0000 does not exist; 1 BCE is 0000", 0..<5, Array(segment.bytes.dropFirst()).string)
    }

    /// `Y2020`, `Y00001`.
    private static func shortPrefixed(_ segment: Segment) -> TextFix? {
        guard segment.bytes.first == UInt8(ascii: "Y"), let year = Int(segment.text.dropFirst()),
            segment.bytes.dropFirst().first != UInt8(ascii: "+")
        else { return nil }
        if year.magnitude > 9999 {
            let digits = segment.bytes.dropFirst().drop { $0 == UInt8(ascii: "-") }
            guard digits.first == UInt8(ascii: "0") else { return nil }
            return TextFix("A year with the prefix Y has no leading zero", segment.whole, "Y\(year)")
        }
        return TextFix("The prefix Y is for years of more than four digits", 0..<1, year.writtenYear)
    }

    /// `201`, `19`, `-999-07-05`: with nothing after it, a year lacks digits on the right; before a month it
    /// lacks zeros on the left.
    private static func shortYear(_ segment: Segment) -> TextFix? {
        let bytes = segment.bytes
        let sign = bytes.first == UInt8(ascii: "-") ? 1 : 0
        let end = bytes[sign...].firstIndex { !$0.isDigit } ?? bytes.count
        let digits = Array(bytes[sign..<end]).string
        let rest = Array(bytes[end...]).string
        guard 1...3 ~= digits.utf8.count else { return nil }
        let minus = sign == 1 ? "-" : ""
        if rest.hasPrefix("-") {
            let zeros = String(repeating: "0", count: 4 - digits.utf8.count)
            return TextFix("A year has four digits", 0..<end, minus + zeros + digits + rest)
        }
        guard rest.utf8.allSatisfy(\.isQualifier) else { return nil }
        switch digits.utf8.count {
        case 3:
            return TextFix(
                "A year has four digits; a decade is written with X", 0..<end, minus + digits + "X" + rest)
        case 2:
            return TextFix(
                "A year has four digits; a century is written with XX", 0..<end, minus + digits + "XX" + rest)
        default:
            return TextFix("A year has four digits", 0..<end)
        }
    }

    /// `12004`.
    private static func longYear(_ segment: Segment) -> TextFix? {
        let digits = segment.bytes.drop { $0 == UInt8(ascii: "-") }
        guard segment.bytes.count - digits.count <= 1, digits.count > 4, digits.allSatisfy(\.isDigit) else {
            return nil
        }
        return TextFix(
            "A year of more than four digits needs the prefix Y", segment.whole, "Y" + segment.text)
    }
}
