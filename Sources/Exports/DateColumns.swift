import EDTF

/// A date in the forms that tables and maps hold side by side, since no other program reads all of EDTF.
struct DateColumns {
    /// The date in EDTF.
    let edtf: String
    /// The first day that the date can mean, as `YYYY-MM-DD`; nil before year 1, after year 9999 and where it is open or
    /// unknown: programs misread such days.
    let start: String?
    /// The last day that the date can mean, with the same limits.
    let end: String?
    /// The first day as a number of days from 1 January 1970; nil where it is open or unknown.
    let startDay: Int?
    /// The last day as such a number.
    let endDay: Int?
    /// The unit to which the date is known (``EDTF/DateExpression/precisionWord``).
    let precision: String

    init(_ date: DateExpression) {
        edtf = date.canonical
        let first = date.displayEarliest.day
        let last = date.displayLatest.day
        start = first.flatMap(Self.text)
        end = last.flatMap(Self.text)
        startDay = first?.ordinal
        endDay = last?.ordinal
        precision = date.precisionWord
    }

    private static func text(_ day: CalendarDay) -> String? { 1...9999 ~= day.year ? day.iso : nil }
}
