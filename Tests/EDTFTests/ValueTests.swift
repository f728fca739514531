import EDTF
import Testing

@Suite("Values of dates")
struct ValueTests {
    @Test("A date has components with unspecified digits and a qualification each")
    func components() throws {
        guard case .date(let date) = try DateExpression("?201X-1X-~0X").value else {
            Issue.record("no date")
            return
        }
        #expect(date.precision == .day)
        #expect(date.year.text == "201X")
        #expect(date.year.number == nil)
        #expect(date.year.earliest == 2010 && date.year.latest == 2019)
        #expect(date.month?.text == "1X")
        #expect(date.day?.text == "0X")
        #expect(date.day?.matches(9) == true && date.day?.matches(10) == false)
        #expect(date.yearQualification == .uncertain)
        #expect(date.monthQualification.isEmpty)
        #expect(date.dayQualification == .approximate)
        #expect(date.qualifications == [.uncertain, [], .approximate])
        #expect(date.hasUnspecifiedDigits)
    }

    @Test(
        "The precision is the finest component that is present",
        arguments: [
            ("2023", DatePrecision.year),
            ("2023-09", .month),
            ("2023-09-13", .day),
            ("2023-XX", .month),
            ("2023-XX-XX", .day),
        ])
    func precision(input: String, precision: DatePrecision) throws {
        guard case .date(let date) = try DateExpression(input).value else {
            Issue.record("no date")
            return
        }
        #expect(date.precision == precision)
        #expect((date.month != nil) == (precision >= .month))
        #expect((date.day != nil) == (precision == .day))
    }

    @Test("A time and its zone are kept as written")
    func time() throws {
        guard case .dateTime(let time) = try DateExpression("2023-05-31T06:27:09-04:30").value else {
            Issue.record("no time")
            return
        }
        #expect(time.day.iso == "2023-05-31")
        #expect([time.hour, time.minute, time.second] == [6, 27, 9])
        #expect(time.zone == .offset(minutes: -270))
        #expect(time.offsetMinutes == -270)
        guard case .dateTime(let utc) = try DateExpression("2023-05-31T06:27:09Z").value else { return }
        #expect(utc.zone == .utc && utc.offsetMinutes == 0)
        guard case .dateTime(let local) = try DateExpression("2023-05-31T06:27:09").value else { return }
        #expect(local.zone == .unstated && local.offsetMinutes == nil)
    }

    @Test("A long year has an exponent and significant digits")
    func longYears() throws {
        guard case .year(let year) = try DateExpression("Y3388E2S3").value else {
            Issue.record("no year")
            return
        }
        #expect(year.year == 338_800)
        #expect(year.exponent == 2)
        #expect(year.significantDigits == 3)
        #expect(year.years == 338_000...338_999)
        #expect(year.hasPrefix)
    }

    @Test(
        "Each code of a part of a year has its division, number and hemisphere",
        arguments: [
            (21, YearPart.Division.season, 1, nil),
            (24, .season, 4, nil),
            (25, .season, 1, .northern),
            (28, .season, 4, .northern),
            (29, .season, 1, .southern),
            (32, .season, 4, .southern),
            (33, .quarter, 1, nil),
            (36, .quarter, 4, nil),
            (37, .quadrimester, 1, nil),
            (39, .quadrimester, 3, nil),
            (40, .half, 1, nil),
            (41, .half, 2, nil),
        ] as [(UInt8, YearPart.Division, Int, YearPart.Hemisphere?)])
    func partsOfYears(code: UInt8, division: YearPart.Division, number: Int, hemisphere: YearPart.Hemisphere?)
        throws
    {
        let part = try #require(YearPart(rawValue: code))
        #expect(part.division == division)
        #expect(part.number == number)
        #expect(part.hemisphere == hemisphere)
    }

    @Test("Other codes are not parts of a year", arguments: [0, 1, 12, 20, 42, 255] as [UInt8])
    func noSuchPart(code: UInt8) {
        #expect(YearPart(rawValue: code) == nil)
    }

