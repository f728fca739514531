extension DateExpression {
    /// The unit to which the date is known, for tables: `day`, `month`, `year`, `decade`, `century`, `millennium`,
    /// `season`, `time`, `interval`, `one of` or `all of`. It is the finest unit before the first one with an unspecified
    /// digit.
    public var precisionWord: String {
        switch value {
        case .date(let date): date.precisionWord
        case .dateTime: "time"
        case .year: "year"
        case .season: "season"
        case .interval: "interval"
        case .set: "one of"
        case .list: "all of"
        }
    }
}

extension CalendarDate {
    fileprivate var precisionWord: String {
        switch year.trailingUnspecifiedCount {
        case 0: break
        case 1: return "decade"
        case 2: return "century"
        default: return "millennium"
        }
        guard let month, !month.hasUnspecifiedDigits else { return "year" }
        guard let day, !day.hasUnspecifiedDigits else { return "month" }
        return "day"
    }
}
