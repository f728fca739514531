/// An interval in words.
struct IntervalWords {
    let interval: Interval
    let language: DateLanguage

    var text: String {
        switch (interval.start, interval.end) {
        case (.date(let start), .date(let end)):
            return between(start, end)
        case (.date(let start), .open):
            return language.fill(.onwards, ["date": nested(start)])
        case (.date(let start), .unknown):
            let phrase: DatePhrase = start.isNoted ? .notedFromEndUnknown : .fromEndUnknown
            return language.fill(phrase, ["date": nested(start)])
        case (.open, .date(let end)):
            return language.fill(.until, ["date": nested(end)])
        case (.unknown, .date(let end)):
            let phrase: DatePhrase = end.isNoted ? .notedByStartUnknown : .byStartUnknown
            return language.fill(phrase, ["date": nested(end)])
        case (.open, .open): return language.template(.bothOpen)
        case (.unknown, .unknown): return language.template(.bothUnknown)
        case (.open, .unknown): return language.template(.openStartUnknownEnd)
        case (.unknown, .open): return language.template(.unknownStartOpenEnd)
        }
    }

    private func nested(_ date: SingleDate) -> String {
        SingleDateWords(date: date, language: language, isNested: true).text
    }

    private func between(_ start: SingleDate, _ end: SingleDate) -> String {
        if start == end { return SingleDateWords(date: start, language: language).text }
        let limits = SharedYear(first: start, last: end, language: language)
        if limits.sharesMonth {
            return language.fill(.intervalOfDays, ["start": limits.start, "end": limits.end])
        }
        if let years = limits.plainYears { return language.years(years) }
        // "1984 – 2004 (uncertain)" would seem to say it of the whole interval.
        let words = SingleDateWords(date: end, language: language, isNested: true, uncertain: .endUncertain)
        return language.fill(.interval, ["start": limits.start, "end": words.text])
    }
}

extension SingleDate {
    /// Whether the words end with a note in parentheses, beside which a second one would confuse.
    fileprivate var isNoted: Bool {
        switch self {
        case .date(let date):
            let qualifications = date.qualifications
            return date.anyQualification.contains(.uncertain)
                || !qualifications.allSatisfy { $0 == qualifications[0] }
        case .year(let year): return !year.qualification.isEmpty || year.years.count > 1
        case .season(let season):
            return season.part.hemisphere != nil
                || !season.yearQualification.union(season.partQualification).isEmpty
        }
    }
}

/// Two limits in words. The first omits the year, or the month and year, that it shares with the second.
struct SharedYear {
    let first: SingleDate
    let last: SingleDate
    let language: DateLanguage

    /// The two years, if both limits are plain years in ascending order.
    var plainYears: ClosedRange<Int>? {
        guard case (.date(let first), .date(let last)) = (first, last), isUnqualified,
            first.precision == .year, last.precision == .year,
            let start = first.year.number, let end = last.year.number, start <= end
        else { return nil }
        return start...end
    }

    /// Whether both limits are days of one month.
    var sharesMonth: Bool {
        guard case (.date(let first), .date(let last)) = (first, last), sharesYear else { return false }
        return first.month == last.month && first.day?.number != nil && last.day?.number != nil
    }

    var start: String {
        if case .date(let date) = first, sharesYear {
            if sharesMonth, let day = date.day?.number { return String(day) }
            if let text = DateWords(date: date, language: language).withoutYear { return text }
        }
        return SingleDateWords(date: first, language: language, isNested: true).text
    }

    var end: String {
        SingleDateWords(date: last, language: language, isNested: true).text
    }

    /// Whether neither limit is qualified. A qualification in shared words would seem to hold for one limit only, so
    /// qualified limits share nothing.
    private var isUnqualified: Bool {
        first.anyQualification.isEmpty && last.anyQualification.isEmpty
    }

    private var sharesYear: Bool {
        guard case (.date(let first), .date(let last)) = (first, last), isUnqualified,
            first.year == last.year, first.month?.number != nil, last.month?.number != nil
        else { return false }
        let language = language
        return [first, last].allSatisfy { DateWords(date: $0, language: language).withoutYear != nil }
    }
}
