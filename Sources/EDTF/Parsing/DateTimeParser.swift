/// Parses `YYYY-MM-DDThh:mm:ss` and the zone after it (EDTF 2019, Level 0, Date and Time).
struct DateTimeParser {
    var cursor: ByteCursor

    mutating func parse() throws(DateSyntaxError) -> Leveled<DateExpression.Value> {
        let separator = cursor.first(UInt8(ascii: "T")) ?? cursor.end
        let day = try day(to: separator)
        cursor.position = separator + 1
        let hourStart = cursor.position
        let hour = try component("hour", upTo: 24)
        try colon(before: "minute")
        let minute = try component("minute", upTo: 59)
        try colon(before: "second")
        let second = try component("second", upTo: 60)
        guard hour < 24 || (minute == 0 && second == 0) else {
            throw DateSyntaxError(
                "Hour 24 exists only as 24:00:00, the end of the day", offset: hourStart,
                length: cursor.position - hourStart)
        }
        let zone = try zone()
        guard cursor.isAtEnd else {
            throw DateSyntaxError(
                "Nothing may follow the time and its zone", offset: cursor.position, length: cursor.remaining)
        }
        let value = CalendarDateTime(day: day, hour: hour, minute: minute, second: second, zone: zone)
        return Leveled(.dateTime(value), level: day.year < 0 ? 1 : 0)
    }

    private func day(to end: Int) throws(DateSyntaxError) -> CalendarDay {
        var parser = unsafe SingleDateParser(ByteCursor(cursor.bytes, from: cursor.position, to: end))
        let date = try parser.parse().value
        guard case .date(let date) = date, date.precision == .day, !date.hasUnspecifiedDigits,
            date.anyQualification.isEmpty
        else {
            throw DateSyntaxError(
                "A time of day needs a full day before it, without X or qualification",
                offset: cursor.position, length: end - cursor.position)
        }
        return date.earliest
    }

    private mutating func component(_ name: String, upTo limit: Int) throws(DateSyntaxError) -> Int {
        let start = cursor.position
        guard let tens = cursor.digit(), let ones = cursor.digit() else {
            throw DateSyntaxError(
                "The \(name) has two digits", offset: start, length: min(2, cursor.end - start))
        }
        let value = Int(tens) * 10 + Int(ones)
        guard value <= limit else {
            throw DateSyntaxError("The \(name) is at most \(limit)", offset: start, length: 2)
        }
        return value
    }

    private mutating func colon(before name: String) throws(DateSyntaxError) {
        guard cursor.skip(UInt8(ascii: ":")) else {
            throw DateSyntaxError(
                "The \(name)s are missing: a time is hh:mm:ss", offset: cursor.position,
                length: 0)
        }
    }

    private mutating func zone() throws(DateSyntaxError) -> CalendarDateTime.Zone {
        if cursor.isAtEnd { return .unstated }
        if cursor.skip(UInt8(ascii: "Z")) { return .utc }
        let start = cursor.position
        let isNegative = cursor.next == UInt8(ascii: "-")
        guard isNegative || cursor.next == UInt8(ascii: "+") else {
            throw DateSyntaxError(
                "After the seconds comes nothing, Z, or an offset such as +09:00", offset: start,
                length: cursor.remaining)
        }
        cursor.position += 1
        let hours = try component("hour of the offset", upTo: 23)
        var minutes = 0
        if !cursor.isAtEnd {
            guard cursor.skip(UInt8(ascii: ":")) else {
                throw DateSyntaxError(
                    "The hours and minutes of an offset have a colon between them", offset: start,
                    length: cursor.end - start)
            }
            minutes = try component("minute of the offset", upTo: 59)
        }
        let total = hours * 60 + minutes
        guard !isNegative || total > 0 else {
            throw DateSyntaxError(
                "An offset of zero is written Z or +00:00", offset: start, length: cursor.position - start)
        }
        return .offset(minutes: Int16(isNegative ? -total : total))
    }
}
