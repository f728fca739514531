import Foundation
import Testing

@testable import SiteRendering

/// The theme's script and style sheet, shortened for the site.
@Suite struct ShorteningTests {
    @Test(arguments: [
        ("", ""), ("a\n", "a\n"), ("// a\nb\n", "b\n"), ("  // a\nb // c\n", "b // c\n"),
        ("/* a */\nb\n", "b\n"), ("/* a\n   b */\nc\n", "c\n"), ("/* a\n\nb {\n*/\nc\n", "c\n"),
        ("a /* b */ c\n", "a /* b */ c\n"), ("a\n\n  b", "a\nb"), ("\"//\"\n", "\"//\"\n"),
        ("a {\n  \n  b;\n}\n", "a {|b;|}\n"), ("a,\n  b {\n  c: d, e;\n}\nf\n", "a,|b {|c: d, e;|}\nf\n"),
        ("a; // b;\nc\n", "a; // b;\nc\n"), ("f(\"//\",\nb\n", "f(\"//\",\nb\n"),
        ("a /\n/ b,\nc", "a /\n/ b,|c"),
        ("a;\n// b\nc;", "a;|c;"), ("a;\n", "a;\n"), (";\n", ";\n"),
    ])
    func readersOfTheSourceAloneHaveCommentsAndSomeLineBreaks(_ source: String, _ shipped: String) {
        for separator in ["", " "] {
            let found = shortened(Array(source.utf8), joiningLinesWith: separator)
            #expect(String(decoding: found, as: UTF8.self) == shipped.replacing("|", with: separator))
        }
    }

    /// The sources of the shortened files, with comments.
    private static let sources = ScriptParts.all + [(name: "style.css", source: defaultStyle)]

    /// Shortening works by lines, so no string of the theme may have several lines, and no code may follow a comment.
    @Test(arguments: sources.map(\.name))
    func theThemeIsWrittenSo(_ name: String) throws {
        let source = try String(contentsOf: ThemeTests.folder.appending(path: name), encoding: .utf8)
        #expect(source.hasSuffix("\n"))
        let shipped = source.replacing(/(?m)^ *(\/\/[^\n]*|\/\*(?s:.*?)\*\/)\n/, with: "")
            .replacing(/(?m)^ *\n?/, with: "")
        #expect(!shipped.contains("`") && !shipped.contains("\\\n") && !shipped.contains(/(?m)^ *\/[\/*]/))
        let found = String(
            decoding: shortened(Array(source.utf8), joiningLinesWith: "\n"), as: UTF8.self)
        #expect(found == shipped)
    }

    @Test(arguments: sources.map(\.name))
    func linesAreShort(_ name: String) throws {
        let source = try String(contentsOf: ThemeTests.folder.appending(path: name), encoding: .utf8)
        let long = source.split(separator: "\n").filter { $0.count > 120 }
        #expect(long == [])
    }
}
