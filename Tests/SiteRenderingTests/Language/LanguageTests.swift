import EDTF
import Testing
import TimelineModel

@testable import SiteRendering
@testable import Templates

/// The words of the interface.
@Suite struct LanguageTests {
    private let english = Language.english

    @Test(arguments: Word.allCases)
    func everyWordHasAText(_ word: Word) {
        #expect(!english[word].isEmpty)
        #expect(!english[word].contains("{"))
    }

    /// Every placeholder that the code fills, for each message.
    @Test(arguments: Phrase.allCases)
    func everyPhraseIsFilled(_ phrase: Phrase) {
        let text = english.fill(
            phrase,
            [
                "count": "1", "part": "2", "degrees": "3", "first": "4", "second": "5", "list": "6",
                "item": "7",
                "min": "8", "max": "9", "number": "10", "unit": "11", "qualifier": "12", "date": "13",
                "title": "14", "site": "15", "status": "16", "name": "17", "publisher": "18",
                "shown": "19", "all": "20", "filter": "21", "facet": "22", "value": "23", "word": "24",
                "text": "25", "from": "26", "to": "27", "last": "28", "kind": "29",
            ])
        #expect(!text.isEmpty)
        #expect(!text.contains("{") && !text.contains("}"), "\(text)")
    }

    @Test(arguments: Status.allCases)
    func everyStatusHasANameAndAMeaning(_ status: Status) {
        #expect(english.name(of: status) != status.rawValue)
        #expect(english.meaning(of: status).hasSuffix("."))
    }

    @Test(arguments: Stance.allCases)
    func everyStanceHasItsVerbs(_ stance: Stance) {
        let one = english.verb(stance, speakers: 1)
        let many = english.verb(stance, speakers: 2)
        #expect(one.hasSuffix("s") && one != many)
        #expect(english.verb(stance, speakers: 0) == one)
        #expect(english.label(of: stance) != stance.rawValue)
    }

    @Test func everyKindHasAName() {
        for kind in ActorKind.allCases { #expect(english.name(of: kind) != kind.rawValue) }
        for result in OutcomeResult.allCases { #expect(english.name(of: result) != result.rawValue) }
        for mode in TravelMode.allCases { #expect(english.name(of: mode) == "by " + mode.rawValue) }
    }

    @Test(arguments: [
        ("0", "0"), ("999", "999"), ("1000", "1,000"), ("1234567", "1,234,567"), ("-1000", "−1,000"),
        ("-5", "−5"), ("1000.50", "1,000.50"), ("0.125", "0.125"), ("", ""), ("12345.6789", "12,345.6789"),
    ])
    func numbersAreGrouped(_ number: String, _ grouped: String) {
        #expect(english.grouped(number) == grouped)
    }

    @Test(arguments: [
        ([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C"),
        (["A", "B", "C", "D"], "A, B, C and D"),
    ])
    func lists(_ items: [String], _ text: String) {
        #expect(english.list(items) == text)
    }

    @Test func countsOfEntries() {
        #expect(english.entries(0) == "0 entries")
        #expect(english.entries(1) == "1 entry")
        #expect(english.entries(10_000) == "10,000 entries")
    }

    @Test func whatFillsAPlaceholderIsNotFilledAgain() {
        #expect(english.fill(.pageTitle, ["title": "{site}", "site": "S"]) == "{site} · S")
        #expect(english.fill(.pageTitle, ["site": "S"]) == "{title} · S")
    }

    @Test func templatesNameEveryWord() {
        #expect(wordsContext.shape.fields.count == Word.allCases.count)
        #expect(wordsContext.shape.slot(of: "skip_to_content") != nil)
    }
}
