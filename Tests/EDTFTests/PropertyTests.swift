import EDTF
import TestSupport
import Testing

@Suite("Properties of random dates")
struct PropertyTests {
    /// Random dates; the seed is printed.
    private static func dates(_ count: Int, _ name: String) -> [DateExpression] {
        var generator = DateTextGenerator(random: .announced(name))
        return (0..<count).compactMap { _ in try? DateExpression(generator.text()) }
    }

    private static func check(_ dates: [DateExpression], _ property: (DateExpression) -> Bool) {
        let failures = dates.filter { !property($0) }.prefix(5).map(\.canonical)
        #expect(failures.isEmpty)
    }

    @Test("The generator makes dates of every kind")
    func generator() {
        let dates = Self.dates(5_000, "kinds")
        #expect(dates.count > 500)
        #expect(Set(dates.map(\.kind)) == Set(DateExpression.Kind.allCases))
    }

    @Test("Parsing canonical text gives the same date")
    func canonicalRoundTrip() {
        let dates = Self.dates(6_000, "canonical") + Vector.dates
        Self.check(dates) { date in
            guard let again = try? DateExpression(date.canonical) else { return false }
            return again == date && again.canonical == date.canonical && again.hashValue == date.hashValue
        }
    }

    @Test("The first day is never after the last, and known bounds equal the bounds for display")
    func boundsInOrder() {
        let dates = Self.dates(6_000, "bounds") + Vector.dates
        Self.check(dates) { date in
            guard let first = date.displayEarliest.day, let last = date.displayLatest.day else { return true }
            // An interval may begin late in its first date and end early in its last, but never the reverse.
            let isInOrder = first <= last
            let agrees = (date.earliest.day ?? first) == first && (date.latest.day ?? last) == last
            return isInOrder && agrees
        }
    }

    @Test("Words and explanations are never empty and never show a placeholder")
    func words() {
        let dates = Self.dates(5_000, "words") + Vector.dates
        Self.check(dates) { date in
            let texts = [date.text(in: .english), date.explanation(in: .english)]
            return texts.allSatisfy {
                !$0.isEmpty && !$0.contains("{") && !$0.contains("  ") && !$0.hasPrefix(" ")
            }
        }
    }

    @Test("Sort keys have a total order")
    func totalOrder() {
        var random = SeededGenerator.announced("order")
        let keys = (Self.dates(2_000, "sort keys") + Vector.dates).map(\.sortKey)
        var failures = 0
        for _ in 0..<40_000 {
            let triple = (0..<3).map { _ in keys[Int.random(in: keys.indices, using: &random)] }
            let (a, b, c) = (triple[0], triple[1], triple[2])
            // Exactly one of less, equal, greater.
            if [a < b, a == b, b < a].filter(\.self).count != 1 { failures += 1 }
            if a < b, b < c, !(a < c) { failures += 1 }
            if a == b, b == c, a != c { failures += 1 }
        }
        #expect(failures == 0)
        let sorted = keys.sorted()
        #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $0 <= $1 })
    }

    @Test("Every matching day lies within the bounds, and the bounds match")
    func boundsAreTight() throws {
        let dates = Self.dates(5_000, "tight bounds")
        Self.check(dates) { date in
            guard case .date(let value) = date.value else { return true }
            return [value.earliest, value.latest].allSatisfy { day in
                (value.month?.matches(day.month) ?? true) && (value.day?.matches(day.day) ?? true)
                    && day.year >= value.year.earliest && day.year <= value.year.latest
            }
        }
    }

    /// The first or last day whose text fits a pattern, found by trying every day of the calendar.
    private static func fittingDay(_ pattern: String, latest: Bool) -> CalendarDay? {
        let isNegative = pattern.hasPrefix("-")
        let parts = pattern.drop { $0 == "-" }.split(separator: "-").map { Array($0.utf8) }
        func fits(_ number: Int, _ part: [UInt8]) -> Bool {
            var rest = number
            for character in part.reversed() {
                if character != UInt8(ascii: "X"), Int(character) - 48 != rest % 10 { return false }
                rest /= 10
            }
            return rest == 0
        }
        let magnitudes = (isNegative ? 1...9999 : 0...9999).filter { fits($0, parts[0]) }
        let years = magnitudes.map { isNegative ? -$0 : $0 }.sorted()
        for year in latest ? years.reversed() : years {
            var days: [CalendarDay] = []
            for month in 1...12 where parts.count < 2 || fits(month, parts[1]) {
                for day in 1...31 where parts.count < 3 || fits(day, parts[2]) {
                    if let found = CalendarDay(year: year, month: month, day: day) { days.append(found) }
                }
            }
            if let found = latest ? days.last : days.first { return found }
        }
        return nil
    }

    @Test("Bounds of unspecified digits are the ones that a search of all days finds")
    func boundsByTrial() {
        var random = SeededGenerator.announced("patterns")
        for _ in 0..<60 {
            func digits(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
            let year = (0..<4).map { _ in digits(["0", "1", "2", "9", "X", "X"]) }.joined()
            var pattern = digits(["", "", "-"]) + year
            if Bool.random(using: &random) {
                pattern += "-" + digits(["02", "XX", "0X", "1X", "X1", "X2", "11"])
                if Bool.random(using: &random) {
                    pattern += "-" + digits(["29", "30", "31", "XX", "3X", "X9", "2X", "X0"])
                }
            }
            if pattern.hasPrefix("-0000") { continue }
            let date = try? DateExpression(pattern)
            #expect(date?.earliest.day == Self.fittingDay(pattern, latest: false), "\(pattern)")
            #expect(date?.latest.day == Self.fittingDay(pattern, latest: true), "\(pattern)")
        }
    }

    @Test("The level of canonical text is never higher than the date's")
    func levels() {
        let dates = Self.dates(5_000, "levels") + Vector.dates
        Self.check(dates) { date in
            guard let again = try? DateExpression(date.canonical) else { return false }
            return again.level <= date.level && 0...2 ~= date.level
        }
    }
}
