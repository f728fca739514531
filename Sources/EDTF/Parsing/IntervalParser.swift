/// Parses two dates with a solidus between them.
@safe
struct IntervalParser {
    let bytes: UnsafeBufferPointer<UInt8>
    let slash: Int

    func parse() throws(DateSyntaxError) -> Leveled<DateExpression.Value> {
        if let second = unsafe ByteCursor(bytes, from: slash + 1, to: bytes.count).first(UInt8(ascii: "/")) {
            throw DateSyntaxError("An interval has two ends and one slash", offset: second, length: 1)
        }
        let start = try end(from: 0, to: slash)
        let end = try unsafe end(from: slash + 1, to: bytes.count)
        if let first = start.value.date, let last = end.value.date,
            last.displayLatest < first.displayEarliest
        {
            throw DateSyntaxError(
                "The end, \(last.displayLatest.iso), comes before the start, \(first.displayEarliest.iso)",
                offset: slash + 1, length: unsafe bytes.count - slash - 1)
        }
        let interval = Interval(start: start.value, end: end.value)
        return Leveled(.interval(interval), level: max(start.level, end.level))
    }

    private func end(from start: Int, to end: Int) throws(DateSyntaxError) -> Leveled<Interval.End> {
        if start == end { return Leveled(.unknown, level: 1) }
        if end - start == 2, unsafe bytes[start] == UInt8(ascii: "."),
            unsafe bytes[start + 1] == UInt8(ascii: ".")
        {
            return Leveled(.open, level: 1)
        }
        var parser = unsafe SingleDateParser(ByteCursor(bytes, from: start, to: end))
        let date = try parser.parse()
        // Level 1 allows no unspecified digits in an interval; level 2 does (EDTF 2019, Extended Interval).
        let level = date.value.hasUnspecifiedDigits ? 2 : date.level
        return Leveled(.date(date.value), level: level)
    }
}

extension SingleDate {
    var hasUnspecifiedDigits: Bool {
        switch self {
        case .date(let date): date.hasUnspecifiedDigits
        case .year: false
        case .season(let season): season.year.hasUnspecifiedDigits
        }
    }
}
