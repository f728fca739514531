import Files
import Foundation
import TestSupport
import Testing
import UTF8Text

@testable import SiteOutput

@Suite("Compressed copies beside texts")
struct CompressedCopyTests {
    private let long = String(repeating: "The harbour was closed. ", count: 100)
    private static let isPage: @Sendable (String) -> Bool = { $0.hasSuffix(".html") }

    private func writer(
        _ place: TemporaryFolder, _ compresses: Bool = true, source: MemoryFileTree = MemoryFileTree()
    ) -> OutputWriter {
        OutputWriter(
            to: place.path, copyingFrom: source, jobs: 2, hasCompressedCopy: compresses ? Self.isPage : nil)
    }

    private func write(
        _ files: [String: String], to place: TemporaryFolder, compressing: Bool = true
    ) throws -> (WriteSummary, OutputChanges) {
        var changes = OutputChanges()
        let summary = try writer(place, compressing).write(OutputTree(texts: files)) { changes = $0 }
        return (summary, changes)
    }

    private func isPacked(_ path: String, of text: String, in place: TemporaryFolder) throws -> Bool {
        try Gzip.isPacked(OpenFile(path, place.bytes(path)), of: OpenFile("text", Array(text.utf8)))
    }

    @Test("A text of more than 1 KiB has a copy, which is listed; a short one and a picture have none")
    func kinds() throws {
        let place = try TemporaryFolder()
        let files = ["a.html": long, "b/c.html": long + "!", "short.html": "short", "d.png": long]
        let (summary, changes) = try write(files, to: place)
        #expect(summary == WriteSummary(written: 6))
        #expect(changes.added == ["a.html", "a.html.gz", "b/c.html", "b/c.html.gz", "d.png", "short.html"])
        #expect(try isPacked("a.html.gz", of: long, in: place))
        #expect(try isPacked("b/c.html.gz", of: long + "!", in: place))
        #expect(try place.text(".dateline-manifest").contains("\na.html.gz\n"))
        #expect(try !place.text(".dateline-manifest").contains("short.html.gz"))
        #expect(try write(files, to: place).0 == WriteSummary(unchanged: 6))
    }

    @Test("The limit is 1 KiB", arguments: [(1024, false), (1025, true)])
    func limit(_ length: Int, _ isCopied: Bool) throws {
        let place = try TemporaryFolder()
        _ = try write(["a.html": String(repeating: "a", count: length)], to: place)
        #expect(place.names.contains("a.html.gz") == isCopied)
    }

    @Test("A copy changes with its text, and goes with it, when it becomes short, or without the option")
    func life() throws {
        let place = try TemporaryFolder()
        _ = try write(["a.html": long, "b.html": long, "c.html": long], to: place)
        let (summary, changes) = try write(["a.html": long + "?", "b.html": "short"], to: place)
        #expect(summary == WriteSummary(written: 3, unchanged: 0, removed: 3))
        #expect(changes.changed == ["a.html", "a.html.gz", "b.html"])
        #expect(changes.removed == ["b.html.gz", "c.html", "c.html.gz"])
        #expect(try isPacked("a.html.gz", of: long + "?", in: place))
        #expect(place.names == [".dateline-manifest", "a.html", "a.html.gz", "b.html"])
        _ = try write(["a.html": long + "?", "b.html": "short"], to: place, compressing: false)
        #expect(place.names == [".dateline-manifest", "a.html", "b.html"])
    }

    @Test("A copy that holds other bytes, is cut short or is no gzip is written again", arguments: [0, 1, 2])
    func damaged(_ kind: Int) throws {
        let place = try TemporaryFolder()
        _ = try write(["a.html": long], to: place)
        let url = URL(filePath: place.path + "/a.html.gz")
        let good = try Data(contentsOf: url)
        let other = try #require(Gzip.packed(Array((long + "x").utf8), .best))
        try [Data(other), good.dropLast(), Data("no gzip".utf8)][kind].write(to: url)
        #expect(try write(["a.html": long], to: place).0 == WriteSummary(written: 1, unchanged: 1))
        #expect(try Data(contentsOf: url) == good)
        // A current copy stays, even if another zlib made it.
        let quick = try #require(Gzip.packed(Array(long.utf8), .quick))
        try Data(quick).write(to: url)
        #expect(try write(["a.html": long], to: place).0 == WriteSummary(unchanged: 2))
    }

    @Test(
        "A file of the site with the name of a copy is kept, and one that is not Dateline's stops the build")
    func names() throws {
        let place = try TemporaryFolder()
        _ = try write(["a.html": long, "a.html.gz": "the author's"], to: place)
        #expect(try place.text("a.html.gz") == "the author's")
        try place.write("b.html.gz", "mine")
        #expect(throws: WriteFailure.occupied(["b.html.gz"])) { try write(["b.html": long], to: place) }
        #expect(try place.text("b.html.gz") == "mine")
    }

