import EDTF
import TestSupport
import Testing

@testable import SiteRendering

@Suite("Labels of an axis")
struct AxisTicksTests {
    private func ticks(_ dates: [String]) throws -> (ticks: [AxisTicks.Tick], axis: TimeAxis) {
        var ends: [CalendarDay] = []
        var marks: [(position: Double, span: Double)] = []
        for text in dates {
            let date = try DateExpression(text)
            let form = try #require(DateForm(date))
            ends += [date.displayEarliest.day, date.displayLatest.day].compactMap(\.self)
            marks += form.anchors.map { (($0.first + $0.last) / 2, $0.last - $0.first) }
        }
        let axis = AxisPlan(AxisDays(ends: ends, marks: marks), mostCells: 30).axis
        return (AxisTicks(axis, .english).ticks, axis)
    }

    private func line(_ dates: [String], _ line: Int) throws -> String {
        try ticks(dates).ticks.filter { $0.line == line && !$0.text.isEmpty }
            .sorted { $0.share < $1.share }.map(\.text).joined(separator: " | ")
    }

    private static let september = (1...20).map { "2023-09-" + ($0 < 10 ? "0\($0)" : "\($0)") }

    @Test(
        "Ticks are labelled in the unit of their stretch, and breaks with their length",
        arguments: [
            (
                ["1066", "1492", "1789", "2023-09-01", "2023-09-02"], "1066 | 1492 | 1789 | 1 | 2",
                "425 years | 296 years | 234 years | September 2023"
            ),
            (
                ["2022-11-08", "2023-05-31"], "November | May", "2022 | 5 months | 2023"
            ),
            (["-2999", "-2499", "-1999"], "3000 BCE | 2500 BCE | 2000 BCE", "499 years | 499 years"),
            (
                ["-2999", "-1999", "-0999", "0001", "1000"], "3000 BCE | 2000 BCE | 1000 BCE | 1 CE | 1000",
                ""
            ),
            (["2023-09-13"], (1...30).map(String.init).joined(separator: " | "), "September 2023"),
            (["2010", "2011", "2012"], "2010 | 2011 | 2012", ""),
            (["Y-13800000000", "2023"], "13,800,000,001 BCE | 2023", "13.8 billion years"),
        ])
    func words(dates: [String], upper: String, lower: String) throws {
        #expect(try line(dates, 0) == upper)
        #expect(try line(dates, 1) == lower)
    }

    @Test("A tick is where its day begins")
    func places() throws {
        let (ticks, axis) = try ticks(["1066", "1492", "1789"] + Self.september)
        for tick in ticks where tick.line == 0 && tick.anchor == .start {
            let day = Double(try #require(Int(tick.text)))
            let text = day > 31 ? tick.text : "2023-09-" + (day < 10 ? "0" : "") + tick.text
            let first = try #require(try DateExpression(text).displayEarliest.day)
            #expect(abs(axis.share(of: Double(first.ordinal)) - tick.share) < 1e-9)
        }
    }

    @Test("Labels never touch, on a screen, on A4 or on a small sheet", arguments: AxisTicks.widths)
    func noTouching(width: Double) throws {
        var generator = SeededGenerator.announced("ticks")
        for _ in 0..<150 {
            let ordinals = (0..<Int.random(in: 1...4, using: &generator)).flatMap { _ in
                let centre = Int.random(in: -1_100_000...40_000, using: &generator)
                let reach = [1, 30, 400, 9000, 400_000].randomElement(using: &generator) ?? 30
                return (0..<Int.random(in: 1...25, using: &generator)).map { _ in
                    centre + Int.random(in: 0...reach, using: &generator)
                }
            }
            let (ticks, _) = try ticks(ordinals.map { CalendarDay(ordinal: $0).iso })
            for line in 0...1 {
                let spans = ticks.filter { $0.line == line && !$0.text.isEmpty && $0.width <= width }
                    .map { $0.span(at: width) }.sorted { $0.lowerBound < $1.lowerBound }
                for (left, right) in zip(spans, spans.dropFirst()) {
                    #expect(left.upperBound <= right.lowerBound)
                }
                #expect(spans.allSatisfy { $0.lowerBound >= -1 && $0.upperBound <= width + 8 })
            }
        }
    }

    @Test("The times that breaks leave out are named in words")
    func leftOut() throws {
        let axis = try ticks(["1066", "1492", "2023-09-01", "2023-09-02"]).axis
        #expect(
            Language.english.leftOut(axis)
                == "A break in the axis marks a long quiet time. Left out: 1067–1491 and January 1493 – August 2023."
        )
        #expect(Language.english.leftOut(try ticks(["2010", "2011"]).axis) == nil)
    }

    @Test(
        "Lengths are rounded",
        arguments: [
            (3.0, "3 days"), (45, "45 days"), (151, "5 months"), (700, "23 months"), (155_229, "425 years"),
            (730_485_000, "2 million years"), (5_040_346_500_000, "13.8 billion years"),
        ])
    func lengths(days: Double, words: String) {
        #expect(Language.english.length(0..<days) == words)
    }
}
