import Testing

@testable import CommonMark

@Suite("Reading the source as libcmark does")
struct LinkSyntaxTests {
    @Test(
        "A destination and a title may follow the text of a link",
        arguments: [
            ("(a)", 1..<2, 3),
            ("( a )x", 2..<3, 5),
            ("(<a b>)", 2..<5, 7),
            ("(a 'b')", 1..<2, 7),
            ("(a \"b\\\"\")", 1..<2, 9),
            ("(a \"b\\\")", 1..<2, 8),
            ("(a (b))", 1..<2, 7),
            ("(a(b)c)", 1..<6, 7),
            ("()", 1..<1, 2),
            ("(<>)", 2..<2, 4),
            ("(\na\n'b'\n)", 2..<3, 9),
            ("(a\\)b)", 1..<5, 6),
            ("(<a\\>b>)", 2..<6, 8),
        ])
    func inlineTails(text: String, destination: Range<Int>, end: Int) {
        let tail = LinkSyntax.tail(in: Array((text + "\n").utf8), at: 0)
        #expect(tail.destination == destination)
        #expect(tail.end == end)
    }

    @Test(
        "A reference label has no destination, and other text is not part of the link",
        arguments: [
            ("", 0),
            (" (a)", 0),
            ("[]", 2),
            ("[a]", 3),
            ("[a\\]b]", 6),
            ("[a[b]", 0),
            ("[a", 0),
            ("(a", 0),
            ("(a b)", 0),
            ("(<a)", 0),
            ("(<a\nb>)", 0),
            ("(a 'b' c)", 0),
            ("(a'b' 'c)", 0),
            ("(a (b(c))", 0),
        ])
    func otherTails(text: String, end: Int) {
        let tail = LinkSyntax.tail(in: Array((text + "\n").utf8), at: 0)
        #expect(tail.end == end)
        #expect(tail.destination == nil)
    }

    @Test("Parentheses nest 32 deep, as in libcmark", arguments: [(32, true), (33, false)])
    func parentheses(depth: Int, isDestination: Bool) {
        let nest = String(repeating: "(", count: depth) + String(repeating: ")", count: depth)
        #expect((LinkSyntax.tail(in: Array("(\(nest))\n".utf8), at: 0).destination != nil) == isDestination)
        #expect(MarkdownDocument("[a](\(nest))").placeholders.isEmpty != isDestination)
    }

    @Test(
        "Definitions of link references end where libcmark ends them",
        arguments: [
            ("[a]: b\n", 7),
            ("[a]:b\nc", 6),
            ("[a]:\n  b\n", 9),
            ("[a]: b 'c'\nd", 11),
            ("[a]: b\n'c'\nd", 11),
            ("[a]: b\n'c' d\n", 7),
            ("[a]: <b c>\n", 11),
            ("[a]: <>\n", 8),
            ("[a\nb]: c\n", 9),
            ("[a\\]]: b  \n", 11),
            ("[a]: b c\n", nil),
            ("[a] : b\n", nil),
            ("[]: b\n", nil),
            ("[ ]: b\n", nil),
            ("[a]:\n", nil),
            ("a\n", nil),
            ("[a]: b 'c' d\n", nil),
            ("[a]: <b>c\n", nil),
            ("[a[]: b\n", nil),
        ] as [(String, Int?)])
    func definitions(text: String, end: Int?) {
        let definition = LinkSyntax.definition(in: Array(text.utf8), at: 0)
        #expect(definition?.end == end)
        if let definition { #expect(definition.label.lowerBound == 0) }
    }

    @Test("Labels have at most 1,000 bytes", arguments: [(1_000, true), (1_001, false)])
    func labelLength(count: Int, isLabel: Bool) {
        let label = String(repeating: "a", count: count)
        let source = "[\(label)]: b.md\n\n[x][\(label)]"
        #expect(MarkdownDocument(source).placeholders.isEmpty != isLabel)
        let isRead = LinkSyntax.definition(in: Array((source + "\n").utf8), at: 0) != nil
        #expect(isRead == isLabel)
    }

    @Test(
        "Lines end with a line feed, a carriage return, or both",
        arguments: [
            ("a\nb\n", [0, 2, 4, 4]),
            ("a\r\nb\r\n", [0, 3, 6, 6]),
            ("a\rb", [0, 2, 3, 3]),
            ("\n\r\r\n", [0, 1, 2, 4]),
            ("a\n\rb", [0, 2, 3, 4]),
            ("", [0, 0, 0, 0]),
        ])
    func lines(text: String, starts: [Int]) {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var lines = SourceLines(bytes)
            let ascending = (1...4).map { lines.start(ofLine: $0) }
            #expect(ascending == starts)
            let descending = (1...4).reversed().map { lines.start(ofLine: $0) }
            #expect(descending == starts.reversed())
        }
    }

