extension CalendarDay {
    private static let firstOrdinal = CalendarDay(
        uncheckedYear: years.lowerBound, month: 1, day: 1
    ).ordinal
    private static let lastOrdinal = CalendarDay(
        uncheckedYear: years.upperBound, month: 12, day: 31
    ).ordinal

    /// The number of days from 1 January 1970; negative before it.
    public var ordinal: Int {
        // Years that begin in March put the leap day at the end, so that month lengths follow one formula.
        let marchYear = month > 2 ? year : year - 1
        let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfEra = marchYear - era * 400
        let marchMonth = (month + 9) % 12
        let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The day with a day number, the inverse of ``ordinal``.
    ///
    /// A number beyond the days of ``years`` is clamped to the first or last of them.
    public init(ordinal: Int) {
        let clamped = min(max(ordinal, Self.firstOrdinal), Self.lastOrdinal) + 719_468
        let era = (clamped >= 0 ? clamped : clamped - 146_096) / 146_097
        let dayOfEra = clamped - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        self.init(
            uncheckedYear: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
            month: month,
            day: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }
}
