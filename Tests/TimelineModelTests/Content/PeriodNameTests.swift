import EDTF
import TestSupport
import Testing

@testable import TimelineModel

@Suite("Names of periods")
struct PeriodNameTests {
    private func periods(_ dates: [String], by unit: PeriodUnit) throws -> [Period] {
        var files: [String: String?] = [TestSite.entryPath: nil]
        for (number, date) in dates.enumerated() {
            files["Content/events/e\(number).md"] =
                "---\ntitle: x\ndate: \"\(date)\"\nstatus: confirmed\nsources: [gazette]\n---\n"
        }
        return Timeline(try TestSite(files).read().content).periods(by: unit)
    }

    @Test(
        "Periods are named without a year 0, and backwards before the common era",
        arguments: [
            ("1911-08-11", .century, "1900-1999", "1900–1999"), ("1911", .decade, "1910s", "1910s"),
            ("0476", .century, "0400-0499", "400–499 CE"), ("0476", .decade, "0470s", "470s CE"),
            ("0099", .century, "0001-0099", "1–99 CE"), ("0001", .century, "0001-0099", "1–99 CE"),
            ("0001", .decade, "0001-0009", "1–9 CE"), ("0009", .decade, "0001-0009", "1–9 CE"),
            ("0010", .decade, "0010s", "10s CE"), ("0001", .year, "0001", "1 CE"),
            // 1 BCE is the astronomical year 0, and 100 BCE is -99.
            ("0000", .century, "bce-100-1", "100–1 BCE"), ("-0043-03-15", .century, "bce-100-1", "100–1 BCE"),
            ("-0099", .century, "bce-100-1", "100–1 BCE"), ("-0100", .century, "bce-200-101", "200–101 BCE"),
            ("-0199", .century, "bce-200-101", "200–101 BCE"),
            ("-0200", .century, "bce-300-201", "300–201 BCE"),
            ("0000", .decade, "bce-10-1", "10–1 BCE"), ("-0009", .decade, "bce-10-1", "10–1 BCE"),
            ("-0010", .decade, "bce-20-11", "20–11 BCE"), ("-0043", .decade, "bce-50-41", "50–41 BCE"),
            ("0000", .year, "bce-1", "1 BCE"), ("-0043", .year, "bce-44", "44 BCE"),
            ("-2999", .century, "bce-3000-2901", "3000–2901 BCE"),
            ("Y-12000", .century, "bce-12100-12001", "12,100 BCE – 12,001 BCE"),
            ("Y17000", .century, "17000-17099", "17,000 CE – 17,099 CE"),
            ("00XX", .century, "0001-0099", "1–99 CE"), ("000X", .decade, "0001-0009", "1–9 CE"),
            ("-00XX", .year, "bce-100-1", "100–1 BCE"), ("-01XX", .year, "bce-200-101", "200–101 BCE"),
            ("-004X", .year, "bce-50-41", "50–41 BCE"), ("19XX", .year, "1900-1999", "1900–1999"),
        ] as [(String, PeriodUnit, String, String)])
    func names(date: String, unit: PeriodUnit, id: String, words: String) throws {
        let periods = try periods([date], by: unit)
        #expect(periods.map(\.id) == [id])
        #expect(periods.map { $0.date.text(in: .english) } == [words])
    }

    @Test("Years before and after the common era never share a period")
    func acrossEras() throws {
        let dates = ["-0100", "-0099", "0000", "0001", "0099", "0100"]
        let expected: [(PeriodUnit, [Int])] = [
            (.year, [1, 1, 1, 1, 1, 1]), (.decade, [1, 1, 1, 1, 1, 1]), (.century, [1, 2, 2, 1]),
        ]
        for (unit, counts) in expected {
            #expect(try periods(dates, by: unit).map(\.entries.count) == counts)
        }
    }

    @Test("Every year is in the one period whose date contains it")
    func everyDay() throws {
        var generator = SeededGenerator(seed: 0x5EED)
        for _ in 0..<60 {
            let year = Int.random(in: -25_000...25_000, using: &generator)
            let text = year.magnitude > 9999 ? "Y\(year)" : CalendarDay(year: year, month: 1, day: 1)?.iso
            let date = try #require(text)
            for unit in [PeriodUnit.year, .decade, .century] {
                let period = try #require(try periods([date], by: unit).first)
                let first = try #require(period.date.earliest.day)
                let last = try #require(period.date.latest.day)
                #expect(first.year <= year && year <= last.year, "\(date)")
                let width = unit == .year ? 1 : unit == .decade ? 10 : 100
                #expect(last.year - first.year + 1 == (first.year == 1 && width > 1 ? width - 1 : width))
                let round = first.year > 0 ? first.year : 1 - first.year
                #expect(round % width == 0 || first.year == 1, "\(date) in \(period.id)")
            }
        }
    }
}