    @Test("An interval has dates, open ends and unknown ends")
    func intervals() throws {
        guard case .interval(let interval) = try DateExpression("2023-08-0X/..").value else {
            Issue.record("no interval")
            return
        }
        #expect(interval.end == .open)
        #expect(interval.end.date == nil)
        #expect(interval.start.date?.canonical == "2023-08-0X")
        guard case .interval(let other) = try DateExpression("/2023").value else { return }
        #expect(other.start == .unknown)
    }

    @Test("A set has dates, ranges and open ends")
    func sets() throws {
        guard case .set(let set) = try DateExpression("[..1760,1762,1764..1766,1770..]").value else {
            Issue.record("no set")
            return
        }
        #expect(set.members.count == 4)
        guard case .onOrBefore(let first) = set.members[0], case .date(let second) = set.members[1],
            case .range(let start, let end) = set.members[2], case .onOrAfter(let last) = set.members[3]
        else {
            Issue.record("other members")
            return
        }
        #expect(
            [first, second, start, end, last].map(\.canonical) == ["1760", "1762", "1764", "1766", "1770"])
    }

    @Test(
        "Each qualification has its sign",
        arguments: zip(
            [[], .uncertain, .approximate, [.uncertain, .approximate]] as [Qualification],
            ["", "?", "~", "%"]))
    func signs(qualification: Qualification, symbol: String) {
        #expect(qualification.symbol == symbol)
    }

    @Test("A date takes at most 16 bytes, and a sort key at most 24")
    func size() {
        #expect(MemoryLayout<DateExpression>.stride <= 16)
        #expect(MemoryLayout<DateSortKey>.stride <= 24)
    }
}

@Suite("Canonical text")
struct CanonicalTests {
    @Test(
        "Each meaning has one canonical text",
        arguments: [
            ("%2001", "2001%"),
            ("?2004-06", "2004?-06"),
            ("2004-06~-11", "2004~-~06-11"),
            ("?2004-?06-?11", "2004-06-11?"),
            ("2019-08?-08%", "2019-08-08%"),
            ("2001-?09~-09", "2001~-%09-09"),
            ("2023-09-13T10:00:00+09", "2023-09-13T10:00:00+09:00"),
            ("?2001-?23", "2001-23?"),
            ("2001?-23", "2001?-23"),
            ("Y17E7", "Y17E7"),
            ("Y170000000", "Y170000000"),
            ("?Y17000", "Y17000?"),
            ("[?2001,2002]", "[2001?,2002]"),
            ("{?2001..}", "{2001?..}"),
            ("?2001/?2002-?03", "2001?/2002-03?"),
            ("../", "../"),
            ("/", "/"),
            ("-0024S2", "-0024S2"),
            ("0000S1", "0000S1"),
        ])
    func canonical(input: String, canonical: String) throws {
        let date = try DateExpression(input)
        #expect(date.canonical == canonical)
        #expect(date.description == canonical)
        #expect(try DateExpression(canonical) == date)
        #expect(try DateExpression(canonical).hashValue == date.hashValue)
    }

    @Test(
        "Dates with different meanings are not equal",
        arguments: [
            ("2023", "2023?"),
            ("2023/", "2023/.."),
            ("[2023]", "{2023}"),
            ("2023", "[2023]"),
            ("2023-21", "2023-25"),
            ("2023-09-13T10:00:00", "2023-09-13T10:00:00Z"),
            ("2023", "2023-XX"),
            ("1950", "1950S4"),
        ])
    func different(first: String, second: String) throws {
        #expect(try DateExpression(first) != DateExpression(second))
    }

    @Test(
        "Levels of forms that the vectors do not have",
        arguments: [
            ("2023-09-13T10:00:00", 0),
            ("-0043-03-15T10:00:00", 1),
            ("Y17000?", 2),
            ("1950S2~", 2),
            ("-XXXX", 2),
            ("X023", 2),
            ("2023-0X", 2),
            ("2023-XX-13", 2),
            ("2023-1X-XX", 2),
            ("2023-21/2024-21", 1),
            ("2023-33/2024", 2),
            ("../2023", 1),
            ("2023/2024?", 1),
            ("?2023/2024", 2),
            ("202X/2030", 2),
            ("-0043/0014", 1),
        ])
    func levels(input: String, level: Int) throws {
        #expect(try DateExpression(input).level == level)
    }
}
