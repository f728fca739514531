import Diagnostics
import Files
import Foundation
import TestSupport
import Testing
import UTF8Text

@testable import SiteOutput

/// Recognising that a build would do what the last one did.
@Suite struct SameBuildTests {
    private static let report = BuildReport(
        entryCount: 2, pageCount: 1, leftOut: "1 left out: 1 draft: a b%.md",
        diagnostics: [
            Diagnostic(
                .outputName, "a name with spaces, 'quotes' and\nlines",
                at: SourceLocation("Content/é.md", 3..<9),
                notes: [.init("a place", at: SourceLocation("x", at: 4)), .init("no place")],
                fixIts: [
                    .init("do it"),
                    .replace(SourceLocation("y", 1..<2), with: "", "leave it out", safe: true),
                ])
        ])

    private func sources(_ texts: [String: String], _ options: [String] = []) -> Fingerprint? {
        FingerprintedFileTree(MemoryFileTree(texts: texts), folders: ["Content", "Templates"])
            .fingerprint(options: options, jobs: 2)
    }

    private func writer(_ place: TemporaryFolder) -> OutputWriter {
        OutputWriter(to: place.path, copyingFrom: MemoryFileTree(), jobs: 2)
    }

    private let rules = outputRules
    private let content = ["Content/timeline.yml": "title: A", "Templates/a.mustache": "b"]
    private let site = ["a.html": "1", "b/c.html": "2"]

    private func built() throws -> TemporaryFolder {
        let place = try TemporaryFolder()
        _ = try writer(place).write(OutputTree(texts: site), madeOf: sources(content), telling: Self.report)
        return place
    }

    @Test func theSameIsToldAgain() throws {
        let place = try built()
        let same = try #require(
            try writer(place).sameBuild(rules: rules) { sources(content) })
        #expect(same.report == Self.report)
        #expect(same.summary == WriteSummary(unchanged: 2))
    }

    @Test(
        "A changed, new or missing source is noticed",
        arguments: [
            ["Content/timeline.yml": "title: B", "Templates/a.mustache": "b"],
            ["Content/timeline.yml": "title: A", "Templates/a.mustache": ""],
            ["Content/timeline.yml": "title: A", "Templates/b.mustache": "b"],
            ["Content/timeline.yml": "title: A"],
            ["Content/timeline.yml": "title: A", "Templates/a.mustache": "b", "Content/events/x.md": ""],
        ])
    func changedSources(files: [String: String]) throws {
        let place = try built()
        #expect(try writer(place).sameBuild(rules: rules) { sources(files) } == nil)
    }

    @Test func otherOptionsAreSeen() throws {
        let place = try built()
        #expect(try writer(place).sameBuild(rules: rules) { sources(content, ["drafts"]) } == nil)
    }

    @Test func aChangedOrMissingFileOfTheSiteIsSeen() throws {
        let changed = try built()
        try changed.write("b/c.html", "3")
        #expect(try writer(changed).sameBuild(rules: rules) { sources(content) } == nil)
        let missing = try built()
        try FileManager.default.removeItem(atPath: missing.path + "/a.html")
        #expect(try writer(missing).sameBuild(rules: rules) { sources(content) } == nil)
        let foreign = try built()
        try foreign.write("mine.txt", "3")
        #expect(try writer(foreign).sameBuild(rules: rules) { sources(content) } != nil)
    }

    @Test func whereNothingCanBeToldNothingIsTheSame() throws {
        let place = try built()
        #expect(try writer(place).sameBuild(rules: rules) { nil } == nil)
        let none = try TemporaryFolder()
        #expect(try writer(none).sameBuild(rules: rules) { sources(content) } == nil)
        #expect(none.names == [])
    }

    /// An interrupted build leaves the manifest that it began with.
    @Test func aBuildThatIsWritingHasNoNote() throws {
        let place = try built()
        let failing = OutputTree.assemble(
            [
                OutputFile("a.html", of: "", .rendered { $0.append(bytes: [1]) }),
                OutputFile("b/c.html", of: "", .copy(of: "gone")),
            ], similarNames: .similarNames
        ).tree
        #expect(throws: WriteFailure.self) {
            try writer(place).write(failing, madeOf: sources(content), telling: Self.report)
        }
        #expect(!place.exists(".dateline-build"))
        #expect(try writer(place).sameBuild(rules: rules) { sources(content) } == nil)
    }

    @Test(
        "A malformed note is not read",
        arguments: ["", "x", "0 0", "a b c d e f g", String(repeating: "f", count: 32) + " "])
    func malformed(line: String) {
        #expect(BuildNote(line: line, rules: rules) == nil)
    }

    /// Numbers that were changed by hand must not trap: a note is only a hint.
    @Test(arguments: [
        "-1", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "1e3", "%30", "", "+7",
        "٣",
    ])
    func anyNumberMayStandInANote(_ number: String) throws {
        let fingerprint = Fingerprint(of: [1, 2, 3])
        let line = try #require(
            BuildNote(sources: fingerprint, output: fingerprint, report: Self.report).line)
        let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        for place in words.indices {
            var changed = words
            changed[place] = number
            guard let note = BuildNote(line: changed.joined(separator: " "), rules: rules) else {
                continue
            }
            var printer = DiagnosticPrinter { _ in Array("a line\nand another\n".utf8) }
            let diagnostics = note.report.diagnostics
            #expect(
                printer.text(diagnostics).isEmpty == diagnostics.isEmpty && !printer.json(diagnostics).isEmpty
            )
            #expect(!printer.sarif(diagnostics, rules: [], version: "1").isEmpty)
            _ = printer.workflowCommands(diagnostics)
        }
    }

    @Test func aNoteIsCutNowhere() throws {
        let fingerprint = Fingerprint(of: [1, 2, 3])
        let line = try #require(
            BuildNote(sources: fingerprint, output: fingerprint, report: Self.report).line)
        #expect(!line.contains("\n"))
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        for count in words.indices {
            let part = words[..<count].joined(separator: " ")
            #expect(BuildNote(line: part, rules: rules) == nil)
        }
        #expect(BuildNote(line: line, rules: rules)?.report == Self.report)
        #expect(BuildNote(line: line, rules: []) == nil)
    }

    @Test func whatDiffersHasAnotherFingerprint() {
        var seen: Set<Fingerprint> = []
        var count = 0
        let bytes = (0..<80).map { UInt8($0) }
        for length in 0...80 {
            seen.insert(Fingerprint(of: Array(bytes[..<length])))
            seen.insert(Fingerprint(of: [UInt8](repeating: 0, count: length)))
            count += length == 0 || length == 1 ? 1 : 2
        }
        for place in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[place] ^= 1 << UInt8(bit)
                seen.insert(Fingerprint(of: changed))
                count += 1
            }
        }
        #expect(seen.count == count)
        let one = Fingerprint(of: [1])
        #expect(Fingerprint(text: one.text) == one)
        #expect(
            Fingerprint(combining: [one, Fingerprint(of: [2])])
                != Fingerprint(combining: [Fingerprint(of: [2]), one]))
    }
}
