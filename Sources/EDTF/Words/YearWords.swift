/// Years in words.
extension DateLanguage {
    /// An astronomical year in words: `2023`, with an era below 1000 and from five digits on.
    func year(_ year: Int) -> String {
        if year <= 0 { return fill(.yearBCE, ["number": number(1 - year)]) }
        return 1000...9999 ~= year ? String(year) : fill(.yearCE, ["number": number(year)])
    }

    /// A range of years that names the era once.
    func years(_ range: ClosedRange<Int>) -> String {
        let (first, last) = (range.lowerBound, range.upperBound)
        if first == last { return year(first) }
        if last <= 0 {
            return fill(.yearRangeBCE, ["first": number(1 - first), "last": number(1 - last)])
        }
        if first <= 0 {
            return fill(
                .yearRangeAcrossEras, ["first": year(first), "last": fill(.yearCE, ["number": number(last)])])
        }
        let isPlain = first >= 1000 && last <= 9999
        return fill(isPlain ? .yearRange : .yearRangeCE, ["first": number(first), "last": number(last)])
    }

    /// A year as written, on its own or before "month not stated".
    func year(_ year: CalendarYear) -> String {
        if let number = year.number { return self.year(number) }
        guard let trailing = year.trailingUnspecifiedCount else { return someYear(year) }
        if trailing == 1, !year.isNegative, year.earliest >= 10 {
            let phrase: DatePhrase = year.earliest >= 1000 ? .decade : .decadeCE
            return fill(phrase, ["number": String(year.earliest)])
        }
        return years(year.earliest...year.latest)
    }

    /// A year as written, after "of": `some year from 1560 to 1569`.
    func someYear(_ year: CalendarYear) -> String {
        if let number = year.number { return self.year(number) }
        if year.trailingUnspecifiedCount == nil {
            let range = years(year.earliest...year.latest)
            return fill(.someYearLike, ["pattern": year.text, "range": range])
        }
        return someYear(in: year.earliest...year.latest)
    }

    func someYear(in range: ClosedRange<Int>) -> String {
        let isBeforeCommonEra = range.upperBound <= 0
        // The era is said once, at the end, where both years share it.
        let first =
            isBeforeCommonEra
            ? number(1 - range.lowerBound)
            : range.lowerBound > 0 ? number(range.lowerBound) : year(range.lowerBound)
        return fill(.someYear, ["first": first, "last": year(range.upperBound)])
    }

    /// The two years across which a season extends: `2023–24`.
    func seasonYears(_ first: Int) -> String {
        guard 1000...9998 ~= first, first / 100 == (first + 1) / 100 else {
            return years(first...(first + 1))
        }
        var last = ""
        last.append(number: (first + 1) % 100, minimumDigits: 2)
        return fill(.yearRange, ["first": String(first), "last": last])
    }
}
