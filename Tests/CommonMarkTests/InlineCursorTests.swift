import Testing

@testable import CommonMark

@Suite("Following the syntax tree through the source")
struct InlineCursorTests {
    @Test(
        "Text is followed through escapes and entities",
        arguments: [
            ("abc d", "abc", 3),
            ("\\*a\\\\b", "*a\\", 5),
            ("\\ab", "\\a", 2),
            ("&amp;b", "&", 5),
            ("&copy;&euro;b", "©€", 12),
            ("&nosuch;b", "&nosuch;", 8),
            ("&ngE;b", "\u{2267}\u{338}", 5),
            ("&#x1F3D7;b", "🏗", 9),
            ("& b", "& b", 3),
            ("äöü", "äö", 4),
        ])
    func text(source: String, text: String, end: Int) {
        var cursor = Self.cursor(source)
        Self.skip(text, &cursor)
        #expect(cursor.at == end)
    }

    @Test("A line break includes the white space and backslashes before it")
    func lineBreaks() {
        var cursor = Self.cursor("a  \n  b\\\nc")
        Self.skip("a", &cursor)
        cursor.skipLineBreak()
        #expect(cursor.at == 4)
        Self.skip("b", &cursor)
        cursor.skipLineBreak()
        #expect(cursor.at == 7)
    }

    @Test(
        "A code span ends with as many backticks as it begins with",
        arguments: [
            ("`a`b", 3),
            ("``a`b``c", 7),
            ("`a``b`c", 6),
            ("`a\nb`c", 5),
        ])
    func code(source: String, end: Int) {
        var cursor = Self.cursor(source)
        cursor.skipCode()
        #expect(cursor.at == end)
    }

    @Test("Links are followed from their opening bracket to their end")
    func links() {
        var cursor = Self.cursor("[a](b 't')![c][d]<e:f>")
        let link = cursor.open(isImage: false)
        Self.skip("a", &cursor)
        #expect(cursor.close(link) == 4..<5)
        let image = cursor.open(isImage: true)
        Self.skip("c", &cursor)
        #expect(cursor.close(image) == 10..<17)
        let autolink = cursor.open(isImage: false)
        #expect(autolink.autolinkEnd == 22)
        #expect(cursor.close(autolink) == 18..<21)
        #expect(cursor.at == 22)
    }

    @Test("A cursor that no longer matches the source gives the block's start")
    func lost() {
        var cursor = Self.cursor("plain text without brackets")
        let link = cursor.open(isImage: false)
        #expect(cursor.source(cursor.close(link)) == 0..<0)
        cursor.skipCode()
        cursor.skipLineBreak()
        Self.skip("anything", &cursor)
        #expect(cursor.source(3..<4) == 0..<0)
        #expect(cursor.isAtCitation)
    }

    @Test("A stopped cursor does not move and gives the block's start")
    func stopped() {
        var cursor = Self.cursor("[a](b)")
        cursor.stop()
        let link = cursor.open(isImage: false)
        Self.skip("a", &cursor)
        cursor.skipDelimiters(2)
        #expect(cursor.close(link) == 0..<0)
        #expect(cursor.at == 0)
    }

    @Test("A cursor never moves past the end of the text")
    func end() {
        var cursor = Self.cursor("a")
        Self.skip("a long text that is not there", &cursor)
        cursor.skipDelimiters(100)
        #expect(cursor.at == 2)
        _ = cursor.open(isImage: true)
        cursor.skipLineBreak()
        #expect(cursor.at == 2)
    }

    private static func cursor(_ source: String) -> InlineCursor {
        var cursor = InlineCursor()
        Array(source.utf8).withUnsafeBufferPointer { bytes in
            cursor.text.load(SourceLines(bytes), from: 0, to: bytes.count, quoteDepth: 0)
        }
        cursor.begin(at: 0)
        return cursor
    }

    private static func skip(_ text: String, _ cursor: inout InlineCursor) {
        Array(text.utf8).withUnsafeBufferPointer { cursor.skipText($0[...]) }
    }
}
