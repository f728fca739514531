/// Where a wording for readers says something that its date does not bear out.
public struct WordingContradiction: Hashable, Sendable {
    /// What is wrong with the words.
    public enum Kind: Hashable, Sendable {
        /// They name a year, month or day that lies outside the bounds of the date.
        case outside
        /// They name a day where the date is coarser.
        case finer
    }

    /// What is wrong.
    public let kind: Kind
    /// A headline without a period, such as `"June 2023" lies outside the date, August 2023`.
    public let message: String
    /// Where the words begin, in UTF-8 bytes from the start of the wording.
    public let offset: Int
    /// How many UTF-8 bytes they take.
    public let length: Int
}

extension DateExpression {
    /// The first thing a wording names that lies outside the date or is finer than it; nil where nothing does.
    ///
    /// The wording is read by the months and the ``ReadingWords`` of the language. Numbers that are not
    /// clearly days or years, such as those in "the third try" or "5 weeks", are passed over. An open or
    /// unknown end excludes nothing.
    public func contradiction(
        with wording: String, in language: DateLanguage
    ) -> WordingContradiction? {
        let reader = WordingReader(wording: wording, language: language)
        let coverage = DateCoverage(date: self)
        let limits = reader.mentions.flatMap(\.namedDays)
        for mention in reader.mentions {
            guard let kind = coverage.objection(to: mention, namedDays: limits, isNight: reader.isNight)
            else {
                continue
            }
            let words = String(decoding: Array(wording.utf8)[mention.range], as: UTF8.self)
            let message =
                switch kind {
                case .outside: "\"\(words)\" lies outside the date, \(text(in: language))"
                case .finer: "\"\(words)\" names a day, but the date is only \(text(in: language))"
                }
            return WordingContradiction(
                kind: kind, message: message, offset: mention.range.lowerBound, length: mention.range.count)
        }
        return nil
    }
}
