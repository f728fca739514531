/// The words of one language for dates: its month names and a message template for each ``DatePhrase``.
///
/// Templates are whole messages with named placeholders, such as `{day} {month} {year}`, so that a language
/// can order the words as it needs.
public final class DateLanguage: Sendable {
    /// The BCP 47 tag, such as `en`.
    public let tag: String
    /// The names of the twelve months.
    public let months: [String]
    /// The ordinals from first to fourth, for quarters and the like.
    public let ordinals: [String]
    /// The separator of groups of three digits, in numbers of five digits and more.
    public let groupingSeparator: String
    /// The words by which dates in wordings are recognised.
    public let reading: ReadingWords
    /// The templates by the phrases' raw values; nil if the language has none.
    private let messages: [MessageTemplate?]

    /// Creates a language from its tables. A phrase without a template takes the English one.
    public init(
        tag: String, months: [String], ordinals: [String], groupingSeparator: String,
        reading: ReadingWords, templates: [DatePhrase: String]
    ) {
        self.tag = tag
        self.months = months
        self.ordinals = ordinals
        self.groupingSeparator = groupingSeparator
        self.reading = reading
        messages = DatePhrase.allCases.map { templates[$0].map { MessageTemplate($0) } }
    }

    /// Returns the language for a BCP 47 tag, by its primary subtag; nil if there is no table for it.
    public static func language(for bcp47Tag: String) -> DateLanguage? {
        let primary = bcp47Tag.split(whereSeparator: { $0 == "-" || $0 == "_" }).first?.lowercased()
        return primary == english.tag ? .english : nil
    }

    /// Returns the template of a phrase.
    public func template(_ phrase: DatePhrase) -> String {
        message(phrase).template
    }

    /// Returns a phrase with its placeholders filled. A placeholder without a value is kept.
    func fill(_ phrase: DatePhrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
        message(phrase).filled(values)
    }

    private func message(_ phrase: DatePhrase) -> MessageTemplate {
        messages[phrase.rawValue] ?? DateLanguage.english.messages[phrase.rawValue]
            ?? MessageTemplate("{date}")
    }

    /// The name of a month from 1 to 12; empty for any other number.
    func monthName(_ number: Int) -> String {
        months.indices.contains(number - 1) ? months[number - 1] : ""
    }

    /// A number in digits, grouped from five digits on.
    func number(_ value: Int) -> String {
        let digits = String(value.magnitude)
        return digits.utf8.count > 4 ? grouped(digits[...]) : digits
    }

    /// Returns the digits of a whole number in groups of three, as in `1,000,000`.
    package func grouped(_ digits: Substring) -> String {
        var text = ""
        var rest = digits.utf8.count
        for digit in digits {
            text.append(digit)
            rest -= 1
            if rest > 0, rest % 3 == 0 { text += groupingSeparator }
        }
        return text
    }
}
