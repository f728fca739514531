import Foundation
import TestSupport
import Testing

@Suite("Cards that a build writes")
struct CardBuildTests {
    private func site() throws -> TemporaryFolder {
        var files = SmallSite.files
        files["Content/timeline.yml"] = "cards: true\nbase_url: https://x.example/\n" + SmallSite.settings
        for number in 0..<12 {
            files["Content/events/more-\(number).md"] = SmallSite.entry(
                "Ship \(number) leaves", "1911-09-0\(number % 9 + 1)")
        }
        return try TemporaryFolder(files)
    }

    private func cards(_ site: TemporaryFolder) throws -> [String: [UInt8]] {
        try site.tree("Site").filter { $0.key.hasSuffix(".png") }
    }

    @Test("A changed title changes one card, and the others are not written again")
    func oneTitle() throws {
        let site = try site()
        let first = try site.run("build", "--changes", "list.txt")
        #expect(first.status == 0, "\(first.error)")
        let before = try cards(site)
        #expect(before.count == 15)
        #expect(before.values.allSatisfy { $0.starts(with: [0x89, 0x50, 0x4E, 0x47]) && $0.count < 40_000 })
        let stamps = try site.stamps("Site")
        try site.replace(
            "Harbour closed", with: "Harbour closed to all ships", in: "Content/events/closed.md")
        #expect(try site.run("build", "--changes", "list.txt").status == 0)
        let changed = try site.text("list.txt").split(separator: "\n").filter { $0.hasSuffix(".png") }
        #expect(changed == ["cards/closed.png"])
        let after = try site.stamps("Site")
        for path in before.keys { #expect((stamps[path] == after[path]) == (path != "cards/closed.png")) }
        // An edit of a text that no card shows changes none.
        try site.replace("Text.", with: "Another text.", in: "Content/events/closed.md")
        #expect(try site.run("build", "--changes", "list.txt").status == 0)
        #expect(try !site.text("list.txt").contains(".png"))
    }

    @Test("Cards are the same bytes with any number of threads and in any locale")
    func sameBytes() throws {
        let (one, other) = (try site(), try site())
        #expect(try one.run("build", "--jobs", "1").status == 0)
        let places = [
            "LANG": "ja_JP.UTF-8", "LC_ALL": "ja_JP.UTF-8", "FC_LANG": "ja", "PANGO_LANGUAGE": "ja",
        ]
        #expect(try other.run(["build", "--jobs", "4"], environment: places).status == 0)
        #expect(try cards(one) == cards(other))
    }

    @Test("A card that was changed, removed or cut off is drawn again, also after an interrupted build")
    func repaired() throws {
        let site = try site()
        try site.run("build")
        let before = try cards(site)
        try site.write(
            "Site/cards/closed.png", bytes: Array(try site.bytes("Site/cards/closed.png").dropLast(20)))
        try site.write("Site/cards/reopened.png", bytes: try site.bytes("Site/cards/closed.png"))
        try site.remove("Site/card.png")
        try site.write("Site/.dateline-unfinished", "")
        let run = try site.run("build")
        #expect(run.status == 0 && run.output.contains("3 written"), "\(run.output)")
        #expect(try cards(site) == before)
    }

    @Test("Without fonts a site with cards is not built, and the reason is at the setting")
    func noFonts() throws {
        let site = try site()
        try site.write("fonts.conf", "<?xml version=\"1.0\"?><fontconfig><dir>nowhere</dir></fontconfig>\n")
        let environment = ["FONTCONFIG_FILE": site.path + "/fonts.conf"]
        let run = try site.run(["build"], environment: environment)
        #expect(run.status == 1)
        #expect(
            run.error.contains(
                "Content/timeline.yml:1:8: error: cards cannot be drawn: no font is installed [card-library]"),
            "\(run.error)")
        #expect(!site.exists("Site/index.html"))
        try site.replace("cards: true", with: "cards: false", in: "Content/timeline.yml")
        #expect(try site.run(["build"], environment: environment).status == 0)
        #expect(try cards(site).isEmpty)
    }

    @Test("Other fonts are noticed, although no file of the site has changed")
    func otherFonts() throws {
        let site = try site()
        #expect(try site.run("build").status == 0)
        #expect(try site.run("build").output.contains("nothing changed"))
        let before = try cards(site)
        let faces = "<dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>cache</cachedir>"
        try site.write("fonts.conf", "<?xml version=\"1.0\"?><fontconfig>\(faces)</fontconfig>\n")
        let run = try site.run(["build"], environment: ["FONTCONFIG_FILE": site.path + "/fonts.conf"])
        #expect(run.status == 0 && run.output.contains("15 written"), "\(run.output)\(run.error)")
        #expect(try cards(site).allSatisfy { before[$0.key] != $0.value })
    }

    @Test(
        "The binary needs none of the libraries that draw cards",
        .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/ldd")))
    func dependencies() throws {
        let binary = try Dateline.found().path
        let run = try TemporaryFolder().shell("ldd '\(binary)'")
        #expect(run.status == 0 && run.output.contains("libc"))
        for library in ["pango", "cairo", "freetype", "fontconfig", "glib"] {
            #expect(!run.output.contains(library))
        }
    }
}
