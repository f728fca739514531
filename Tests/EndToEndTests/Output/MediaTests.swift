import Foundation
import TestSupport
import Testing

/// Films and other large files.
@Suite struct MediaTests {
    /// The build has a limit of memory that is smaller than the film.
    @Test func aFilmIsNeverInMemory() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Content/media/film.mp4", "")
        try #require(truncate(site.path + "/Content/media/film.mp4", 160 << 20) == 0)
        for summary in ["written", "nothing changed"] {
            let run = try site.shell("ulimit -v 250000; exec dateline build --jobs 2")
            #expect(run.status == 0, "\(run.error.suffix(400))")
            #expect(run.output.contains(summary))
        }
        let size = try site.url("Site/media/film.mp4").resourceValues(forKeys: [.fileSizeKey]).fileSize
        #expect(size == 160 << 20)
    }

    /// A diagnostic of a film shows at most one line of it.
    @Test(arguments: ["text", "json", "github", "sarif"])
    func aFilmThatIsWarnedOfIsNotReadEither(_ format: String) throws {
        let site = try TemporaryFolder(SmallSite.files)
        for name in ["film.mp4", "Film.mp4", "con.png"] {
            try site.write("Content/media/" + name, "")
            try #require(truncate(site.path + "/Content/media/" + name, 400 << 20) == 0)
        }
        let run = try site.shell("ulimit -v 350000; exec dateline check --jobs 2 --format \(format)")
        #expect(run.status == 0, "\(run.error.suffix(400))")
        for rule in ["similar-names", "unportable-name", "picture-without-size"] {
            #expect((run.output + run.error).contains(rule))
        }
    }

    @Test func aTextThatMemoryHasNoRoomForIsAFailure() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Content/sources.yml", "")
        try #require(truncate(site.path + "/Content/sources.yml", 400 << 20) == 0)
        let run = try site.shell("ulimit -v 350000; exec dateline build --jobs 2")
        #expect(run.status == 74, "\(run.status)")
        #expect(run.error == "error: Content/sources.yml: no memory for its \(400 << 20) bytes\n")
        #expect(!site.exists("Site"))
    }

    /// If memory cannot be allocated, the program can only end.
    @Test(arguments: [150_000, 250_000, 400_000])
    func workThatMemoryHasNoRoomForIsAFailure(_ limit: Int) throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write(
            "Content/events/large.md",
            SmallSite.entry("Large", "1911") + String(repeating: "*a* b\n\n", count: 600_000))
        let run = try site.shell("ulimit -v \(limit); exec dateline build --jobs 2")
        #expect(run.status == 74, "\(run.status)")
        #expect(
            run.error.hasSuffix("the system gives this program no more memory; raise its limit (ulimit -v)\n")
        )
        #expect(!site.exists("Site/index.html"))
    }
}
