/// The first or the last day a date can mean.
public enum DateBound: Hashable, Sendable {
    /// A day.
    case day(CalendarDay)
    /// No limit: the date reaches back, or on, without end (EDTF 2019, `..`).
    case open
    /// There is a limit, but it is not known or not defined.
    case unknown

    /// The day, or nil where the bound is open or unknown.
    public var day: CalendarDay? {
        if case .day(let day) = self { day } else { nil }
    }
}
