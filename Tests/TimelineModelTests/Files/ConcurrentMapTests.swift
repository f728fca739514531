import Synchronization
import Testing

@testable import TimelineModel

@Suite("Work on several threads")
struct ConcurrentMapTests {
    @Test("The same results in the same order", arguments: [1, 2, 16, 1000], [0, 1, 63, 64, 65, 1000])
    func order(_ jobs: Int, _ count: Int) {
        let results = concurrentMap(count: count, jobs: jobs) { "\($0 * $0)" }
        #expect(results == (0..<count).map { "\($0 * $0)" })
    }

    @Test("Each item once", arguments: [1, 2, 16])
    func once(_ jobs: Int) {
        let calls = Mutex([Int](repeating: 0, count: 500))
        _ = concurrentMap(count: 500, jobs: jobs) { item in calls.withLock { $0[item] += 1 } }
        #expect(calls.withLock { $0 } == [Int](repeating: 1, count: 500))
    }

    @Test("A file that cannot be read is named, whatever the number of threads", arguments: [1, 2, 16])
    func failures(_ jobs: Int) throws {
        struct Failing: FileTree {
            let inner: MemoryFileTree
            func listing(of folder: String) throws(FileFailure) -> FileListing {
                try inner.listing(of: folder)
            }
            func read(_ path: String) throws(FileFailure) -> [UInt8]? {
                if path.hasSuffix("7.md") { throw FileFailure(path: path, reason: "no") }
                return try inner.read(path)
            }
        }
        var files: [String: String?] = [:]
        for number in 0..<200 { files["Content/events/e\(number).md"] = TestSite.entry() }
        let reader = ContentReader(Failing(inner: TestSite(files).tree), jobs: jobs)
        #expect(throws: FileFailure(path: "Content/events/e107.md", reason: "no")) { try reader.read() }
    }
}
