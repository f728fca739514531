import TestSupport
import Testing

@testable import EDTF

@Suite("Dates that a wording mentions")
struct WordingReaderTests {
    /// Each mention as `years month days`, with the range of its words.
    private func mentions(_ wording: String) -> [(text: String, range: Range<Int>)] {
        WordingReader(wording: wording, language: .english).mentions.map { mention in
            let years = mention.years.map {
                $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)...\($0.upperBound)"
            }
            let days = mention.days.map(String.init).joined(separator: ",")
            return (
                [years ?? "-", mention.month.map(String.init) ?? "-", days].joined(separator: " "),
                mention.range
            )
        }
    }

    @Test(
        "Each mention of a date is read with the range of all its words",
        arguments: [
            ("on ⟦2023-09-13⟧.", ["2023 9 13"]),
            ("⟦13 September 2023⟧", ["2023 9 13"]),
            ("⟦13th of September⟧ and no more", ["- 9 13"]),
            ("⟦20–21 September⟧", ["- 9 20,21"]),
            ("⟦20, 21 and 23 Sept., 2023⟧", ["2023 9 20,21,23"]),
            ("⟦20, and 21 September⟧", ["- 9 20,21"]),
            ("⟦September 13, 2023⟧", ["2023 9 13"]),
            ("⟦Sept. 13–15⟧", ["- 9 13,15"]),
            ("⟦September 13 and 15, 2023⟧", ["2023 9 13,15"]),
            ("mid-⟦October⟧", ["- 10 "]),
            ("⟦October 2023⟧", ["2023 10 "]),
            ("⟦October⟧, when 12 came", ["- 10 "]),
            ("⟦October 31⟧", ["- 10 31"]),
            ("⟦October⟧ 32", ["- 10 "]),
            ("⟦October⟧ 013", ["- 10 "]),
            ("⟦October⟧ 5 ships", ["- 10 "]),
            ("⟦October⟧, ⟦5 November⟧", ["- 10 ", "- 11 5"]),
            ("from ⟦7 August⟧ to ⟦2 October⟧", ["- 8 7", "- 10 2"]),
            ("⟦1950⟧ to ⟦1960⟧", ["1950 - ", "1960 - "]),
            ("the ⟦1950s⟧", ["1950...1959 - "]),
            ("the ⟦1900s⟧", ["1900...1999 - "]),
            ("the 1955s", []),
            ("⟦1000⟧, but not 999 or 0999", ["1000 - "]),
            ("⟦44 BC⟧", ["-43 - "]),
            ("⟦44⟧–⟦40 BCE⟧", ["-43 - ", "-39 - "]),
            ("⟦44⟧ to ⟦40 BC⟧", ["-43 - ", "-39 - "]),
            ("⟦42 CE⟧", ["42 - "]),
            ("⟦15 March 44 BC⟧", ["-43 3 15"]),
            ("⟦1950⟧ ⟦40 BC⟧", ["1950 - ", "-39 - "]),
            ("⟦2023⟧-13-01", ["2023 - "]),
            ("⟦2023⟧-09-32", ["2023 - "]),
            ("⟦2023⟧-9-13", ["2023 - "]),
            ("⟦2023-12-31⟧ ⟦2023-01-01⟧", ["2023 12 31", "2023 1 1"]),
            ("13", []),
            ("013 September", ["- 9 "]),
        ])
    func read(_ marked: String, _ expected: [String]) {
        let wording = MarkedText(marked)
        let found = mentions(wording.text)
        #expect(found.map(\.text) == expected)
        // Without marks only the texts are compared.
        if !wording.ranges.isEmpty { #expect(found.map(\.range) == wording.ranges) }
    }

    @Test(
        "The word night is recognised in upper and lower case",
        arguments: [
            ("Overnight, 5 May", true), ("the nights", true), ("nightly", false), ("at NIGHT", true),
            ("Knight", false),
        ])
    func nights(_ wording: String, _ isNight: Bool) {
        #expect(WordingReader(wording: wording, language: .english).isNight == isNight)
    }
}

@Suite("Tokens of a wording")
struct WordingTokenTests {
    private func tokens(_ wording: String) -> [String] {
        WordingToken.tokens(of: wording).map { token in
            let bytes = Array(wording.utf8)[token.range]
            return "\(token.kind) \(String(decoding: bytes, as: UTF8.self))"
        }
    }

    @Test("Numbers have a value, a count of digits and a suffix")
    func numbers() {
        func number(_ text: String) -> WordingToken.Kind? {
            WordingToken.tokens(of: text).first?.kind
        }
        #expect(number("13") == .number(13, digitCount: 2, suffix: ""))
        #expect(number("013") == .number(13, digitCount: 3, suffix: ""))
        #expect(number("13th") == .number(13, digitCount: 2, suffix: "th"))
        #expect(number("999999999") == .number(999_999_999, digitCount: 9, suffix: ""))
        for other in ["1234567890", "10:30", "1,500", "3.5", "20%", "1.2.3"] {
            #expect(number(other) == .other, "\(other)")
        }
        #expect(tokens("5, 6.").count == 4)
        #expect(tokens("5.").count == 2)
        #expect(tokens("ä 13 b").last?.hasSuffix(" b") == true)
    }
}
