/// The words that a language uses around dates, by which dates in wordings, and years among numbers, are recognised.
public struct ReadingWords: Sendable {
    /// Other spellings of the months, each with its number from 1.
    public var abbreviations: [String: Int]
    /// Words that may follow a number that is a day or a year.
    public var connectors: Set<String>
    /// Words between two days, or two months, of one list or range.
    public var joiners: Set<String>
    /// Words that may stand between a day and its month, such as "of".
    public var linkers: Set<String>
    /// Endings of ordinal numbers, such as "th".
    public var ordinalEndings: Set<String>
    /// Endings of decades, such as "s".
    public var decadeEndings: Set<String>
    /// Era names after a year, for years counted forwards.
    public var commonEra: Set<String>
    /// Era names after a year, for years counted backwards.
    public var beforeCommonEra: Set<String>
    /// Words for a night, which belongs to two days.
    public var nights: Set<String>
    /// Words before which a number of four digits is a time of day, as in "at 1830".
    public var beforeTimes: Set<String>
    /// Words before which the name of a month does not mean the month, as in "May be".
    public var notAfterMonth: Set<String>

    /// Creates the words of a language.
    public init(
        abbreviations: [String: Int], connectors: Set<String>, joiners: Set<String>, linkers: Set<String>,
        ordinalEndings: Set<String>, decadeEndings: Set<String>, commonEra: Set<String>,
        beforeCommonEra: Set<String>, nights: Set<String>, beforeTimes: Set<String>,
        notAfterMonth: Set<String>
    ) {
        self.abbreviations = abbreviations
        self.connectors = connectors
        self.joiners = joiners
        self.linkers = linkers
        self.ordinalEndings = ordinalEndings
        self.decadeEndings = decadeEndings
        self.commonEra = commonEra
        self.beforeCommonEra = beforeCommonEra
        self.nights = nights
        self.beforeTimes = beforeTimes
        self.notAfterMonth = notAfterMonth
    }
}
