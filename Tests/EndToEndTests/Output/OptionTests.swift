import Foundation
import TestSupport
import Testing

/// The options that a build and a check share.
@Suite struct OptionTests {
    private func siteWithWarning() throws -> TemporaryFolder {
        let site = try TemporaryFolder(SmallSite.files)
        try site.replace("status:", with: "colour: red\nstatus:", in: "Content/events/closed.md")
        return site
    }

    @Test func warningsDoNotStopABuild() throws {
        let site = try siteWithWarning()
        let run = try site.run("build")
        #expect(run.status == 0)
        #expect(run.error.hasPrefix("Content/events/closed.md:4:1: warning: 'colour' is not a key of entry"))
        #expect(run.error.hasSuffix("\n0 errors, 1 warning\n"))
        #expect(run.output.hasPrefix("Site: 2 entries"))
    }

    @Test func strictMakesWarningsErrors() throws {
        let site = try siteWithWarning()
        let run = try site.run("build", "--strict")
        #expect(run.status == 1)
        #expect(run.error.hasPrefix("Content/events/closed.md:4:1: error: 'colour' is not a key of entry"))
        #expect(!site.exists("Site"))
        #expect(try site.run("check", "--strict").status == 1)
    }

    @Test func checkSaysHowManyAndWritesNothing() throws {
        let site = try TemporaryFolder(SmallSite.files)
        let before = try site.tree("")
        let run = try site.run("check")
        #expect(run.status == 0)
        #expect(run.output == "2 entries checked\n")
        #expect(run.error == "")
        #expect(try site.run("check", "--quiet").output == "")
        #expect(try site.tree("") == before)
    }

    @Test func checkFailsOnErrorsAlone() throws {
        let site = try siteWithWarning()
        #expect(try site.run("check").status == 0)
        try site.write("Content/events/bad.md", SmallSite.entry("Bad", "1911-13"))
        let run = try site.run("check")
        #expect(run.status == 1)
        #expect(run.output == "")
        #expect(run.error.hasSuffix("\n1 error, 1 warning\n"))
    }

    @Test func jsonIsForEditors() throws {
        let site = try siteWithWarning()
        try site.write("Content/events/bad.md", SmallSite.entry("Bäd", "1911-13"))
        for command in ["build", "check"] {
            let run = try site.run(command, "--format", "json")
            #expect(run.status == 1)
            #expect(run.error == "")
            let report = try JSONDecoder().decode(Report.self, from: Data(run.outputBytes))
            #expect(report.errors == 1)
            #expect(report.warnings == 1)
            #expect(report.notes == 0)
            #expect(report.diagnostics.map(\.rule) == ["date-syntax", "unknown-key"])
            let date = try #require(report.diagnostics.first)
            #expect(date.path == "Content/events/bad.md")
            #expect(date.line == 3 && date.endLine == 3)
            #expect(date.column == 11 && date.endColumn == 12)
            #expect(date.offset == 26 && date.length == 1)
            #expect(date.severity == "error")
            #expect(!date.summary.isEmpty)
            #expect(!date.explanation.isEmpty)
        }
    }

    @Test func jsonOfASiteWithoutMistakesIsAllOfStandardOutput() throws {
        let site = try TemporaryFolder(SmallSite.files)
        let run = try site.run("build", "--format", "json")
        #expect(run.status == 0)
        #expect(run.output == "{\"diagnostics\":[],\"errors\":0,\"warnings\":0,\"notes\":0}\n")
        #expect(run.error.hasPrefix("Site: 2 entries"))
        #expect(try site.run("check", "--format", "json").output == run.output)
    }

    @Test func jsonTellsAFixAsAnEdit() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.replace("confirmed", with: "confirmd", in: "Content/events/closed.md")
        let run = try site.run("check", "--format", "json")
        let report = try JSONDecoder().decode(Report.self, from: Data(run.outputBytes))
        let edit = try #require(report.diagnostics.first?.fixIts.first?.edits.first)
        #expect(edit.text == "confirmed")
        #expect(edit.line == 4 && edit.column == 9 && edit.endColumn == 17)
        #expect(edit.path == "Content/events/closed.md")
    }

    @Test(arguments: [
        ["--jobs", "0"], ["--jobs", "-1"], ["--jobs", "x"], ["--format", "xml"], ["--frob"],
    ])
    func wrongUsageIs64(_ arguments: [String]) throws {
        let site = try TemporaryFolder(SmallSite.files)
        let run = try site.run(["build"] + arguments)
        #expect(run.status == 64)
        #expect(run.output == "")
        #expect(run.error.hasPrefix("Error: "))
        #expect(!site.exists("Site"))
    }

    @Test(arguments: ["example.org", "", "javascript:alert(1)", "https://", "ftp//x", "https://a b/"])
    func aBaseURLIsAnAddress(_ text: String) throws {
        let site = try TemporaryFolder(SmallSite.files)
        let run = try site.run("build", "--base-url", text)
        #expect(run.status == 64)
        #expect(run.error.hasPrefix("Error: --base-url '\(text)' "), "\(run.error)")
        #expect(run.error.contains("; it takes an address such as https://example.org/story/.\n"))
    }

    @Test(arguments: ["https://example.org/a", "https://example.org/a/"])
    func aBaseURLTakesThePlaceOfTheSites(_ text: String) throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Content/timeline.yml", "title: Harbour\nbase_url: https://old.example/\n")
        try site.run("build", "--base-url", text)
        #expect(try site.text("Site/robots.txt").hasSuffix("Sitemap: https://example.org/a/sitemap.xml\n"))
        let map = try site.text("Site/sitemap.xml")
        #expect(map.contains("<loc>https://example.org/a/events/closed.html</loc>"))
        #expect(!map.contains("old.example"))
    }

    /// Others may have written the content: it must not control the terminal of the person who builds it.
    @Test func controlCharactersOfContentNeverReachTheTerminal() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write(
            "Content/events/bell.md", SmallSite.entry("\u{1B}[2J\u{7}\u{9B}31m\u{202E}", "1911-13"))
        try site.write("Content/events/\u{1B}[2Jname.md", SmallSite.entry("x", "1911-13"))
        try site.write("Templates/home.mustache", "{{\u{1B}[2J}}\u{202E}")
        for arguments in [["build"], ["check", "--format", "json"]] {
            let run = try site.run(arguments)
            #expect(run.status == 1)
            let printed = (run.output + run.error).unicodeScalars
            let obeyed = printed.filter { scalar in
                (scalar.value < 0x20 && scalar != "\n") || (0x7F...0x9F).contains(scalar.value)
            }
            #expect(obeyed.isEmpty)
        }
    }
}

/// What `--format json` prints.
struct Report: Decodable {
    var diagnostics: [Finding]
    var errors: Int
    var warnings: Int
    var notes: Int

    struct Finding: Decodable {
        var path: String
        var line: Int
        var column: Int
        var endLine: Int
        var endColumn: Int
        var offset: Int
        var length: Int
        var severity: String
        var rule: String
        var summary: String
        var explanation: String
        var notes: [Remark]
        var fixIts: [FixIt]
    }

    struct Remark: Decodable {
        var summary: String
        var path: String?
        var line: Int?
        var column: Int?
    }

    struct FixIt: Decodable {
        var summary: String
        var edits: [Edit]
    }

    struct Edit: Decodable {
        var path: String
        var line: Int
        var column: Int
        var endColumn: Int
        var text: String
    }
}
