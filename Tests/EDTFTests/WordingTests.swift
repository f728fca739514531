import EDTF
import TestSupport
import Testing

/// Expects no objection to any of the wordings.
private func expectNone(_ date: String, _ wording: String) throws {
    let contradiction = try DateExpression(date).contradiction(with: wording, in: .english)
    #expect(contradiction == nil)
}

/// Expects an objection of a kind to the words in marks.
private func expect(_ date: String, _ marked: String, _ kind: WordingContradiction.Kind) throws {
    let mark = MarkedText(marked)
    let contradiction = try DateExpression(date).contradiction(with: mark.text, in: .english)
    #expect(contradiction?.kind == kind)
    let range = contradiction.map { $0.offset..<$0.offset + $0.length }
    #expect(range == mark.ranges.first)
}

@Suite("Wordings that are compared with dates")
struct WordingTests {
    @Test(
        "A wording that says the same as the date or less does not contradict it",
        arguments: [
            ("2023-08-0X/..", "since early August"),
            ("2023-08-0X/..", "since early August 2023"),
            ("2023-10-1X", "mid-October"),
            ("2023-09-13", "13 September 2023"),
            ("2023-09-13", "September 13, 2023"),
            ("2023-09-13", "on the 13th of September"),
            ("2023-09-13", "13 Sept. 2023"),
            ("2023-09-13", "September"),
            ("2023-09-13", "2023"),
            ("2023-09-13", "autumn 2023"),
            ("2023-09-13", "2023-09-13"),
            ("2023-09-20/2023-09-21", "the night of 20–21 September"),
            ("2023-09-20", "the night of 20–21 September"),
            ("2023-09-21", "overnight, 20/21 September"),
            ("2023-09-07/2023-10-01", "7 September to 1 October 2023"),
            ("2023-09-07/2023-10-01", "15 September"),
            ("[2023-10-25,2023-10-26]", "25 or 26 October"),
            ("{2023-10-25,2023-10-26,2023-10-28}", "25, 26 and 28 October 2023"),
            ("[2023-08-20..2023-08-31]", "between 20 and 31 August"),
            ("2023-08-0X", "between 1 and 9 August 2023"),
            ("{2023-08-20..2023-08-31}", "25 August"),
            ("2023-08/..", "October 2024"),
            ("../2023-08", "1 May 1950"),
            ("2023-08~/..", "from 5 October 2023"),
            ("2023-08/", "2030"),
            ("/2023-08", "1999"),
            ("2023-24", "winter 2023–24"),
            ("2023-24", "January 2024"),
            ("195X", "the 1950s"),
            ("19XX", "the 1900s"),
            ("-0043", "44 BC"),
            ("-0043/-0039", "44–40 BCE"),
            ("-0043/-0039", "from 44 to 40 BC"),
            ("-0043-03", "March 44 BCE"),
            ("0042", "AD 42, or 42 CE"),
            ("2023-05-31T06:27:00+09:00", "06:27 on 31 May 2023"),
            ("1999/2005", "May 2001"),
            ("2023-12-31/2024-01-02", "New Year, 31 December 2023 to 2 January 2024"),
        ])
    func agreement(date: String, wording: String) throws {
        try expectNone(date, wording)
    }

    @Test(
        "Numbers and words that are not dates do not contradict a date",
        arguments: [
            "the third try", "5 weeks", "around 4 p.m.", "10:30 UTC", "at 1830", "about 70 rail cars",
            "1,500 ships",
            "2000 people", "$1950", "20%", "3.5 hours later", "in the 20th century", "May be later",
            "day 2 of 5",
            "13", "the 2nd and 3rd", "1066 ships", "room 2001A", "№ 5", "September 11 attacks",
            "after 1800 hours", "🎉", "", "   ", "–", "12345678901234567890", "Marching", "Mayor", "Augustus",
        ])
    func noDates(wording: String) throws {
        try expectNone("2023-09-13", wording)
    }

    @Test(
        "A mention outside the bounds contradicts the date",
        arguments: [
            ("2023-09-13", "⟦14 September⟧"),
            ("2023-09-13", "on ⟦September 14, 2023⟧"),
            ("2023-09-13", "⟦August⟧"),
            ("2023-08", "in ⟦2022⟧"),
            ("2023-08", "⟦Sept. 2023⟧"),
            ("2023-08-0X", "⟦July 2023⟧"),
            ("201X", "the ⟦1950s⟧"),
            ("2023", "the ⟦1900s⟧"),
            ("-0043", "⟦43 BC⟧"),
            ("2023-09-13", "⟦2023-09-14⟧"),
            ("2023-09-13", "⟦13 September 2022⟧"),
            ("2023-09-13", "mid-⟦October⟧"),
            ("2023-09-07/2023-10-01", "from 7 September to ⟦2 October⟧"),
            ("2023-09", "⟦31 September⟧"),
            ("2023-09-13", "⟦13th of October⟧"),
            ("2023-09-13", "the night of ⟦20–21 September⟧"),
            ("2023-08/..", "⟦July 2023⟧"),
            ("../2023-08", "⟦2024⟧"),
            ("2023-09-13T23:00:00-05:00", "⟦14 September 2023⟧"),
            // The year and all days beside a month belong to the mention of that month.
            ("2023-09-13", "⟦13 September 2024⟧"),
            ("2023-09-13", "⟦13 and 14 September⟧"),
            // The first day is outside; the second one would only be too exact.
            ("2023-08-2X", "⟦19 or 25 August⟧"),
            ("-0043/-0039", "⟦50⟧–40 BCE"),
            ("-0043/-0039", "from 44 to ⟦30 BC⟧"),
        ])
    func outside(date: String, marked: String) throws {
        try expect(date, marked, .outside)
    }

    @Test(
        "A day contradicts a date that is less precise",
        arguments: [
            ("2023-08", "⟦5 August 2023⟧"),
            ("2023", "⟦13 September⟧"),
            ("2023-08-0X", "⟦1 August⟧"),
            ("2023-08-XX", "on ⟦5 August⟧"),
            ("2023-22", "⟦1 July⟧"),
            ("2023-08-0X/2023-11-01", "since ⟦3 August⟧"),
            ("[2023-08-20..2023-08-31]", "⟦25 August⟧"),
            ("2023-08~/..", "since ⟦5 August 2023⟧"),
            ("2023-08", "⟦August 5⟧"),
            ("2023-08", "⟦2023-08-05⟧"),
        ])
    func finer(date: String, marked: String) throws {
        try expect(date, marked, .finer)
    }

    @Test("Messages quote the words and the date")
    func messages() throws {
        let outside = try DateExpression("2023-08").contradiction(with: "in June 2023", in: .english)
        #expect(outside?.message == "\"June 2023\" lies outside the date, August 2023")
        let finer = try DateExpression("2023-08").contradiction(with: "5 August", in: .english)
        #expect(finer?.message == "\"5 August\" names a day, but the date is only August 2023")
    }

    /// Without unspecified digits: "some year from 1900 to 1999" for `19XX-02-29` names years without that day.
    private static let fullySpecified = Vector.dates.filter { !$0.canonical.contains("X") }

    @Test("A date's own text is never outside its bounds", arguments: fullySpecified)
    func ownWords(date: DateExpression) {
        let contradiction = date.contradiction(with: date.text(in: .english), in: .english)
        #expect(contradiction?.kind != .outside)
    }
}
