/// The readings that readers give to common notations, as data. The advice shows all of them; if a text has more than
/// one, none is written unasked.
///
/// In templates `A` and `B` stand for the given dates, `P` for the date before `A` and `N` for the one after it, both
/// of the same precision.
enum ReadingTable {
    /// The connection between two dates.
    enum Joiner {
        case slash, shortened, dash, to, between, or, and, comma
    }

    static let joined: [Joiner: [String]] = [
        .slash: ["[A,B]", "A/B", "{A,B}"],
        .shortened: ["A/B", "[A,B]"],
        .dash: ["A/B", "[A..B]"],
        .to: ["A/B", "[A..B]"],
        .between: ["[A..B]", "A/B"],
        .or: ["[A,B]"],
        .and: ["{A,B}", "A/B"],
        .comma: ["{A,B}", "[A,B]"],
    ]

    /// Words before a date, with their templates. `B` is the end of a date that is a span.
    static let directions: [String: [String]] = [
        "since": ["A/..", "A/"], "from": ["A/..", "A/"], "after": ["N/..", "A/.."],
        "until": ["../B", "/B"], "till": ["../B", "/B"], "to": ["../B", "/B"], "by": ["../B", "/B"],
        "before": ["../P", "../B"], "ante": ["../P", "../B"], "bef": ["../P", "../B"],
        "post": ["N/..", "A/.."], "aft": ["N/..", "A/.."],
    ]

    /// The orders of numbers if the year comes last, by the sign between them. No locale of CLDR puts the month first
    /// before a dot; before a slash, a hyphen or a space some do.
    static let orders: [String: [NumberOrder]] = [
        ".": [.dayMonthYear], "/": [.dayMonthYear, .monthDayYear],
        "-": [.dayMonthYear, .monthDayYear], " ": [.dayMonthYear, .monthDayYear],
    ]

    enum NumberOrder {
        case dayMonthYear, monthDayYear, yearMonthDay
    }

    /// The centuries that a year of two digits can belong to.
    static let centuries = [1900, 2000, 0]

    /// The longest span, in years, whose last year may be shortened to two digits across a turn of the century.
    static let longestTurn = 10

    /// The centuries that `50s` can belong to.
    static let decadeCenturies = [1900, 1800, 2000]

    /// The readings of a year of one to three digits, by the number of digits; `Y` stands for these. Readings as a
    /// decade or century are used only up to ``lastYear``.
    static let shortYears: [[String]] = [["000Y"], ["00Y", "19Y", "20Y", "YXX"], ["0Y", "YX"]]
    static let lastYear = 2099

    /// The parts of a month as days; 31 is its last day. The first range of each is the one that EDTF writes with X.
    static let partsOfMonth: [String: [ClosedRange<Int>]] = [
        "early": [1...9, 1...10], "mid": [10...19, 11...20], "late": [20...29, 20...31, 21...31],
    ]
    /// The parts of a year as months.
    static let partsOfYear: [String: [ClosedRange<Int>]] = [
        "early": [1...3, 1...4], "mid": [5...8, 6...7], "late": [10...12, 9...12],
    ]
    /// The parts of a decade and of a century as years within it.
    static let partsOfDecade: [String: [ClosedRange<Int>]] = [
        "early": [0...3, 0...4], "mid": [4...6, 3...7], "late": [7...9, 6...9],
    ]
    static let partsOfCentury: [String: [ClosedRange<Int>]] = [
        "early": [0...29, 0...32], "mid": [40...59, 33...66], "late": [70...99, 67...99],
    ]

    /// The seasons as EDTF codes: first without a hemisphere, then southern. A winter belongs to the year in which it
    /// begins, or to the one in which it ends.
    static let seasons: [String: [String]] = [
        "spring": ["Y-21", "Y-29"], "summer": ["Y-22", "Y-30"], "autumn": ["Y-23", "Y-31"],
        "fall": ["Y-23", "Y-31"], "winter": ["Y-24", "[P-12..Y-02]", "Y-32"],
        "q1": ["Y-33"], "q2": ["Y-34"], "q3": ["Y-35"], "q4": ["Y-36"], "h1": ["Y-40"], "h2": ["Y-41"],
    ]

