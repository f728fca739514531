import Foundation
import Testing

@testable import SiteRendering

/// What a site ships of the theme's script and style sheet.
@Suite struct CommentTests {
    @Test(arguments: [
        ("", ""), ("a\n", "a\n"), ("// a\nb\n", "b\n"), ("  // a\nb // c\n", "b // c\n"),
        ("/* a */\nb\n", "b\n"), ("/* a\n   b */\nc\n", "c\n"), ("/* a\n\nb {\n*/\nc\n", "c\n"),
        ("a /* b */ c\n", "a /* b */ c\n"), ("a\n\n  b", "a\nb"),
        ("a {\n  \n  b;\n}\n", "a {\nb;\n}\n"), ("\"//\"\n", "\"//\"\n"),
    ])
    func commentsOnLinesOfTheirOwnAndIndentationAreLeftOut(_ source: String, _ shipped: String) {
        #expect(String(decoding: withoutComments(Array(source.utf8)), as: UTF8.self) == shipped)
    }

    /// The rule looks at lines alone: no text of the theme goes over several, and no code follows a comment.
    @Test(arguments: ["script.js", "style.css"])
    func theThemeIsWrittenSo(_ name: String) throws {
        let source = try String(contentsOf: ThemeTests.folder.appending(path: name), encoding: .utf8)
        #expect(source.hasSuffix("\n"))
        let shipped = source.replacing(/(?m)^ *(\/\/[^\n]*|\/\*(?s:.*?)\*\/)\n/, with: "")
            .replacing(/(?m)^ *\n?/, with: "")
        #expect(String(decoding: withoutComments(Array(source.utf8)), as: UTF8.self) == shipped)
        #expect(!shipped.contains("`") && !shipped.contains("\\\n") && !shipped.contains(/(?m)^ *\/[\/*]/))
    }
}
