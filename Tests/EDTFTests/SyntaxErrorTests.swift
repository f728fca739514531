import EDTF
import Foundation
import TestSupport
import Testing

/// The error for a text, or nil if the text is a date.
func syntaxError(_ text: String) -> DateSyntaxError? {
    do throws(DateSyntaxError) {
        _ = try DateExpression(text)
        return nil
    } catch {
        return error
    }
}

/// Expects an error with exactly this message, range and readings.
private func expect(_ marked: String, _ message: String, _ readings: String?) {
    let mark = MarkedText(marked)
    guard let error = syntaxError(mark.text) else {
        Issue.record("\(mark.text) is accepted")
        return
    }
    #expect(error.message == message)
    #expect(error.readings.joined(separator: " | ") == readings ?? "")
    #expect([error.offset..<error.offset + error.length] == mark.ranges)
}

@Suite("Syntax errors")
struct SyntaxErrorTests {
    @Test(
        "Forms of the draft of 2012 are reported with the current form",
        arguments: [
            ("199⟦u⟧", "An unspecified digit is written X, not u", "199X"),
            ("2004-06-⟦uu⟧", "An unspecified digit is written X, not u", "2004-06-XX"),
            ("19⟦uu⟧-uu-01", "An unspecified digit is written X, not u", "19XX-XX-01"),
            ("-1000/-⟦u⟧000", "An unspecified digit is written X, not u", "-1000/-X000"),
            ("20⟦xx⟧", "An unspecified digit is written as a capital X", "20XX"),
            ("⟦y⟧-170000002", "The prefix of a long year is a capital Y", "Y-170000002"),
            ("⟦y⟧17e7", "The prefix of a long year is a capital Y", "Y17E7"),
            ("Y17⟦e⟧7", "An exponent follows a capital E", "Y17E7"),
            ("1950⟦p⟧2", "The number of significant digits follows a capital S, not p", "1950S2"),
            ("1950⟦s⟧2", "The number of significant digits follows a capital S", "1950S2"),
            ("2004-01-01/⟦open⟧", "An open end is written .., not open", "2004-01-01/.."),
            ("⟦open⟧/2008", "An open end is written .., not open", "../2008"),
            ("⟦unknown⟧/2004", "An unknown end is left empty, not written unknown", "/2004"),
            ("2004/⟦unknown⟧", "An unknown end is left empty, not written unknown", "2004/"),
            ("2004⟦?~⟧", "Uncertain and approximate together are written %", "2004%"),
            ("2004-06⟦~?⟧-11", "Uncertain and approximate together are written %", "2004-06%-11"),
            (
                "2004-⟦(06)?⟧-11",
                "Parentheses are gone: a sign to the left of a component qualifies that component",
                "2004-?06-11"
            ),
            (
                "2004-⟦(06-11)~⟧",
                "Parentheses are gone: a sign to the left of a component qualifies that component",
                "2004-~06-~11"
            ),
            (
                "⟦(⟧2004-(06)~)?",
                "Parentheses are gone: a sign to the left of a component qualifies that component", nil
            ),
            (
                "2001-21⟦^southernHemisphere⟧", "Seasons bear no ^: codes 25 to 32 name the hemisphere",
                "2001-29"
            ),
            ("2003-23⟦^european⟧", "Seasons bear no ^: codes 25 to 32 name the hemisphere", "2003-23"),
        ] as [(String, String, String?)])
    func draft(marked: String, message: String, readings: String?) {
        expect(marked, message, readings)
    }

