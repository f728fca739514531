/// A time interval (EDTF 2019, Level 0, Time Interval; Level 1 and 2, Extended Interval).
public struct Interval: Hashable, Sendable {
    /// A start or an end.
    public enum End: Hashable, Sendable {
        /// A date.
        case date(SingleDate)
        /// `..`: there is none, or none is stated.
        case open
        /// Empty: there is one, but it is not known.
        case unknown

        /// The date, or nil where the end is open or unknown.
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

    /// Where the interval begins.
    public let start: End
    /// Where the interval ends; never before the start in every reading of the two.
    public let end: End

    init(start: End, end: End) {
        self.start = start
        self.end = end
    }

    /// The EDTF text.
    public var canonical: String { start.canonical + "/" + end.canonical }
}