    @Test(
        "Ranges in the text of a block map back to the source",
        arguments: [
            ("a\nb", 0, "a\nb\n", [0, 2]),
            ("> a\n> b\nc", 1, "a\nb\nc\n", [2, 6, 8]),
            ("> > a\n> b", 2, "a\nb\n", [4, 8]),
            ("  a\n\t > b", 0, "a\n> b\n", [2, 6]),
            ("> a\n>\t> b", 1, "a\n> b\n", [2, 6]),
            ("a\r\nb\rc", 0, "a\nb\nc\n", [0, 3, 5]),
        ])
    func blockText(source: String, depth: Int, text: String, starts: [Int]) {
        Array(source.utf8).withUnsafeBufferPointer { bytes in
            var block = BlockText()
            block.load(SourceLines(bytes), from: starts[0], to: bytes.count, quoteDepth: depth)
            #expect(block.bytes == Array(text.utf8))
            var at = 0
            for (line, start) in zip(text.split(separator: "\n"), starts) {
                #expect(block.source(at..<at + line.utf8.count) == start..<start + line.utf8.count)
                #expect(block.source(at..<at) == start..<start)
                at += line.utf8.count + 1
            }
        }
    }

    @Test(
        "Entities are recognised by the text that is rendered for them",
        arguments: [
            ("&amp;", "&", 5, 1),
            ("&AMP;x", "&x", 5, 1),
            ("&copy;", "©", 6, 2),
            ("&#38;", "&", 5, 1),
            ("&#x1F3D7;", "🏗", 9, 4),
            ("&euro;a", "€a", 6, 3),
            ("&amp;amp;", "&amp;", 5, 1),
            ("&lt;", "<", 4, 1),
        ])
    func entities(source: String, text: String, written: Int, rendered: Int) {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            let entity = Entity(in: Array(source.utf8), at: 0, rendering: bytes[...])
            #expect(entity?.written == written)
            #expect(entity?.rendered == rendered)
        }
    }

    @Test(
        "Text that only looks like an entity is not one",
        arguments: ["&nosuch;", "&;", "&amp", "& a;", "&#;", "&#x;", "&#12345678;", "&#xg;"])
    func noEntities(source: String) {
        Array(source.utf8).withUnsafeBufferPointer { bytes in
            #expect(Entity(in: Array(source.utf8), at: 0, rendering: bytes[...]) == nil)
        }
    }

    @Test(
        "A destination's scheme makes it relative, external or unsafe",
        arguments: [
            ("a.md", Destination.relative),
            ("", .relative),
            ("#a", .relative),
            ("/a", .relative),
            ("./a:b", .relative),
            ("a/b:c", .relative),
            ("1a:b", .relative),
            ("ä:b", .relative),
            (":a", .relative),
            ("?a:b", .relative),
            ("//a", .relative),
            ("http://a", .external),
            ("a:b", .external),
            ("a+b-c.1:d", .external),
            ("datax:a", .external),
            ("data:a", .unsafe),
            ("DATA:a", .unsafe),
            ("file:a", .unsafe),
            ("javascript:", .unsafe),
            ("vbScript:a", .unsafe),
        ])
    func destinations(text: String, kind: Destination) {
        #expect(Array(text.utf8).withUnsafeBufferPointer { Destination($0) } == kind)
    }

    @Test(
        "An address that plainly names a server of the web, or that names none, needs no further check",
        arguments: [
            "http://example.org", "https://example.org/", "HTTPS://www.Example.org/a?b#c",
            "http://a-b.c1.org", "http://1.org", "mailto:a@example.org", "tel:+4940", "a.md", "//example.org",
            "#a", "",
        ])
    func ordinaryAddresses(address: String) {
        #expect(MarkdownDocument("[a](<\(address)>)").unusualLinks.isEmpty)
    }

    @Test(
        "Every other address with a scheme is reported for a further check",
        arguments: [
            "http://", "https:", "http:example.org", "http:///a", "http://example", "http://example.org.",
            "http://.example.org", "http://-example.org", "http://@example.org", "http://:80",
            "http://a..org", "http://a-.org", "http://a.-org", "http://example.org:80",
            "http://a@example.org", "http://example.org?a", "http://ä.org", "http://192.0.2.1",
            "http://[2001:db8::1]/", "ftp://example.org", "ftp:example.org", "mailto://example.org",
        ])
    func unusualAddresses(address: String) {
        #expect(MarkdownDocument("[a](<\(address)>)").unusualLinks.map(\.target) == [address])
    }
}