    @Test(
        "Dates in words are reported with the EDTF that they mean",
        arguments: [
            ("⟦August⟧ 2023", "A date is written in digits, year first: YYYY-MM-DD", "2023-08"),
            ("13 ⟦September⟧ 2023", "A date is written in digits, year first: YYYY-MM-DD", "2023-09-13"),
            ("⟦September⟧ 13, 2023", "A date is written in digits, year first: YYYY-MM-DD", "2023-09-13"),
            ("13th of ⟦September⟧ 2023", "A date is written in digits, year first: YYYY-MM-DD", "2023-09-13"),
            ("⟦Sept⟧. 13 2023", "A date is written in digits, year first: YYYY-MM-DD", "2023-09-13"),
            ("13 ⟦SEP⟧ 2023", "A date is written in digits, year first: YYYY-MM-DD", "2023-09-13"),
            ("13 ⟦September⟧", "A date is written in digits, year first: YYYY-MM-DD", nil),
            ("31 ⟦September⟧ 2023", "September 2023 has 30 days", nil),
            ("⟦March⟧ 44 BC", "A date is written in digits, year first: YYYY-MM-DD", "-0043-03"),
            ("⟦August⟧ 2023?", "A date is written in digits, year first: YYYY-MM-DD", "2023-08?"),
            (
                "⟦August⟧ 2023/September 2023", "A date is written in digits, year first: YYYY-MM-DD",
                "2023-08/2023-09"
            ),
            (
                "2023-08/⟦September⟧ 2023", "A date is written in digits, year first: YYYY-MM-DD",
                "2023-08/2023-09"
            ),
            ("⟦c⟧. 1950", "An approximate date is written with ~ after it", "1950~"),
            ("⟦circa⟧ 1950", "An approximate date is written with ~ after it", "1950~"),
            ("⟦about⟧ August 2023", "An approximate date is written with ~ after it", "2023-08~"),
            (
                "⟦early⟧ August 2023", "EDTF has no word for early, mid and late",
                "2023-08-0X | [2023-08-01..2023-08-10]"
            ),
            (
                "⟦mid⟧-August 2023", "EDTF has no word for early, mid and late",
                "2023-08-1X | [2023-08-11..2023-08-20]"
            ),
            (
                "⟦since⟧ early August 2023", "An open end is written /.. after the date",
                "2023-08-0X/.. | 2023-08-0X/ | 2023-08-01/.. | 2023-08-01/"
            ),
            ("⟦until⟧ 1950", "An open start is written ../ before the date", "../1950 | /1950"),
            ("⟦before⟧ 1950", "An open start is written ../ before the date", "../1949 | ../1950"),
            ("⟦after⟧ 1950", "An open end is written /.. after the date", "1951/.. | 1950/.."),
            (
                "⟦summer⟧ 2023", "Seasons and quarters are written as codes after the year",
                "2023-22 | 2023-30"
            ),
            ("⟦Q4⟧ 2023", "Seasons and quarters are written as codes after the year", "2023-36"),
            ("2023-⟦Q4⟧", "Seasons and quarters are written as codes after the year", "2023-36"),
            ("44 ⟦BC⟧", "A year before the common era is negative, and 1 BCE is 0000", "-0043"),
            ("1 ⟦BCE⟧", "A year before the common era is negative, and 1 BCE is 0000", "0000"),
            ("⟦AD⟧ 42", "A year of the common era has four digits and no era", "0042"),
            ("⟦1950s⟧", "A decade is written with X", "195X"),
            ("⟦1950's⟧", "A decade is written with X", "195X"),
            ("19th ⟦century⟧", "A century is written with XX", "18XX | [1801..1900]"),
            ("⟦today⟧", "A date names the day itself, never \"today\"", nil),
            ("⟦now⟧", "A date names the day itself, never \"now\"", nil),
            ("2020/⟦now⟧", "An end that is still open is written ..", "2020/.."),
            ("2020/⟦present⟧", "An end that is still open is written ..", "2020/.."),
            ("1914 ⟦to⟧ 1918", "An interval is written with a slash", "1914/1918 | [1914..1918]"),
            (
                "⟦from⟧ August 2023 to October 2023", "An open end is written /.. after the date",
                "2023-08/2023-10 | [2023-08..2023-10]"
            ),
        ] as [(String, String, String?)])
    func words(marked: String, message: String, readings: String?) {
        expect(marked, message, readings)
    }

