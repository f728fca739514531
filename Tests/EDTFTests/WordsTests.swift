import EDTF
import Testing

@Suite("Dates in words")
struct WordsTests {
    @Test(
        "The examples of the rules are worded as documented",
        arguments: [
            ("2023-05-31T06:27:00+09:00", "31 May 2023, 06:27 (UTC+9)"),
            ("2023-05-31T06:27:00Z", "31 May 2023, 06:27 UTC"),
            ("2023-09-13", "13 September 2023"),
            ("2023-08-0X/..", "early August 2023 onwards"),
            ("2023-08~", "c. August 2023"),
            ("2023-08-0X", "early August 2023"),
            ("2023-08-1X", "mid August 2023"),
            ("2023-08-2X", "late August 2023"),
            ("2023-08?", "August 2023 (uncertain)"),
            ("2023-08%", "c. August 2023 (uncertain)"),
            ("2023-~09-13", "13 September 2023 (month approximate)"),
            ("2023-XX", "2023, month not stated"),
            ("2023-10-XX", "October 2023, day not stated"),
            ("/2023-11-01", "by 1 November 2023 (start not known)"),
            ("../2023-11-01", "until 1 November 2023"),
            ("2023-11-01/", "from 1 November 2023 (end not known)"),
            ("[2023-10-25,2023-10-26]", "25 or 26 October 2023"),
            ("{2023-05-31,2023-08-24}", "31 May and 24 August 2023"),
            ("[..1760]", "1760 or earlier"),
            ("2023-09-07/2023-10-01", "7 September – 1 October 2023"),
            ("201X", "2010s"),
            ("19XX", "1900–1999"),
            ("1950S2", "c. 1950 (1900–1999)"),
            ("0000", "1 BCE"),
            ("-0043-03-15", "15 March 44 BCE"),
            ("0042", "42 CE"),
            ("Y-17E7", "170,000,001 BCE"),
            ("2023-24", "winter 2023–24"),
            ("2023-36", "4th quarter 2023"),
        ])
    func rules(input: String, text: String) throws {
        #expect(try DateExpression(input).text(in: .english) == text)
    }

    @Test(
        "Intervals name a shared month or year once if that is unambiguous",
        arguments: [
            ("2023-09-07/2023-09-10", "7–10 September 2023"),
            ("2023-09/2023-10", "September – October 2023"),
            ("2023-09/2024-10", "September 2023 – October 2024"),
            ("2008/2011", "2008–2011"),
            ("-0043/-0039", "44–40 BCE"),
            ("-0043/0014", "44 BCE – 14 CE"),
            ("0900/1100", "900–1100 CE"),
            ("2023-08-1X/2023-10-14", "mid August – 14 October 2023"),
            ("2023-08-0X/2023-11-01", "early August – 1 November 2023"),
            ("2023-08-2X/2024-01-XX", "late August 2023 – some day in January 2024"),
            ("2004-06-XX/2005-01-01", "some day in June 2004 – 1 January 2005"),
            ("2004-XX/2005", "some month in 2004 – 2005"),
            ("1984~/2004-06", "c. 1984 – June 2004"),
            ("1984/2004~", "1984 – c. 2004"),
            ("1984?/2004", "1984 (uncertain) – 2004"),
            ("1984/2004?", "1984 – 2004 (end uncertain)"),
            ("1984/2004%", "1984 – c. 2004 (end uncertain)"),
            ("2023-08~/2023-10", "c. August 2023 – October 2023"),
            ("2023-08?/..", "August 2023 (uncertain) onwards"),
            ("1984-06-02?/", "from 2 June 1984 (uncertain), end not known"),
            ("/1984-06-02?", "by 2 June 1984 (uncertain), start not known"),
            ("1984~/", "from c. 1984 (end not known)"),
            ("../2023-08-0X", "until early August 2023"),
            ("2003-22/2004-22", "summer 2003 – summer 2004"),
            ("192X/193X", "1920s – 1930s"),
            ("2023-09-13/2023-09-13", "13 September 2023"),
            ("/", "start and end not known"),
            ("../..", "start and end open"),
            ("../", "start open, end not known"),
            ("/..", "start not known, end open"),
        ])
    func intervals(input: String, text: String) throws {
        #expect(try DateExpression(input).text(in: .english) == text)
    }

