import Diagnostics
import Files
import Testing
import UTF8Text

@testable import SiteOutput

/// File names that are equal or invalid on other systems to which a site may be copied.
@Suite struct PortableNameTests {
    private func found(_ paths: [String]) -> [Diagnostic] {
        OutputTree.assemble(
            paths.map { OutputFile($0, of: "of " + $0, .rendered { _ in }) }, similarNames: .similarNames
        ).diagnostics
    }

    private func similar(_ paths: [String]) -> [String] {
        found(paths).filter { $0.rule == .similarNames }.map(\.summary)
    }

    @Test(arguments: [
        ("media/photo.jpg", "media/Photo.jpg"), ("media/photo.jpg", "media/photo.JPG"),
        ("tags/stra\u{DF}e.html", "tags/strasse.html"),
        ("tags/\u{FB01}n.html", "tags/fin.html"),
        (
            "events/\u{3C3}\u{3AF}\u{3C3}\u{3C5}\u{3C6}\u{3BF}\u{3C2}.html",
            "events/\u{3C3}\u{3AF}\u{3C3}\u{3C5}\u{3C6}\u{3BF}\u{3C3}.html"
        ),
        ("media/\u{C9}.png", "media/e\u{301}.png"), ("media/\u{130}.png", "media/i\u{307}.png"),
        ("media/\u{212A}.png", "media/k.png"),
        ("Media/x", "media/x"), ("media/A/x.jpg", "media/a/x.jpg"), ("media/\u{1E9E}", "media/SS"),
        ("media/\u{410}", "media/\u{430}"),
    ])
    func twoThatAreOneElsewhere(_ one: String, _ other: String) throws {
        for pair in [[one, other], [other, one]] {
            let diagnostics = found(pair + ["index.html"])
            let diagnostic = try #require(diagnostics.first)
            #expect(diagnostics.map(\.rule) == [.similarNames])
            #expect(diagnostic.severity == .warning)
            let places = [diagnostic.location.path] + diagnostic.notes.compactMap(\.location?.path)
            #expect(
                Set(places.map { Array($0.utf8) }) == Set(pair.map { Array(("of " + $0).utf8) }),
                "both places")
        }
    }

    @Test func ofMoreThanTwoEachIsToldOnce() {
        #expect(similar(["a/PHOTO", "a/Photo", "a/photo", "a/ph\u{F6}to"]).count == 2)
        #expect(similar(["x/\u{DF}", "x/SS", "x/Ss", "x/ss", "x/\u{1E9E}"]).count == 4)
    }

    @Test(arguments: [
        ["a/b", "a/c"], ["\u{131}", "i"], ["A/x", "a/y"], ["o", "0"], ["\u{E9}", "e"],
        ["headers/Caddyfile", "_headers"],
    ])
    func othersAreNot(_ paths: [String]) {
        #expect(found(paths).isEmpty)
    }

    /// Composed and decomposed letters make the same name for the program itself.
    @Test func oneNameInTwoFormsIsAnError() {
        #expect(found(["media/\u{E9}", "media/e\u{301}"]).map(\.rule) == [.outputConflict])
    }

    @Test func aFileInThePlaceOfAFolder() {
        #expect(found(["events", "events/a.html"]).map(\.rule) == [.outputConflict])
        #expect(found(["Events", "events/a.html"]).map(\.rule) == [.similarNames])
        #expect(found(["a", "A/b/c"]).map(\.rule) == [.similarNames])
        #expect(found(["\u{E4}", "\u{C4}/b/c/d"]).map(\.rule) == [.similarNames])
        #expect(found(["x/SS", "x/\u{DF}/b", "x/\u{DF}/c"]).map(\.rule) == [.similarNames])
        #expect(found(["a.html", "a/b.html", "a/c/d.html"]).isEmpty)
    }

    @Test(arguments: [
        "con", "CON", "con.html", "Con.tar.gz", "prn.x", "aux", "nul", "nul.html", "com1", "com9.html",
        "COM0", "lpt1", "lpt1.x",
        "com\u{B9}", "lpt\u{B3}.x", "conin$", "CONOUT$.txt", "nul .txt", "aux. ", "a.", "a ", "a. .", "...",
        "a<b", "a>b", "a:b", "a\"b", "a|b",
        "a?b", "a*b", "a\\b",
    ])
    func namesThatWindowsCannotHold(_ name: String) throws {
        for path in [name, "events/" + name, name + "/x.html", "a/" + name + "/x.html"] {
            let diagnostics = found([path, "index.html"])
            #expect(diagnostics.map(\.rule) == [.unportableName], "\(path)")
            #expect(diagnostics.first?.severity == .warning)
            #expect(diagnostics.first?.location.path == "of " + path)
        }
    }

    @Test(arguments: [
        "cons", "con-x", "xcon", "console.html", "com", "com10", "com12.html", "lpt", "auxiliary", "null",
        "a.b", ".a", "a b", "co", "con_",
        "comet", "prn1", "lpta",
    ])
    func namesThatItHolds(_ name: String) {
        for path in [name, "events/" + name, name + "/x.html"] { #expect(found([path]).isEmpty, "\(path)") }
    }

    /// 100,000 names take about one step each; comparing each pair would take hours.
    @Test func manyNames() {
        let paths = (0..<100_000).map { "events/1911-08-\($0)-harbour-closed-to-shipping.html" }
            .sorted(byBytesOf: \.self)
        let time = ContinuousClock().measure {
            let checked = CheckedPaths(paths, similarNames: .similarNames) { SourceLocation(paths[$0]) }
            #expect(checked.diagnostics.isEmpty && checked.kept.count == paths.count)
        }
        #expect(time < .seconds(60), "\(time)")
    }
}
