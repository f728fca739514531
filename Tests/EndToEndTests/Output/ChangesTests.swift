import Foundation
import TestSupport
import Testing

@Suite("build --changes")
struct ChangesTests {
    @Test("The list has what the build added, changed and removed, one path a line")
    func lines() throws {
        let site = try TemporaryFolder(SmallSite.files)
        #expect(try site.run("build", "--changes", "list.txt").status == 0)
        let first = try site.text("list.txt").split(separator: "\n").map(String.init)
        let files = Set(try site.tree("Site").keys.filter { !$0.hasPrefix(".dateline") })
        #expect(Set(first) == files && first.count == files.count)
        try site.replace("Text.", with: "Another text.", in: "Content/events/closed.md")
        #expect(try site.run("build", "--changes", "list.txt").status == 0)
        let second = try site.text("list.txt").split(separator: "\n")
        #expect(second.contains("events/closed.html"))
        #expect(!second.contains("404.html"))
        #expect(try site.run("build", "--changes", "list.txt").status == 0)
        #expect(try site.text("list.txt") == "")
    }

    @Test("A hyphen prints the list, and nothing else to standard output")
    func standardOutput() throws {
        let site = try TemporaryFolder(SmallSite.files)
        let run = try site.run("build", "--changes", "-")
        #expect(run.status == 0)
        #expect(run.output.hasPrefix(".nojekyll\n404.html\n"))
        #expect(run.output.split(separator: "\n").allSatisfy { site.names.contains("Site/\($0)") })
        #expect(run.error.contains("Site"))
        #expect(try site.run("build", "--changes", "-").output == "")
    }

    @Test(
        "A list is never among the content or the published files",
        arguments: [
            ("Content/list.txt", "is inside ./Content."), ("Site/list.txt", "is inside Site."),
            ("new/../Site/list.txt", "is inside Site."), ("Templates/list.json", "is inside ./Templates."),
            ("", "takes a file"),
        ])
    func refused(_ file: String, _ reason: String) throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.run("build")
        let before = try site.tree(".")
        let run = try site.run("build", "--changes", file)
        #expect(run.status == 64)
        #expect(run.error.contains(reason), "\(run.error)")
        #expect(try site.tree(".") == before)
    }

    @Test("A list that cannot be written fails the build, and the next list has its changes too")
    func failure() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.run("build")
        try site.replace("Text.", with: "Another text.", in: "Content/events/closed.md")
        let run = try site.run("build", "--changes", "nowhere/list.txt")
        #expect(run.status == 74)
        #expect(run.error.contains("nowhere/list.txt: No such file or directory"))
        #expect(try site.run("build", "--changes", "list.txt").status == 0)
        #expect(try site.text("list.txt").contains("events/closed.html\n"))
    }

    @Test("A build with errors leaves the last list as it is")
    func errors() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.run("build", "--changes", "list.json")
        let before = try site.text("list.json")
        try site.write("Content/events/broken.md", "---\ntitle: x\ndate: soon\n---\n")
        #expect(try site.run("build", "--changes", "list.json").status == 1)
        #expect(try site.text("list.json") == before)
    }
}
