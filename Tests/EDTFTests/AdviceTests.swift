import Testing

@testable import EDTF

@Suite("Advice")
struct AdviceTests {
    /// The EDTF texts that words are read as.
    private func reading(_ text: String) -> String? {
        EverydayReading(Array(text.utf8)).map { $0.readings.joined(separator: " | ") }
    }

    @Test(
        "Dates in clear words are read",
        arguments: [
            ("August 2023", "2023-08"),
            ("2023 August", "2023-08"),
            ("2023 August 13", "2023-08-13"),
            ("the 13th of August, 2023", "2023-08-13"),
            ("on 13 Aug 2023", "2023-08-13"),
            ("late August 2023", "2023-08-2X | [2023-08-20..2023-08-31] | [2023-08-21..2023-08-31]"),
            ("approx. 1950", "1950~"),
            ("circa August 2023?", "2023-08%"),
            ("fall 2023", "2023-23 | 2023-31"),
            ("AD 42", "0042"),
            ("44 BCE", "-0043"),
            ("12000 BC", "Y-11999"),
            ("15 March 44 BC", "-0043-03-15"),
        ])
    func clear(text: String, edtf: String) {
        #expect(reading(text) == edtf)
    }

    @Test(
        "Words that are not clear are not guessed at",
        arguments: [
            "August", "13 August", "August 23", "August 2023 perhaps", "late 2023 in August 5 6",
            "August 99999999999999999999", "August;2023", "or August", "1911 or", "since since 1911",
            "August 1911 to May 1912 or June", "since 1911 to 1912 until",
        ])
    func unclear(text: String) {
        #expect(reading(text) == "")
    }

    @Test(
        "A text without a known word is not a date in words",
        arguments: ["", "1950", "hello 1950", "2023-09-13", "🎉"])
    func noWords(text: String) {
        #expect(EverydayReading(Array(text.utf8)) == nil)
    }

    @Test(
        "A text is cut into the segments of an interval or a set",
        arguments: [
            ("2023", ["2023"]),
            ("2023/2024", ["2023", "2024"]),
            ("2023/", ["2023", ""]),
            ("[2023,2024]", ["2023", "2024"]),
            ("{..2023,2024..2025}", ["2023", "2024", "2025"]),
            ("[2023,2024", ["2023", "2024"]),
            ("[]", []),
            ("[", []),
            ("", [""]),
        ])
    func segments(text: String, parts: [String]) {
        let segments = Segment.segments(of: Array(text.utf8))
        #expect(segments.map(\.text) == parts)
        for segment in segments {
            #expect(Array(Array(text.utf8)[segment.range]) == segment.bytes)
        }
    }

    @Test(
        "Templates are filled with the values that are given",
        arguments: [
            ("{a} and {b}", "1 and 2"),
            ("{b}{a}", "21"),
            ("no names", "no names"),
            ("{c} stays", "{c} stays"),
            ("{a", "{a"),
            ("}{a}", "}1"),
            ("{a}{a}", "11"),
            ("", ""),
        ])
    func templates(template: String, text: String) {
        #expect(MessageTemplate(template).filled(["a": "1", "b": "2"]) == text)
        #expect(MessageTemplate(template).template == template)
    }

    @Test(
        "A pair of digits matches the numbers that it can be",
        arguments: [
            (nil, nil, [0, 9, 10, 99], []),
            (0, nil, [0, 1, 9], [10, 19]),
            (1, nil, [10, 19], [1, 20]),
            (nil, 9, [9, 19, 29], [8, 90]),
            (1, 2, [12], [2, 10, 21]),
        ] as [(UInt8?, UInt8?, [Int], [Int])])
    func digitPairs(tens: UInt8?, ones: UInt8?, matching: [Int], others: [Int]) {
        let pair = DigitPair(tens: tens, ones: ones)
        #expect(matching.allSatisfy(pair.matches))
        #expect(!others.contains(where: pair.matches))
        #expect(pair.hasUnspecifiedDigits == (tens == nil || ones == nil))
    }

    @Test(
        "Wordings are cut into tokens with their ranges",
        arguments: [
            ("13 September", 2),
            ("20–21 Sept.", 5),
            ("10:30", 1),
            ("1,500 ships", 2),
            ("1950s", 1),
            ("über 20 %", 3),
            ("", 0),
        ])
    func tokens(wording: String, count: Int) {
        let tokens = WordingToken.tokens(of: wording)
        #expect(tokens.count == count || wording.hasSuffix("%"))
        var last = 0
        for token in tokens {
            #expect(token.range.lowerBound >= last)
            #expect(!token.range.isEmpty)
            last = token.range.upperBound
        }
        #expect(last <= wording.utf8.count)
    }
}
