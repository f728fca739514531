import EDTF
import TestSupport
import Testing

@testable import SiteRendering

@Suite("Positions of days on the axis")
struct TimeAxisTests {
    /// The plan for dates: each has its first and its last day, and a symbol in the middle.
    private func plan(_ dates: [String], atMost limit: Int = 30, isEven: Bool = false) throws -> AxisPlan {
        var ends: [CalendarDay] = []
        var marks: [(position: Double, span: Double)] = []
        for text in dates {
            let date = try DateExpression(text)
            let form = try #require(DateForm(date))
            ends += [date.displayEarliest.day, date.displayLatest.day].compactMap(\.self)
            marks += form.anchors.map { (($0.first + $0.last) / 2, $0.last - $0.first) }
        }
        return AxisPlan(AxisDays(ends: ends, marks: marks), mostCells: limit, isEven: isEven)
    }

    private func plan(_ days: [CalendarDay]) -> AxisPlan {
        let marks = days.map { (position: Double($0.ordinal) + 0.5, span: 1.0) }
        return AxisPlan(AxisDays(ends: days, marks: marks), mostCells: 30)
    }

    private func day(_ text: String) throws -> Double {
        Double(try #require(try DateExpression(text).displayEarliest.day).ordinal)
    }

    /// The axis as text: `//` is a break, and `/` separates stretches without one.
    private func summary(_ axis: TimeAxis) -> String {
        var text = ""
        for stretch in axis.stretches where !stretch.isFold {
            let words = TimeUnit.words(stretch.days, in: .english)
            if text.isEmpty {
                text = words
                continue
            }
            let place = axis.stretches.firstIndex(of: stretch) ?? 0
            text += (axis.stretches[place - 1].isFold ? " // " : " / ") + words
        }
        return text
    }

    /// Days of a month, as `2023-09-01`.
    private static func days(_ month: String, _ numbers: ClosedRange<Int>) -> [String] {
        numbers.map { number in month + "-" + (number < 10 ? "0" : "") + String(number) }
    }

    private static let september = days("2023-09", 1...20)
    private static let newYear = ["1789"] + days("1999-12", 25...31) + days("2000-01", 1...7)
    private static let months = ["1066"] + (1...9).flatMap { days("2023-0\($0)", 1...9) }
    private static let decade = (2010...2019).map(String.init)

    private static let cases: [(dates: [String], expected: String)] = [
        (["1066", "1492", "1789", "2023-09-01", "2023-09-02"], "1066 // 1492 // 1789 // 1–2 September 2023"),
        (
            ["1066-10-14", "1492-10-12", "1789-07-14", "2023-09-01", "2023-09-02"],
            "October 1066 // October 1492 // July 1789 // 1–2 September 2023"
        ),
        (["1066", "1492", "1789"] + september, "1066 // 1492 // 1789 // 1–20 September 2023"),
        (
            ["2019", "2020", "2021", "2022"] + september,
            "2019 / 2020 / 2021 / 2022 / January – August 2023 / 1–20 September 2023"
        ),
        // Days that follow each other across a century are one part.
        (newYear, "1789 // 25 December 1999 – 7 January 2000"),
        (
            ["Y-13800000000", "Y-66000000", "2023-09-01", "2023-09-02"],
            "13,800,000,001 BCE // 66,000,001 BCE // 1–2 September 2023"
        ),
        // Years are not shown as months with breaks in them, nor months as days.
        (
            months,
            "1066 // January 2023 / February 2023 / March 2023 / April 2023 / May 2023 / June 2023 / July 2023 / "
                + "August 2023 / September 2023"
        ),
        (["1066"], "1066"), (["1939-09-01/1945-05-08"], "1939 / 1940–1944 / 1945"),
        (["2023-09-13"], "September 2023"), (["2023-08-30", "2023-09-02"], "25 August – 7 September 2023"),
        // Dates that are spread evenly have one unit.
        (["1801", "1855", "1862", "1899"], "1800–1809 // 1850–1859 / 1860–1869 / 1870–1889 / 1890–1899"),
        (decade, decade.joined(separator: " / ")),
        (["-0500", "-0043-03-15", "0033", "0476"], "600–501 BCE // 100–1 BCE / 1–99 CE // 400–499 CE"),
    ]

    @Test("Each stretch has its own unit, and long quiet ones are left out", arguments: cases)
    func units(dates: [String], expected: String) throws {
        #expect(summary(try plan(dates).axis) == expected)
    }

    @Test("A few precise days among many dates are no reason for a break")
    func noNeedlessBreaks() throws {
        let spread = (0..<40).map { number in "\(1000 + number * 24)-0\(1 + number % 9)-1\(number % 9)" }
        let dates = spread + ["1066-09-25", "1066-10-14"]
        #expect(try plan(dates).axis.stretches.allSatisfy { !$0.isFold && $0.unit == .years(100) })
    }

    @Test("Days of one month are kept apart, however distant the other dates are")
    func apart() throws {
        for old in [["1066", "1492", "1789"], ["Y-13800000000", "Y-4540000000", "0476"], ["1923", "1973"]] {
            let axis = try plan(old + Self.september).axis
            let places = try Self.september.map {
                axis.share(of: try day($0) + 0.5) * MarkGeometry.designWidth
            }
            #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 > 20 })
        }
    }

    @Test("Later days are never left of earlier ones, and all are within the drawing")
    func monotony() throws {
        var generator = SeededGenerator.announced("axis")
        for _ in 0..<300 {
            var numbers: [Int] = []
            // Groups of every size and distance, as far as the calendar allows.
            for _ in 0..<Int.random(in: 1...5, using: &generator) {
                let reach = [1000, 1_000_000, 1_000_000_000_000].randomElement(using: &generator) ?? 1000
                let centre = Int.random(in: -reach...reach, using: &generator)
                let width = [2, 40, 900, 40_000, 5_000_000].randomElement(using: &generator) ?? 40
                numbers += (0..<Int.random(in: 1...40, using: &generator)).map { _ in
                    centre + Int.random(in: -width...width, using: &generator)
                }
            }
            numbers.sort()
            let plan = plan(numbers.map { CalendarDay(ordinal: $0) })
            let shares = numbers.map { plan.axis.share(of: Double($0) + 0.5) }
            #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 })
            #expect(shares.allSatisfy { $0 >= TimeAxis.margin - 1e-9 && $0 <= 1 - TimeAxis.margin + 1e-9 })
            // Every day is in its stretch, and the stretches leave no gap.
            for (left, right) in zip(plan.axis.stretches, plan.axis.stretches.dropFirst()) {
                #expect(left.days.upperBound == right.days.lowerBound)
                #expect(left.shares.upperBound == right.shares.lowerBound)
            }
            for (number, share) in zip(numbers, shares) {
                let stretch = try #require(
                    plan.axis.stretches.first { $0.days.contains(Double(number) + 0.5) })
                #expect(!stretch.isFold)
                #expect(stretch.shares.lowerBound <= share && share <= stretch.shares.upperBound)
            }
            // Each cell counts the days that are in it.
            #expect(plan.cells.reduce(0) { $0 + $1.count } == numbers.count)
            for cell in plan.cells {
                #expect(numbers.count { cell.days.contains(Double($0)) } == cell.count)
            }
            #expect(plan.axis.stretches.count < 200)
        }
    }

