import EDTF
import UTF8Text

/// A date of Markwhen, as its parser reads it (parser 1.2): EDTF years, months and days with `/` between the ends, or
/// casual dates with `-` or `to` between them; slash dates with the month first unless the header says otherwise; years
/// BCE; and dates relative to other events.
struct MarkwhenDate {
    /// Days of an event that other events refer to.
    struct Span {
        var first: CalendarDay
        /// The first day after the event, which is its end for Markwhen.
        var end: CalendarDay
    }

    /// The reason why a text, although it is a date for Markwhen, is none here.
    struct Mistake: Error {
        var summary: String
        var advice: String
    }

    struct Reading {
        /// The date in EDTF.
        var edtf: String
        /// A time of day, which EDTF has to the second only.
        var time: String?
    }

    /// Whether slash dates have the day first (`dateFormat: d/M/y`).
    var isDayFirst = false
    /// The days of events by their ids.
    var events: [String: Span] = [:]
    /// The days of the event before.
    var before: Span?

    /// Reads the text before the colon of an event; nil if it is no date.
    func read(_ text: String) throws(Mistake) -> Reading? {
        let text = HTMLMarkdown.collapsed(text.lowercased())
        if let (left, right) = Self.halves(text, at: "/"), let start = edtf(left), let end = edtf(right) {
            return try joined(start, end)
        }
        if let single = edtf(text) { return try alone(single) }
        for separator in [" to ", "-", "–"] {
            for (left, right) in Self.splits(text, at: separator) {
                guard let start = casual(left, era: Self.era(of: right)), let end = casual(right, era: nil)
                else { continue }
                return try joined(start, end)
            }
        }
        return try casual(text, era: nil).map { end throws(Mistake) in try alone(end) }
    }

    // MARK: Ends

    /// An end of a date before it is resolved.
    private enum End {
        case date(String, time: String?)
        case week(first: CalendarDay, count: Int)
        /// A moment that depends on the day of reading.
        case now(String)
        case relative(Relative)
    }

    private struct Relative {
        var isBefore = false
        /// The id of the event; nil for the event before.
        var id: String?
        var isStart: Bool?
        /// The number of days to add; nil for amounts that are no whole days.
        var days: Int? = 0
        var hasAmount = false
        var text = ""
    }

    private static func halves(_ text: String, at separator: Unicode.Scalar) -> (String, String)? {
        let parts = text.parts(between: separator)
        return parts.count == 2
            ? (HTMLMarkdown.collapsed(String(parts[0])), HTMLMarkdown.collapsed(String(parts[1]))) : nil
    }

    /// All divisions of a text in two at a separator.
    private static func splits(_ text: String, at separator: String) -> [(String, String)] {
        var splits: [(String, String)] = []
        var rest = text[...]
        while splits.count < 8, let range = rest.firstRange(of: separator) {
            splits.append(
                (
                    HTMLMarkdown.collapsed(String(text[..<range.lowerBound])),
                    HTMLMarkdown.collapsed(String(text[range.upperBound...]))
                ))
            rest = rest[range.upperBound...]
        }
        return splits
    }

    /// The era at the end of a text: of `300-200 bce` both years have it.
    private static func era(of text: String) -> String? {
        let letters = String(
            decoding: text.utf8.reversed().prefix(while: \.isASCIILetter).reversed(), as: UTF8.self)
        return ["bce", "bc"].contains(letters) ? letters : nil
    }

    /// An end in EDTF: a year, a month or a day, which may have a time; a week; now; or relative to an event.
    private func edtf(_ text: String) -> End? {
        if text == "now" { return .now(text) }
        if let relative = relative(text) { return .relative(relative) }
        if let week = Self.week(text) { return week }
        var scanner = MarkwhenScanner(text)
        guard let year = scanner.digits(4...4) else { return nil }
        var date = year
        if scanner.skip("-") {
            guard let month = scanner.digits(2...2) else { return nil }
            date += "-" + month
            if scanner.skip("-") {
                guard let day = scanner.digits(2...2) else { return nil }
                date += "-" + day
                if scanner.skip("t") { return instant(date, &scanner) }
                if scanner.isAtEnd { return .date(date, time: nil) }
                return Self.time(&scanner).map { .date(date, time: $0) }
            }
        }
        return scanner.isAtEnd ? .date(date, time: nil) : nil
    }

