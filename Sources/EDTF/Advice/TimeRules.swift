/// Rules for times of day outside the profile of EDTF level 0.
enum TimeRules {
    static let all: [@Sendable (Segment) -> TextFix?] = [inInterval, timeOfDay]

    private static func inInterval(_ segment: Segment) -> TextFix? {
        guard segment.isInInterval, let mark = segment.bytes.firstIndex(of: UInt8(ascii: "T")),
            mark >= 10, Array(segment.bytes[..<mark]).isValidDate
        else { return nil }
        return TextFix(
            "An interval has no times of day", mark..<segment.bytes.count,
            Array(segment.bytes[..<mark]).string)
    }

    /// Fixes a time before slashes are taken for those of an interval: `9/13/2023 10:30:00`.
    static func wholeText(_ text: [UInt8]) -> TextFix? {
        timeOfDay(Segment(bytes: text, range: 0..<text.count, isEnd: false, isInInterval: false))
    }

    /// Fixes a date in any notation with a time: fields of one or two digits, a fraction and an offset are allowed.
    private static func timeOfDay(_ segment: Segment) -> TextFix? {
        let bytes = segment.bytes
        let separators: Set<UInt8> = [
            UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " "), UInt8(ascii: ","),
        ]
        for mark in bytes.indices.dropFirst(6) where separators.contains(bytes[mark]) {
            guard mark + 1 < bytes.count, bytes[mark + 1].isDigit, bytes[mark - 1] != UInt8(ascii: " "),
                var clock = Clock(
                    bytes, from: mark + 1, allowsPacked: bytes[mark] | 0x20 == UInt8(ascii: "t"))
            else { continue }
            if clock.mistake == nil, bytes[mark] != UInt8(ascii: "T") {
                clock.mistake = ("A capital T is written between the day and the time", mark..<(mark + 1))
            }
            var date = Array(bytes[..<mark])
            if date.last == UInt8(ascii: ",") { date.removeLast() }
            let days = date.isValidDate ? [date.string] : SyntaxAdvice.readings(of: date)
            if clock.mistake == nil, !date.isValidDate {
                clock.mistake = ("Before a time a date is written YYYY-MM-DD", 0..<date.count)
            }
            guard let mistake = clock.mistake else { return nil }
            let readings = days.map { $0 + "T" + clock.text }.filter { Array($0.utf8).isValidDate }
            // The parser explains a time that no clock shows.
            if readings.isEmpty { continue }
            return TextFix(mistake.message, mistake.range, readings: readings)
        }
        return nil
    }
}

/// A time of day in a usual notation, and its first deviation from EDTF.
private struct Clock {
    var text = ""
    var mistake: (message: String, range: Range<Int>)?

    /// - Parameter allowsPacked: whether four or six digits are a time, as they are after a T.
    init?(_ bytes: [UInt8], from start: Int, allowsPacked: Bool) {
        var index = start
        func digits() -> ArraySlice<UInt8> {
            let first = index
            while index < bytes.count, bytes[index].isDigit { index += 1 }
            return bytes[first..<index]
        }
        var parts: [ArraySlice<UInt8>] = []
        repeat {
            if !parts.isEmpty { index += 1 }
            parts.append(digits())
        } while parts.count < 3 && index < bytes.count && bytes[index] == UInt8(ascii: ":")
        if allowsPacked, parts.count == 1, parts[0].count == 6 || parts[0].count == 4 {
            let packed = parts[0]
            let cuts = stride(from: packed.startIndex, to: packed.endIndex, by: 2)
            parts = cuts.map { packed[$0..<($0 + 2)] }
            mistake = ("A time has colons: hh:mm:ss", start..<index)
        }
        guard (2...3).contains(parts.count), parts.allSatisfy({ 1...2 ~= $0.count }) else { return nil }
        if let short = parts.first(where: { $0.count == 1 }) {
            note("Hours, minutes and seconds have two digits", short.startIndex..<short.endIndex)
        }
        if parts.count == 2 { note("The seconds are missing: a time is hh:mm:ss", index..<index) }
        var fields = parts.map { ($0.count == 1 ? "0" : "") + Array($0).string }
        if fields.count == 2 { fields.append("00") }

        if index + 1 < bytes.count, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ","),
            bytes[index + 1].isDigit
        {
            let fraction = index
            index += 1
            _ = digits()
            note("Seconds have no fraction", fraction..<index)
        }
        readHalf(of: &fields, bytes, &index)
        text = fields.joined(separator: ":")
        guard readZone(bytes, from: index) else { return nil }
    }

    /// `10:30 PM`.
    private mutating func readHalf(of fields: inout [String], _ bytes: [UInt8], _ index: inout Int) {
        let start = bytes[index...].firstIndex { !$0.isSpace } ?? bytes.count
        let word = Array(bytes[start...].prefix { $0.isASCIILetter || $0 == UInt8(ascii: ".") }).string
            .lowercased()
        let half = word.replacing(".", with: "")
        guard half == "am" || half == "pm", let hour = Int(fields[0]), 1...12 ~= hour else { return }
        fields[0] = ""
        fields[0].append(number: hour % 12 + (half == "pm" ? 12 : 0), minimumDigits: 2)
        note("Hours are counted from 00 to 24", start..<(start + word.utf8.count))
        index = start + word.utf8.count
    }

    private mutating func note(_ message: String, _ range: Range<Int>) {
        if mistake == nil { mistake = (message, range) }
    }

    private mutating func readZone(_ bytes: [UInt8], from start: Int) -> Bool {
        let zone = Array(bytes[start...].drop(while: \.isSpace))
        let range = start..<bytes.count
        if zone.isEmpty { return true }
        if bytes[start].isSpace { note("No space is written before an offset", range) }
        if zone.string.uppercased() == "Z" || ["UTC", "GMT"].contains(zone.string.uppercased()) {
            text += "Z"
            if zone != [UInt8(ascii: "Z")] { note("UTC is written as a capital Z", range) }
            return true
        }
        guard let sign = zone.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
            return false
        }
        let digits = zone.dropFirst().filter { $0 != UInt8(ascii: ":") }
        guard digits.allSatisfy(\.isDigit), 1...4 ~= digits.count else { return false }
        let padded = digits.count % 2 == 1 ? "0" + digits.string : digits.string
        let hours = padded.prefix(2)
        let minutes = padded.count == 4 ? padded.suffix(2) : "00"
        if sign == UInt8(ascii: "-"), hours == "00", minutes == "00" {
            note("An offset of zero is written Z or +00:00", range)
            text += "Z"
            return true
        }
        if zone.count != 3, zone.count != 6 {
            note("The hours and minutes of an offset have a colon between them", range)
        }
        text += [sign].string + hours + (zone.count == 3 ? "" : ":" + minutes)
        return true
    }
}