    @Test(
        "Dates in other forms of digits are reported with the EDTF that they mean",
        arguments: [
            ("⟦13.9.2023⟧", "A date is written year first, with hyphens: YYYY-MM-DD", "2023-09-13"),
            ("⟦9.2023⟧", "A date is written year first, with hyphens: YYYY-MM-DD", "2023-09"),
            ("⟦9/13/2023⟧", "A date is written year first, with hyphens: YYYY-MM-DD", "2023-09-13"),
            ("⟦13/9/2023⟧", "A date is written year first, with hyphens: YYYY-MM-DD", "2023-09-13"),
            (
                "⟦9/3/2023⟧", "A date is written year first, with hyphens: YYYY-MM-DD",
                "2023-03-09 | 2023-09-03"
            ),
            ("⟦9/9/2023⟧", "A date is written year first, with hyphens: YYYY-MM-DD", "2023-09-09"),
            ("⟦13-09-2023⟧", "A date is written year first, with hyphens: YYYY-MM-DD", "2023-09-13"),
            ("⟦09/2023⟧", "A date is written year first, with hyphens: YYYY-MM-DD", "2023-09"),
            ("⟦2023/09/13⟧", "A date has hyphens between year, month and day", "2023-09-13"),
            ("⟦2023/09⟧", "A month follows a hyphen, and a year has four digits", "2023-09"),
            ("⟦2023.09.13⟧", "A date has hyphens between year, month and day", "2023-09-13"),
            ("⟦2023 09 13⟧", "A date has hyphens between year, month and day", "2023-09-13"),
            ("⟦20230913⟧", "A date has hyphens between year, month and day", "2023-09-13"),
            ("⟦20231399⟧", "A date has hyphens between year, month and day", nil),
            ("2023-⟦9⟧-3", "Months and days have two digits", "2023-09-03"),
            ("2023-09-⟦3⟧", "Months and days have two digits", "2023-09-03"),
            ("2023⟦–⟧09–13", "The separator is a hyphen (-), not –", "2023-09-13"),
            ("2023⟦−⟧09−13", "The separator is a hyphen (-), not −", "2023-09-13"),
            ("⟦–⟧0043", "A minus sign is a hyphen (-), not –", "-0043 | -0042 | 0043 | ../0043 | /0043"),
            ("⟦−⟧0043", "The separator is a hyphen (-), not −", "-0043 | -0042"),
            ("1914⟦–⟧1918", "An interval is written with a slash", "1914/1918 | [1914..1918]"),
            ("1914⟦-⟧1918", "An interval is written with a slash", "1914/1918 | [1914..1918]"),
            (
                "2023-09-07⟦ - ⟧2023-10-01", "An interval is written with a slash",
                "2023-09-07/2023-10-01 | [2023-09-07..2023-10-01]"
            ),
            ("⟦201⟧", "A year has four digits", "0201 | 201X"),
            ("⟦19⟧", "A year has four digits", "0019 | 1919 | 2019 | 19XX"),
            ("⟦-19⟧", "A year has four digits", "-0019 | -0018"),
            ("⟦197⟧~", "A year has four digits", "0197~ | 197X~"),
            ("⟦7⟧", "A year has four digits", "0007"),
            ("⟦-999⟧-07-05", "A year has four digits", "-0999-07-05 | -0998-07-05"),
            ("⟦12004⟧", "A year of more than four digits needs the prefix Y", "Y12004"),
            ("⟦12004⟧-06", "A year of more than four digits needs the prefix Y and stands alone", nil),
            ("⟦Y⟧2020", "The prefix Y is for years of more than four digits", "2020"),
            ("⟦Y⟧-43", "The prefix Y is for years of more than four digits", "-0043 | -0042"),
            ("⟦Y012004⟧", "A year with the prefix Y has no leading zero", "Y12004"),
            ("⟦+⟧2006", "A year bears no plus sign", "2006"),
            ("⟦-0000⟧", "Year -0000 does not exist; 1 BCE is 0000", "0000"),
            ("2016-05-⟦00⟧", "Day 00 does not exist; leave out unknown parts", "2016-05 | 2016-05-XX"),
            ("2016-⟦00⟧", "Month 00 does not exist; leave out unknown parts", "2016 | 2016-XX"),
            ("2016-⟦13⟧-08", "Month 13 does not exist; the month comes before the day", "2016-08-13"),
        ] as [(String, String, String?)])
    func digits(marked: String, message: String, readings: String?) {
        expect(marked, message, readings)
    }

    @Test(
        "Days and months that do not exist are reported",
        arguments: [
            ("2003-02-⟦29⟧", "February 2003 has 28 days"),
            ("2004-02-⟦30⟧", "February 2004 has 29 days"),
            ("2023-09-⟦31⟧", "September 2023 has 30 days"),
            ("19XX-02-⟦30⟧", "February has at most 29 days"),
            ("XXX1-02-⟦29⟧", "No year that matches XXX1 is a leap year, so February has 28 days"),
            ("2023-XX-⟦32⟧", "Day 32 does not exist; days are 01 to 31"),
            ("15XX-02-⟦3X⟧", "February has at most 29 days"),
            ("156X-09-⟦31⟧", "September has 30 days"),
            ("2019-⟦13⟧", "Month 13 does not exist; months are 01 to 12, parts of a year 21 to 41"),
            ("1999-⟦2X⟧", "Month 2X does not exist; months are 01 to 12, parts of a year 21 to 41"),
            ("2003-02-~⟦29⟧", "February 2003 has 28 days"),
            ("2003-~⟦13⟧", "Month 13 does not exist; months are 01 to 12, parts of a year 21 to 41"),
            ("2003-02-⟦29⟧/2004", "February 2003 has 28 days"),
            ("2002/2003-02-⟦29⟧", "February 2003 has 28 days"),
            ("[2002,2003-02-⟦29⟧]", "February 2003 has 28 days"),
        ])
    func missingDays(marked: String, message: String) {
        expect(marked, message, nil)
    }

