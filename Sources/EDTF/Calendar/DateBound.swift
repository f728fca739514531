/// The first or last day that a date can mean.
public enum DateBound: Hashable, Sendable {
    /// A known day.
    case day(CalendarDay)
    /// No limit: the date extends without end (EDTF 2019, `..`).
    case open
    /// There is a limit, but it is not known or not defined.
    case unknown

    /// The day; nil if the bound is open or unknown.
    public var day: CalendarDay? {
        if case .day(let day) = self { day } else { nil }
    }
}