    @Test(
        "Unspecified digits in dates are worded",
        arguments: [
            ("2010-01-3X", "30 or 31 January 2010"),
            ("2020-04-3X", "30 April 2020"),
            ("2016-01-X1", "1, 11, 21 or 31 January 2016"),
            ("2017-02-X9", "9 or 19 February 2017"),
            ("2016-02-X9", "9, 19 or 29 February 2016"),
            ("2023-1X", "some month from October to December 2023"),
            ("2016-X1", "January or November 2016"),
            ("2016-X0", "October 2016"),
            ("1560-XX-25", "day 25 of a month not stated in 1560"),
            ("156X-12-25", "25 December of some year from 1560 to 1569"),
            ("199X-02", "February of some year from 1990 to 1999"),
            ("2019-XX-XX", "2019, month and day not stated"),
            ("XXXX", "year not stated"),
            ("XXXX-12-25", "25 December, year not stated"),
            ("-XXXX-12-XX", "December, year BCE and day not stated"),
            ("XXXX-XX-XX", "year, month and day not stated"),
            ("1XX3", "some year that reads 1XX3 (1003–1993)"),
            ("20XX", "2000–2099"),
            ("004X", "40s CE"),
            ("000X", "1 BCE – 9 CE"),
            ("-004X", "50–41 BCE"),
            ("-01XX", "200–101 BCE"),
            ("201X-XX", "2010s, month not stated"),
            ("16XX~", "c. 1600–1699"),
            ("2016-X1-0X", "some day from 1 to 9 of January or November 2016"),
        ])
    func unspecifiedDigits(input: String, text: String) throws {
        #expect(try DateExpression(input).text(in: .english) == text)
    }

    @Test(
        "Sets are worded",
        arguments: [
            ("[1667,1668]", "1667 or 1668"),
            ("{1667,1668,1670}", "1667, 1668 and 1670"),
            ("[1667,1668,1670..1672]", "1667; 1668; or some year from 1670 to 1672"),
            ("[2023-08-20..2023-08-31]", "some day from 20 to 31 August 2023"),
            ("{2020-01..2020-04}", "every month from January to April 2020"),
            ("{2016..2018}", "every year from 2016 to 2018"),
            ("{2005-21..2005-23}", "every season from spring 2005 to autumn 2005"),
            ("[2005-33..2005-35]", "some part of the year from 1st quarter 2005 to 3rd quarter 2005"),
            ("[1760-12..]", "December 1760 or later"),
            ("{..1984}", "1984 and all before"),
            ("{1760-12..}", "December 1760 and all after"),
            ("[2016]", "2016"),
            ("[2023-05,2023-08]", "May or August 2023"),
            ("[2023-10-25,2023-11-26,2024-01-01]", "25 October 2023, 26 November 2023 or 1 January 2024"),
            ("[2023-08-2X,2023-09]", "late August 2023 or September 2023"),
            ("[2023-10-25?,2023-10-26]", "25 October 2023 (uncertain) or 26 October 2023"),
            ("{2023-10-25,2023-10-26,2023-10-28}", "25, 26 and 28 October 2023"),
        ])
    func sets(input: String, text: String) throws {
        #expect(try DateExpression(input).text(in: .english) == text)
    }

    @Test(
        "Seasons and other parts of a year are worded",
        arguments: [
            ("2001-21", "spring 2001"),
            ("2001-22", "summer 2001"),
            ("2001-23", "autumn 2001"),
            ("1999-24", "winter 1999–2000"),
            ("0999-24", "winter 999–1000 CE"),
            ("0000-24", "winter 1 BCE – 1 CE"),
            ("-0043-24", "winter 44–43 BCE"),
            ("9999-24", "winter 9999–10,000 CE"),
            ("2023-28", "winter 2023–24 (Northern Hemisphere)"),
            ("2023-30", "summer 2023–24 (Southern Hemisphere)"),
            ("2023-32", "winter 2023 (Southern Hemisphere)"),
            ("2023-33", "1st quarter 2023"),
            ("2023-38", "2nd quadrimester 2023"),
            ("2023-41", "2nd half of 2023"),
            ("2011-23~", "c. autumn 2011"),
            ("2001?-23", "autumn 2001 (year uncertain)"),
            ("2001-~23", "autumn 2001 (season approximate)"),
            ("2001-33?", "1st quarter 2001 (uncertain)"),
            ("20XX-22", "summer of some year from 2000 to 2099"),
            ("XXXX-22", "summer, year not stated"),
        ])
    func partsOfYears(input: String, text: String) throws {
        #expect(try DateExpression(input).text(in: .english) == text)
    }

