import TestSupport
import Testing
import TimelineModel

@testable import SiteRendering

@Suite("The numbers of entries in the data files of the search")
struct SearchNumbersTests {
    private func timeline(_ numbers: some Sequence<Int>) throws -> Timeline {
        var files: [String: String] = [:]
        for number in numbers {
            files["events/e\(number).md"] = SmallSite.entry("E\(number)", "\(1000 + number)")
        }
        return try MemorySite(files).site().timeline
    }

    @Test("A short timeline numbers its entries in order", arguments: [1, 7])
    func short(_ count: Int) throws {
        let numbers = SearchNumbers(of: try timeline(0..<count), isLong: false)
        #expect(numbers.numbers == Array(0..<count))
        #expect(numbers.runs == [0..<count])
        #expect(numbers.size == count)
    }

    @Test("All numbers differ, and are within the run of the entry", arguments: [1, 40, 700])
    func long(_ count: Int) throws {
        let numbers = SearchNumbers(of: try timeline(0..<count), isLong: true)
        #expect(numbers.numbers.count == count)
        #expect(Set(numbers.numbers).count == count)
        #expect(Set(numbers.places).count == numbers.places.count)
        #expect(numbers.runs.flatMap(\.self) == Array(0..<count))
        for (run, place) in zip(numbers.runs, numbers.places) {
            #expect(run.count <= 32)
            for entry in run { #expect(numbers.numbers[entry] / max(1, numbers.width) == place) }
        }
        #expect(numbers.numbers.allSatisfy { $0 < numbers.size })
        #expect(numbers.size <= max(count * 6, 96))
        #expect(numbers.order.map { numbers.numbers[$0] } == numbers.numbers.sorted())
    }

    @Test("An entry that is added leaves nearly all others their numbers")
    func stability() throws {
        func named(_ timeline: Timeline) -> [String: Int] {
            let numbers = SearchNumbers(of: timeline, isLong: true)
            return Dictionary(
                uniqueKeysWithValues: zip(timeline.entries.map(\.slug.value), numbers.numbers))
        }
        let before = named(try timeline(0..<1200))
        var moved: [Int] = []
        for added in [3, 117, 411, 598, 803, 1000, 1199] {
            let after = named(try timeline((0..<1200).filter { $0 != added }))
            moved.append(after.count { before[$0.key] != $0.value })
        }
        #expect(moved.sorted()[moved.count / 2] <= 4)
        #expect(moved.reduce(0, +) <= 60 * moved.count)
    }
}
