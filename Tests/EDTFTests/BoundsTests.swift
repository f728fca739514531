import EDTF
import Testing

/// The bounds of a date as text: `earliest latest`, with `..` for open and `?` for unknown.
private func text(_ earliest: DateBound, _ latest: DateBound) -> String {
    func text(_ bound: DateBound) -> String { vectorText(bound, open: "..") ?? "?" }
    return text(earliest) + " " + text(latest)
}

@Suite("Bounds")
struct BoundsTests {
    @Test(
        "Seasons are shown as three meteorological months",
        arguments: [
            ("2020-21", "2020-03-01 2020-05-31"),
            ("2020-22", "2020-06-01 2020-08-31"),
            ("2020-23", "2020-09-01 2020-11-30"),
            ("2020-24", "2020-12-01 2021-02-28"),
            ("2023-24", "2023-12-01 2024-02-29"),
            ("2020-25", "2020-03-01 2020-05-31"),
            ("2020-26", "2020-06-01 2020-08-31"),
            ("2020-27", "2020-09-01 2020-11-30"),
            ("2020-28", "2020-12-01 2021-02-28"),
            ("2020-29", "2020-09-01 2020-11-30"),
            ("2020-30", "2020-12-01 2021-02-28"),
            ("2020-31", "2020-03-01 2020-05-31"),
            ("2020-32", "2020-06-01 2020-08-31"),
            ("-0044-24", "-0044-12-01 -0043-02-28"),
            ("20XX-22", "2000-06-01 2099-08-31"),
            ("2003-22/2004-24", "2003-06-01 2005-02-28"),
            ("[1992-21..]", "1992-03-01 .."),
            ("[..1990-23]", ".. 1990-11-30"),
            ("1923-21/1924", "1923-03-01 1924-12-31"),
        ])
    func seasonsByConvention(input: String, bounds: String) throws {
        let date = try DateExpression(input)
        #expect(text(date.displayEarliest, date.displayLatest) == bounds)
        #expect(date.earliest == .unknown || date.latest == .unknown)
    }

    @Test(
        "Quarters, quadrimesters and halves have exact bounds",
        arguments: [
            ("2001-33", "2001-01-01 2001-03-31"),
            ("2001-34", "2001-04-01 2001-06-30"),
            ("2001-35", "2001-07-01 2001-09-30"),
            ("2001-36", "2001-10-01 2001-12-31"),
            ("2001-37", "2001-01-01 2001-04-30"),
            ("2001-38", "2001-05-01 2001-08-31"),
            ("2001-39", "2001-09-01 2001-12-31"),
            ("2001-40", "2001-01-01 2001-06-30"),
            ("2001-41", "2001-07-01 2001-12-31"),
        ])
    func partsOfYears(input: String, bounds: String) throws {
        let date = try DateExpression(input)
        #expect(text(date.earliest, date.latest) == bounds)
        #expect(text(date.displayEarliest, date.displayLatest) == bounds)
    }

    @Test(
        "Significant digits of negative years are computed for display",
        arguments: [
            ("Y-171010000S2", "-179999999-01-01 -170000000-12-31"),
            ("Y-3388E2S3", "-338999-01-01 -338000-12-31"),
            ("-0024S1", "-0029-01-01 -0020-12-31"),
            ("-0024S2", "-0024-01-01 -0024-12-31"),
            ("-1859S5", "-1859-01-01 -1859-12-31"),
            ("-1950S1", "-1999-01-01 -1000-12-31"),
        ])
    func negativeSignificantDigits(input: String, bounds: String) throws {
        let date = try DateExpression(input)
        #expect(text(date.displayEarliest, date.displayLatest) == bounds)
        #expect(text(date.earliest, date.latest) == "? ?")
    }

    @Test(
        "Significant digits count from the first that is not zero",
        arguments: [
            ("1950S1", "1000-01-01 1999-12-31"),
            ("1950S2", "1900-01-01 1999-12-31"),
            ("1950S4", "1950-01-01 1950-12-31"),
            ("0050S1", "0050-01-01 0059-12-31"),
            ("0000S1", "0000-01-01 0000-12-31"),
            ("Y171010000S3", "171000000-01-01 171999999-12-31"),
            ("Y9999999999999999S1", "9000000000000000-01-01 9999999999999999-12-31"),
        ])
    func significantDigits(input: String, bounds: String) throws {
        let date = try DateExpression(input)
        #expect(text(date.earliest, date.latest) == bounds)
    }

    @Test(
        "Qualification never widens bounds",
        arguments: ["2023", "2023-08", "2023-08-13", "201X", "2023-08-0X"], ["?", "~", "%"])
    func qualificationKeepsBounds(input: String, sign: String) throws {
        let plain = try DateExpression(input)
        let qualified = try DateExpression(input + sign)
        #expect(plain.earliest == qualified.earliest)
        #expect(plain.latest == qualified.latest)
    }

    @Test(
        "A date has a position on a timeline if it has a first or a last day",
        arguments: [
            ("/", false),
            ("/..", false),
            ("../", false),
            ("../..", false),
            ("2023", true),
            ("2023/", true),
            ("/2023", true),
            ("2023/..", true),
            ("../2023", true),
            ("[..2023]", true),
            ("2023-21", true),
            ("2003-22/", true),
            ("Y-3388E2S3", true),
            ("{..1983,1985..}", false),
            ("2016-05-02T24:00:00", true),
        ])
    func timelinePosition(input: String, hasPosition: Bool) throws {
        #expect(try DateExpression(input).hasTimelinePosition == hasPosition)
    }

    @Test(
        "A date is uncertain or approximate if any component or member is",
        arguments: [
            ("2023", false, false),
            ("2023?", true, false),
            ("2023~", false, true),
            ("2023%", true, true),
            ("2023-~09-13", false, true),
            ("?2023-09-13", true, false),
            ("1984~/2004-06?", true, true),
            ("../2004%", true, true),
            ("[1984,1985~]", false, true),
            ("{1984..1986?}", true, false),
            ("2011-23~", false, true),
            ("2001?-23", true, false),
            ("Y17000?", true, false),
            ("2023-09-13T10:00:00Z", false, false),
            ("../..", false, false),
        ])
    func flags(input: String, isUncertain: Bool, isApproximate: Bool) throws {
        let date = try DateExpression(input)
        #expect(date.isUncertain == isUncertain)
        #expect(date.isApproximate == isApproximate)
    }

    @Test(
        "HTML's datetime is given for the dates that HTML can express",
        arguments: [
            ("2023-09-13", "2023-09-13"),
            ("2023-09", "2023-09"),
            ("2023", "2023"),
            ("0001", "0001"),
            ("2023-09-13T10:00:00Z", "2023-09-13T10:00:00Z"),
            ("2023-09-13T10:00:00", "2023-09-13T10:00:00"),
            ("2023-09-13T10:00:00+09", "2023-09-13T10:00:00+09:00"),
            ("0000", nil),
            ("-0043", nil),
            ("Y17000", nil),
            ("2023~", nil),
            ("2023-09-13?", nil),
            ("202X", nil),
            ("2023-XX", nil),
            ("2023-21", nil),
            ("2023-33", nil),
            ("2023/2024", nil),
            ("[2023]", nil),
            ("{2023}", nil),
            ("1950S2", nil),
            ("2023-09-13T24:00:00", nil),
            ("2023-09-13T23:59:60Z", nil),
            ("-0043-03-15T10:00:00", nil),
        ] as [(String, String?)])
    func htmlDateTime(input: String, expected: String?) throws {
        #expect(try DateExpression(input).htmlDateTime == expected)
    }
}