    @Test(
        "Years and times are worded",
        arguments: [
            ("1000", "1000"),
            ("0999", "999 CE"),
            ("9999", "9999"),
            ("Y10000", "10,000 CE"),
            ("Y17E8", "1,700,000,000 CE"),
            ("-9999", "10,000 BCE"),
            ("-0999", "1000 BCE"),
            ("0043-08", "August 43 CE"),
            ("1950S2?", "c. 1950 (1900–1999, uncertain)"),
            ("1950S2~", "c. 1950 (1900–1999)"),
            ("1950S4", "1950"),
            ("Y-171010000S2", "c. 171,010,001 BCE (180,000,000–170,000,001 BCE)"),
            ("2023-05-31T06:27:35", "31 May 2023, 06:27:35"),
            ("2023-05-31T06:27:00-04:30", "31 May 2023, 06:27 (UTC−4:30)"),
            ("2023-05-31T06:27:00+00:00", "31 May 2023, 06:27 (UTC+0)"),
            ("2023-05-31T24:00:00", "31 May 2023, 24:00"),
            ("-0043-03-15T12:00:00", "15 March 44 BCE, 12:00"),
        ])
    func yearsAndTimes(input: String, text: String) throws {
        #expect(try DateExpression(input).text(in: .english) == text)
    }

    @Test(
        "Qualifications of components are worded",
        arguments: [
            ("2004?-06-~11", "11 June 2004 (year uncertain, day approximate)"),
            ("2004-06~-11", "11 June 2004 (year and month approximate)"),
            ("2019~-08?-08~", "c. 8 August 2019 (year and month uncertain)"),
            ("2019~-08-08?", "8 August 2019 (uncertain, year approximate)"),
            ("2019-08?-08%", "c. 8 August 2019 (uncertain)"),
            ("2011-%06-13", "13 June 2011 (month uncertain and approximate)"),
            ("?2019-?04-?01", "1 April 2019 (uncertain)"),
            ("2019-XX?", "2019, month not stated (uncertain)"),
        ])
    func qualification(input: String, text: String) throws {
        #expect(try DateExpression(input).text(in: .english) == text)
    }

    @Test(
        "Explanations say what is known of the date",
        arguments: [
            ("2023-09-13", "13 September 2023, to the day"),
            ("2023-09", "some time in September 2023"),
            ("2023", "some time in 2023"),
            ("2023-08-0X/..", "some day from 1 to 9 August 2023; no end stated"),
            ("2023-08-2X", "some day from 20 to 29 August 2023"),
            ("2023-11-01/", "1 November 2023, to the day; the end is not known"),
            ("../2023-11-01", "end: 1 November 2023, to the day; no start stated"),
            ("/2023-11-01", "end: 1 November 2023, to the day; the start is not known"),
            ("2023-08~", "some time in August 2023 (approximate)"),
            ("2023-~09-13", "13 September 2023 (month approximate)"),
            ("2023-09-13?", "13 September 2023 (uncertain)"),
            ("201X", "some year from 2010 to 2019"),
            ("2023-1X", "some month from October to December 2023"),
            ("2016-01-X1", "some day from 1 to 31 January 2016 that reads 2016-01-X1"),
            ("1950S2", "some year from 1900 to 1999, estimated as 1950"),
            ("2023-24", "winter 2023–24, shown by convention as 1 December 2023 to 29 February 2024"),
            ("2023-36", "some time from 1 October to 31 December 2023"),
            ("1984~/2004-06", "start: some time in 1984 (approximate); end: some time in June 2004"),
            ("[2023-10-25,2023-10-26]", "one of: 25 or 26 October 2023"),
            ("{2023-05-31,2023-08-24}", "each of: 31 May and 24 August 2023"),
            ("[2016]", "some time in 2016"),
            ("2023-05-31T06:27:00Z", "31 May 2023, 06:27 UTC, as written"),
            ("/", "the start is not known; the end is not known"),
            ("../..", "no start stated; no end stated"),
        ])
    func explanations(input: String, text: String) throws {
        #expect(try DateExpression(input).explanation(in: .english) == text)
    }

    @Test("Every vector is worded as recorded", arguments: RecordedWords.all)
    func recorded(_ row: RecordedWords) throws {
        let date = try DateExpression(row.input)
        #expect(date.text(in: .english) == row.text)
        #expect(date.explanation(in: .english) == row.explanation)
        #expect(date.canonical == row.canonical)
    }
}

/// A row of `words.tsv`: the words for a valid vector, which people have reviewed once.
struct RecordedWords: Sendable, CustomTestStringConvertible {
    var input: String
    var canonical: String
    var text: String
    var explanation: String

    var testDescription: String { input }

    static let all: [RecordedWords] = TestTable.rows("words").map {
        RecordedWords(input: $0[0], canonical: $0[1], text: $0[2], explanation: $0[3])
    }
}
