import Diagnostics
import Files
import Synchronization
import TestSupport
import Testing
import UTF8Text

@testable import SiteOutput

/// Files that take long to render, and are kept if their bytes show that they are up to date.
@Suite struct LastingFileTests {
    /// Counts how often files are rendered.
    private final class Count: Sendable {
        let value = Mutex(0)
    }

    private func tree(_ text: String, _ rendered: Count, files: Int = 1) -> OutputTree {
        OutputTree.assemble(
            (0..<files).map { number in
                OutputFile(
                    "cards/\(number).png", of: "x",
                    .lasting(isCurrent: { $0 == Array("\(text) \(number)".utf8) }) { output in
                        rendered.value.withLock { $0 += 1 }
                        output.append(text: "\(text) \(number)")
                    })
            } + [OutputFile("a.html", of: "x", .rendered { $0.append(text: "page") })],
            similarNames: .similarNames
        ).tree
    }

    private func write(_ tree: OutputTree, _ place: TemporaryFolder) throws -> WriteSummary {
        try OutputWriter(to: place.path, copyingFrom: MemoryFileTree(), jobs: 3).write(tree)
    }

    @Test("A file is rendered when it is new, out of date, changed by hand or gone, and never otherwise")
    func kept() throws {
        let (place, rendered) = (try TemporaryFolder(), Count())
        #expect(try write(tree("one", rendered, files: 70), place) == WriteSummary(written: 71))
        #expect(rendered.value.withLock { $0 } == 70)
        #expect(try write(tree("one", rendered, files: 70), place) == WriteSummary(unchanged: 71))
        #expect(rendered.value.withLock { $0 } == 70)
        try place.write("cards/7.png", "one 8")
        try place.remove("cards/9.png")
        #expect(try write(tree("one", rendered, files: 70), place) == WriteSummary(written: 2, unchanged: 69))
        #expect(rendered.value.withLock { $0 } == 72)
        #expect(try place.text("cards/7.png") == "one 7")
        #expect(try write(tree("two", rendered, files: 70), place) == WriteSummary(written: 70, unchanged: 1))
    }

    @Test("The fingerprint of kept files is that of rendered ones, so the next build is known to be the same")
    func sameBuild() throws {
        let (place, rendered) = (try TemporaryFolder(), Count())
        let (sources, fonts) = (Fingerprint(of: [1]), Fingerprint(of: [2]))
        let report = BuildReport(entryCount: 1, pageCount: 1, leftOut: nil, diagnostics: [])
        let writer = OutputWriter(to: place.path, copyingFrom: MemoryFileTree(), jobs: 1)
        for _ in 0..<2 {
            _ = try writer.write(tree("one", rendered), madeOf: sources, in: fonts, telling: report)
            #expect(try writer.sameBuild(rules: [], of: { sources }, in: { fonts }) != nil)
        }
        // Other fonts, or none that can be found.
        #expect(try writer.sameBuild(rules: [], of: { sources }, in: { Fingerprint(of: [3]) }) == nil)
        #expect(try writer.sameBuild(rules: [], of: { sources }, in: { nil }) == nil)
        // A build that used no fonts does not ask for them.
        _ = try writer.write(tree("one", rendered), madeOf: sources, telling: report)
        #expect(
            try writer.sameBuild(
                rules: [], of: { sources },
                in: {
                    Issue.record("asked")
                    return nil
                }) != nil)
    }
}