    /// The seasons that cross the end of a year, if two years are named; `N` is the second one.
    static let crossingSeasons: [String: [String]] = [
        "winter": ["Y-24", "[Y-12..N-02]"], "summer": ["Y-30", "[Y-12..N-02]"],
    ]
    /// The parts of a season as months, counted from its first month.
    static let partsOfSeason: [String: [ClosedRange<Int>]] = [
        "early": [0...0, 0...1], "mid": [1...1], "late": [2...2, 1...2],
    ]
}

extension ReadingTable {
    /// The readings of a year of one to three digits.
    static func years(of digits: String) -> [String] {
        guard shortYears.indices.contains(digits.utf8.count - 1) else { return [] }
        return shortYears[digits.utf8.count - 1].filter { form in
            guard form.hasSuffix("X") else { return true }
            let first = Int(form.replacing("Y", with: digits).replacing("X", with: "0")) ?? 0
            return (1000...lastYear).contains(first)
        }.map { $0.replacing("Y", with: digits) }
    }

    /// The readings of `1950s` for the year 1950. A year that ends in 00 can also mean its century.
    static func decades(of year: Int) -> [String] {
        let digits = Array(year.writtenYear)
        guard digits.count == 4, digits[3] == "0" else { return [] }
        var readings = [String(digits[..<3]) + "X"]
        if digits[2] == "0" { readings.append(String(digits[..<2]) + "XX") }
        if digits[1] == "0", digits[2] == "0" { readings.append(String(digits[..<1]) + "XXX") }
        return readings
    }

    /// The years of a century: those with the same hundreds, and those counted from year 1.
    static func century(_ number: Int, isBefore: Bool) -> [ClosedRange<Int>] {
        guard 1...99 ~= number else { return [] }
        if isBefore { return [(1 - number * 100)...((1 - number) * 100)] }
        return [((number - 1) * 100)...(number * 100 - 1), ((number - 1) * 100 + 1)...(number * 100)]
    }

    /// Returns a template with the year filled in.
    static func filled(_ template: String, year: Int) -> String {
        template.replacing("P", with: (year - 1).writtenYear).replacing("N", with: (year + 1).writtenYear)
            .replacing("Y", with: year.writtenYear)
    }

    /// Returns two dates joined in all ways that a joiner can mean.
    static func joined(_ first: String, _ second: String, by joiner: Joiner) -> [String] {
        joined[joiner, default: []].map { $0.replacing("A", with: first).replacing("B", with: second) }
    }

    /// The two readings of `1911/12`: a month, and the last of consecutive years. The number of digits distinguishes it
    /// from `1911/1912`.
    static func pair(year: Int, second: Int, digitCount: Int) -> (month: String?, last: Int?) {
        let month =
            1...12 ~= second ? year.writtenYear + "-" + (second < 10 ? "0" : "") + String(second) : nil
        let unit = digitCount == 1 ? 10 : 100
        var last = year / unit * unit + second
        // `1899/00`, `1899–01`
        if last <= year, digitCount == 2, last + unit - year <= longestTurn { last += unit }
        return (month, last > year ? last : nil)
    }

    static func pairs(year: Int, second: Int, digitCount: Int, joiner: Joiner) -> [String] {
        let pair = pair(year: year, second: second, digitCount: digitCount)
        return [pair.month].compactMap(\.self)
            + (pair.last.map { joined(year.writtenYear, $0.writtenYear, by: joiner) } ?? [])
    }

    /// The readings of two short numbers, `44-45`, `08/11`, `98–9`: years, or a year and a month in either order. Years
    /// that count down are those before the common era, or belong to two centuries.
    static func shortPairs(_ first: [UInt8], _ second: [UInt8], _ joiner: Joiner) -> [String] {
        guard 1...2 ~= first.count, 1...2 ~= second.count, let start = Int(first.string),
            let end = Int(second.string)
        else { return [] }
        func wholeYears(_ digits: [UInt8]) -> [Int] {
            years(of: digits.string).filter { !$0.contains("X") }.compactMap { Int($0) }
        }
        let yearFirst = wholeYears(first).flatMap {
            pairs(year: $0, second: end, digitCount: second.count, joiner: joiner)
        }
        let isMonthFirst = 1...12 ~= start && second.count == 2
        let month = (start < 10 ? "-0" : "-") + String(start)
        let monthFirst = isMonthFirst ? wholeYears(second).map { $0.writtenYear + month } : []
        let isBefore = start > end && end > 12
        return yearFirst + monthFirst
            + (isBefore ? joined((1 - start).writtenYear, (1 - end).writtenYear, by: joiner) : [])
    }
}
