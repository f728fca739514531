import Foundation
import SiteOutput
import SiteRendering
import TestSupport
import Testing

/// `build --timings`: every stage is printed, and the build does not change otherwise.
@Suite struct TimingsTests {
    @Test func everyStageIsToldToPeople() throws {
        let site = try TemporaryFolder(SmallSite.files)
        let run = try site.run("build", "--timings", "--quiet")
        #expect(run.status == 0)
        #expect(run.output == "")
        for stage in BuildStage.allCases {
            let row = try Regex("(?m)^\(stage.rawValue) +[0-9]+\\.[0-9] ms CPU +[0-9]+\\.[0-9] ms wall$")
            #expect(run.error.contains(row), "\(stage)")
        }
        #expect(site.exists("Site/index.html"))
    }

    @Test func everyStageIsToldToPrograms() throws {
        let run = try TemporaryFolder(SmallSite.files).run("build", "--timings-json", "--quiet")
        #expect(run.status == 0)
        let told = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: [[String: Any]]]
        let stages = try #require(told?["stages"])
        #expect(stages.map { $0["stage"] as? String } == BuildStage.allCases.map(\.rawValue))
        let cpu = stages.compactMap { $0["cpu_ms"] as? Double }
        let wall = stages.compactMap { $0["wall_ms"] as? Double }
        #expect(cpu.count == stages.count && wall.count == stages.count)
        #expect(cpu.reduce(0, +) > 0 && wall.reduce(0, +) > 0)
    }
}
