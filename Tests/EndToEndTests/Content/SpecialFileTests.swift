import Foundation
import TestSupport
import Testing

/// Pipes, sockets and devices in place of files: they are reported, and nothing waits for them.
@Suite struct SpecialFileTests {
    private static let names = [
        "Content/events/x.md", "Content/pages/x.md", "Content/media/x.jpg", "Content/media/x",
        "Templates/entry.mustache",
        "Templates/assets/x.css", "Templates/style.css",
    ]

    private func socket(_ site: TemporaryFolder, _ name: String) throws {
        let script =
            "import socket,sys,os; os.chdir(os.path.dirname(sys.argv[1])); socket.socket(socket.AF_UNIX).bind(os.path.basename(sys.argv[1]))"
        try site.makeFolder((name as NSString).deletingLastPathComponent)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script, site.path + "/" + name]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    private func pipe(_ site: TemporaryFolder, _ name: String) throws {
        try site.makeFolder((name as NSString).deletingLastPathComponent)
        try #require(mkfifo(site.path + "/" + name, 0o644) == 0)
    }

    @Test(arguments: names, [true, false])
    func whatIsNoFileIsTold(_ name: String, _ isPipe: Bool) throws {
        let site = try TemporaryFolder(SmallSite.files)
        if isPipe { try pipe(site, name) } else { try socket(site, name) }
        for command in ["build", "check"] {
            let run = try site.run(command)
            #expect(run.status == 0, "\(run.error)")
            #expect(run.error.contains("\(name):1:1: warning: "), "\(run.error)")
        }
        #expect(site.exists("Site/index.html"))
    }

    /// Without one of its data files a site would have other content, so this is an error.
    @Test(arguments: ["timeline.yml", "actors.yml", "places.yml", "sources.yml"], [true, false])
    func aDataFileThatIsNoneStopsTheBuild(_ name: String, _ isPipe: Bool) throws {
        let site = try TemporaryFolder(SmallSite.files)
        if site.exists("Content/" + name) { try site.remove("Content/" + name) }
        if isPipe { try pipe(site, "Content/" + name) } else { try socket(site, "Content/" + name) }
        for command in ["build", "check", "check --fix", "schema entry --ids"] {
            let run = try site.run(command.split(separator: " ").map(String.init))
            #expect(run.status == 74, "\(command)")
            #expect(run.error.contains("Content/\(name): "), "\(run.error)")
        }
        #expect(!site.exists("Site"))
    }

    @Test(arguments: [".dateline-manifest", ".dateline-build", "index.html", "events/closed.html"])
    func inTheOutputNothingWaitsEither(_ name: String) throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.run("build")
        try site.remove("Site/" + name)
        try pipe(site, "Site/" + name)
        try site.write("Content/events/third.md", SmallSite.entry("Third", "1911-08-15"))
        let run = try site.run("build")
        #expect(run.status == 74 || run.status == 0)
        if run.status == 74 { #expect(run.error.contains("Site/\(name)"), "\(run.error)") }
    }
}
