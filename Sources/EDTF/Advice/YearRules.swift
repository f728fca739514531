/// Rules for years with too few or too many digits.
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

    /// `201`, `19`, `-999-07-05`: zeros are missing on the left or, if nothing follows, digits on either side.
    private static func shortYear(_ segment: Segment) -> TextFix? {
        let bytes = segment.bytes
        let sign = bytes.first == UInt8(ascii: "-") ? 1 : 0
        let end = bytes[sign...].firstIndex { !$0.isDigit } ?? bytes.count
        let digits = Array(bytes[sign..<end]).string
        let rest = Array(bytes[end...]).string
        guard 1...3 ~= digits.utf8.count else { return nil }
        let padded = String(repeating: "0", count: 4 - digits.utf8.count) + digits + rest
        if sign == 1 || rest.hasPrefix("-") {
            guard sign == 1 || rest.hasPrefix("-"),
                rest.isEmpty || rest.hasPrefix("-") || rest.utf8.allSatisfy(\.isQualifier)
            else { return nil }
            return TextFix("A year has four digits", 0..<end, (sign == 1 ? "-" : "") + padded)
        }
        guard rest.utf8.allSatisfy(\.isQualifier) else { return nil }
        return TextFix(
            "A year has four digits", 0..<end, readings: ReadingTable.years(of: digits).map { $0 + rest })
    }

    /// Returns the readings of a text, with alternatives if it has a minus sign: `-0500` is 501 BCE in EDTF, but 500
    /// BCE for many people. Each reading is then followed by the one a year later.
    static func withEras(_ readings: [String], of text: [UInt8]) -> [String] {
        guard DateContent(of: text).hasSign, !EverydayToken.tokens(of: text).contains(where: \.isEra) else {
            return readings
        }
        let hasPrefix = ["y-", "Y-"].contains { text.parts(by: Array($0.utf8)).count > 1 }
        var all: [String] = []
        for reading in readings {
            if !all.contains(reading) { all.append(reading) }
            let other = yearLater(reading, alsoLong: !hasPrefix)
            // A start that is a year later may come after its end, as in `-0999/-X000`.
            if !all.contains(other), Array(other.utf8).isValidDate { all.append(other) }
        }
        return all
    }

    /// Returns a date with every negative year replaced by the next: `-0500/-0400` becomes `-0499/-0399`.
    ///
    /// - Parameter alsoLong: whether years with the prefix Y are included, which is not the case if the author wrote
    ///   the prefix.
    private static func yearLater(_ reading: String, alsoLong: Bool) -> String {
        let bytes = Array(reading.utf8)
        var (text, index) = ("", 0)
        while index < bytes.count {
            let isStart = index == 0 || "/[{,.".utf8.contains(bytes[index - 1])
            let sign = alsoLong && bytes[index] == UInt8(ascii: "Y") ? index + 1 : index
            let digits = bytes[min(sign + 1, bytes.count)...].prefix { $0.isDigit }
            if isStart, sign < bytes.count, bytes[sign] == UInt8(ascii: "-"), digits.count >= 4,
                let year = Int(Array(digits).string)
            {
                if year > 10_000 { text.append("Y") }
                text.append(year: 1 - year)
                index = digits.endIndex
            } else {
                text += [bytes[index]].string
                index += 1
            }
        }
        return text
    }

    /// `12004`.
    private static func longYear(_ segment: Segment) -> TextFix? {
        let digits = segment.bytes.drop { $0 == UInt8(ascii: "-") }
        guard segment.bytes.count - digits.count <= 1, digits.count > 4, digits.allSatisfy(\.isDigit) else {
            return nil
        }
        let message = "A year of more than four digits needs the prefix Y"
        let isCount = segment.bytes.count == digits.count && (digits.count == 10 || digits.count == 13)
        guard isCount, let count = Int(segment.text) else {
            return TextFix(message, segment.whole, "Y" + segment.text)
        }
        // Programs count seconds or thousandths of them from 1970 on.
        let day = CalendarDay(ordinal: count / (digits.count == 10 ? 86_400 : 86_400_000))
        return TextFix(message, segment.whole, readings: [day.iso, "Y" + segment.text])
    }
}