    @Test(
        "Mistakes in times are reported",
        arguments: [
            ("2023-09-13T10:00⟦⟧", "The seconds are missing: a time is hh:mm:ss", "2023-09-13T10:00:00"),
            ("2023-09-13T10:00⟦⟧Z", "The seconds are missing: a time is hh:mm:ss", "2023-09-13T10:00:00Z"),
            ("2023-09-13T10:00:00⟦.5⟧Z", "Seconds have no fraction", "2023-09-13T10:00:00Z"),
            (
                "2023-09-13T10:00:00⟦+0230⟧", "The hours and minutes of an offset have a colon between them",
                "2023-09-13T10:00:00+02:30"
            ),
            (
                "2023-09-13T10:00:00⟦-00:00⟧", "An offset of zero is written Z or +00:00",
                "2023-09-13T10:00:00Z"
            ),
            (
                "2023-09-13⟦ ⟧10:00:00", "A capital T is written between the day and the time",
                "2023-09-13T10:00:00"
            ),
            (
                "2023-09-13⟦t⟧10:00:00", "A capital T is written between the day and the time",
                "2023-09-13T10:00:00"
            ),
            ("2023-09-13T10:00:00⟦z⟧", "UTC is written as a capital Z", "2023-09-13T10:00:00Z"),
            ("2023-09-13T⟦1⟧:10:10", "Hours, minutes and seconds have two digits", "2023-09-13T01:10:10"),
            ("20050924T⟦100000⟧", "A time has colons: hh:mm:ss", "2005-09-24T10:00:00"),
            ("2023-09-13T⟦25⟧:00:00", "The hour is at most 24", nil),
            ("2023-09-13T10:⟦60⟧:00", "The minute is at most 59", nil),
            ("2023-09-13T10:00:⟦61⟧", "The second is at most 60", nil),
            ("2023-09-13T⟦24:00:01⟧", "Hour 24 exists only as 24:00:00, the end of the day", nil),
            ("2023-09-13T10:00:00+⟦24⟧:00", "The hour of the offset is at most 23", nil),
            ("2005/2006-01-01⟦T10:10:10Z⟧", "An interval has no times of day", "2005/2006-01-01"),
        ] as [(String, String, String?)])
    func times(marked: String, message: String, readings: String?) {
        expect(marked, message, readings)
    }

    @Test(
        "Mistakes in intervals and sets are reported",
        arguments: [
            ("1999/⟦1980⟧", "The end, 1980-12-31, comes before the start, 1999-01-01", "1980/1999"),
            (
                "2012-24/⟦2012-21⟧", "The end, 2012-05-31, comes before the start, 2012-12-01",
                "2012-21/2012-24"
            ),
            ("{2002..⟦2001⟧}", "The end, 2001-12-31, comes before the start, 2002-01-01", nil),
            ("2000/⟦/⟧2001", "An interval has two ends and one slash", nil),
            ("2000/⟦12-12⟧", "The end of an interval is a whole date, with its year", "2000/2000-12-12"),
            (
                "2023-09-07/⟦10⟧", "The end of an interval is a whole date, with its year",
                "2023-09-07/2023-09-10 | [2023-09-07,2023-09-10]"
            ),
            ("[2023-10-25,⟦ ⟧2023-10-26]", "A set has no spaces", "[2023-10-25,2023-10-26]"),
            ("{1960,⟦ ⟧1961-12,  1962}", "A set has no spaces", "{1960,1961-12,1962}"),
            ("[August 2023,⟦ ⟧September 2023]", "A set has no spaces", "[2023-08,2023-09]"),
            ("[2023-10-25⟦⟧", "The set has no closing ]", "[2023-10-25]"),
            ("{2023-10-25⟦⟧", "The set has no closing }", "{2023-10-25}"),
            ("[1999]⟦x⟧", "Nothing may follow the closing bracket", nil),
            ("{⟦⟧}", "A set needs a member", nil),
            ("[⟦..⟧]", "A range in a set needs a date", nil),
            ("[2020,⟦⟧]", "A date is missing here", nil),
            ("[2020,⟦..⟧2021]", "Only the first member of a set may begin with ..", nil),
            ("[2020⟦..⟧,2021]", "Only the last member of a set may end with ..", nil),
            ("{⟦1987-10..1988⟧}", "Both ends of a range in a set have the same precision", nil),
        ] as [(String, String, String?)])
    func composites(marked: String, message: String, readings: String?) {
        expect(marked, message, readings)
    }

