/// A date that can be an end of an interval or a member of a set.
public enum SingleDate: Hashable, Sendable {
    /// A year, a month or a day.
    case date(CalendarDate)
    /// A year beyond four digits, in exponential form or with significant digits.
    case year(LongYear)
    /// A season or another part of a year.
    case season(Season)

    /// The EDTF text.
    public var canonical: String {
        switch self {
        case .date(let date): date.canonical
        case .year(let year): year.canonical
        case .season(let season): season.canonical
        }
    }

    /// The union of the qualifications of all components.
    public var anyQualification: Qualification {
        switch self {
        case .date(let date): date.anyQualification
        case .year(let year): year.qualification
        case .season(let season): season.yearQualification.union(season.partQualification)
        }
    }

    /// The first day, for seasons and negative years with significant digits by the display convention.
    public var displayEarliest: CalendarDay {
        switch self {
        case .date(let date): date.earliest
        case .year(let year): CalendarDay(uncheckedYear: year.years.lowerBound, month: 1, day: 1)
        case .season(let season): season.conventionalEarliest
        }
    }

    /// The last day, for seasons and negative years with significant digits by the display convention.
    public var displayLatest: CalendarDay {
        switch self {
        case .date(let date): date.latest
        case .year(let year): CalendarDay(uncheckedYear: year.years.upperBound, month: 12, day: 31)
        case .season(let season): season.conventionalLatest
        }
    }

    /// Whether the standard defines the bounds: false for seasons proper, and for negative years with significant
    /// digits.
    public var hasPublishedBounds: Bool {
        switch self {
        case .date: true
        case .year(let year): year.year >= 0 || year.significantDigits == nil
        case .season(let season): season.part.division != .season
        }
    }

    var earliest: DateBound { hasPublishedBounds ? .day(displayEarliest) : .unknown }
    var latest: DateBound { hasPublishedBounds ? .day(displayLatest) : .unknown }
}
