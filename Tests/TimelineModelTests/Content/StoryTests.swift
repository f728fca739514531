import Diagnostics
import Testing

@testable import TimelineModel

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite("The story of this repository")
struct StoryTests {
    /// The repository, found from this file: Tests/TimelineModelTests/Content/StoryTests.swift.
    private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        .dropLast(4).joined(separator: "/")

    @Test("It has no diagnostics, and every entry is there")
    func story() throws {
        let tree = DiskFileTree(root: Self.root)
        let (content, found) = try ContentReader(tree, jobs: 2).read()
        let timeline = Timeline(content)
        let all = found + content.check(leftOut: timeline.leftOut, jobs: 2)
        var printer = DiagnosticPrinter { try? tree.read($0) }
        let text = printer.text(all)
        #expect(text == "")
        let files = try tree.files(below: "Content/events")
        #expect(timeline.entries.count == files.count)
        #expect(files.count >= 32)
        #expect(timeline.asOf?.iso == "2025-04-28")
    }
}
