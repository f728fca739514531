/// Parses `[…]` and `{…}`.
@safe
struct SetParser {
    let bytes: UnsafeBufferPointer<UInt8>

    func parse() throws(DateSyntaxError) -> Leveled<DateExpression.Value> {
        let isList = unsafe bytes[0] == UInt8(ascii: "{")
        let closing = isList ? UInt8(ascii: "}") : UInt8(ascii: "]")
        let last = unsafe bytes.count - 1
        guard let close = unsafe ByteCursor(bytes, from: 1, to: bytes.count).first(closing) else {
            throw DateSyntaxError(
                "The set has no closing \(isList ? "}" : "]")", offset: unsafe bytes.count, length: 0)
        }
        guard close == last else {
            throw DateSyntaxError(
                "Nothing may follow the closing bracket", offset: close + 1, length: last - close)
        }
        guard close > 1 else {
            throw DateSyntaxError("A set needs a member", offset: 1, length: 0)
        }
        let set = DateSet(members: try members(to: close))
        return Leveled(isList ? .list(set) : .set(set), level: 2)
    }

    private func members(to close: Int) throws(DateSyntaxError) -> [DateSet.Member] {
        var members: [DateSet.Member] = []
        var start = 1
        while true {
            let end = unsafe ByteCursor(bytes, from: start, to: close).first(UInt8(ascii: ",")) ?? close
            members.append(try member(from: start, to: end, isFirst: start == 1, isLast: end == close))
            if end == close { return members }
            start = end + 1
        }
    }

    private func member(
        from start: Int, to end: Int, isFirst: Bool, isLast: Bool
    ) throws(DateSyntaxError) -> DateSet.Member {
        guard let dots = firstDots(from: start, to: end) else { return .date(try date(from: start, to: end)) }
        switch (dots == start, dots + 2 == end) {
        case (true, true):
            throw DateSyntaxError("A range in a set needs a date", offset: start, length: 2)
        case (true, false):
            guard isFirst else {
                throw DateSyntaxError(
                    "Only the first member of a set may begin with ..", offset: dots, length: 2)
            }
            return .onOrBefore(try date(from: dots + 2, to: end))
        case (false, true):
            guard isLast else {
                throw DateSyntaxError(
                    "Only the last member of a set may end with ..", offset: dots, length: 2)
            }
            return .onOrAfter(try date(from: start, to: dots))
        case (false, false):
            return try range(from: start, dots: dots, to: end)
        }
    }

    private func range(from start: Int, dots: Int, to end: Int) throws(DateSyntaxError) -> DateSet.Member {
        let first = try date(from: start, to: dots)
        let last = try date(from: dots + 2, to: end)
        guard first.rangeUnit == last.rangeUnit else {
            throw DateSyntaxError(
                "Both ends of a range in a set have the same precision", offset: start, length: end - start)
        }
        guard last.displayLatest >= first.displayEarliest else {
            throw DateSyntaxError(
                "The end, \(last.displayLatest.iso), comes before the start, \(first.displayEarliest.iso)",
                offset: dots + 2, length: end - dots - 2)
        }
        return .range(first, through: last)
    }

    private func date(from start: Int, to end: Int) throws(DateSyntaxError) -> SingleDate {
        var parser = unsafe SingleDateParser(ByteCursor(bytes, from: start, to: end))
        return try parser.parse().value
    }

    private func firstDots(from start: Int, to end: Int) -> Int? {
        var index = start
        while index + 1 < end {
            if unsafe bytes[index] == UInt8(ascii: "."), unsafe bytes[index + 1] == UInt8(ascii: ".") {
                return index
            }
            index += 1
        }
        return nil
    }
}

/// The unit of a range of dates.
enum RangeUnit: Hashable {
    case year, month, day
    case part(YearPart.Division)
}

extension SingleDate {
    var rangeUnit: RangeUnit {
        switch self {
        case .date(let date):
            switch date.precision {
            case .year: .year
            case .month: .month
            case .day: .day
            }
        case .year: .year
        case .season(let season): .part(season.part.division)
        }
    }
}
