import EDTF
import Testing

@testable import SiteRendering
@testable import TimelineModel

@Suite struct DistanceWordsTests {
    /// An event, a report of it, and how long after the event the report was, in words.
    private static let table: [(event: String, report: String, words: String?)] = [
        ("2023-10-08", "2023-10-08", "on the same day"),
        ("2023-10-08", "2023-10-09", "the next day"),
        ("2023-10-08", "2023-10-16", "8 days later"),
        ("2023-10-08", "2023-12-07", "60 days later"),
        ("2023-10-08", "2023-12-08", "about 2 months later"),
        ("2023-10-08", "2025-09-30", "about 24 months later"),
        ("2023-10-08", "2025-10-08", "about 2 years later"),
        ("1911-10-08", "2023-10-08", "about 112 years later"),
        ("-4999-01-01", "2000-01-01", "about 6,999 years later"),
        // Vague reports, vague events, both.
        ("2023-10-08", "2023-10-1X", "2–11 days later"),
        ("2023-10-08", "2023-10", "at most 4 weeks later"),
        ("2023-10-08", "2024-03", "4–6 months later"),
        ("2023-10-08", "2030", "6–8 years later"),
        ("2023-09", "2023-09-07", "at most 6 days later"),
        ("2023-09", "2023-10-20", "2–7 weeks later"),
        ("2023-09", "2023-09", "at most 5 weeks later"),
        ("[2023-09-01,2023-09-05]", "2023-09-24", "about 3 weeks later"),
        ("2023", "2023-11-01", "at most 10 months later"),
        // Dates in doubt have no exact number.
        ("2023-10-08~", "2023-10-08", "at about the same time"),
        ("2023-10-08", "2023-10-09?", "about 1 day later"),
        ("2023-10-08~", "2023-10-16", "about 8 days later"),
        // An event that lasted is measured from its beginning.
        ("2023-10-08/2023-10-20", "2023-10-08", "on the day it began"),
        ("2023-10-08/2023-10-20", "2023-10-09", "1 day after it began"),
        ("2023-10-08/..", "2023-10-16", "8 days after it began"),
        // Open bounds.
        ("../2023-10-08", "2023-10-30", "at least 3 weeks after it began"),
        ("../2023-10-08", "2023-10-01", nil),
        ("2023-10-08", "../2023-10-30", nil),
        ("2023-10-08", "2023-10-10/..", "2 days later"),
    ]

    @Test(arguments: table.indices) func afterTheEvent(_ row: Int) throws {
        let row = Self.table[row]
        #expect(try words(row.event, row.report, isAfter: true) == row.words, "\(row)")
    }

    @Test(
        arguments: [
            ("2023-10-08", "2023-10-07", "the day before"), ("2023-10-08", "2023-10-01", "7 days before"),
            ("2023-10", "2023-08-24", "1–3 months before"),
            ("2023-10", "2023-10-11", "before or after it: the dates do not tell"),
            ("2023-10-08/2023-10-20", "2023-10-01", "7 days before it began"),
            ("2023-10-30/..", "../2023-10-08", "at least 3 weeks before it began"),
        ]) func beforeTheEvent(_ event: String, _ report: String, _ words: String) throws
    {
        #expect(try self.words(event, report, isAfter: false) == words)
    }

    private func words(_ event: String, _ report: String, isAfter: Bool) throws -> String? {
        let date = try DateExpression(report)
        let distance = ReportDistance(
            from: try DateExpression(event), to: KnownSpan(date),
            isQualified: date.isApproximate || date.isUncertain, isAfter: isAfter)
        return Language.english.words(for: distance)
    }
}
