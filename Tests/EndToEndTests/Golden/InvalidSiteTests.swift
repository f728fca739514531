import Foundation
import TestSupport
import Testing

/// Sites with mistakes, each about one subject, and exactly what is printed about them.
@Suite struct InvalidSiteTests {
    static let names: [String] = {
        let folder = Repository.sites.appending(path: "invalid")
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }()

    @Test func thereAreSites() {
        #expect(Self.names.count >= 5)
    }

    @Test(arguments: names)
    func isToldAsExpected(_ name: String) throws {
        let fixture = Repository.sites.appending(path: "invalid/\(name)")
        let site = try TemporaryFolder()
        for folder in ["Content", "Templates"] {
            let source = fixture.appending(path: folder)
            guard FileManager.default.fileExists(atPath: source.path) else { continue }
            try site.copy(source, to: folder)
        }
        let text = try site.run("build")
        #expect(text.status == 1)
        #expect(text.output == "")
        let json = try site.run("build", "--format", "json")
        #expect(json.status == 1)
        #expect(json.error == "")
        #expect(!site.exists("Site"))
        let told = ["output.txt": text.errorBytes, "output.json": json.outputBytes]
        try Golden.compare(told, with: fixture.appending(path: "expected"))
    }
}
