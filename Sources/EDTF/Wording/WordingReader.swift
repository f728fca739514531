/// A year, month or days that a wording names.
struct DateMention: Equatable {
    /// The astronomical years: one, or those of a decade or century.
    var years: ClosedRange<Int>?
    var month: Int?
    var days: [Int] = []
    var range: Range<Int>

    /// The days with their months, to find out whether both limits of a span are named.
    var namedDays: [NamedDay] {
        days.map { NamedDay(month: month, day: $0) }
    }
}

/// A named day without its year.
struct NamedDay: Hashable {
    var month: Int?
    var day: Int
}

/// Finds the dates that a wording mentions.
struct WordingReader {
    private let tokens: [WordingToken]
    private let language: DateLanguage
    private(set) var mentions: [DateMention] = []
    /// Whether the wording mentions a night, which belongs to two days.
    let isNight: Bool

    init(wording: String, language: DateLanguage) {
        self.language = language
        tokens = WordingToken.tokens(of: wording)
        let nights = language.reading.nights
        isNight = tokens.contains { nights.contains($0.word?.lowercased() ?? "") }
        var index = 0
        while index < tokens.count {
            if let (mention, next) = mention(at: index) {
                mentions.append(mention)
                index = next
            } else {
                index += 1
            }
        }
    }

    private func mention(at index: Int) -> (DateMention, next: Int)? {
        isoDate(at: index) ?? dayBeforeMonth(at: index) ?? monthFirst(at: index) ?? year(at: index)
    }

    // MARK: Tokens

    private func token(_ index: Int) -> WordingToken? { tokens.indices.contains(index) ? tokens[index] : nil }

    private func month(at index: Int) -> Int? {
        guard let word = token(index)?.word else { return nil }
        let following = token(index + 1)?.word?.lowercased() ?? ""
        guard !language.reading.notAfterMonth.contains(following) else { return nil }
        if let name = language.months.firstIndex(of: word) { return name + 1 }
        return language.reading.abbreviations[word]
    }

    /// The index after the month at `index`, past the period of an abbreviation.
    private func endOfMonth(at index: Int) -> Int {
        let isAbbreviation = language.reading.abbreviations[token(index)?.word ?? ""] != nil
        return isAbbreviation && token(index + 1)?.kind == .period ? index + 2 : index + 1
    }

    private func day(at index: Int) -> Int? { token(index)?.day(language.reading) }

    /// The number of tokens that join two days or months at an index: a dash, a comma, "and", or a comma and "and".
    private func joinerLength(at index: Int) -> Int {
        switch token(index)?.kind {
        case .dash, .hyphen: 1
        case .comma: isJoiningWord(at: index + 1) ? 2 : 1
        default: isJoiningWord(at: index) ? 1 : 0
        }
    }

    private func isJoiningWord(at index: Int) -> Bool {
        language.reading.joiners.contains(token(index)?.word?.lowercased() ?? "")
    }

    /// Whether a number before `index` is not an amount: no unknown word follows it.
    private func endsNumber(at index: Int) -> Bool {
        guard let word = token(index)?.word else { return true }
        return month(at: index) != nil || language.reading.connectors.contains(word.lowercased())
            || language.reading.joiners.contains(word.lowercased())
    }

    private func mention(
        years: ClosedRange<Int>?, month: Int?, days: [Int], from first: Int, to end: Int
    ) -> (DateMention, next: Int) {
        let range = tokens[first].range.lowerBound..<tokens[end - 1].range.upperBound
        return (DateMention(years: years, month: month, days: days, range: range), end)
    }

    // MARK: Forms

    /// `2023-09-13`.
    private func isoDate(at index: Int) -> (DateMention, next: Int)? {
        guard let year = token(index)?.fourDigits, token(index + 1)?.kind == .hyphen,
            case .number(let month, 2, "")? = token(index + 2)?.kind, 1...12 ~= month,
            token(index + 3)?.kind == .hyphen,
            case .number(let day, 2, "")? = token(index + 4)?.kind, 1...31 ~= day,
            tokens[index].range.lowerBound + 10 == tokens[index + 4].range.upperBound
        else { return nil }
        return mention(years: year...year, month: month, days: [day], from: index, to: index + 5)
    }

    /// `13 September 2023`, `20–21 September`, `13th of September`.
    private func dayBeforeMonth(at index: Int) -> (DateMention, next: Int)? {
        guard let first = day(at: index) else { return nil }
        var days = [first]
        var next = index + 1
        while case let length = joinerLength(at: next), length > 0, let day = day(at: next + length) {
            days.append(day)
            next += length + 1
        }
        if language.reading.linkers.contains(token(next)?.word?.lowercased() ?? "") { next += 1 }
        guard let month = month(at: next) else { return nil }
        let (years, end) = yearAfter(endOfMonth(at: next))
        return mention(years: years, month: month, days: days, from: index, to: end)
    }

    /// `September 2023`, `September 13, 2023`, `mid-October`.
    private func monthFirst(at index: Int) -> (DateMention, next: Int)? {
        guard let month = month(at: index) else { return nil }
        var days: [Int] = []
        var next = endOfMonth(at: index)
        var candidate = next
        while let day = day(at: candidate), endsNumber(at: candidate + 1),
            self.month(at: candidate + 1) == nil
        {
            days.append(day)
            next = candidate + 1
            let length = joinerLength(at: next)
            guard length > 0 else { break }
            candidate = next + length
        }
        let (years, end) = yearAfter(next)
        return mention(years: years, month: month, days: days, from: index, to: end)
    }

    /// A year that follows a month or a day, after a comma or not.
    private func yearAfter(_ index: Int) -> (ClosedRange<Int>?, end: Int) {
        let start = token(index)?.kind == .comma ? index + 1 : index
        if let (mention, next) = year(at: start) { return (mention.years, next) }
        return (nil, index)
    }

    /// Whether a year counts backwards, by the era after it or after the second year of a range, and the index after
    /// the year's last token; nil if there is no era.
    private func era(after index: Int) -> (isBefore: Bool, end: Int)? {
        func isBefore(_ word: String?) -> Bool? {
            guard let word else { return nil }
            if language.reading.beforeCommonEra.contains(word) { return true }
            return language.reading.commonEra.contains(word) ? false : nil
        }
        if let isBefore = isBefore(token(index + 1)?.word) { return (isBefore, index + 2) }
        let second = index + 1 + joinerLength(at: index + 1)
        guard second > index + 1, case .number(_, _, "")? = token(second)?.kind,
            let isBefore = isBefore(token(second + 1)?.word)
        else { return nil }
        return (isBefore, index + 1)
    }

    /// `2023`, `1950s`, `44 BC`.
    private func year(at index: Int) -> (DateMention, next: Int)? {
        guard case .number(let value, let count, let suffix)? = token(index)?.kind else { return nil }
        if suffix.isEmpty, let (isBefore, end) = era(after: index) {
            let year = isBefore ? 1 - value : value
            return mention(years: year...year, month: nil, days: [], from: index, to: end)
        }
        let before = token(index - 1)?.word?.lowercased() ?? ""
        guard count == 4, value >= 1000, endsNumber(at: index + 1),
            !language.reading.beforeTimes.contains(before)
        else { return nil }
        if suffix.isEmpty {
            return mention(years: value...value, month: nil, days: [], from: index, to: index + 1)
        }
        guard language.reading.decadeEndings.contains(suffix), value % 10 == 0 else { return nil }
        // "1900s" may be the decade or the century.
        let span = value % 100 == 0 ? 99 : 9
        return mention(years: value...(value + span), month: nil, days: [], from: index, to: index + 1)
    }
}
