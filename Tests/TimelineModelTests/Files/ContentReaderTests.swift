import Diagnostics
import Files
import TestSupport
import Testing

@testable import TimelineModel

@Suite("Reading the files of a site")
struct ContentReaderTests {
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

    @Test("A folder in place of a data file is reported, whatever it contains")
    func folders() throws {
        for content in ["actors.yml/.keep", "actors.yml/x.txt"] {
            let folder = try TemporaryFolder()
            try folder.write("site/Content/\(content)", "x")
            try folder.write("site/Content/timeline.yml", "title: Site\n")
            let found = try ContentReader(DiskFileTree(root: folder.path + "/site")).read().diagnostics.filter
            { $0.rule == .unreadFile }
            #expect(found.first?.summary == "'actors.yml' is a folder, and not read")
            #expect(found.first?.location.path == "Content/actors.yml")
        }
    }
}
