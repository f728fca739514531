import Foundation
import TestSupport
import Testing

/// The folders that a site may be written to.
@Suite struct OutputLocationTests {
    @Test(
        "A site is never written into its own sources or over a folder that contains them",
        arguments: [
            ("Content", "is Content."), ("Content/", "is Content."), ("Templates", "is Templates."),
            ("Content/events", "is inside Content."), ("Content/new/deep", "is inside Content."),
            ("Templates/assets/x", "is inside Templates."), (".", "is the site's folder."),
            ("..", "contains the site's folder."), ("/", "contains the site's folder."),
            ("Site/../Content", "is Content."), ("new/../Content/x", "is inside Content."),
            ("./Content/../Content/events/..", "is Content."), ("led", "is Content."),
            ("led/new", "is inside Content."), ("", "takes a folder."),
        ])
    func refused(_ output: String, _ reason: String) throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.write("Templates/style.css", "")
        try site.makeFolder("Site")
        try site.link("led", to: "Content")
        let before = try site.tree("")
        let run = try site.run("build", "-o", output)
        #expect(run.status == 64)
        #expect(run.output == "")
        let name = output.isEmpty ? "" : output + " "
        #expect(run.error.hasPrefix("Error: --output \(name)\(reason)\n"))
        #expect(try site.tree("") == before)
    }

    @Test func aLinkThatHoldsTheSiteIsRefused() throws {
        let folder = try TemporaryFolder()
        for (name, text) in SmallSite.files { try folder.write("deep/story/" + name, text) }
        try folder.link("short", to: "deep")
        let run = try folder.run("build", "--source", "deep/story", "-o", "short")
        #expect(run.status == 64)
        #expect(run.error.hasPrefix("Error: --output short contains the site's folder.\n"))
    }

    @Test func aRelativeOutputIsRelativeToTheCurrentFolder() throws {
        let folder = try TemporaryFolder()
        for (name, text) in SmallSite.files { try folder.write("story/" + name, text) }
        try folder.makeFolder("here")
        let run = try folder.run("build", "--source", "../story", "-o", "out/site", at: "here")
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("out/site: 2 entries"))
        #expect(folder.exists("here/out/site/index.html"))
        #expect(!folder.exists("story/Site"))
    }

    @Test func anOutputBeginningWithDotsIsMade() throws {
        let folder = try TemporaryFolder()
        for (name, text) in SmallSite.files { try folder.write("story/" + name, text) }
        #expect(try folder.run("build", "-o", "../new/public", at: "story").status == 0)
        #expect(folder.exists("new/public/index.html"))
    }

    @Test func theDefaultIsSiteInTheSource() throws {
        let folder = try TemporaryFolder()
        for (name, text) in SmallSite.files { try folder.write("story/" + name, text) }
        let run = try folder.run("build", "--source", "story")
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("story/Site: 2 entries"))
        #expect(folder.exists("story/Site/index.html"))
    }

    @Test(arguments: ["story", "story/", "./story", "../story"])
    func mistakesAreNamedFromHere(_ source: String) throws {
        let folder = try TemporaryFolder()
        for (name, text) in SmallSite.files { try folder.write("story/" + name, text) }
        try folder.write("story/Content/events/bad.md", SmallSite.entry("Bad", "1911-13"))
        try folder.makeFolder("here")
        let here = source.hasPrefix("..") ? "here" : ""
        let run = try folder.run("build", "--source", source, at: here)
        #expect(run.status == 1)
        let prefix = source.hasSuffix("/") ? source : source + "/"
        #expect(run.error.hasPrefix("\(prefix)Content/events/bad.md:3:11: error: "))
        #expect(run.error.contains(" 3 | date: 1911-13\n"))
    }

    @Test func aSourceThatIsNoFolderIsWrongUsage() throws {
        let folder = try TemporaryFolder(["file": ""])
        for source in ["file", "nowhere"] {
            let run = try folder.run("build", "--source", source)
            #expect(run.status == 64)
            #expect(run.error.hasPrefix("Error: --source \(source) is not a folder.\n"))
        }
    }

    @Test func aFolderWithoutContentIsToldSo() throws {
        let run = try TemporaryFolder().run("build")
        #expect(run.status == 1)
        #expect(run.error.contains("Content/timeline.yml:1:1: error: "))
        #expect(run.error.contains("[settings-missing]"))
    }

    #if os(Linux)
        /// A folder can be mounted at two paths, so comparing paths is not enough.
        @Test func theSameFolderAtAnotherPlaceIsTheSame() throws {
            let site = try TemporaryFolder(SmallSite.files)
            try site.makeFolder("other")
            let before = try site.tree("Content")
            for (shown, output, reason) in [
                ("Content", "other", "is Content"), ("Content", "other/new/deep", "is inside Content"),
                (".", "other", "is the site's folder"),
            ] {
                let run = try site.shell(
                    "exec unshare --map-root-user --mount sh -c 'mount --bind \(shown) other && exec dateline build --output \(output)'"
                )
                #expect(run.status == 64, "\(run.error)")
                #expect(run.error.hasPrefix("Error: --output \(output) \(reason)."), "\(run.error)")
            }
            #expect(try site.tree("Content") == before)
        }
    #endif
}