    @Test("The text of a copied file is compressed too")
    func copied() throws {
        let place = try TemporaryFolder()
        let file = OutputFile("y.html", of: "x", .copy(of: "x"))
        let tree = OutputTree.assemble([file], similarNames: .similarNames).tree
        let source = MemoryFileTree(texts: ["x": long])
        #expect(try writer(place, source: source).write(tree) == WriteSummary(written: 2))
        #expect(try isPacked("y.html.gz", of: long, in: place))
        #expect(try writer(place, source: source).write(tree) == WriteSummary(unchanged: 2))
    }

    @Test("Texts of several pieces are compressed, compared and left without a copy as short ones are")
    func large() throws {
        let place = try TemporaryFolder()
        var state = UInt64(1)
        // Noise, which nothing makes shorter.
        let noise = (0..<700_000).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56)
        }
        let text = Array(String(repeating: long, count: 400).utf8)
        let mixed = Array(noise.prefix(300_000)) + text
        func tree(_ mixed: [UInt8]) -> OutputTree {
            let files = [("mixed", mixed), ("noise", noise), ("text", text)].flatMap { name, bytes in
                [
                    OutputFile("\(name).html", of: "x", .streamed { $0.append(bytes: bytes) }),
                    OutputFile("whole/\(name).html", of: "x", .rendered { $0.append(bytes: bytes) }),
                ]
            }
            return OutputTree.assemble(files, similarNames: .similarNames).tree
        }
        #expect(try writer(place).write(tree(mixed)) == WriteSummary(written: 10))
        #expect(!place.exists("noise.html.gz") && !place.exists("whole/noise.html.gz"))
        for (name, bytes) in [("mixed", mixed), ("text", text)] {
            let copy = try place.bytes(name + ".html.gz")
            #expect(try Gzip.isPacked(OpenFile("copy", copy), of: OpenFile("text", bytes)))
            #expect(try place.bytes("whole/\(name).html.gz") == copy)
            for other in [Array(bytes.dropLast()), bytes + [0], [0] + bytes.dropFirst()] {
                #expect(try !Gzip.isPacked(OpenFile("copy", copy), of: OpenFile("text", other)))
            }
            for other in [copy + [0], copy + copy, Array(copy.dropLast()), []] {
                #expect(try !Gzip.isPacked(OpenFile("copy", other), of: OpenFile("text", bytes)))
            }
        }
        #expect(try writer(place).write(tree(mixed)) == WriteSummary(unchanged: 10))
        #expect(try writer(place).write(tree(mixed + [0])) == WriteSummary(written: 4, unchanged: 6))
        #expect(!place.names.contains { $0.contains("writing") })
    }

    @Test("A build with copies is recognised, and a changed or missing copy is noticed")
    func sameBuild() throws {
        let place = try TemporaryFolder()
        let files = FingerprintedFileTree(MemoryFileTree(texts: [:]), folders: ["Content"])
        let sources = try #require(files.fingerprint(options: [], jobs: 1))
        let report = BuildReport(entryCount: 0, pageCount: 0, leftOut: nil, diagnostics: [])
        // In byte order a copy does not follow its text here.
        let site = ["a.html": long, "a.html-x.html": long, "z.html": "short"]
        func build() throws {
            _ = try writer(place).write(OutputTree(texts: site), madeOf: sources, telling: report)
        }
        func isSame() throws -> Bool { try writer(place).sameBuild(rules: outputRules) { sources } != nil }
        try build()
        #expect(try isSame())
        try place.write("a.html.gz", "changed")
        #expect(try !isSame())
        try build()
        #expect(try isSame())
        try FileManager.default.removeItem(atPath: place.path + "/a.html-x.html.gz")
        #expect(try !isSame())
    }

    @Test("The same text gives the same bytes, without a time")
    func determinism() throws {
        let bytes = try #require(Gzip.packed(Array(long.utf8), .best))
        #expect(bytes == Gzip.packed(Array(long.utf8), .best))
        #expect(bytes[4..<8].allSatisfy { $0 == 0 }, "the time of RFC 1952")
    }

    @Test("The inventory has each file with its size and digest, and what a copy is a copy of")
    func inventory() throws {
        let place = try TemporaryFolder()
        _ = try write(["a.html": long, "abc.txt": "abc"], to: place)
        let items = try FileInventory(of: place.path, jobs: 2, hasCompressedCopy: Self.isPage).items
        #expect(items.map(\.path) == ["a.html", "a.html.gz", "abc.txt"])
        #expect(items.map(\.text) == [nil, "a.html", nil])
        #expect(items.first?.size == long.utf8.count && items.last?.size == 3)
        #expect(
            items.last?.digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        try FileManager.default.removeItem(atPath: place.path + "/abc.txt")
        #expect(throws: FileFailure.self) { try FileInventory(of: place.path, jobs: 1) }
    }
}
