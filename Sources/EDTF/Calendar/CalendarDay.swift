/// A day of the proleptic Gregorian calendar, which extends the Gregorian rules to the time before 1582.
///
/// Years are astronomical: 0 is 1 BCE, -43 is 44 BCE (ISO 8601-1:2019, 5.2.2).
public struct CalendarDay: Hashable, Comparable, Sendable {
    /// The years a day can have. The limits keep every day number within `Int`.
    public static let years: ClosedRange<Int> = -10_000_000_000_000_000...10_000_000_000_000_000

    /// The astronomical year, within ``years``.
    public let year: Int
    private let storedMonth: UInt8
    private let storedDay: UInt8

    /// The month, 1 to 12.
    public var month: Int { Int(storedMonth) }

    /// The day of the month, 1 to 31.
    public var day: Int { Int(storedDay) }

    /// The given day; nil if the calendar has no such day or the year lies outside ``years``.
    public init?(year: Int, month: Int, day: Int) {
        guard Self.years.contains(year), 1...12 ~= month,
            day >= 1, day <= Self.daysInMonth(month, of: year)
        else { return nil }
        self.init(uncheckedYear: year, month: month, day: day)
    }

    init(uncheckedYear year: Int, month: Int, day: Int) {
        self.year = year
        storedMonth = UInt8(truncatingIfNeeded: month)
        storedDay = UInt8(truncatingIfNeeded: day)
    }

    /// Whether 29 February exists in the astronomical year.
    public static func isLeapYear(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// The number of days in a month of an astronomical year; 0 if `month` is not 1 to 12.
    public static func daysInMonth(_ month: Int, of year: Int) -> Int {
        switch month {
        case 1, 3, 5, 7, 8, 10, 12: 31
        case 4, 6, 9, 11: 30
        case 2: isLeapYear(year) ? 29 : 28
        default: 0
        }
    }

    /// Whether a day is earlier than another.
    public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        if left.year != right.year { return left.year < right.year }
        if left.storedMonth != right.storedMonth { return left.storedMonth < right.storedMonth }
        return left.storedDay < right.storedDay
    }

    /// The day as `YYYY-MM-DD` (ISO 8601), with at least four digits of year, and a minus sign before negative years.
    public var iso: String {
        // A year of up to 17 digits with its sign, and two pairs of digits with a hyphen each.
        String(capacity: 0...9999 ~= year ? 10 : 24) { text in
            text.append(year: year)
            text.append(UInt8(ascii: "-"))
            text.append(number: month, minimumDigits: 2)
            text.append(UInt8(ascii: "-"))
            text.append(number: day, minimumDigits: 2)
        }
    }
}

extension CalendarDay {
    /// Returns an astronomical year in EDTF: four digits, or the prefix `Y` before more (Level 1, "Letter-prefixed
    /// calendar year").
    public static func edtf(ofYear year: Int) -> String {
        if year.magnitude > 9999 { return "Y\(year)" }
        var text = ""
        text.append(year: year)
        return text
    }
}

extension String {
    /// Creates the digits of a number that is not negative, padded with zeros.
    package init(_ number: Int, minimumDigits: Int) {
        self.init()
        append(number: number, minimumDigits: minimumDigits)
    }

    /// Appends a year as ISO 8601 writes it: a minus sign where needed, then at least four digits.
    mutating func append(year: Int) {
        self += String(capacity: -99_999...99_999 ~= year ? 6 : 18) { $0.append(year: year) }
    }

    /// Appends a number that is not negative, padded with zeros.
    mutating func append(number: Int, minimumDigits: Int) {
        let capacity = max(minimumDigits, number < 1_000_000 ? 6 : 19)
        self += String(capacity: capacity) { $0.append(number: number, minimumDigits: minimumDigits) }
    }
}

extension TextPieces {
    /// Appends a year as ISO 8601 writes it: a minus sign where needed, then at least four digits.
    fileprivate mutating func append(year: Int) {
        if year < 0 { append(UInt8(ascii: "-")) }
        append(number: Int(year.magnitude), minimumDigits: 4)
    }

    /// Appends a number that is not negative, padded with zeros.
    fileprivate mutating func append(number: Int, minimumDigits: Int) {
        let digits = String(number)
        for _ in 0..<max(0, minimumDigits - digits.utf8.count) { append(UInt8(ascii: "0")) }
        append(digits)
    }
}