    /// A time after a T, as in `2024-01-01T10:30:00Z`.
    private func instant(_ date: String, _ scanner: inout MarkwhenScanner) -> End? {
        guard let hour = scanner.digits(2...2), scanner.skip(":"), let minute = scanner.digits(2...2),
            scanner.skip(":"),
            let second = scanner.digits(2...2)
        else { return nil }
        if scanner.skip(".") { _ = scanner.digits(1...9) }
        guard scanner.skip("z"), scanner.isAtEnd else { return nil }
        return .date(date + "T\(hour):\(minute):\(second)Z", time: nil)
    }

    /// A time of day after a date, as it is written; nil if the rest is none.
    private static func time(_ scanner: inout MarkwhenScanner) -> String? {
        scanner.skipSpaces()
        let start = scanner.index
        guard scanner.digits(1...2) != nil else { return nil }
        if scanner.skip(":") { guard scanner.digits(2...2) != nil else { return nil } }
        _ = scanner.skip("am") || scanner.skip("pm")
        return scanner.isAtEnd ? scanner.text(from: start) : nil
    }

    /// A week by ISO 8601, `2024-w05` or `2024w05-3`.
    private static func week(_ text: String) -> End? {
        var scanner = MarkwhenScanner(text)
        guard let year = scanner.digits(4...4).flatMap({ Int($0) }) else { return nil }
        _ = scanner.skip("-")
        guard scanner.skip("w"), let week = scanner.digits(2...2).flatMap({ Int($0) }),
            (1...53).contains(week),
            let anchor = CalendarDay(year: year, month: 1, day: 4)
        else { return nil }
        // The week with 4 January is the first one; 1 January 1970 was a Thursday.
        let weekday = ((anchor.ordinal + 3) % 7 + 7) % 7
        let monday = anchor.ordinal - weekday + (week - 1) * 7
        if scanner.isAtEnd { return .week(first: CalendarDay(ordinal: monday), count: 7) }
        _ = scanner.skip("-")
        guard let day = scanner.digits(1...1).flatMap({ Int($0) }), (1...7).contains(day), scanner.isAtEnd
        else { return nil }
        return .week(first: CalendarDay(ordinal: monday + day - 1), count: 1)
    }

    /// A casual end: slash dates, names of months, years with or without an era, and everything of ``edtf(_:)``.
    private func casual(_ text: String, era: String?) -> End? {
        if let end = edtf(text), era == nil { return end }
        return year(text, era: era) ?? slashDate(text) ?? monthDate(text) ?? timeAlone(text)
    }

    private func year(_ text: String, era: String?) -> End? {
        var scanner = MarkwhenScanner(text)
        guard let digits = scanner.digits(1...5), let number = Int(digits) else { return nil }
        scanner.skipSpaces()
        let written = scanner.letters()
        guard scanner.isAtEnd, ["", "bce", "bc", "ad", "ce"].contains(written) else { return nil }
        let name = written.isEmpty ? era ?? "" : written
        let isBefore = name == "bce" || name == "bc"
        if isBefore, number == 0 { return nil }
        return .date(CalendarDay.edtf(ofYear: isBefore ? 1 - number : number), time: nil)
    }

    private func slashDate(_ text: String) -> End? {
        var scanner = MarkwhenScanner(text)
        guard let first = scanner.digits(1...5), scanner.skip("/"), let second = scanner.digits(1...5) else {
            return nil
        }
        if scanner.isAtEnd { return .date(Self.date(year: second, month: first), time: nil) }
        guard scanner.skip("/"), let year = scanner.digits(1...5) else { return nil }
        let (month, day) = isDayFirst ? (second, first) : (first, second)
        let date = Self.date(year: year, month: month, day: day)
        if scanner.isAtEnd { return .date(date, time: nil) }
        return Self.time(&scanner).map { .date(date, time: $0) }
    }

    private static func date(year: String, month: String, day: String? = nil) -> String {
        let padded = [month, day].compactMap(\.self).map { $0.utf8.count == 1 ? "0" + $0 : $0 }
        return ([CalendarDay.edtf(ofYear: Int(year) ?? 0)] + padded).joined(separator: "-")
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november",
        "december",
    ]

