/// A contradiction between a wording for readers and its date.
public struct WordingContradiction: Hashable, Sendable {
    /// The kind of contradiction.
    public enum Kind: Hashable, Sendable {
        /// The words name a year, month or day outside the bounds of the date.
        case outside
        /// The words name a day, but the date is less precise.
        case finer
    }

    /// The kind of contradiction.
    public let kind: Kind
    /// A headline without a period, such as `"June 2023" lies outside the date, August 2023`.
    public let message: String
    /// The offset of the words, in UTF-8 bytes from the start of the wording.
    public let offset: Int
    /// The length of the words in UTF-8 bytes.
    public let length: Int
}

extension DateExpression {
    /// Returns the first mention in a wording that lies outside the date or is more precise than it; nil if there is
    /// none.
    ///
    /// The wording is read with the month names and the ``ReadingWords`` of the language. Numbers that are not clearly
    /// days or years, such as those in "the third try" or "5 weeks", are ignored. An open or unknown end excludes
    /// nothing.
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
