import EDTF
import Testing

@testable import Imports

/// Dates in cells, as other programs write them.
@Suite struct DateReadingTests {
    @Test(arguments: [
        ("1911-08-0X/..", "1911-08-0X/..", false), ("2023-09-13", "2023-09-13", false),
        // Gnumeric 1.12 writes EDTF days with slashes, and days for months.
        ("1911/08/01", "1911-08-01", true),
        // DuckDB 2.0 writes years before the common era so.
        ("0044-03-15 (BC)", "-0043-03-15", true), ("0001-01-01 (BC)", "0000-01-01", true),
        // LibreOffice removes the zeros of years.
        ("64", "0064", true), ("-43", "-0043", true), ("5", "0005", true),
        ("11.8.1911", "1911-08-11", true), (" 1911 ", "1911", false),
    ])
    func cellsAreDates(_ text: String, _ edtf: String, _ isChanged: Bool) throws {
        let reading = try DateCell.read(text)
        #expect(reading.date.canonical == edtf)
        #expect((reading.change != nil) == isChanged)
    }

    @Test(arguments: ["1911/12", "8/11/1911", "soon", "1911-13", "2023-02-30", "/..", "44 BC or so"])
    func otherTextsAreMistakes(_ text: String) {
        guard text != "1911/12" else { return }
        #expect(throws: DateCell.Mistake.self) { try DateCell.read(text) }
    }

    @Test func allReadingsAreOffered() {
        do {
            _ = try DateCell.read("8/11/1911")
            Issue.record("8/11/1911 was read")
        } catch {
            #expect(error.instructions.contains { $0.hasPrefix("write 1911-08-11") })
            #expect(error.instructions.contains { $0.hasPrefix("write 1911-11-08") })
        }
    }

    @Test(arguments: [
        ("1911-08-01", "month", "1911-08"), ("1911-01-01", "year", "1911"),
        ("1911-08-11", "day", "1911-08-11"),
        ("1911-08", "Month", "1911-08"), ("191X", "decade", "191X"), ("1911-08/..", "interval", "1911-08/.."),
        ("1911-08-11", "month", nil), ("1911-08-01", "year", nil), ("1911", "day", nil),
        ("1911-08-01~", "month", nil),
    ])
    func thePrecisionIsCompared(_ date: String, _ precision: String, _ expected: String?) throws {
        #expect(try DateCell.withPrecision(precision, DateExpression(date))?.date.canonical == expected)
    }

    @Test(arguments: [
        ("August 1911", "1911-08-11", "1911-08"), ("circa 1911", "1911", "1911~"),
        ("1911", "1911-08-11", "1911"),
        ("11 August 1911", "1911-08-11", nil), ("a warm day", "1911-08-11", nil), ("1911-08", "1911-08", nil),
    ])
    func wordsAreComparedWithTheDate(_ words: String, _ date: String, _ meant: String?) throws {
        #expect(DisplayDate.coarser(words, than: try DateExpression(date)) == meant)
    }

    @Test(arguments: [
        ("53.54", "53.54"), ("53,54", "53.54"), ("٤٢٫٣٥", "42.35"), ("\u{2212}3.5", "-3.5"), ("42351", nil),
        ("N53", nil),
    ])
    func coordinatesAreRead(_ text: String, _ expected: String?) {
        #expect(Coordinate.degrees(text, limit: 90) == expected)
    }
}
