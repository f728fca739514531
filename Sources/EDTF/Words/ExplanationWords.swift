/// The precision of a date in words.
struct ExplanationWords {
    let language: DateLanguage

    func text(_ value: DateExpression.Value) -> String {
        switch value {
        case .date(let date): return single(.date(date))
        case .year(let year): return single(.year(year))
        case .season(let season): return single(.season(season))
        case .dateTime(let dateTime):
            return language.fill(.exactTime, ["date": dateTime.text(in: language)])
        case .interval(let interval): return self.interval(interval)
        case .set(let set): return self.set(set, isList: false)
        case .list(let set): return self.set(set, isList: true)
        }
    }

    private func interval(_ interval: Interval) -> String {
        let clauses: [String]
        switch (interval.start, interval.end) {
        case (.date(let start), .date(let end)):
            return language.fill(.startAndEnd, ["start": single(start), "end": single(end)])
        case (.date(let start), let end):
            clauses = [single(start), language.template(end == .open ? .noEndStated : .endNotKnown)]
        case (let start, .date(let end)):
            clauses = [
                language.fill(.endOnly, ["date": single(end)]),
                language.template(start == .open ? .noStartStated : .startNotKnown),
            ]
        case (let start, let end):
            clauses = [
                language.template(start == .open ? .noStartStated : .startNotKnown),
                language.template(end == .open ? .noEndStated : .endNotKnown),
            ]
        }
        return clauses.joined(separator: language.template(.explanationSeparator))
    }

    private func set(_ set: DateSet, isList: Bool) -> String {
        if set.members.count == 1, case .date(let date) = set.members[0] { return single(date) }
        let words = SetWords(set: set, isList: isList, language: language).text
        // "Some day from" and "every day from" say it already.
        if set.members.count == 1 { return words }
        return language.fill(isList ? .eachOf : .oneOf, ["date": words])
    }

    private func single(_ date: SingleDate) -> String {
        let parts: [(DatePhrase, Qualification)]
        let main: String
        switch date {
        case .date(let date):
            main = self.date(date)
            guard !date.anyQualification.isEmpty else { return main }
            parts = Array(zip([.yearName, .monthName, .dayName], date.qualifications))
        case .year(let year):
            main = self.year(year)
            parts = [(.yearName, year.qualification)]
        case .season(let season):
            main = self.season(season)
            parts = [(.yearName, season.yearQualification), (season.part.name, season.partQualification)]
        }
        let notes = notes(parts)
        if notes.isEmpty { return main }
        let joined = notes.joined(separator: language.template(.notesSeparator))
        return language.fill(.withNotes, ["date": main, "notes": joined])
    }

    private func notes(_ parts: [(DatePhrase, Qualification)]) -> [String] {
        guard let first = parts.first?.1, parts.allSatisfy({ $0.1 == first }) else {
            return QualificationNotes(parts: parts, language: language).clauses
        }
        return first.isEmpty ? [] : [language.template(first.state)]
    }
}

// MARK: Single dates

extension ExplanationWords {
    private func date(_ date: CalendarDate) -> String {
        guard date.hasUnspecifiedDigits else {
            let text = DateWords(date: date, language: language).text
            guard date.precision == .day else { return language.fill(.someTimeIn, ["date": text]) }
            // A day that is in doubt is not known to the day.
            return date.anyQualification.isEmpty ? language.fill(.exactDay, ["date": text]) : text
        }
        let range = limits(date)
        if date.isContiguous { return range }
        let pattern = [date.year.text, date.month?.text, date.day?.text].compactMap(\.self)
        return language.fill(
            .somethingLike, ["date": range, "pattern": pattern.joined(separator: "-")])
    }

    /// The phrase "some day from … to …", in the unit of the date's precision.
    private func limits(_ date: CalendarDate) -> String {
        if date.precision == .year { return language.someYear(in: date.year.earliest...date.year.latest) }
        guard let first = date.earliest.date(date.precision), let last = date.latest.date(date.precision)
        else {
            return DateWords(date: date, language: language).text
        }
        if first == last { return single(.date(first)) }
        let limits = SharedYear(first: .date(first), last: .date(last), language: language)
        let phrase: DatePhrase = date.precision == .month ? .someMonthFrom : .someDayFrom
        return language.fill(phrase, ["start": limits.start, "end": limits.end])
    }

    private func year(_ year: LongYear) -> String {
        let range = year.years
        guard range.count > 1 else {
            return language.fill(.someTimeIn, ["date": language.year(year.year)])
        }
        return language.fill(
            .estimatedYear, ["date": language.someYear(in: range), "year": language.year(year.year)])
    }

    private func season(_ season: Season) -> String {
        let plain = Season(year: season.year, part: season.part, yearQualification: [], partQualification: [])
        let text = SingleDateWords(date: .season(plain), language: language).text
        guard season.year.number != nil else { return language.fill(.someTimeIn, ["date": text]) }
        let start = season.conventionalEarliest
        let end = season.conventionalLatest
        guard let first = start.date(.day), let last = end.date(.day) else { return text }
        let limits = SharedYear(first: .date(first), last: .date(last), language: language)
        if season.part.division == .season {
            return language.fill(
                .conventionalSeason, ["date": text, "start": limits.start, "end": limits.end])
        }
        return language.fill(.someTimeFrom, ["start": limits.start, "end": limits.end])
    }
}

extension CalendarDay {
    /// The day, or its month or year; nil for years beyond four digits.
    func date(_ precision: DatePrecision) -> CalendarDate? {
        guard year.magnitude <= 9999 else { return nil }
        let year = CalendarYear(
            digits: UInt16(year.magnitude), unspecified: 0, isNegative: year < 0)
        return CalendarDate(
            year: year, month: precision >= .month ? DigitPair(month) : nil,
            day: precision == .day ? DigitPair(day) : nil)
    }
}

extension CalendarDate {
    /// Whether every day between the bounds matches: unspecified digits occur only at the end of the text.
    var isContiguous: Bool {
        let digits = (year.text + (month?.text ?? "") + (day?.text ?? "")).utf8
        let fromFirst = digits.drop { $0 != UInt8(ascii: "X") }
        return fromFirst.allSatisfy { $0 == UInt8(ascii: "X") }
    }
}
