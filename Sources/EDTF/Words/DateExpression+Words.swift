extension DateExpression {
    /// Returns the date in words, such as `early August 2023 onwards`: never empty, and never more precise than the
    /// date.
    public func text(in language: DateLanguage) -> String {
        switch value {
        case .date(let date): SingleDateWords(date: .date(date), language: language).text
        case .year(let year): SingleDateWords(date: .year(year), language: language).text
        case .season(let season): SingleDateWords(date: .season(season), language: language).text
        case .dateTime(let dateTime): dateTime.text(in: language)
        case .interval(let interval): IntervalWords(interval: interval, language: language).text
        case .set(let set): SetWords(set: set, isList: false, language: language).text
        case .list(let set): SetWords(set: set, isList: true, language: language).text
        }
    }

    /// Returns how precisely the date is known, such as `some day from 1 to 9 August 2023; no end stated`.
    public func explanation(in language: DateLanguage) -> String {
        ExplanationWords(language: language).text(value)
    }
}
