import TestSupport
import Testing

/// A site's own templates.
@Suite struct TemplateTests {
    @Test func oneFileTakesThePlaceOfTheThemes() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.run("build", "-o", "before")
        try site.write("Templates/not-found.mustache", "{{title}} {{root}}\n")
        #expect(try site.run("build").status == 0)
        var before = try site.tree("before")
        before["404.html"] = Array("Page not found /\n".utf8)
        #expect(try site.tree("Site") == before)
    }

    @Test func aMistakeIsToldWithTheNearestName() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Templates/not-found.mustache", "<h1>{{titel}}</h1>\n")
        let run = try site.run("check")
        #expect(run.status == 1)
        #expect(run.error.hasPrefix("Templates/not-found.mustache:1:7: error: "))
        #expect(run.error.contains("fix: write title"))
        #expect(run.error.hasSuffix("\n1 error, 0 warnings\n"))
    }
}
