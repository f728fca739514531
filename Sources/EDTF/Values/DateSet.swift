/// The members of a set: one of them is meant by `[…]`, all of them by `{…}` (EDTF 2019, Level 2, Set representation).
public struct DateSet: Hashable, Sendable {
    /// A date, or a range of dates.
    public enum Member: Hashable, Sendable {
        /// One date.
        case date(SingleDate)
        /// `a..b`: every date of the same precision from the first to the second, both included.
        case range(SingleDate, through: SingleDate)
        /// `..a`: the date or any before it. Only the first member of a set can be one.
        case onOrBefore(SingleDate)
        /// `a..`: the date or any after it. Only the last member of a set can be one.
        case onOrAfter(SingleDate)

        var dates: [SingleDate] {
            switch self {
            case .date(let date), .onOrBefore(let date), .onOrAfter(let date): [date]
            case .range(let first, let last): [first, last]
            }
        }

        var canonical: String {
            switch self {
            case .date(let date): date.canonical
            case .range(let first, let last): first.canonical + ".." + last.canonical
            case .onOrBefore(let date): ".." + date.canonical
            case .onOrAfter(let date): date.canonical + ".."
            }
        }
    }

    /// The members in the order of the text; never empty.
    public let members: [Member]

    init(members: [Member]) {
        self.members = members
    }

    /// The EDTF text without the brackets.
    var canonical: String { members.map(\.canonical).joined(separator: ",") }

    /// The first bound of the members: open if any is open, else unknown if any is unknown, else the earliest day.
    func earliest(_ bound: (SingleDate) -> DateBound) -> DateBound {
        var bounds: [DateBound] = []
        for member in members {
            switch member {
            case .onOrBefore: return .open
            case .date(let date), .onOrAfter(let date), .range(let date, _): bounds.append(bound(date))
            }
        }
        return Self.extreme(of: bounds) { $0 < $1 }
    }

    /// The last bound of the members: open if any is open, else unknown if any is unknown, else the latest day.
    func latest(_ bound: (SingleDate) -> DateBound) -> DateBound {
        var bounds: [DateBound] = []
        for member in members {
            switch member {
            case .onOrAfter: return .open
            case .date(let date), .onOrBefore(let date), .range(_, let date): bounds.append(bound(date))
            }
        }
        return Self.extreme(of: bounds) { $0 > $1 }
    }

    private static func extreme(
        of bounds: [DateBound], by precedes: (CalendarDay, CalendarDay) -> Bool
    ) -> DateBound {
        // One member without a known bound leaves the whole set without one.
        guard !bounds.contains(.unknown) else { return .unknown }
        return bounds.compactMap(\.day).min(by: precedes).map(DateBound.day) ?? .unknown
    }
}
