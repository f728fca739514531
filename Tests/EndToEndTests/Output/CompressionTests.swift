import Foundation
import TestSupport
import Testing

@Suite("build --compress and --manifest")
struct CompressionTests {
    /// One file of a list.
    private struct Item: Decodable {
        let path: String
        let bytes: Int
        let sha256: String
        let type: String
        let encoding: String?
    }

    private struct List: Decodable {
        let files: [Item]
    }

    private func list(_ text: String) throws -> [Item] {
        try JSONDecoder().decode(List.self, from: Data(text.utf8)).files
    }

    @Test("Each long text has a copy that gzip reads, the copy of a changed text alone changes, and all go")
    func copies() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Content/media/run.html", String(repeating: "<p>", count: 1000))
        try site.write("Content/media/table.csv", String(repeating: "a,b\n", count: 1000))
        #expect(try site.run("build", "--compress").status == 0)
        let copies = site.names.filter { $0.hasPrefix("Site/") && $0.hasSuffix(".gz") }
        for path in ["index.html", "events/closed.html", try site.stylePath(), "media/table.csv"] {
            #expect(copies.contains("Site/\(path).gz"), "\(path)")
        }
        #expect(!copies.contains("Site/robots.txt.gz") && !copies.contains("Site/media/run.html.gz"))
        for copy in copies {
            let text = try site.shell("gzip --decompress --stdout '\(copy)'")
            #expect(text.status == 0)
            #expect(text.output == (try site.text(String(copy.dropLast(3)))), "\(copy)")
        }
        let before = try site.stamps("Site")
        #expect(try site.run("build", "--compress").output.contains("nothing changed"))
        #expect(try site.stamps("Site") == before)
        try site.replace("Text.", with: "Another text.", in: "Content/events/closed.md")
        #expect(try site.run("build", "--compress", "--changes", "list.txt").status == 0)
        let changed = try site.text("list.txt").split(separator: "\n")
        #expect(changed.contains("events/closed.html") && changed.contains("events/closed.html.gz"))
        #expect(!changed.contains("events/reopened.html.gz"))
        #expect(try site.run("build").status == 0)
        #expect(site.names.allSatisfy { !$0.hasSuffix(".gz") })
    }

    @Test("The list has every file with its length, its digest and the type that servers send")
    func manifest() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Content/media/run.html", "<p>")
        #expect(try site.run("build", "--compress", "--manifest", "files.json").status == 0)
        let items = try list(site.text("files.json"))
        let paths = items.map(\.path)
        let files = Set(try site.tree("Site").keys.filter { !$0.hasPrefix(".dateline") })
        #expect(Set(paths) == files && paths.count == files.count)
        #expect(paths == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        for item in items { #expect(try site.bytes("Site/" + item.path).count == item.bytes) }
        let sums = items.map { "\($0.sha256)  Site/\($0.path)\n" }.joined()
        try site.write("sums", sums)
        #expect(try site.shell("sha256sum --check --strict --quiet sums").status == 0)
        func type(_ path: String) -> String? { items.first { $0.path == path }?.type }
        #expect(type("index.html") == "text/html; charset=utf-8")
        #expect(type("timeline.ics") == "text/calendar; charset=utf-8")
        #expect(type("dateline.json") == "application/json")
        // As servers send it: what could run in the site's name is a text.
        #expect(type("media/run.html") == "text/plain; charset=utf-8")
        let copy = try #require(items.first { $0.path == "index.html.gz" })
        #expect(copy.encoding == "gzip" && copy.type == "text/html; charset=utf-8")
        #expect(items.allSatisfy { ($0.encoding != nil) == $0.path.hasSuffix(".gz") })
    }

    @Test("A build that does nothing writes the same list, and a hyphen prints it")
    func again() throws {
        let site = try TemporaryFolder(SmallSite.files)
        #expect(try site.run("build", "--manifest", "files.json").status == 0)
        let first = try site.text("files.json")
        let run = try site.run("build", "--manifest", "-")
        #expect(run.status == 0 && run.output == first)
        #expect(run.error.contains("nothing changed"))
    }

    @Test(
        "A list is never among the content or the published files, and the two lists are two files",
        arguments: [
            (["--manifest", "Content/files.json"], "is inside ./Content."),
            (["--manifest", "Site/files.json"], "is inside Site."), (["--manifest", ""], "takes a file"),
            (["--manifest", "-", "--changes", "-"], "name one file"),
        ])
    func refused(_ options: [String], _ reason: String) throws {
        let site = try TemporaryFolder(SmallSite.files)
        let run = try site.run(["build"] + options)
        #expect(run.status == 64 && run.error.contains(reason), "\(run.error)")
        #expect(!site.names.contains("Site"))
    }
}
