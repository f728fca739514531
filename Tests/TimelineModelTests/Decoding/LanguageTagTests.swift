import Testing

@testable import TimelineModel

@Suite("Language tags")
struct LanguageTagTests {
    @Test(
        "A tag has subtags of one to eight letters or digits, the first with at least two letters",
        arguments: [
            ("en", true), ("pt-BR", true), ("de-1996", true), ("zh-Hant-TW", true), ("en-x-private", true),
            ("abcdefgh-12345678", true),
            ("e", false), ("x-en", false), ("en-", false), ("-en", false), ("en--US", false),
            ("abcdefghi", false),
            ("en-abcdefghi", false), ("en_US", false), ("English language", false), ("dé", false),
        ])
    func form(_ tag: String, _ isTag: Bool) throws {
        let site = TestSite([
            "Content/sources.yml": "gazette: {title: Report, date: 1911-08-12, language: \"⟦1:\(tag)⟧\"}\n"
        ])
        let found = try site.found()
        #expect(
            found.map { String($0.drop { $0 != " " }) }
                == (isTag ? [] : [" invalid-language: '\(tag)' is not a language tag"]))
        #expect(try site.read().content.sources.first?.language == (isTag ? tag : nil))
    }
}