    @Test(
        "Other mistakes are reported",
        arguments: [
            ("⟦⟧", "Date is empty", nil),
            ("⟦   ⟧", "Date is empty", nil),
            ("⟦ ⟧2023", "A date does not begin with a space", "2023"),
            ("2023⟦\n⟧", "A date does not end with a space", "2023"),
            ("⟦  ⟧August 2023", "A date does not begin with a space", "2023-08"),
            ("2023-⟦⟧", "A month of two digits is missing", nil),
            ("2023-09-⟦⟧", "A day of two digits is missing", nil),
            ("2023-⟦A⟧B", "A month of two digits must stand here", nil),
            ("1985⟦i⟧nvalid", "Unexpected character after the year", nil),
            ("⟦🎉⟧", "A year of four digits must stand here", nil),
            ("Y⟦⟧", "A year needs digits here", nil),
            ("Y17E⟦⟧", "An exponent needs digits here", nil),
            ("⟦Y99999999999999999⟧", "The number is too large: years have at most 16 digits", nil),
            ("⟦Y1E16⟧", "The number is too large: years have at most 16 digits", nil),
            ("Y17000⟦-01⟧", "A year with the prefix Y has no month", nil),
            (
                "1950S⟦0⟧", "The number of significant digits is counted from 1, without leading zeros", nil
            ),
            ("⟦19XXS2⟧", "Significant digits cannot be counted where digits are unspecified", nil),
        ] as [(String, String, String?)])
    func others(marked: String, message: String, readings: String?) {
        expect(marked, message, readings)
    }

    @Test(
        "Without a reading the message names the first mistake, or the day that does not exist",
        arguments: [
            ("2.31.1931", "A date is written year first, with hyphens: YYYY-MM-DD"),
            ("30.2.1931", "February 1931 has 28 days"),
            ("44-2Z", "A year has four digits"),
            ("00–2Z", "The separator is a hyphen (-), not –"),
            ("00-00", "A year has four digits"),
            ("[10.11", "The set has no closing ]"),
        ])
    func messages(text: String, message: String) {
        #expect(syntaxError(text)?.message == message)
        #expect(syntaxError(text)?.readings == [])
    }

    @Test("With readings the message names the mistake that they correct")
    func messageWithReadings() {
        let error = syntaxError("~00 February 00")
        #expect(error?.message == "A date is written in digits, year first: YYYY-MM-DD")
        #expect(error?.readings == ["1900-02~", "1900-02-XX~", "2000-02~", "2000-02-XX~"])
    }

    /// The table `forms` has at least one text for each message and for each way in which its readings differ.
    @Test(
        "Every refused vector is refused as recorded",
        arguments: TestTable.rows("refusals") + TestTable.rows("forms"))
    func recorded(_ row: [String]) throws {
        let error = try #require(syntaxError(row[0]))
        #expect(error.offset == Int(row[1]))
        #expect(error.length == Int(row[2]))
        #expect(error.message == row[3])
        #expect(error.readings.joined(separator: " | ") == row[4])
    }

    @Test(
        "Messages have no full stop, ranges are within the text, and readings are valid dates",
        arguments: TestTable.rows("refusals") + TestTable.rows("forms"))
    func form(_ row: [String]) throws {
        let error = try #require(syntaxError(row[0]))
        #expect(!error.message.hasSuffix("."))
        #expect(error.message.first?.isUppercase == true)
        #expect(error.offset >= 0 && error.length >= 0)
        #expect(error.offset + error.length <= row[0].utf8.count)
        for reading in error.readings {
            #expect(syntaxError(reading) == nil)
            #expect(reading != row[0])
        }
        #expect(error.repair.map { error.readings == [$0] } ?? true)
    }

    @Test("Invalid UTF-8 is refused at its first byte")
    func invalidUTF8() {
        let bytes: [UInt8] = Array("2023-".utf8) + [0xFF, 0x30]
        bytes.withUnsafeBufferPointer { buffer in
            do throws(DateSyntaxError) {
                _ = try DateExpression(utf8: buffer)
                Issue.record("accepted")
            } catch {
                #expect(error.message == "The text is not valid UTF-8")
                #expect(error.offset == 5)
            }
        }
    }

    @Test("Very long texts are refused at once")
    func longTexts() {
        let set = "[" + Array(repeating: "2023", count: 1000).joined(separator: ",") + "]"
        #expect(syntaxError(set)?.message == "Date is longer than 4096 bytes")
        #expect(syntaxError(set)?.offset == 4096)
        let digits = "Y" + String(repeating: "9", count: 4000)
        #expect(syntaxError(digits)?.readings == [])
        let shorter = "[" + Array(repeating: "2023", count: 800).joined(separator: ",") + "]"
        #expect(syntaxError(shorter) == nil)
    }
}
