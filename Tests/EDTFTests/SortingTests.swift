import EDTF
import Testing

@Suite("Sorting")
struct SortingTests {
    /// Each row is in order; every pair in it is compared in both directions.
    @Test(
        "Dates are sorted by their first day, then from wide to narrow, then by time",
        arguments: [
            // By the first day.
            ["2022", "2023-01-02", "2023-02", "2024"],
            ["-0044-03-15", "-0043", "0000", "0001", "1066-10-14", "Y17000"],
            ["Y-17E7", "Y-61000", "-9999", "-0001"],
            // Wider dates first.
            ["2023", "2023-01", "2023-01-0X", "2023-01-01"],
            ["2023-01-01/..", "2023-01-01/", "2023-01-01/2024", "2023", "2023-01-01"],
            ["2023-09", "2023-09-13", "2023-10-01"],
            // Vague starts count from their first day.
            ["2023-08-0X/..", "2023-08-0X", "2023-08-03"],
            ["2023-08-0X", "2023-08-03", "2023-08-1X", "2023-08-14", "2023-08-2X"],
            ["[2023-10-25,2023-10-26]", "2023-10-25", "2023-10-26"],
            ["{2023-05-31,2023-08-24}", "2023-05-31", "2023-06-01", "2023-08-24"],
            // A date with an open or unknown start is sorted by its end, before equal days.
            ["2023-10-31", "../2023-11-01", "2023-11-01/..", "2023-11-01", "2023-11-02"],
            ["2023-10-31", "/2023-11-01", "2023-11-01"],
            ["1760-12-30", "[..1760]", "1760-12-31"],
            // Seasons by convention.
            ["2023", "2023-02", "2023-21", "2023-03", "2023-22", "2023-23", "2023-24", "2023-12"],
            ["2023", "2023-40", "2023-37", "2023-33", "2023-01"],
            // Times after the day without one, as written.
            [
                "2023-05-31", "2023-05-31T00:00:00", "2023-05-31T06:27:00", "2023-05-31T06:27:01",
                "2023-05-31T24:00:00", "2023-06-01",
            ],
            [
                "2023-05-31T06:27:00", "2023-05-31T06:27:00-05:00", "2023-05-31T06:27:00Z",
                "2023-05-31T06:27:00+09:00", "2023-05-31T06:28:00-11",
            ],
            // Dates without a position on the timeline come last.
            ["Y9999999999999999", "/"],
        ])
    func rows(_ row: [String]) throws {
        let keys = try row.map { try DateExpression($0).sortKey }
        for (index, key) in keys.enumerated() {
            for later in keys[(index + 1)...] {
                #expect(key < later)
                #expect(!(later < key))
            }
        }
    }

    @Test(
        "Dates with the same bounds have equal sort keys",
        arguments: [
            ("2023-08", "2023-08~"),
            ("2023-08?", "2023-08%"),
            ("2023-10-25/2023-10-26", "[2023-10-25,2023-10-26]"),
            ("2023-05-31T06:27:00Z", "2023-05-31T06:27:00+00:00"),
            ("../2023-11-01", "/2023-11-01"),
            ("2023-01-01/2023-12-31", "2023"),
            ("2023-21", "2023-25"),
            ("/", "../.."),
        ])
    func equalKeys(first: String, second: String) throws {
        let keys = (try DateExpression(first).sortKey, try DateExpression(second).sortKey)
        if first == "/" {
            // These two differ only in the kind of the missing ends.
            #expect(keys.0 != keys.1)
        } else {
            #expect(keys.0 == keys.1)
        }
    }

    @Test("Descending is the exact reverse")
    func descending() {
        let keys = Vector.dates.map(\.sortKey)
        let ascending = keys.sorted()
        #expect(keys.sorted(by: >).elementsEqual(ascending.reversed()))
    }

    @Test("The time zone never moves a date to another day")
    func dateAsWritten() throws {
        let korean = try DateExpression("2023-05-31T06:27:00+09:00")
        #expect(vectorText(korean.earliest, open: "") == "2023-05-31")
        #expect(try DateExpression("2023-05-30").sortKey < korean.sortKey)
    }
}

extension Vector {
    /// Every valid vector, parsed.
    static var dates: [DateExpression] {
        all.filter(\.valid).compactMap { try? DateExpression($0.input) }
    }
}
