/// One date of a text in words, as far as the text states it: `14` in `14/15 August 1911`.
struct EverydayDate {
    enum Year {
        case year(EverydayNumber)
        /// `1700/1`, `1911–12` beside a month or a season.
        case double(Int, Int, ReadingTable.Joiner, isWhole: Bool)
        case decade(Int)
        case century(Int)
    }

    var year: Year?
    /// The possible eras: true is before the common era, false is in it. Both if the name of the era is ambiguous;
    /// empty if none is named.
    var eras: [Bool] = []
    var month: Int?
    var day: EverydayNumber?
    /// `early`, `mid` or `late`.
    var part: String?
    var season: String?
    /// The bytes of a numeric date.
    var digits: [UInt8]?
    var isOpen = false
    var qualification: Qualification = []
    /// Whether a word qualifies the date. A sign at the end may qualify everything before it.
    var isQualifiedByWord = false

    private var isBefore: Bool? { eras.count == 1 ? eras[0] : nil }

    var isEmpty: Bool {
        year == nil && month == nil && day == nil && season == nil && digits == nil && !isOpen && part == nil
    }

    /// A date, or the first and last dates of a span.
    struct Reading {
        var first: String
        var last: String
        /// The EDTF templates for the span when it is the whole text.
        var forms = ["[A..B]"]

        init(_ first: String, _ last: String? = nil) {
            self.first = first
            self.last = last ?? first
        }

        /// Creates a pair of joined dates.
        init(_ first: String, _ last: String, _ joiner: ReadingTable.Joiner) {
            self.init(first, last)
            forms = ReadingTable.joined[joiner, default: []]
        }

        init(_ years: ClosedRange<Int>) {
            self.init(years.lowerBound.writtenYear, years.upperBound.writtenYear)
        }

        /// `[1911-12..1912-02]`
        init(form: String) {
            let ends = form.drop { $0 == "[" }.prefix { $0 != "]" }.split(separator: "..").map { String($0) }
            self.init(ends[0], ends.last)
        }

        var isSpan: Bool { first != last }
        /// Whether it consists of two dates, rather than of the limits of an unstated one.
        var isPair: Bool { isSpan && forms.count > 1 }
    }

    /// The possible readings of the date; empty if the year is missing.
    var readings: [Reading] {
        if let digits {
            let readings = Self.readings(ofDigits: digits)
            return isBefore == true ? readings.compactMap(Self.beforeTheEra) : readings
        }
        guard let year, day == nil || month != nil, part == nil || day == nil else { return [] }
        switch year {
        case .decade(let first): return decade(first)
        case .century(let number): return century(number)
        case .year(let number): return years(number).flatMap { self.readings(of: $0) }
        case .double(let first, let second, let joiner, let isWhole):
            return part == nil && eras.isEmpty ? double(first, second, joiner, isWhole: isWhole) : []
        }
    }

    /// The day of a year before the common era, such as `0044-03-15 BC`; that era has no year 0. Nil for a span,
    /// because it does not show which of its ends are meant.
    private static func beforeTheEra(_ reading: Reading) -> Reading? {
        guard !reading.isSpan, let year = Int(reading.first.prefix(4)), year > 0 else { return nil }
        return Reading((1 - year).writtenYear + reading.first.dropFirst(4))
    }

    /// `1911-12`, `1911–12`, `1911/12`
    static func pair(_ digits: [UInt8]) -> (
        year: Int, second: ArraySlice<UInt8>, joiner: ReadingTable.Joiner
    )? {
        let first = digits.prefix { $0.isDigit }
        let second = digits[(digits.lastIndex { !$0.isDigit } ?? 0)...].dropFirst()
        let between = digits[first.endIndex..<max(first.endIndex, second.startIndex)]
        guard first.count == 4, 1...2 ~= second.count, !between.contains(where: \.isDigit),
            let year = Int(Array(first).string)
        else { return nil }
        return (year, second, between.first == UInt8(ascii: "/") ? .slash : .dash)
    }

    private static func readings(ofDigits digits: [UInt8]) -> [Reading] {
        if let (year, second, joiner) = pair(digits), let number = Int(Array(second).string) {
            let pair = ReadingTable.pair(year: year, second: number, digitCount: second.count)
            return [pair.month.map { Reading($0) }].compactMap(\.self)
                + [pair.last.map { Reading(year.writtenYear, $0.writtenYear, joiner) }].compactMap(\.self)
        }
        let texts = digits.isValidDate ? [digits.string] : SyntaxAdvice.readings(of: digits)
        return texts.compactMap { text in
            let ends = text.split(separator: "/").map { String($0) }
            return text.contains("[") || text.contains("{") || ends.count > 2
                ? nil : Reading(ends[0], ends.last)
        }
    }

    /// The years that a number can mean, in EDTF.
    private func years(_ number: EverydayNumber) -> [String] {
        // `-44 BC` is 44 BC.
        if number.isNegative, isBefore != true { return [Self.written(-number.value)] }
        if !eras.isEmpty {
            // An era has no year 0: 1 BC is meant, or the first year of the other era.
            if number.value == 0 { return eras == [true] ? ["0000"] : ["0000", "0001"] }
            return eras.map { Self.written($0 ? 1 - number.value : number.value) }
        }
        if number.isShortened {
            return ReadingTable.decadeCenturies.map { ($0 + number.value).writtenYear }
        }
        guard number.digitCount < 4 else { return [Self.written(number.value)] }
        var digits = ""
        digits.append(number: number.value, minimumDigits: number.digitCount)
        if month == nil, season == nil, part == nil { return ReadingTable.years(of: digits) }
        // A part of a year belongs to one year, not to a decade or century.
        return number.digitCount == 2
            ? ReadingTable.centuries.map { ($0 + number.value).writtenYear }
            : ReadingTable.years(of: digits).filter { !$0.contains("X") }
    }

