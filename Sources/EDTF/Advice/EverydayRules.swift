/// Dates in words: months by name, decades, eras, "circa".
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
        guard let reading = EverydayReading(segment.bytes) else { return nil }
        return TextFix(reading.message, reading.place, readings: reading.readings)
    }

    /// Words with a slash in them: `14/15 August 1911`, `11/Aug/1911`. Where a year stands on either side the slash is
    /// EDTF's own, between two dates.
    static func slashedWords(_ text: [UInt8]) -> TextFix? {
        let sides = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map {
            Array($0)
        }
        guard text.contains(where: \.isASCIILetter) else { return nil }
        let reading: EverydayReading?
        if sides.count == 3, sides.allSatisfy({ !$0.isEmpty }) {
            let isName = sides[1].allSatisfy(\.isASCIILetter)
            reading = EverydayReading(
                isName ? text.map { $0 == UInt8(ascii: "/") ? UInt8(ascii: " ") : $0 } : text)
        } else if sides.count == 2, !sides.contains(where: { $0.isEmpty || $0.isValidDate }) {
            reading = EverydayReading(text)
        } else {
            return nil
        }
        guard let reading, !reading.readings.isEmpty else { return nil }
        let areBothWhole =
            sides.count == 2 && sides.allSatisfy { EverydayReading($0)?.readings.isEmpty == false }
        return areBothWhole ? nil : TextFix(reading.message, reading.place, readings: reading.readings)
    }
}
