import TestSupport
import Testing

/// `dateline embed`: prints HTML with which another site shows the timeline.
@Suite struct EmbedCommandTests {
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("Content/timeline.yml", "title: Harbour\nbase_url: https://x.org/\n")
        try folder.write("Content/events/a.md", SmallSite.entry("Harbour closed"))
        return folder
    }

    @Test func aFrameOrAListIsPrintedAndNothingWritten() throws {
        let folder = try folder()
        let run = try folder.run("embed", "--quiet", "--height", "320")
        #expect(run.status == 0)
        #expect(
            run.output.hasPrefix("<iframe data-dateline src=\"https://x.org/embed.html\" title=\"Harbour\""))
        #expect(run.output.contains("height: 320px"))
        let list = try folder.run("embed", "--quiet", "--fragment", "--base-url", "https://y.org/b")
        #expect(list.status == 0)
        #expect(list.output.contains("<a href=\"https://y.org/b/events/a.html\""))
        #expect(try folder.tree("").keys.allSatisfy { $0.hasPrefix("Content/") })
    }

    @Test(arguments: [
        (["--entry", "b"], "There is no entry 'b'"),
        (["--filter", "colour=red"], "'colour' is not a filter"),
        (["--height", "0"], "--height takes a number from 100 to 10000."),
        (["--entry", "a", "--filter", "status=claimed"], "give one of them"),
    ])
    func aWrongRequestPrintsNothing(_ arguments: [String], _ words: String) throws {
        let run = try folder().run(["embed", "--quiet"] + arguments)
        #expect(run.status == 64)
        #expect(run.output == "")
        #expect(run.error.contains(words), "\(run.error)")
    }

    @Test func aSiteWithErrorsIsNotShown() throws {
        let folder = try folder()
        try folder.write("Content/events/b.md", "---\ntitle: x\n---\n")
        let run = try folder.run("embed", "--quiet")
        #expect(run.status == 1)
        #expect(run.output == "")
    }
}