    private static func month(_ word: String) -> String? {
        let index = months.firstIndex { $0 == word || $0.prefix(3) == word }
        return index.map { String($0 + 1) }
    }

    private func monthDate(_ text: String) -> End? {
        var scanner = MarkwhenScanner(text)
        var day = scanner.digits(1...2)
        scanner.skipSpaces()
        guard let month = Self.month(scanner.letters()) else { return nil }
        scanner.skipSpaces()
        // After a month, up to two digits are a day, more are a year.
        if day == nil { day = scanner.digits(1...2) }
        scanner.skipSpaces()
        guard let year = scanner.digits(3...4) else { return scanner.isAtEnd ? .now(text) : nil }
        let date = Self.date(year: year, month: month, day: day)
        if scanner.isAtEnd { return .date(date, time: nil) }
        return day == nil ? nil : Self.time(&scanner).map { .date(date, time: $0) }
    }

    private func timeAlone(_ text: String) -> End? {
        var scanner = MarkwhenScanner(text)
        let isTime = Self.time(&scanner) != nil && (text.contains(":") || text.ends(with: "m"))
        return isTime ? .now(text) : nil
    }

    // MARK: Relative ends

    private func relative(_ text: String) -> Relative? {
        var scanner = MarkwhenScanner(text)
        var relative = Relative(text: text)
        if scanner.skip(word: "before") || scanner.skip(word: "by") {
            relative.isBefore = true
        } else {
            _ = scanner.skip(word: "after")
        }
        scanner.skipSpaces()
        var hasEvent = false
        if scanner.skip("!") {
            let name = scanner.name()
            if name.isEmpty { return nil }
            relative.id = name
            hasEvent = true
        }
        if scanner.skip(".start") { (relative.isStart, hasEvent) = (true, true) }
        if scanner.skip(".end") { (relative.isStart, hasEvent) = (false, true) }
        scanner.skipSpaces()
        _ = scanner.skip("+") || scanner.skip(word: "plus")
        scanner.skipSpaces()
        while !scanner.isAtEnd {
            let sign = scanner.skip("-") ? -1 : 1
            guard let number = scanner.digits(1...6).flatMap({ Int($0) }) else { return nil }
            scanner.skipSpaces()
            let unit = scanner.letters()
            guard let length = Self.length(of: unit, &scanner) else { return nil }
            relative.hasAmount = true
            relative.days = length == 0 ? nil : relative.days.map { $0 + sign * number * length }
            scanner.skipSpaces()
        }
        return hasEvent || relative.hasAmount ? relative : nil
    }

    /// The number of days in a unit; 0 for a unit that is no number of days, nil for a word that is no unit.
    private static func length(of unit: String, _ scanner: inout MarkwhenScanner) -> Int? {
        switch unit {
        case "d", "day", "days": return 1
        case "w", "week", "weeks":
            // A "week day" is a day of work.
            scanner.skipSpaces()
            return scanner.skip("days") || scanner.skip("day") ? 0 : 7
        case "work", "business":
            scanner.skipSpaces()
            return scanner.skip("days") || scanner.skip("day") ? 0 : nil
        case "month", "months", "year", "years", "y", "h", "hour", "hours", "min", "mins", "minute",
            "minutes", "s",
            "sec", "secs", "second", "seconds", "ms", "millisecond", "milliseconds":
            return 0
        default: return nil
        }
    }

    /// The day of an event that a relative end refers to.
    private func day(of relative: Relative, isEnd: Bool) throws(Mistake) -> CalendarDay {
        let span: Span?
        if let id = relative.id {
            span = events[id]
            if span == nil {
                throw Mistake(
                    summary:
                        "'\(relative.text)' refers to '\(id)', which is no event before it whose days are known",
                    advice: "write the date")
            }
        } else {
            span = before
        }
        guard let span else {
            throw Mistake(
                summary: "'\(relative.text)' depends on the event before it, whose days are not known",
                advice: "write the date")
        }
        guard let days = relative.days else {
            throw Mistake(
                summary: "'\(relative.text)' is no whole number of days", advice: "write the date")
        }
        let isStart = relative.isStart ?? (isEnd || relative.isBefore)
        return CalendarDay(
            ordinal: (isStart ? span.first : span.end).ordinal + (relative.isBefore ? -days : days))
    }

    // MARK: Dates

