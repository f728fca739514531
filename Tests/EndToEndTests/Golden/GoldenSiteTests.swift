import Foundation
import TestSupport
import Testing

/// Small sites, each about one subject, with every file that is built from them.
///
/// A fixture is a folder of `Sites` with `Content`, perhaps `Templates` and `arguments.txt`, and `expected`:
/// the site. Templates that a fixture does not have come from `Sites/plain`, so that the default theme can change
/// without changing these sites. With `DATELINE_RECORD=1` the sites are recorded again, and the tests fail.
@Suite struct GoldenSiteTests {
    static let names: [String] = {
        let names = try? FileManager.default.contentsOfDirectory(atPath: Repository.sites.path)
        return (names ?? []).filter { $0 != "plain" && $0 != "invalid" }.sorted()
    }()

    @Test func thereAreSites() {
        #expect(Self.names.count >= 15)
    }

    @Test(arguments: names)
    func isAsExpected(_ name: String) throws {
        let fixture = Repository.sites.appending(path: name)
        let site = try TemporaryFolder()
        try site.copy(fixture.appending(path: "Content"), to: "Content")
        try addTemplates(of: fixture, to: site)
        let arguments = try? String(contentsOf: fixture.appending(path: "arguments.txt"), encoding: .utf8)
        let options = (arguments ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
        let run = try site.run(["build", "--jobs", "2"] + options)
        #expect(run.status == 0)
        var files = try site.tree("Site")
        files["printed.txt"] = run.errorBytes + Array(run.timeless.utf8)
        try Golden.compare(files, with: fixture.appending(path: "expected"))
    }

    private func addTemplates(of fixture: URL, to site: TemporaryFolder) throws {
        let plain = Repository.sites.appending(path: "plain")
        for folder in [plain, fixture] {
            let templates = folder.appending(path: "Templates")
            guard FileManager.default.fileExists(atPath: templates.path) else { continue }
            for (name, bytes) in try filesBelow(templates) {
                try site.write("Templates/" + name, bytes: bytes)
            }
        }
    }
}

/// Files that a test compares with recorded ones.
enum Golden {
    static var isRecording: Bool { ProcessInfo.processInfo.environment["DATELINE_RECORD"] == "1" }

    /// Compares every file byte for byte; if recording is requested, records the files and fails.
    static func compare(
        _ files: [String: [UInt8]], with folder: URL, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        if isRecording {
            try record(files, in: folder)
            Issue.record(
                "Recorded \(folder.lastPathComponent); run again without", sourceLocation: sourceLocation)
            return
        }
        let isThere = FileManager.default.fileExists(atPath: folder.path)
        let expected = isThere ? try filesBelow(folder) : [:]
        for name in Set(expected.keys).union(files.keys).sorted() {
            switch (expected[name], files[name]) {
            case (let old?, let new?) where old == new: continue
            case (let old?, let new?):
                Issue.record("\(name) differs\n\(difference(old, new))", sourceLocation: sourceLocation)
            case (nil, _): Issue.record("Unexpected file: \(name)", sourceLocation: sourceLocation)
            case (_, nil): Issue.record("Missing file: \(name)", sourceLocation: sourceLocation)
            }
        }
    }

    private static func record(_ files: [String: [UInt8]], in folder: URL) throws {
        try? FileManager.default.removeItem(at: folder)
        for (name, bytes) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
    }

    /// The first line that differs.
    private static func difference(_ old: [UInt8], _ new: [UInt8]) -> String {
        let lines = [old, new].map { bytes in
            String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        }
        let same = zip(lines[0], lines[1]).prefix { $0 == $1 }.count
        let shown = lines.map { same < $0.count ? excerpt(of: $0[same], at: column(lines, same)) : "(end)" }
        return "line \(same + 1)\n- \(shown[0])\n+ \(shown[1])"
    }

    /// How many characters of a line are equal.
    private static func column(_ lines: [[Substring]], _ number: Int) -> Int {
        guard lines.allSatisfy({ number < $0.count }) else { return 0 }
        return zip(lines[0][number], lines[1][number]).prefix { $0 == $1 }.count
    }

    private static func excerpt(of line: Substring, at column: Int) -> String {
        let start = max(0, column - 60)
        return (start > 0 ? "…" : "") + line.dropFirst(start).prefix(200)
    }
}
