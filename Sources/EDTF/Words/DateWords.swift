/// A year, month or day in words, without its qualification.
struct DateWords {
    let date: CalendarDate
    let language: DateLanguage
    /// Whether the date is in an interval or a set, where "day not stated" could be taken for the whole.
    var isNested = false

    /// A month in words.
    private enum Month {
        case none
        case exact(String)
        case choice(String)
        case notStated
    }

    var text: String {
        let missing = date.hasUnspecifiedDigits ? missingParts : []
        guard !missing.isEmpty else { return stated ?? "" }
        guard let stated else {
            return language.fill(
                .onlyNotStated, ["parts": language.list(missing.map(language.template), .and)])
        }
        if isNested, let phrase = nestedPhrase(missing) { return language.fill(phrase, ["date": stated]) }
        let parts = language.list(missing.map(language.template), .and)
        return language.fill(.notStated, ["date": stated, "parts": parts])
    }

    private func nestedPhrase(_ missing: [DatePhrase]) -> DatePhrase? {
        switch missing {
        case [.dayName], [.monthName, .dayName]: .someDayIn
        case [.monthName]: .someMonthIn
        default: nil
        }
    }

    /// The wholly unspecified components, except for a month before a specified day.
    private var missingParts: [DatePhrase] {
        var missing: [DatePhrase] = []
        if date.year.isUnspecified { missing.append(date.year.isNegative ? .yearBCEName : .yearName) }
        if let month = date.month, month.isUnspecified, date.day?.isUnspecified ?? true {
            missing.append(.monthName)
        }
        if let day = date.day, day.isUnspecified { missing.append(.dayName) }
        return missing
    }

    /// The date without its missing components; nil if nothing is left.
    private var stated: String? {
        let month = month
        guard let inYear = dayAndMonth(month) else {
            return date.year.isUnspecified ? nil : language.year(date.year)
        }
        if date.year.isUnspecified { return inYear }
        if case .notStated = month {
            return language.fill(.dateInYear, ["date": inYear, "year": language.someYear(date.year)])
        }
        guard let year = date.year.number else {
            return language.fill(.dateOfYear, ["date": inYear, "year": language.someYear(date.year)])
        }
        return language.fill(.month, ["month": inYear, "year": language.year(year)])
    }

    /// The day and month without the year, for an interval or a list that names the year once; nil for less precise
    /// dates, and for those with several possible months or years.
    var withoutYear: String? {
        guard date.year.number != nil, date.month?.number != nil, !(date.day?.isUnspecified ?? false) else {
            return nil
        }
        return dayAndMonth(month)
    }

    private var month: Month {
        guard let month = date.month else { return .none }
        if let number = month.number { return .exact(language.monthName(number)) }
        if month.isUnspecified { return date.day?.isUnspecified ?? true ? .none : .notStated }
        let names = date.matchingMonths
        if names.count == 1 { return .exact(language.monthName(names[0])) }
        if names.count == 2 { return .choice(language.list(names.map(language.monthName), .or)) }
        let limits = (language.monthName(names[0]), language.monthName(names[names.count - 1]))
        return .choice(language.fill(.monthRange, ["first": limits.0, "last": limits.1]))
    }

    private func dayAndMonth(_ month: Month) -> String? {
        let hasDay = !(date.day?.isUnspecified ?? true)
        switch month {
        case .none: return nil
        case .exact(let name): return hasDay ? day(in: name) : name
        case .choice(let names): return hasDay ? day(ofSome: names) : names
        case .notStated: return day(ofSome: language.template(.someMonth))
        }
    }

    private func day(in month: String) -> String {
        if let phrase = date.day?.third { return language.fill(phrase, ["month": month]) }
        return language.fill(.dayOfMonth, ["day": days, "month": month])
    }

    private func day(ofSome months: String) -> String {
        if date.day?.third != nil, let first = date.matchingDays.first, let last = date.matchingDays.last {
            return language.fill(
                .daysOfSomeMonth, ["first": String(first), "last": String(last), "month": months])
        }
        return language.fill(.dayOfSomeMonth, ["day": days, "month": months])
    }

    private var days: String {
        if let number = date.day?.number { return String(number) }
        return language.list(date.matchingDays.map { String($0) }, .or)
    }
}

extension DigitPair {
    /// The third of a month that `0X`, `1X` and `2X` stand for.
    var third: DatePhrase? {
        switch text {
        case "0X": .early
        case "1X": .mid
        case "2X": .late
        default: nil
        }
    }
}