    private func alone(_ end: End) throws(Mistake) -> Reading {
        switch end {
        case .date(let text, let time): return Reading(edtf: text, time: time)
        case .week(let first, let count): return Self.days(first.ordinal, first.ordinal + count)
        case .now(let text): throw Self.unknown(text)
        case .relative(let relative):
            guard relative.hasAmount else {
                throw Mistake(
                    summary: "'\(relative.text)' is a moment between two days", advice: "write the date")
            }
            // An amount alone is how long the event lasts, from the end of the other one, or until its start.
            var origin = relative
            origin.days = 0
            guard relative.days != nil else {
                return Self.days(try day(of: relative, isEnd: false).ordinal, 0)
            }
            let anchor = try day(of: origin, isEnd: false).ordinal
            let length = relative.days ?? 0
            guard length > 0 else {
                throw Mistake(summary: "'\(relative.text)' has no length", advice: "write the date")
            }
            return relative.isBefore ? Self.days(anchor - length, anchor) : Self.days(anchor, anchor + length)
        }
    }

    private func joined(_ start: End, _ end: End) throws(Mistake) -> Reading {
        let (first, startTime) = try startText(start)
        let (last, endTime) = try endText(end, from: first)
        let times = [startTime, endTime].compactMap(\.self)
        if first == last, times.isEmpty { return Reading(edtf: first) }
        let edtf = first == last ? first : first + "/" + last
        return Reading(edtf: edtf, time: times.isEmpty ? nil : times.joined(separator: " – "))
    }

    private func startText(_ end: End) throws(Mistake) -> (String, time: String?) {
        switch end {
        case .date(let text, let time): return Self.withoutInstant(text, time)
        case .week(let first, _): return (first.iso, nil)
        case .now(let text): throw Self.unknown(text)
        case .relative(let relative): return (try day(of: relative, isEnd: false).iso, nil)
        }
    }

    private func endText(_ end: End, from start: String) throws(Mistake) -> (String, time: String?) {
        switch end {
        case .date(let text, let time): return Self.withoutInstant(text, time)
        case .week(let first, let count): return (CalendarDay(ordinal: first.ordinal + count - 1).iso, nil)
        case .now(let text): throw Self.unknown(text)
        case .relative(let relative):
            if relative.id != nil || relative.isStart != nil {
                return (CalendarDay(ordinal: try day(of: relative, isEnd: true).ordinal - 1).iso, nil)
            }
            // An amount after a start is how long the event lasts.
            guard let day = (try? DateExpression(start))?.exactDay, let days = relative.days, days > 0 else {
                throw Mistake(
                    summary: "'\(relative.text)' does not give an exact day after \(start)",
                    advice: "write the end as a date")
            }
            return (CalendarDay(ordinal: day.ordinal + days - 1).iso, nil)
        }
    }

    /// An interval of EDTF has no times of day.
    private static func withoutInstant(_ text: String, _ time: String?) -> (String, time: String?) {
        let parts = text.parts(between: "T")
        return parts.count == 2 ? (String(parts[0]), String(parts[1])) : (text, time)
    }

    private static func days(_ first: Int, _ end: Int) -> Reading {
        let start = CalendarDay(ordinal: first).iso
        let last = CalendarDay(ordinal: end - 1).iso
        return Reading(edtf: start == last ? start : start + "/" + last)
    }

    private static func unknown(_ text: String) -> Mistake {
        Mistake(
            summary: "'\(text)' depends on the day on which the text is read",
            advice: "write a date with its year")
    }
}

extension DateExpression {
    /// The only day of a date with year, month and day; nil for any other.
    fileprivate var exactDay: CalendarDay? {
        guard kind == .date, let first = earliest.day, first == latest.day else { return nil }
        return first
    }

    /// The days of a date that is known to the day at both ends; nil for any other.
    var exactSpan: MarkwhenDate.Span? {
        if let day = exactDay { return .init(first: day, end: CalendarDay(ordinal: day.ordinal + 1)) }
        guard case .interval(let interval) = value, let start = interval.start.date,
            let end = interval.end.date,
            start.displayEarliest == start.displayLatest, end.displayEarliest == end.displayLatest
        else { return nil }
        return .init(first: start.displayEarliest, end: CalendarDay(ordinal: end.displayLatest.ordinal + 1))
    }
}