    /// The readings of a date with a double year. `1 January 1700/1` belongs to 1700 if the year begins in March, and
    /// to 1701 if in January; `winter 1911/12` is one winter or two.
    private func double(_ first: Int, _ second: Int, _ joiner: ReadingTable.Joiner, isWhole: Bool)
        -> [Reading]
    {
        var one = self
        one.year = nil
        let sides = [first, second].map { one.readings(of: $0.writtenYear) }
        guard let season else {
            if month == nil { return [] }
            let (start, end) = (sides[0][0].first, sides[1][0].last)
            // `August 1911–1912`: from that month on to that year.
            var bare = Reading(start, second.writtenYear, joiner)
            if joiner == .slash { bare.forms = ["A/B"] }
            let dates =
                joiner == .slash && second == first + 1 ? sides[0] + sides[1] : [Reading(start, end, joiner)]
            return dates + (isWhole ? [bare] : [])
        }
        let crossing = second == first + 1 ? ReadingTable.crossingSeasons[season, default: []] : []
        return crossing.map { Reading(form: ReadingTable.filled($0, year: first)) }
            + [Reading(sides[0][0].first, sides[1][0].last, joiner)]
    }

    private static func written(_ year: Int) -> String {
        (year.magnitude > 9999 ? "Y" : "") + year.writtenYear
    }

    private func readings(of year: String) -> [Reading] {
        if let season {
            guard let number = Int(year) else { return [] }
            let readings = ReadingTable.seasons[season, default: []].map {
                Reading(form: ReadingTable.filled($0, year: number))
            }
            return part.map { part in readings.flatMap { partsOfSeason($0, part) } } ?? readings
        }
        guard let month else { return part.map { partsOfYear(year, $0) } ?? [Reading(year)] }
        var text = year + "-"
        text.append(number: month, minimumDigits: 2)
        if let part { return partsOfMonth(text, month, part) }
        guard let day else { return [Reading(text)] }
        text += "-"
        text.append(number: day.value, minimumDigits: 2)
        return [Reading(text)]
    }

    private func partsOfYear(_ year: String, _ part: String) -> [Reading] {
        ReadingTable.partsOfYear[part, default: []].map { months in
            Reading(component(year, months.lowerBound), component(year, months.upperBound))
        }
    }

    /// The months of a part of a season, counted from its first month.
    private func partsOfSeason(_ season: Reading, _ part: String) -> [Reading] {
        let bounds = try? (DateExpression(season.first), DateExpression(season.last))
        guard let first = bounds?.0.displayEarliest.day, let last = bounds?.1.displayLatest.day else {
            return []
        }
        let start = Int(first.year) * 12 + Int(first.month) - 1
        guard Int(last.year) * 12 + Int(last.month) - start == 3 else { return [] }
        func month(_ offset: Int) -> String {
            component(((start + offset) / 12).writtenYear, (start + offset) % 12 + 1)
        }
        return ReadingTable.partsOfSeason[part, default: []].map {
            Reading(month($0.lowerBound), month($0.upperBound))
        }
    }

    private func partsOfMonth(_ text: String, _ month: Int, _ part: String) -> [Reading] {
        let year = Int(text.dropLast(3)) ?? 0
        let length = CalendarDay.daysInMonth(month, of: year)
        let code = ["early": "-0X", "mid": "-1X", "late": "-2X"][part, default: ""]
        let days = ReadingTable.partsOfMonth[part, default: []].dropFirst().map { days in
            Reading(component(text, days.lowerBound), component(text, min(days.upperBound, length)))
        }
        return [Reading(text + code)] + days
    }

    private func component(_ text: String, _ number: Int) -> String {
        var text = text + "-"
        text.append(number: number, minimumDigits: 2)
        return text
    }

    private func decade(_ first: Int) -> [Reading] {
        if first < 100 {
            guard eras.isEmpty, month == nil, part == nil else { return [] }
            return ReadingTable.decadeCenturies.map {
                Reading(String(($0 + first).writtenYear.dropLast()) + "X")
            }
        }
        let readings = ReadingTable.decades(of: first)
        guard let part else { return isBefore == true || month != nil ? [] : readings.map { Reading($0) } }
        return readings.flatMap { text in
            let isCentury = text.hasSuffix("XX")
            let table = isCentury ? ReadingTable.partsOfCentury : ReadingTable.partsOfDecade
            return text.hasSuffix("XXX") ? [] : years(from: first, table[part, default: []])
        }
    }

    private func century(_ number: Int) -> [Reading] {
        let spans = ReadingTable.century(number, isBefore: isBefore ?? false)
        guard month == nil, let first = spans.first?.lowerBound else { return [] }
        if let part { return years(from: first, ReadingTable.partsOfCentury[part, default: []]) }
        if isBefore == true, number == 1 { return [Reading(spans[0])] }
        // The hundreds: `18XX`, and `-04XX` from 500 to 401 BCE.
        var hundreds = isBefore == true ? "-" : ""
        hundreds.append(number: number - 1, minimumDigits: 2)
        return [Reading(hundreds + "XX")] + spans.dropFirst().map { Reading($0) }
    }

    private func years(from first: Int, _ parts: [ClosedRange<Int>]) -> [Reading] {
        parts.map { Reading((first + $0.lowerBound)...(first + $0.upperBound)) }
    }
}
