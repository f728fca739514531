import Diagnostics
import TestSupport
import Testing

@testable import TimelineModel

/// The tree of a YAML text, its diagnostics as text, and its bytes.
private func parse(_ text: String) -> (node: YAMLNode?, found: [String], bytes: [UInt8]) {
    let bytes = Array(text.utf8)
    var diagnostics: [Diagnostic] = []
    var node: YAMLNode?
    do {
        node = try YAMLParser.parse(bytes, in: 0..<bytes.count, path: "f", diagnostics: &diagnostics)
    } catch {
        diagnostics.append(error.diagnostic)
    }
    return (node, diagnostics.map { "\($0.location.range) \($0.summary)" }, bytes)
}

private func scalars(_ node: YAMLNode?) -> [YAMLNode] {
    guard let node else { return [] }
    return switch node.content {
    case .scalar: [node]
    case .sequence(let items): items.flatMap { scalars($0) }
    case .mapping(let pairs): pairs.flatMap { scalars($0.key) + scalars($0.value) }
    case .refused: []
    }
}

@Suite("YAML parser")
struct YAMLParserTests {
    @Test(
        "The range of every scalar covers its source",
        arguments: [
            ("a: b\nc: [d, e]\n", ["a", "b", "c", "d", "e"]),
            ("ä: Häfen 港\n🇰🇵: [é, 'x y']\n# ü\nlast: ö", ["ä", "Häfen 港", "🇰🇵", "é", "'x y'", "last", "ö"]),
            ("a: b\r\nc:\r\n  - d\r\n  - e\r\n", ["a", "b", "c", "d", "e"]),
            ("\u{FEFF}a: b\n", ["a", "b"]),
            (
                "a: \"b \\\"c\\\" \\u00e4\"  # note\nd: 'it''s'",
                ["a", "\"b \\\"c\\\" \\u00e4\"", "d", "'it''s'"]
            ),
            ("a: one\n  two\nb: c", ["a", "one\n  two", "b", "c"]),
            ("- {a: b, c: {d: [e]}}\n- f", ["a", "b", "c", "d", "e", "f"]),
            ("a:\nb: ''\nc:", ["a", "", "b", "''", "c", ""]),
        ])
    func places(_ text: String, _ expected: [String]) {
        let (node, found, bytes) = parse(text)
        let places = scalars(node).map { String(decoding: bytes[$0.range], as: UTF8.self) }
        #expect(places == expected)
        #expect(found == [])
    }

    @Test("The ranges of lists and maps end with their last item")
    func collections() {
        let (node, _, bytes) = parse("a:\n  - b\n  - c: d\n\n# note\ne: {f: g}\n")
        guard case .mapping(let pairs) = node?.content else {
            Issue.record("no map")
            return
        }
        let places = pairs.map { String(decoding: bytes[$0.value.range], as: UTF8.self) }
        #expect(places == ["- b\n  - c: d", "{f: g}"])
        #expect(pairs.map(\.value.isPlain) == [true, false])
    }

    @Test(
        "Scalars are kept as they are written",
        arguments: [
            "0400-01-01", "12:30", "no", "1e3", "0x10", "~", "null", "true", "1_000", "0o7", ".5", "+1",
            "2023-09-13",
        ])
    func verbatim(_ text: String) {
        let (node, found, _) = parse("a: \(text)\nb: [\(text)]\n\(text): c")
        #expect(scalars(node).map(\.scalar) == ["a", text, "b", text, text, "c"])
        #expect(found == [])
    }

    @Test("Block scalars are read with their line breaks or folded")
    func blocks() {
        let (node, _, _) = parse("a: |\n  one\n  two\nb: >-\n  one\n  two\n\n  three\n")
        #expect(scalars(node).map(\.scalar) == ["a", "one\ntwo\n", "b", "one two\nthree"])
    }

