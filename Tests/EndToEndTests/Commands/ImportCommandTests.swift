import Foundation
import TestSupport
import Testing

/// `dateline import`.
@Suite struct ImportCommandTests {
    private static let sheet = """
        Year,Month,Day,Display Date,Headline,Text,Media,Type,Group,Background
        ,,,,The harbour,A story of a harbour.,,title,,
        1911,8,11,,Harbour closed,"<p>No ship <b>enters</b>.</p>",https://courier.example/quay.jpg,,Shipping,#fff
        1911,8,14,August 1911,Harbour open,,,,Shipping,
        """

    private func folder() throws -> TemporaryFolder { try TemporaryFolder(["timeline.csv": Self.sheet]) }

    @Test func aSheetBecomesASiteThatBuilds() throws {
        let folder = try folder()
        let run = try folder.run("import", "timeline.csv", "--into", "story")
        #expect(run.status == 0)
        #expect(
            run.output == """
                2 entries written, 0 known, 0 in error
                kept below extra: Background (1)
                words less precise than the date: Display Date (1)
                The new files have 2 warnings; `dateline check` lists them.

                """)
        #expect(
            run.error.contains(
                "timeline.csv:4:11: warning: row 4, Display Date: 'August 1911' says less than 1911-08-14"))
        #expect(run.error.contains("fix: write date: 1911-08 in the entry if no more is known"))
        #expect(
            folder.names.filter { $0.hasPrefix("story/Content/") && $0.hasSuffix("l") || $0.hasSuffix("d") }
                .sorted() == [
                    "story/Content/events/1911-08-11-harbour-closed.md",
                    "story/Content/events/1911-08-14-harbour-open.md",
                    "story/Content/timeline.yml",
                ])
        let build = try folder.run("build", "--source", "story")
        #expect(build.status == 0)
        #expect(
            try folder.text("story/Site/events/1911-08-11-harbour-closed.html").contains(
                "<strong>enters</strong>"))
        #expect(
            try folder.text("story/Site/events/1911-08-11-harbour-closed.html").contains(
                "https://courier.example/quay.jpg"))
    }

    @Test func aSecondImportAddsNothing() throws {
        let folder = try folder()
        try folder.run("import", "timeline.csv", "--into", "story")
        let before = try folder.tree("story")
        // The name of the file does not matter for events without an id of their own.
        try folder.move("timeline.csv", to: "timeline (1).csv")
        let run = try folder.run("import", "timeline (1).csv", "--into", "story")
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("0 entries written, 2 known, 0 in error\n"))
        #expect(run.error.contains("row 3: this event was imported before [import-known]"))
        #expect(try folder.tree("story") == before)
        try folder.write("timeline (1).csv", Self.sheet + "\n1912,,,,Harbour open,,,,,\n")
        #expect(
            try folder.run("import", "timeline (1).csv", "--into", "story").output.hasPrefix(
                "1 entry written, 2 known"))
    }

    @Test func aDryRunWritesNothing() throws {
        let folder = try folder()
        let run = try folder.run("import", "timeline.csv", "--into", "story", "--dry-run")
        #expect(run.status == 0)
        #expect(
            run.output.hasPrefix(
                """
                would write story/Content/timeline.yml
                would write story/Content/events/1911-08-11-harbour-closed.md
                would write story/Content/events/1911-08-14-harbour-open.md
                2 entries to be written, 0 known, 0 in error

                """))
        #expect(folder.names == ["timeline.csv"])
    }

    @Test func entriesInErrorAreLeftOut() throws {
        let folder = try TemporaryFolder([
            "events.csv": "title,date,status\nFine,1911,claimed\nNo month,1911-13,\nWrong,1912,certain\n"
        ])
        let run = try folder.run("import", "events.csv")
        #expect(run.status == 1)
        #expect(run.output.hasPrefix("1 entry written, 0 known, 2 in error\n"))
        #expect(run.error.contains("events.csv:3:10: error: row 3, date: '1911-13' is no date"))
        #expect(
            run.error.contains(
                "events.csv:4:1: error: row 4: 'certain' is not a valid status [unknown-status] [import-entry]"
            ))
        #expect(folder.exists("Content/events/1911-fine.md"))
        #expect(try folder.run("build").status == 0)
    }

    @Test func nothingIsWrittenIfNoEntryIsLeft() throws {
        let folder = try TemporaryFolder([
            "events.csv": "title,date\nA,soon\n", "empty.json": "", "none.json": "{\"events\": []}",
        ])
        for file in ["events.csv", "empty.json", "none.json"] {
            #expect(try folder.run("import", file, "--into", "story").status == 1)
        }
        #expect(!folder.exists("story"))
    }

    @Test func nothingThatExistsIsChanged() throws {
        let site = try TemporaryFolder(SmallSite.files)
        let before = try site.tree("Content")
        try site.write("events.csv", "title,date,slug\nClosed,1911,\nTaken,1911,closed\nFine,1911,\n")
        try site.write("Content/events/1911-fine.md", "---\ntitle: Fine\ndate: 1911\nstatus: claimed\n---\n")
        let run = try site.run("import", "events.csv")
        #expect(run.status == 1)
        #expect(run.error.contains("row 3: the slug 'closed' is taken"))
        #expect(try site.text("Content/events/1911-fine.md").hasSuffix("status: claimed\n---\n"))
        #expect(site.exists("Content/events/1911-fine-2.md"))
        for (path, bytes) in before { #expect(try site.bytes("Content/" + path) == bytes, "\(path)") }
    }

    @Test func aPageThatExistsIsKeptAndReported() throws {
        let folder = try TemporaryFolder([
            "timeline.csv": "Year,Headline,Text,Type\n,Harbour,<b>Bold</b> story,title\n1911,Closed,,\n"
        ])
        try folder.write("story/Content/pages/introduction.md", "---\ntitle: Mine\n---\n")
        let run = try folder.run("import", "timeline.csv", "--into", "story")
        #expect(run.status == 0)
        #expect(
            run.error.contains("Content/pages/introduction.md exists, and is not replaced [import-left-out]"))
        #expect(try folder.text("story/Content/pages/introduction.md") == "---\ntitle: Mine\n---\n")
        #expect(folder.exists("story/Content/timeline.yml"))
    }

    @Test func manyEntriesWithOneTitleAreNumbered() throws {
        let rows = (0..<3000).map { "Same,1911,text \($0)\n" }.joined()
        let folder = try TemporaryFolder(["events.csv": "title,date,body\n" + rows])
        let run = try folder.run("import", "events.csv", "--into", "story")
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("3000 entries written"))
        #expect(folder.exists("story/Content/events/1911-same-3000.md"))
    }

    @Test func theReportIsForProgramsToo() throws {
        let folder = try folder()
        let run = try folder.run("import", "timeline.csv", "--into", "story", "--format", "json")
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(run.outputBytes)) as? [String: Any])
        #expect(json["warnings"] as? Int == 1)
        #expect(run.error.hasPrefix("2 entries written"))
    }

    @Test func columnsAreMapped() throws {
        let folder = try TemporaryFolder(["events.csv": "Headline,When\nClosed,1911-08\n"])
        #expect(try folder.run("import", "events.csv").status == 1)
        let run = try folder.run("import", "events.csv", "--map", "title=Headline", "--map", "date=When")
        #expect(run.status == 0)
        #expect(folder.exists("Content/events/1911-08-closed.md"))
        #expect(try folder.run("import", "events.csv", "--map", "titel=Headline").status == 64)
    }

    @Test func filesThatCannotBeReadAreFailures() throws {
        let folder = try TemporaryFolder(["a.csv": "x"])
        #expect(try folder.run("import", "missing.csv").status == 74)
        #expect(try folder.run("import", ".").status == 74)
        #expect(try folder.run("import", "a.csv", "--into", "a.csv").status == 64)
        #expect(try folder.run("import", "a.csv", "--from", "word").status == 64)
    }

    @Test func nothingIsWrittenOutsideOfTheSite() throws {
        let folder = try TemporaryFolder(["events.csv": "title,date\nA,1911\n"])
        try folder.makeFolder("elsewhere")
        try folder.makeFolder("story/Content")
        try folder.write("story/Content/timeline.yml", "title: T\n")
        try folder.link("story/Content/events", to: "../../elsewhere")
        #expect(try folder.run("import", "events.csv", "--into", "story").status == 74)
        #expect(try folder.tree("elsewhere").isEmpty)
    }

    @Test func hostileCellsBecomePagesWithoutCode() throws {
        let folder = try TemporaryFolder([
            "timeline.csv": """
            Year,Headline,Text,Media
            1911,<script>alert(1)</script>=cmd,"<a href=""javascript:alert(2)"">x</a><img src=x onerror=alert(3)><svg onload=alert(4)>",javascript:alert(5)
            1912,../../etc/passwd,"<iframe src=""https://a.example/""></iframe>",
            """
        ])
        let run = try folder.run("import", "timeline.csv", "--into", "story")
        #expect(run.status == 0)
        #expect(folder.exists("story/Content/events/1912-etc-passwd.md"))
        #expect(try folder.run("build", "--source", "story").status == 0)
        for (path, bytes) in try folder.tree("story/Site") where path.hasPrefix("events/") {
            let page = String(decoding: bytes, as: UTF8.self)
            #expect(!page.contains("alert(1)</script>"), "\(path)")
            #expect(!page.contains("href=\"javascript:"), "\(path)")
            #expect(!page.contains("<iframe"), "\(path)")
            #expect(!page.contains("onerror=alert"), "\(path)")
        }
    }
}
