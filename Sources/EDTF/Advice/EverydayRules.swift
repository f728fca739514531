/// Dates in words: months by name, decades, eras, "circa".
enum EverydayRules {
    static let all: [@Sendable (Segment) -> TextFix?] = [relativeDays, decade, century, words]

    private static func relativeDays(_ segment: Segment) -> TextFix? {
        let text = segment.text.lowercased()
        guard ["today", "now", "yesterday", "tomorrow", "present", "ongoing"].contains(text) else {
            return nil
        }
        let isOpen = segment.isEnd && ["now", "present", "ongoing", "today"].contains(text)
        if isOpen { return TextFix("An end that is still open is written ..", segment.whole, "..") }
        return TextFix("A date names the day itself, never \"\(text)\"", segment.whole)
    }

    /// `1950s`.
    private static func decade(_ segment: Segment) -> TextFix? {
        var bytes = segment.bytes
        if bytes.count == 6, bytes[4] == UInt8(ascii: "'") { bytes.remove(at: 4) }
        guard bytes.count == 5, bytes[4] == UInt8(ascii: "s"), bytes[3] == UInt8(ascii: "0"),
            bytes[..<4].allSatisfy(\.isDigit)
        else { return nil }
        return TextFix("A decade is written with X", segment.whole, Array(bytes[..<3]).string + "X")
    }

    /// `19th century`.
    private static func century(_ segment: Segment) -> TextFix? {
        let words = segment.text.lowercased().split(separator: " ")
        guard words.count == 2, ["century", "cent.", "c."].contains(words[1]) else { return nil }
        let digits = words[0].prefix { $0.isASCII && $0.isNumber }
        let ending = String(words[0].dropFirst(digits.count))
        guard let number = Int(digits), 1...99 ~= number,
            DateLanguage.english.reading.ordinalEndings.contains(ending)
        else { return nil }
        var text = ""
        text.append(number: number - 1, minimumDigits: 2)
        return TextFix("A century is written with XX", segment.whole, text + "XX")
    }

    private static func words(_ segment: Segment) -> TextFix? {
        guard let reading = EverydayReading(segment.bytes) else { return nil }
        return TextFix(reading.message, reading.place, reading.edtf)
    }
}