    @Test(
        "Refused YAML is reported at its range",
        arguments: [
            ("a: &x b\nc: *x", ["3..<7 anchor before a value", "11..<13 expected a value, found an alias"]),
            ("a: &x [b]", ["3..<7 anchor before a value"]), ("&x a: b", ["0..<4 anchor before a value"]),
            ("a: !!int 1", ["3..<10 tag before a value"]), ("a: !t {b: c}", ["3..<7 tag before a value"]),
            ("ä: 1\nä: 2\nä: 3", ["6..<8 'ä' is defined twice", "12..<14 'ä' is defined twice"]),
            ("{a: 1, a: 2}", ["7..<8 'a' is defined twice"]),
            ("a: 'ä", ["3..<4 quote that is not closed"]),
            ("'ä", ["0..<1 quote that is not closed"]),
            ("ä: \"b\nc: \"d\"", ["4..<5 quote that is not closed on its line"]),
            ("ä: b: c", ["5..<5 colon inside of a value"]),
            ("a: b\n--- \nc: d", ["5..<8 second document in one file"]),
            ("a: {b: c", ["3..<4 bracket that is not closed"]),
            ("a: b\u{7}", ["4..<4 control characters are not allowed"]),
            ("a: ä\u{0}", ["5..<5 control characters are not allowed"]),
        ])
    func refused(_ text: String, _ expected: [String]) {
        #expect(parse(text).found == expected)
    }

    @Test(
        "A text without content has no tree and no diagnostics",
        arguments: ["", "\n\n", "# note\n", "\u{FEFF}", "   "])
    func nothing(_ text: String) {
        let (node, found, _) = parse(text)
        #expect(node == nil)
        #expect(found == [])
    }

    @Test("The only document may begin and end with a marker")
    func markers() {
        #expect(parse("%YAML 1.1\n---\na: b\n...\n").found == [])
    }

    @Test(
        "Deeply nested text has one diagnostic",
        arguments: [
            String(repeating: "[", count: 1 << 20), String(repeating: "{a: ", count: 100_000),
            String(repeating: "- ", count: 100_000), String(repeating: "? ", count: 100_000),
        ])
    func bombs(_ text: String) {
        let (node, found, _) = parse(text)
        #expect(node == nil)
        #expect(found.count == 1)
        #expect(found.first?.hasSuffix("nested more than 32 levels deep") == true)
    }

    @Test("32 levels are allowed, 33 are not")
    func levels() {
        let deep = { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }
        #expect(parse(deep(32)).found == [])
        #expect(parse(deep(33)).found == ["32..<33 nested more than 32 levels deep"])
    }

    @Test("Aliases are not followed")
    func aliases() {
        var text = "a0: &a0 [x, x]\n"
        for level in 1...20 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        let (node, found, _) = parse(text)
        #expect(scalars(node).count == 23)
        #expect(found.count == 61)
    }

    @Test("Ranges are right in a long text with letters of several bytes")
    func long() {
        let text = String(repeating: "- {ä: 港, b: [é, ü]}\n", count: 20_000)
        let (node, found, bytes) = parse(text)
        let all = scalars(node)
        #expect(all.count == 100_000)
        #expect(found == [])
        #expect(all.last.map { String(decoding: bytes[$0.range], as: UTF8.self) } == "ü")
    }

    @Test("Random texts never trap, and ranges are in the text", arguments: [0x5EED, 0xDA7E, 42] as [UInt64])
    func random(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let pieces = [
            "a", ": ", "\n", "  ", "- ", "[", "]", "{", "}", ",", "\"", "'", "|", ">", "#", "&x", "*x", "!t",
            "%", "ä", "\u{FEFF}",
            "\r\n", "\t", "---", "...", "?", "\u{85}", "\u{2028}", "\u{1}", "🇰🇵", "\\", "@", "`", "date: [1",
        ]
        for _ in 0..<3_000 {
            let text = (0..<Int.random(in: 0...30, using: &generator))
                .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
            let (node, found, bytes) = parse(text)
            let inside = scalars(node).allSatisfy { $0.range.upperBound <= bytes.count }
            #expect(inside, "seed \(seed): \(text.debugDescription)")
            if node == nil, found.isEmpty {
                let isEmpty = !text.contains { $0.isLetter && $0 != "\u{FEFF}" } || text.contains("#")
                #expect(isEmpty || text.contains("%"), "seed \(seed): \(text.debugDescription)")
            }
        }
    }
}
