import Testing

@testable import Changes

/// Long texts are shown around what differs.
@Suite struct TextDifferenceTests {
    @Test func shortTextsAreWhole() {
        let difference = TextDifference("The  harbour\nis closed", "The harbour is open")
        #expect(difference.was == "The harbour is closed")
        #expect(difference.now == "The harbour is open")
    }

    @Test func longTextsAreCutAroundTheDifference() {
        let words = (1...200).map { "w\($0)" }
        var other = words
        other[99] = "new"
        let difference = TextDifference(words.joined(separator: " "), other.joined(separator: "\n"))
        #expect(difference.was == "… w94 w95 w96 w97 w98 w99 w100 w101 w102 w103 w104 w105 w106 …")
        #expect(difference.now == "… w94 w95 w96 w97 w98 w99 new w101 w102 w103 w104 w105 w106 …")
    }

    @Test func anAddedRepetitionIsNotCountedTwice() {
        let words = Array(repeating: "w", count: 100)
        let difference = TextDifference(
            words.joined(separator: " "), (words + ["w"]).joined(separator: " "))
        #expect(difference.was == "… w w w w w w")
        #expect(difference.now == "… w w w w w w w")
    }

    @Test func aLongReplacementEndsAfterSixtyWords() {
        let words = (1...200).map { "w\($0)" }.joined(separator: " ")
        let difference = TextDifference("", words)
        #expect(difference.was == "")
        #expect(difference.now.hasPrefix("w1 w2 ") && difference.now.hasSuffix(" w60 …"))
    }
}
