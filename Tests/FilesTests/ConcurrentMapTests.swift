import Synchronization
import Testing

@testable import Files

@Suite("Mapping on several threads")
struct ConcurrentMapTests {
    @Test(
        "The results are in the order of the items, with any number of jobs",
        arguments: [1, 2, 16, 1000], [0, 1, 63, 64, 65, 1000])
    func order(_ jobs: Int, _ count: Int) {
        let results = concurrentMap(count: count, jobs: jobs) { "\($0 * $0)" }
        #expect(results == (0..<count).map { "\($0 * $0)" })
    }

    @Test("Each item is mapped once", arguments: [1, 2, 16])
    func once(_ jobs: Int) {
        let calls = Mutex([Int](repeating: 0, count: 500))
        _ = concurrentMap(count: 500, jobs: jobs) { item in calls.withLock { $0[item] += 1 } }
        #expect(calls.withLock { $0 } == [Int](repeating: 1, count: 500))
    }
}
