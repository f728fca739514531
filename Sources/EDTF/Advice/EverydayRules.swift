/// Rules for dates in words: months by name, decades, eras, "circa".
enum EverydayRules {
    static let all: [@Sendable (Segment) -> TextFix?] = [relativeDays, words]

    private static func relativeDays(_ segment: Segment) -> TextFix? {
        let text = segment.text.lowercased()
        guard ["today", "now", "yesterday", "tomorrow", "present", "ongoing"].contains(text) else {
            return nil
        }
        let isOpen = segment.isEnd && ["now", "present", "ongoing", "today"].contains(text)
        if isOpen { return TextFix("An end that is still open is written ..", segment.whole, "..") }
        return TextFix("A date names the day itself, never \"\(text)\"", segment.whole)
    }

    private static func words(_ segment: Segment) -> TextFix? {
        EverydayReading(segment.bytes).map(fix)
    }

    private static func fix(_ reading: EverydayReading) -> TextFix {
        let readings = reading.readings
        return TextFix(
            reading.message, reading.range, readings: readings.isEmpty ? reading.candidates : readings)
    }

    /// Returns the fix for a date in words that has one or two slashes: `14/15 August 1911`, `Aug/11/1911`,
    /// `June/2016`.
    ///
    /// - Returns: nil if the text cannot be read as one such date, or if the slash separates two whole dates, as in an
    ///   EDTF interval.
    static func slashedWords(_ text: [UInt8]) -> TextFix? {
        let slash = UInt8(ascii: "/")
        let sides = text.split(separator: slash, omittingEmptySubsequences: false).map { Array($0) }
        guard 2...3 ~= sides.count, text.contains(where: \.isASCIILetter),
            sides.allSatisfy({ !$0.isEmpty })
        else { return nil }
        // A slash within a day is not a joiner.
        let isWithin = !EverydayToken.unjoined(text).contains(slash)
        // `1731/2 February 11`, `winter 1911/1912`: two years with one slash belong to one date.
        let numbers = sides.map { $0.split { !$0.isDigit }.map(\.count) }
        let isDouble =
            sides[0].isValidDate && sides[1][0].isDigit && numbers[1].allSatisfy { $0 <= 2 }
            || numbers[1] == [4] && sides[1].count == 4 && numbers[0].last == 4
        if sides.count == 2, !isWithin, !isDouble, sides.contains(where: \.isValidDate) { return nil }
        guard let reading = EverydayReading(text), !reading.readings.isEmpty else { return nil }
        let areBothWhole =
            sides.count == 2 && numbers.allSatisfy { $0.contains { $0 > 2 } }
            && sides.allSatisfy { EverydayReading($0)?.readings.isEmpty == false }
        return areBothWhole && !isWithin ? nil : fix(reading)
    }
}