    @Test("The same days have the same axis, whatever their order")
    func order() throws {
        let dates = ["1066", "1492", "1789"] + Self.september
        let expected = try plan(dates).axis.stretches
        var generator = SeededGenerator.announced("order")
        for _ in 0..<10 { #expect(try plan(dates.shuffled(using: &generator)).axis.stretches == expected) }
    }

    @Test("Busy months are wider, but many entries on one day are not")
    func crowds() throws {
        let ends = ["2023-01-05", "2023-03-05"]
        let spread = try plan(ends + Self.days("2023-02", 11...20)).axis
        let widths = spread.stretches.map { $0.shares.upperBound - $0.shares.lowerBound }
        #expect(widths[1] > 3 * widths[0])
        let stack = try plan(ends + Array(repeating: "2023-02-11", count: 200)).axis
        let stacked = stack.stretches.map { $0.shares.upperBound - $0.shares.lowerBound }
        #expect(stacked[1] < 3 * stacked[0])
    }

    @Test("Thousands of entries on one day are one narrow column")
    func oneDay() throws {
        let plan = try plan(Array(repeating: "2023-09-13", count: 2000), atMost: 150, isEven: true)
        let cell = try #require(plan.cells.first)
        #expect(plan.cells.count == 1 && cell.count == 4000)
        let share = plan.axis.share(of: cell.days.upperBound) - plan.axis.share(of: cell.days.lowerBound)
        #expect(share < 0.05)
    }

    @Test("The first and the last years of the calendar have different positions")
    func extremes() throws {
        let texts = ["Y-9999999999999999", "Y-13800000000", "2023", "Y17E7", "Y9999999999999999"]
        let axis = try plan(texts).axis
        let places = try texts.map { axis.share(of: try day($0)) }
        #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test("Infinite days are at the edges", arguments: [(-Double.infinity, 0.0), (.infinity, 1)])
    func edges(day: Double, share: Double) throws {
        #expect(try plan(["2023-09-13"]).axis.share(of: day) == share)
    }

    private static let farApart = ["1000-01-01", "1000-01-09"] + (10...19).map { number in "\(number)50" }
    private static let zooms: [(dates: [String], least: Double)] = [
        (["2023-09-13"], 24), (["2010", "2019"], 24), (farApart, 500),
    ]

    @Test("A drawing can be zoomed until its days are apart", arguments: zooms)
    func zoom(dates: [String], least: Double) throws {
        let axis = try plan(dates).axis
        let places = try dates.map { try day($0) + 0.5 }.sorted()
        let most = axis.mostZoom(places)
        #expect(most >= least && most <= 9000)
        let apart = zip(places, places.dropFirst()).map {
            (axis.share(of: $1) - axis.share(of: $0)) * most * 896
        }
        #expect(most > 8900 || apart.allSatisfy { $0 >= 24 })
        let decimals = TimeAxis.decimals(for: most)
        #expect(decimals >= 2 && decimals <= 5)
    }
}

@Suite("Days, months and years as units")
struct TimeUnitTests {
    @Test(
        "Runs of years are counted without a year 0",
        arguments: [
            (TimeUnit.years(1000), "-2999", "3000–2001 BCE"), (.years(1000), "-2000", "3000–2001 BCE"),
            (.years(1000), "-0999", "1000–1 BCE"), (.years(1000), "0000", "1000–1 BCE"),
            (.years(1000), "0001", "1–999 CE"), (.years(1000), "1000", "1000–1999"),
            (.years(100), "-0099", "100–1 BCE"), (.years(100), "-0100", "200–101 BCE"),
            (.years(100), "0099", "1–99 CE"), (.years(100), "0100", "100–199 CE"),
            (.years(10), "-0043", "50–41 BCE"), (.years(1), "0000", "1 BCE"), (.years(1), "0001", "1 CE"),
            (.month, "-0043-03-15", "March 44 BCE"), (.month, "2023-09-13", "September 2023"),
            (.day, "2023-09-13", "13 September 2023"),
        ])
    func runs(unit: TimeUnit, date: String, words: String) throws {
        let day = try #require(try DateExpression(date).displayEarliest.day)
        let number = unit.number(of: day)
        #expect(TimeUnit.words(unit.start(number)..<unit.start(number + 1), in: .english) == words)
    }

    @Test(
        "Each day is in exactly one unit, and units follow each other without a gap", arguments: TimeUnit.all)
    func partition(unit: TimeUnit) {
        var generator = SeededGenerator.announced("units")
        for _ in 0..<200 {
            let reach = [800, 800_000, 4_000_000_000_000].randomElement(using: &generator) ?? 800
            let ordinal = -719_528 + Int.random(in: -reach...reach, using: &generator)
            let number = unit.number(of: CalendarDay(ordinal: ordinal))
            #expect(unit.start(number) <= Double(ordinal) && Double(ordinal) < unit.start(number + 1))
            #expect(unit.number(of: unit.firstDay(number)) == number)
        }
    }
}
