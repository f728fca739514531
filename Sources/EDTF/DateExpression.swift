/// An EDTF date of level 0, 1 or 2 (Library of Congress, 4 February 2019; ISO 8601-2:2019).
///
/// Two expressions are equal if they have the same meaning: `%2001` equals `2001%`.
public struct DateExpression: Sendable {
    /// The parsed content of an expression.
    public enum Value: Hashable, Sendable {
        /// A year, a month or a day.
        case date(CalendarDate)
        /// A day with a time of day.
        case dateTime(CalendarDateTime)
        /// A year beyond four digits, in exponential form or with significant digits.
        case year(LongYear)
        /// A season or another part of a year.
        case season(Season)
        /// A start and an end.
        indirect case interval(Interval)
        /// One of the members: `[…]`.
        case set(DateSet)
        /// All of the members: `{…}`.
        case list(DateSet)

        init(_ date: SingleDate) {
            switch date {
            case .date(let date): self = .date(date)
            case .year(let year): self = .year(year)
            case .season(let season): self = .season(season)
            }
        }
    }

    /// The form of an expression.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// One for each case of ``DateExpression/Value``; the raw values name them in output.
        case date, datetime, year, season, interval, set, list
    }

    /// The parsed content, for drawing and for matching.
    public let value: Value
    private let storedLevel: UInt8

    /// The lowest EDTF level, 0 to 2, that contains the expression as it was written.
    public var level: Int { Int(storedLevel) }

    /// Parses EDTF text.
    ///
    /// - Throws: ``DateSyntaxError`` with the location of the mistake and all possible readings of the text.
    public init(_ text: String) throws(DateSyntaxError) {
        var text = text
        let result = text.withUTF8 { bytes in
            Result { () throws(DateSyntaxError) in try unsafe DateExpression(utf8: bytes) }
        }
        self = try result.get()
    }

    /// Parses EDTF text from its UTF-8 bytes. Ill-formed UTF-8 is a syntax error like any other.
    ///
    /// - Throws: ``DateSyntaxError`` with the location of the mistake and all possible readings of the text, if any.
    public init(utf8 bytes: UnsafeBufferPointer<UInt8>) throws(DateSyntaxError) {
        do {
            unsafe try self.init(strict: bytes)
        } catch {
            throw unsafe SyntaxAdvice(bytes: bytes, strictError: error).error
        }
    }

    /// Parses by the strict grammar, without searching for readings of an invalid text.
    init(strict bytes: UnsafeBufferPointer<UInt8>) throws(DateSyntaxError) {
        let parsed = try unsafe ExpressionParser(bytes: bytes).parse()
        value = parsed.value
        storedLevel = parsed.level
    }

    /// The form of the expression.
    public var kind: Kind {
        switch value {
        case .date: .date
        case .dateTime: .datetime
        case .year: .year
        case .season: .season
        case .interval: .interval
        case .set: .set
        case .list: .list
        }
    }

    /// The canonical EDTF text: equal expressions have the same, and parsing it gives an equal expression.
    public var canonical: String {
        switch value {
        case .date(let date): date.canonical
        case .dateTime(let dateTime): dateTime.canonical
        case .year(let year): year.canonical
        case .season(let season): season.canonical
        case .interval(let interval): interval.canonical
        case .set(let set): "[" + set.canonical + "]"
        case .list(let set): "{" + set.canonical + "}"
        }
    }
}

extension DateExpression: Hashable {
    /// Whether two expressions have the same value.
    public static func == (left: DateExpression, right: DateExpression) -> Bool {
        left.value == right.value
    }

    /// Hashes the value.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(value)
    }
}

extension DateExpression: CustomStringConvertible {
    /// The canonical EDTF text.
    public var description: String { canonical }
}
