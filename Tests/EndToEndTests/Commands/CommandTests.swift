import TestSupport
import Testing

/// The command itself: help, version, wrong usage.
@Suite struct CommandTests {
    @Test func version() throws {
        let run = try TemporaryFolder().run("--version")
        #expect(run.status == 0)
        #expect(run.output.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
        #expect(run.error == "")
    }

    @Test(arguments: [
        ["--help"], ["help"], [], ["build", "--help"], ["check", "-h"], ["add", "-h"], ["date", "-h"],
        ["new", "-h"], ["explain", "-h"], ["schema", "-h"],
    ])
    func help(_ arguments: [String]) throws {
        let folder = try TemporaryFolder()
        let run = try folder.run(arguments)
        #expect(run.status == 0)
        #expect(run.output.contains("USAGE: dateline"))
        #expect(run.error == "")
        #expect(try folder.tree("").isEmpty)
    }

    @Test func helpNamesEveryCommandAndExitCode() throws {
        let help = try TemporaryFolder().run("--help").output
        for word in [
            "new", "build", "check", "add", "date", "explain", "schema", "64 wrong usage",
            "74 input or output",
        ] {
            #expect(help.contains(word))
        }
    }

    @Test(arguments: [
        ["frob"], ["--frob"], ["build", "extra"], ["check", "-o", "x"], ["build", "--source"],
    ])
    func wrongUsage(_ arguments: [String]) throws {
        let folder = try TemporaryFolder(SmallSite.files)
        let before = try folder.tree("")
        let run = try folder.run(arguments)
        #expect(run.status == 64)
        #expect(run.output == "")
        #expect(run.error.hasPrefix("Error: "))
        #expect(try folder.tree("") == before)
    }
}
