import Foundation
import TestSupport
import Testing

/// Builds that are stopped, or that run at the same time.
@Suite(.serialized) struct InterruptionTests {
    /// A site whose build takes long enough to be stopped in the middle.
    private func longSite() throws -> TemporaryFolder {
        let site = try TemporaryFolder(["Content/timeline.yml": "title: Long\npage_size: 5\n"])
        for number in 1...150 {
            let year = String(1000 + number)
            try site.write(
                "Content/events/e\(number).md",
                SmallSite.entry("Event \(number)", year, more: "tags: [t\(number)]"))
        }
        return site
    }

    @Test func aKilledBuildIsMendedByTheNext() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("seed of killed builds: \(seed)")
        var random = SeededGenerator(seed: seed)
        let site = try longSite()
        #expect(try site.run("build", "-o", "whole").status == 0)
        let whole = try site.tree("whole")
        for _ in 0..<12 {
            let process = try site.start(["build", "--jobs", "2"])
            usleep(UInt32.random(in: 20_000...400_000, using: &random))
            kill(process.process.processIdentifier, SIGKILL)
            _ = try process.finish()
            try expectOnlyWholeFiles(site, whole)
        }
        #expect(try site.run("build").status == 0)
        #expect(try site.tree("Site") == whole)
    }

    /// Expects that every page is whole, and that the manifest names every file except temporary ones.
    private func expectOnlyWholeFiles(_ site: TemporaryFolder, _ whole: [String: [UInt8]]) throws {
        guard site.exists("Site/.dateline-manifest") else { return }
        let manifest = Set(try site.text("Site/.dateline-manifest").split(separator: "\n").map(String.init))
        for (name, bytes) in try site.tree("Site") where !name.hasPrefix(".dateline") {
            #expect(whole[name] == bytes, "\(name) is not whole")
            #expect(manifest.contains(name))
        }
    }

    @Test func aStoppedChangeLeavesOldPagesOrNewOnes() throws {
        let site = try longSite()
        #expect(try site.run("build").status == 0)
        let old = try site.tree("Site")
        try site.write("Content/timeline.yml", "title: Longer\npage_size: 5\n")
        #expect(try site.run("build", "-o", "new").status == 0)
        let new = try site.tree("new")
        for pause in [60_000, 120_000, 200_000, 300_000] as [UInt32] {
            let process = try site.start(["build"])
            usleep(pause)
            kill(process.process.processIdentifier, SIGKILL)
            _ = try process.finish()
            for (name, bytes) in try site.tree("Site") where !name.hasPrefix(".dateline") {
                #expect(bytes == old[name] || bytes == new[name], "\(name) is not whole")
            }
        }
        #expect(try site.run("build").status == 0)
        #expect(try site.tree("Site") == new)
    }

    @Test func leftScratchFilesAreRemoved() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.run("build")
        let before = try site.tree("Site")
        for name in [".dateline-writing-0", ".dateline-writing-1", ".dateline-writing-7"] {
            try site.write("Site/" + name, "half a p")
        }
        #expect(try site.run("build", "--jobs", "1").status == 0)
        #expect(try site.tree("Site") == before)
    }

    @Test func twoBuildsAtOnceDoNotMix() throws {
        let site = try TemporaryFolder(SmallSite.files)
        try site.run("build")
        let before = try site.tree("Site")
        let folder = open(site.path + "/Site", O_RDONLY)
        defer { close(folder) }
        #expect(flock(folder, LOCK_EX | LOCK_NB) == 0)
        let run = try site.run("build")
        #expect(run.status == 74)
        #expect(run.output == "")
        #expect(run.error == "error: Site: another build is writing here\n")
        #expect(flock(folder, LOCK_UN) == 0)
        #expect(try site.run("build").status == 0)
        #expect(try site.tree("Site") == before)
    }
}
