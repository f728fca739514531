import EDTF
import Testing

@Suite("Calendar days")
struct CalendarTests {
    @Test(
        "Leap years follow the Gregorian rule, also before the year 0",
        arguments: [
            (2024, true),
            (2023, false),
            (2000, true),
            (1900, false),
            (1600, true),
            (4, true),
            (0, true),
            (-4, true),
            (-1, false),
            (-100, false),
            (-400, true),
        ])
    func leapYears(year: Int, isLeap: Bool) {
        #expect(CalendarDay.isLeapYear(year) == isLeap)
    }

    @Test(
        "Months have their lengths", arguments: zip(1...12, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]))
    func monthLengths(month: Int, length: Int) {
        #expect(CalendarDay.daysInMonth(month, of: 2023) == length)
        #expect(CalendarDay.daysInMonth(month, of: 2024) == (month == 2 ? 29 : length))
    }

    @Test("Only the months 1 to 12 have days", arguments: [Int.min, -1, 0, 13, 21, Int.max])
    func noSuchMonth(month: Int) {
        #expect(CalendarDay.daysInMonth(month, of: 2023) == 0)
        #expect(CalendarDay(year: 2023, month: month, day: 1) == nil)
    }

    @Test(
        "A day that does not exist cannot be made",
        arguments: [
            (2023, 2, 29),
            (2023, 4, 31),
            (2023, 1, 0),
            (2023, 1, 32),
            (2023, 1, -1),
            (2023, 1, Int.max),
            (Int.max, 1, 1),
            (Int.min, 1, 1),
        ])
    func missingDays(year: Int, month: Int, day: Int) {
        #expect(CalendarDay(year: year, month: month, day: day) == nil)
    }

    @Test(
        "Days are written as ISO 8601",
        arguments: [
            (2023, 9, 13, "2023-09-13"),
            (0, 1, 1, "0000-01-01"),
            (-43, 3, 15, "-0043-03-15"),
            (42, 12, 31, "0042-12-31"),
            (12345, 6, 7, "12345-06-07"),
            (-170_000_000, 1, 1, "-170000000-01-01"),
        ])
    func text(year: Int, month: Int, day: Int, text: String) {
        #expect(CalendarDay(year: year, month: month, day: day)?.iso == text)
    }

    @Test(
        "Day numbers count from 1 January 1970",
        arguments: [
            (1970, 1, 1, 0),
            (1969, 12, 31, -1),
            (2000, 3, 1, 11_017),
            (2023, 9, 13, 19_613),
            (1, 1, 1, -719_162),
            (0, 3, 1, -719_468),
            (-1, 12, 31, -719_529),
        ])
    func dayNumbers(year: Int, month: Int, day: Int, number: Int) {
        #expect(CalendarDay(year: year, month: month, day: day)?.ordinal == number)
        #expect(CalendarDay(ordinal: number) == CalendarDay(year: year, month: month, day: day))
    }

    @Test("Day numbers and days agree over four million days in a row")
    func roundTrip() {
        var previous = CalendarDay(ordinal: -2_000_001)
        var mistakes = 0
        for number in -2_000_000...2_000_000 {
            let day = CalendarDay(ordinal: number)
            let isSuccessor = previous < day
            let isReal = CalendarDay(year: day.year, month: day.month, day: day.day) == day
            if day.ordinal != number || !isSuccessor || !isReal { mistakes += 1 }
            previous = day
        }
        #expect(mistakes == 0)
    }

    @Test("Day numbers of the first and last years do not overflow")
    func outermostDays() throws {
        let last = try #require(CalendarDay(year: CalendarDay.years.upperBound, month: 12, day: 31))
        let first = try #require(CalendarDay(year: CalendarDay.years.lowerBound, month: 1, day: 1))
        #expect(CalendarDay(ordinal: last.ordinal) == last)
        #expect(CalendarDay(ordinal: first.ordinal) == first)
        #expect(CalendarDay(ordinal: .max) == last)
        #expect(CalendarDay(ordinal: .min) == first)
    }

    @Test("Days are ordered by year, month and day")
    func order() throws {
        let texts = [
            "-0044-12-31", "-0043-01-01", "0000-02-29", "0000-03-01", "2023-09-13", "2023-09-14",
            "2024-01-01",
        ]
        let days = try texts.map { try #require(DateExpression($0).earliest.day) }
        #expect(days.sorted() == days)
        #expect(days.shuffled().sorted() == days)
    }
}
