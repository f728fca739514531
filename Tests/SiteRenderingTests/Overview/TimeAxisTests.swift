import EDTF
import Testing

@testable import SiteRendering

@Suite("Where days stand")
struct TimeAxisTests {
    private func axis(_ days: [CalendarDay], atMost limit: Int = 30) -> TimeAxis {
        let (unit, counts) = TimeAxis.counts(of: days, atMost: limit)
        return TimeAxis(unit, counts)
    }

    private func days(_ texts: [String]) throws -> [CalendarDay] {
        try texts.map { try #require(try DateExpression($0).displayEarliest.day) }
    }

    @Test("Later days never stand to the left of earlier ones, and all within the drawing")
    func monotony() {
        var generator = SeededGenerator.announced("axis")
        for _ in 0..<200 {
            let center = Int.random(in: -900_000...900_000, using: &generator)
            let width = [40, 900, 40_000, 5_000_000].randomElement(using: &generator) ?? 40
            let numbers = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
                center + Int.random(in: -width...width, using: &generator)
            }.sorted()
            let axis = axis(numbers.map { CalendarDay(ordinal: $0) })
            let shares = numbers.map { axis.share(of: Double($0)) }
            #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 })
            #expect(shares.allSatisfy { $0 >= TimeAxis.margin - 1e-9 && $0 <= 1 - TimeAxis.margin + 1e-9 })
            #expect(axis.stretches.count <= 61)
        }
    }

    @Test(
        "Units fit the dates",
        arguments: [
            (["2023-09-13"], TimeUnit.month), (["2023-09-13", "2023-09-13"], .month),
            (["1066-10-14", "2023-05-01"], .month), (["1801", "1855", "1862", "1899"], .years(10)),
            (["-0500", "-0043-03-15", "0033", "0476"], .years(100)),
        ])
    func units(texts: [String], unit: TimeUnit) throws {
        #expect(axis(try days(texts)).unit == unit)
    }

    @Test("Long gaps are folded, short ones drawn through")
    func folds() throws {
        let axis = axis(try days(["2022-11-08", "2023-05-31", "2023-07-25"]))
        #expect(axis.stretches.map(\.isFold) == [false, true, false, false, false])
        let widths = axis.stretches.map { $0.shares.upperBound - $0.shares.lowerBound }
        #expect(widths[3] < widths[2])
    }

    @Test("Busy months are wider")
    func crowds() throws {
        let axis = axis(try days(["2023-01-05"] + Array(repeating: "2023-02-05", count: 10)))
        let widths = axis.stretches.map { $0.shares.upperBound - $0.shares.lowerBound }
        #expect(widths[1] > 3 * widths[0])
    }

    @Test("The first and the last years of the calendar have a place")
    func extremes() throws {
        let axis = axis(try days(["Y-13800000000", "Y17000", "2023"]))
        let places = try days(["Y-13800000000", "2023", "Y17000"]).map { axis.share(of: Double($0.ordinal)) }
        #expect(places[0] < places[1] && places[1] < places[2])
    }

    @Test("Infinite days are the edges", arguments: [(-Double.infinity, 0.0), (.infinity, 1)])
    func edges(day: Double, share: Double) throws {
        #expect(axis(try days(["2023-09-13"])).share(of: day) == share)
    }

    @Test("Words of a tick never run into the next")
    func ticks() {
        var generator = SeededGenerator.announced("ticks")
        for _ in 0..<100 {
            let days = (0..<40).map { _ in
                CalendarDay(ordinal: Int.random(in: 0...9000, using: &generator))
            }
            let ticks = AxisTicks(axis(days), .english).ticks
            for line in 0...1 {
                let words = ticks.filter { $0.line == line && !$0.text.isEmpty }
                for (left, right) in zip(words, words.dropFirst()) {
                    let end = left.share * MarkGeometry.designWidth + TextWidth.of(left.text)
                    #expect(end < right.share * MarkGeometry.designWidth)
                }
            }
        }
    }
}
