/// One date of a text in words, as far as it is told: `14` of `14/15 August 1911`.
struct EverydayDate {
    enum Year {
        case year(Int, digitCount: Int, isNegative: Bool)
        case decade(Int)
        case century(Int)
    }

    var year: Year?
    /// True before the common era, false in it, nil where no era is named.
    var isBefore: Bool?
    var month: Int?
    var day: Int?
    /// `early`, `mid` or `late`.
    var part: String?
    var season: String?
    /// A date in digits.
    var digits: [UInt8]?
    var isOpen = false

    var isEmpty: Bool {
        year == nil && month == nil && day == nil && season == nil && digits == nil && !isOpen && part == nil
    }

    /// A date, or the first and the last of those that a span covers.
    struct Reading {
        var first: String
        var last: String

        init(_ first: String, _ last: String? = nil) {
            self.first = first
            self.last = last ?? first
        }

        init(_ years: ClosedRange<Int>) {
            self.init(years.lowerBound.writtenYear, years.upperBound.writtenYear)
        }

        var isSpan: Bool { first != last }
    }

    /// What the date can mean; empty where a year is missing.
    var readings: [Reading] {
        if let digits {
            let readings = Self.readings(ofDigits: digits)
            return isBefore == true ? readings.compactMap(Self.beforeTheEra) : readings
        }
        guard let year, day == nil || month != nil, part == nil || day == nil else { return [] }
        switch year {
        case .decade(let first): return decade(first)
        case .century(let number): return century(number)
        case .year(let value, let digitCount, let isNegative):
            return years(value, digitCount, isNegative).flatMap { self.readings(of: $0) }
        }
    }

    /// `0044-03-15 BC`: the day of a year before the common era, which has no year 0. A span says too little of which
    /// of its ends are meant.
    private static func beforeTheEra(_ reading: Reading) -> Reading? {
        guard !reading.isSpan, let year = Int(reading.first.prefix(4)), year > 0 else { return nil }
        return Reading((1 - year).writtenYear + reading.first.dropFirst(4))
    }

    private static func readings(ofDigits digits: [UInt8]) -> [Reading] {
        var texts = digits.isValidDate ? [digits.string] : SyntaxAdvice.readings(of: digits)
        let parts = digits.split(separator: UInt8(ascii: "-"))
        if parts.count == 2, let year = Int(Array(parts[0]).string), let second = Int(Array(parts[1]).string)
        {
            texts = ReadingTable.pairs(year: year, second: second, digitCount: parts[1].count, joiner: .dash)
        }
        return texts.compactMap { text in
            let ends = text.split(separator: "/").map { String($0) }
            return text.contains("[") || text.contains("{") || ends.count > 2
                ? nil : Reading(ends[0], ends.last)
        }
    }

    /// The years that a number can be, as EDTF writes them.
    private func years(_ value: Int, _ digitCount: Int, _ isNegative: Bool) -> [String] {
        if isNegative { return [Self.written(-value)] }
        if let isBefore { return [Self.written(isBefore ? 1 - value : value)] }
        let isAlone = month == nil && season == nil && part == nil
        if digitCount < 4, isAlone { return ReadingTable.years(of: String(value)) }
        return [Self.written(value)]
    }

    private static func written(_ year: Int) -> String {
        (year.magnitude > 9999 ? "Y" : "") + year.writtenYear
    }

    private func readings(of year: String) -> [Reading] {
        if let season {
            guard let number = Int(year) else { return [] }
            return ReadingTable.seasons[season, default: []].map { form in
                let text = ReadingTable.filled(form, year: number)
                let ends = text.drop { $0 == "[" }.prefix { $0 != "]" }.split(separator: "..").map {
                    String($0)
                }
                return Reading(ends[0], ends.count > 1 ? ends[1] : nil)
            }
        }
        guard let month else { return part.map { partsOfYear(year, $0) } ?? [Reading(year)] }
        var text = year + "-"
        text.append(number: month, minimumDigits: 2)
        if let part { return partsOfMonth(text, month, part) }
        guard let day else { return [Reading(text)] }
        text += "-"
        text.append(number: day, minimumDigits: 2)
        return [Reading(text)]
    }

    private func partsOfYear(_ year: String, _ part: String) -> [Reading] {
        ReadingTable.partsOfYear[part, default: []].map { months in
            Reading(component(year, months.lowerBound), component(year, months.upperBound))
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
            guard isBefore == nil, month == nil, part == nil else { return [] }
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
