import EDTF
import Testing

@Suite("Languages")
struct LanguageTests {
    @Test(
        "English is found for every tag of English", arguments: ["en", "EN", "en-GB", "en_US", "en-Latn-GB"])
    func english(tag: String) {
        #expect(DateLanguage.language(for: tag)?.tag == "en")
    }

    @Test("There is no table for other tags", arguments: ["", "x", "tlh", "eng", "-", "é"])
    func unknown(tag: String) {
        #expect(DateLanguage.language(for: tag) == nil)
    }

    @Test("English has twelve months and four ordinals")
    func tables() {
        #expect(DateLanguage.english.months.count == 12)
        #expect(DateLanguage.english.ordinals.count == 4)
    }

    @Test("English has a template for every phrase", arguments: DatePhrase.allCases)
    func templates(phrase: DatePhrase) {
        let template = DateLanguage.english.template(phrase)
        #expect(!template.isEmpty)
        #expect(template != "{date}")
        #expect(template.filter { $0 == "{" }.count == template.filter { $0 == "}" }.count)
    }

    @Test("No text shows a placeholder", arguments: Vector.dates)
    func placeholders(date: DateExpression) {
        #expect(!date.text(in: .english).contains("{"))
        #expect(!date.explanation(in: .english).contains("{"))
    }

    /// A language that puts the year first, to show that no order of words is fixed.
    private static let yearFirst = DateLanguage(
        tag: "x-year-first", months: (1...12).map { "m\($0)" }, ordinals: ["I", "II", "III", "IV"],
        groupingSeparator: ".", reading: .english,
        templates: [
            .day: "{year}/{month}/{day}", .dayOfMonth: "{month}/{day}", .month: "{year}/{month}",
            .early: "{month} initio", .quarter: "{year} q{ordinal}", .onwards: "ab {date}",
            .yearCE: "{number} AD",
        ])

    @Test(
        "Another language can order the words in its own way",
        arguments: [
            ("2023-09-13", "2023/m9/13"),
            ("2023-09", "2023/m9"),
            ("2023-08-0X/..", "ab 2023/m8 initio"),
            ("2023-36", "2023 qIV"),
            ("Y17000", "17.000 AD"),
            // A phrase without a template takes the English one.
            ("2023-09~", "c. 2023/m9"),
        ])
    func otherOrder(input: String, text: String) throws {
        #expect(try DateExpression(input).text(in: Self.yearFirst) == text)
    }

    @Test("Wordings are read by the months of the language")
    func wording() throws {
        let date = try DateExpression("2023-09-13")
        #expect(date.contradiction(with: "13 m9", in: Self.yearFirst) == nil)
    }
}
