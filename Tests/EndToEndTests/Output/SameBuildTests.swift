import Foundation
import TestSupport
import Testing

/// Builds of a site that has not changed.
@Suite struct SameBuildTests {
    @Test func itTellsTheSameAndTouchesNothing() throws {
        let site = try TemporaryFolder(SmallSite.files)
        // Left-out entries and mistakes are reported every time.
        try site.write(
            "Content/events/draft.md", "---\ntitle: D\ndate: 2023\nstatus: claimed\ndraft: true\n---\n")
        try site.write("Content/events/day.md", "---\ntitle: N\ndate: 2023-01-01\nstatus: claimed\n---\n")
        let first = try site.run("build")
        #expect(first.status == 0)
        #expect(first.output.contains("left out: 1 draft"))
        #expect(first.error.contains("[invented-precision]"))
        let before = try site.tree("Site")
        let second = try site.run("build")
        #expect(second.status == 0)
        #expect(second.error == first.error)
        #expect(second.output.contains("nothing changed (0 written, "))
        #expect(second.output.contains("left out: 1 draft"))
        #expect(try site.tree("Site") == before)
        // The files are the same as those of a new build.
        let fresh = try site.run("build", "-o", "other")
        #expect(fresh.status == 0)
        #expect(try site.tree("other") == before)
        #expect(try site.run("build", "--strict").status == 1)
        #expect(try site.run("build", "--format", "json").output.contains("invented-precision"))
    }

    @Test func whatWasChangedIsBuilt() throws {
        let site = try TemporaryFolder(SmallSite.files)
        #expect(try site.run("build").status == 0)
        let before = try site.tree("Site")
        try site.write("Site/index.html", "changed by hand")
        let mended = try site.run("build")
        #expect(mended.output.contains("1 written"))
        #expect(try site.tree("Site") == before)
        try site.write("Content/events/more.md", "---\ntitle: More\ndate: 2023-05\nstatus: claimed\n---\n")
        #expect(try site.run("build").status == 0)
        #expect(site.exists("Site/events/more.html"))
        try FileManager.default.removeItem(at: site.url("Content/events/more.md"))
        #expect(try site.run("build").status == 0)
        #expect(try site.tree("Site") == before)
    }
}
