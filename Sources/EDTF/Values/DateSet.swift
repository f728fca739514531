/// The members of a set: of `[…]` one is meant, of `{…}` all are (EDTF 2019, Level 2, Set representation).
public struct DateSet: Hashable, Sendable {
    /// A member or a range of members.
    public enum Member: Hashable, Sendable {
        /// One date.
        case date(SingleDate)
        /// `a..b`: every date of the same precision from the first to the second.
        case range(SingleDate, through: SingleDate)
        /// `..a`, first in the set only.
        case onOrBefore(SingleDate)
        /// `a..`, last in the set only.
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

    /// The members in the order written; never empty.
    public let members: [Member]

    init(members: [Member]) {
        self.members = members
    }

    /// The EDTF text without the brackets.
    var canonical: String { members.map(\.canonical).joined(separator: ",") }

    /// The least of the members' bounds: open before unknown before the earliest day.
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

    /// The greatest of the members' bounds: open before unknown before the latest day.
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
