/// A time interval (EDTF 2019, Level 0, Time Interval; Level 1 and 2, Extended Interval).
public struct Interval: Hashable, Sendable {
    /// The start or end of an interval.
    public enum End: Hashable, Sendable {
        /// A date.
        case date(SingleDate)
        /// `..`: there is no limit, or none is stated.
        case open
        /// Empty: there is a limit, but it is not known.
        case unknown

        /// The date; nil if the end is open or unknown.
        public var date: SingleDate? {
            if case .date(let date) = self { date } else { nil }
        }

        var canonical: String {
            switch self {
            case .date(let date): date.canonical
            case .open: ".."
            case .unknown: ""
            }
        }

        func bound(_ bound: (SingleDate) -> DateBound) -> DateBound {
            switch self {
            case .date(let date): bound(date)
            case .open: .open
            case .unknown: .unknown
            }
        }
    }

    /// The start of the interval.
    public let start: End
    /// The end of the interval: its last possible day is not before the first possible day of the start.
    public let end: End

    init(start: End, end: End) {
        self.start = start
        self.end = end
    }

    /// The EDTF text.
    public var canonical: String { start.canonical + "/" + end.canonical }
}
