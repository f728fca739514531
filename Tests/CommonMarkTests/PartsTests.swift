import TestSupport
import Testing

@testable import CommonMark

@Suite("Parts of the Markdown reader")
struct PartsTests {
    @Test(
        "Citations are found in a text",
        arguments: [
            ("a [^b] c", ["b"]),
            ("[^b][^c]", ["b", "c"]),
            ("[^ b c ]", ["b c"]),
            ("[[^b]]", ["b"]),
            ("[^[^b]", ["b"]),
            ("[^]]", []),
            ("[^ ]", []),
            ("[^b", []),
            ("^b]", []),
            ("[", []),
            ("[^", []),
            ("", []),
        ] as [(String, [String])])
    func citations(text: String, ids: [String]) {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var found: [String] = []
            var from = 0
            while let citation = CitationSyntax.next(in: bytes, from: from) {
                found.append(CitationSyntax.id(bytes[citation]))
                from = citation.upperBound
            }
            #expect(found == ids)
        }
    }

    @Test("Plain text closes the gap that a citation leaves")
    func plainText() {
        var text = PlainText()
        text.append(Array(" a ".utf8))
        text.omitCitation()
        text.append(Array(".".utf8))
        text.appendSpace()
        text.omitCitation()
        text.appendSpace()
        text.append(Array("b \n".utf8))
        #expect(text.finish() == "a. b")
        #expect(text.finish() == "")
    }

    @Test("Markers are cut out of the HTML and replaced by ids and placeholders")
    func cutting() {
        let marks: [Mark] = [
            .headingID("x"), .tag(.link(target: "t", title: ""), 1..<2), .citation(id: "c", 3..<4),
            .tag(.image(target: "i", title: "", alt: ""), 5..<6),
        ]
        let html = "<h2>\u{1}0\u{2}a\u{1}1\u{2}<a href=\"\">b</a>\u{1}2\u{2}\u{1}3\u{2}<img src=\"\" /></h2>"
        let rendered = html.utf8.map { $0 == 1 ? Marker.start : $0 == 2 ? Marker.end : $0 }
        let (cut, placeholders) = rendered.withUnsafeBufferPointer {
            PlaceholderCutter.cut($0, range: 0..<$0.count, marks: marks, mayBeMalformed: false)
        }
        #expect(String(decoding: cut, as: UTF8.self) == "<h2 id=\"x\">ab</a></h2>")
        #expect(placeholders.map(\.position) == [12, 17, 17])
        #expect(placeholders.map(\.sourceRange) == [1..<2, 3..<4, 5..<6])
    }

    @Test("Every mark has its own marker", arguments: [0, 9, 10, 12_345])
    func markers(index: Int) {
        var bytes: [UInt8] = []
        Marker.append(index, to: &bytes)
        #expect(bytes == [Marker.start] + Array(String(index).utf8) + [Marker.end])
    }

    @Test("Offsets in repaired text map back to the source")
    func repairs() {
        let source: [UInt8] = [0xEF, 0xBB, 0xBF, 0x61, 0xFF, 0x62, 0x00, 0xE2, 0x82, 0x63]
        source.withUnsafeBufferPointer { bytes in
            ValidSource.reading(bytes) { valid in
                #expect(String(decoding: valid.bytes, as: UTF8.self) == "a\u{FFFD}b\u{FFFD}\u{FFFD}c")
                #expect(valid.original(0) == 3)
                #expect(valid.original(0..<1) == 3..<4)
                #expect(valid.original(1..<4) == 4..<5)
                #expect(valid.original(4..<5) == 5..<6)
                #expect(valid.original(5..<8) == 6..<7)
                #expect(valid.original(8..<11) == 7..<9)
                #expect(valid.original(11..<12) == 9..<10)
                #expect(valid.unreadTail == nil)
            }
        }
    }

    @Test(
        "Text beyond the limit is not read, and its range is known",
        arguments: [
            ("abc", 3, "abc", nil),
            ("abc", 2, "ab", 2..<3),
            ("aä", 2, "a", 1..<3),
            ("a🏗b", 4, "a", 1..<6),
            ("a🏗b", 5, "a🏗", 5..<6),
            ("abc", 0, "", 0..<3),
        ] as [(String, Int, String, Range<Int>?)])
    func limit(text: String, limit: Int, read: String, tail: Range<Int>?) {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            ValidSource.reading(bytes, limit: limit) { valid in
                #expect(String(decoding: valid.bytes, as: UTF8.self) == read)
                #expect(valid.unreadTail == tail)
            }
        }
    }

    @Test("Offsets in repaired text never go backwards")
    func repairsAscend() {
        var generator = SeededGenerator(seed: 9)
        for _ in 0..<500 {
            let source = (0..<40).map { _ in UInt8.random(in: 0...255, using: &generator) }
            source.withUnsafeBufferPointer { bytes in
                ValidSource.reading(bytes) { valid in
                    let offsets = (0...valid.bytes.count).map { valid.original($0) }
                    let isAscending = zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }
                    #expect(isAscending && offsets.last == source.count, "\(source)")
                }
            }
        }
    }

    @Test("An outline restarts its levels under a higher heading and keeps ids unique")
    func outline() {
        var outline = HeadingOutline(topLevel: 3)
        #expect(
            [2, 4, 4, 3, 2, 1, 6, 5].map { outline.level(ofSourceLevel: $0) } == [3, 4, 4, 4, 3, 3, 4, 4])
        #expect(
            ["A b", "a-b", "", "A, b!", "a b 2"].map { outline.id(for: $0) }
                == ["a-b", "a-b-2", "section", "a-b-3", "a-b-2-2"])
    }

    @Test("Blocks know their lines and columns")
    func lines() {
        Array("a\n\n> - b\n>   c\n".utf8).withUnsafeBufferPointer { bytes in
            guard let tree = SyntaxTree(bytes), var events = TreeEvents(tree) else {
                Issue.record("libcmark makes no tree")
                return
            }
            var depth = 0
            var deepest = 0
            var lines: ClosedRange<Int>?
            var column = 0
            while let (isEntering, node) = events.next() {
                let isText = !node.literal.isEmpty
                if isEntering, !isText, deepest <= depth {
                    (lines, column, deepest) = (node.lines, node.column, depth)
                }
                if !isText { depth += isEntering ? 1 : -1 }
                // Only the paragraph of the item is that deep; its line break is a leaf.
                if depth > 4 { break }
            }
            #expect(lines == 3...4)
            #expect(column == 4)
        }
    }

    @Test("Definitions are looked for only between blocks")
    func gaps() {
        let source = "[^a]: x\n[^b]: x\n> - [^c]: x\nword [^d]: x\n  [^e]: x\n[f]: [^g]:\n[^h] : x\n"
        Array(source.utf8).withUnsafeBufferPointer { bytes in
            var gaps = DefinitionGaps(SourceLines(bytes))
            gaps.cover(2...2)
            #expect(gaps.finish() == [0..<5, 20..<25, 43..<48])
            var none = DefinitionGaps(SourceLines(bytes))
            none.cover(1...7)
            #expect(none.finish().isEmpty)
        }
    }

    @Test("Bytes and pairs of bytes are found in their range")
    func search() {
        Array("abcabc".utf8).withUnsafeBufferPointer { bytes in
            #expect(bytes.firstOffset(of: UInt8(ascii: "c"), in: 0..<6) == 2)
            #expect(bytes.firstOffset(of: UInt8(ascii: "c"), in: 3..<6) == 5)
            #expect(bytes.firstOffset(of: UInt8(ascii: "c"), in: 3..<5) == nil)
            #expect(bytes.firstOffset(of: UInt8(ascii: "a"), in: 4..<4) == nil)
            #expect(bytes.contains(pair: UInt8(ascii: "c"), UInt8(ascii: "a")))
            #expect(!bytes.contains(pair: UInt8(ascii: "a"), UInt8(ascii: "c")))
            #expect(!bytes.contains(pair: UInt8(ascii: "c"), UInt8(ascii: "c")))
        }
        let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        #expect(nothing.firstOffset(of: 0, in: 0..<0) == nil)
    }
}
