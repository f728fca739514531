import Testing

@testable import CommonMark

@Suite("Invalid UTF-8 and forged placeholders")
struct EncodingTests {
    @Test(
        "Each maximal subpart of an ill-formed sequence becomes one replacement character",
        arguments: [
            ([0xFF], 1), ([0xC0, 0x80], 2), ([0xE2, 0x82], 1), ([0xE2, 0x82, 0x41], 1),
            ([0xF0, 0x9F, 0x8F], 1),
            ([0xED, 0xA0, 0x80], 3), ([0xF4, 0x90, 0x80, 0x80], 4), ([0xF8, 0x88, 0x80, 0x80, 0x80], 5),
            ([0x80], 1), ([0xC3], 1), ([0xE0, 0x9F, 0xBF], 3), ([0xF1, 0x80, 0x41], 1), ([0x00], 1),
        ] as [([UInt8], Int)])
    func malformed(bytes: [UInt8], replacements: Int) {
        let html = MarkdownDocument([0x61] + bytes + [0x62]).bare
        let last = bytes.last == 0x41 ? "A" : ""
        #expect(html == "<p>a" + String(repeating: "\u{FFFD}", count: replacements) + last + "b</p>\n")
        #expect(String(decoding: bytes, as: UTF8.self).unicodeScalars.count == replacements + last.count)
    }

    @Test("A leading byte order mark is not text, and ranges count its bytes")
    func byteOrderMark() {
        #expect(MarkdownDocument("\u{FEFF}# a").headings.map(\.sourceRange) == [3..<6])
        #expect(MarkdownDocument("\u{FEFF}# a").headings.map(\.text) == ["a"])
        #expect(MarkdownDocument("\u{FEFF}\u{FEFF}# a").headings.map(\.sourceRange) == [6..<9])
        #expect(MarkdownDocument("a\u{FEFF}b").bare == "<p>a\u{FEFF}b</p>\n")
        #expect(MarkdownDocument([0xEF, 0xBB]).bare == "<p>\u{FFFD}</p>\n")
    }

    @Test(
        "No bytes of a source can forge a placeholder or break the encoding of the HTML",
        arguments: [
            [0xF8, 0x30, 0xF9], [0xFF, 0x30, 0xFE], [0xF8], [0xF9], [0xF8, 0x39, 0x39, 0x39, 0xF9],
            Array("&#xFFFF;0&#xFFFE;".utf8), Array("&#xF8;0&#xF9;".utf8), Array("&#248;0&#249;".utf8),
            Array("{cite:a}".utf8), Array("%F80%F9".utf8), Array("\u{F8}0\u{F9}".utf8),
        ] as [[UInt8]], [false, true])
    func forging(bytes: [UInt8], rawHTML: Bool) {
        let options = MarkdownOptions(rawHTML: rawHTML)
        for (before, after) in [
            ("", ""),
            ("`", "`"),
            ("# ", ""),
            ("<b title='", "'>"),
            ("<div>\n", "\n"),
            ("```", "\n```"),
            ("> *", "*"),
            ("[x](https://e.org '", "')"),
            ("[x](https://e.org/", ")"),
            ("<https://e.org/", ">"),
        ] {
            let source = Array(before.utf8) + bytes + Array(after.utf8) + Array("\n\n[^a] [b](c)".utf8)
            let document = MarkdownDocument(source, options: options)
            #expect(document.placeholders.count == 2, "\(source)")
            #expect(String(validating: document.html, as: UTF8.self) != nil, "\(source)")
        }
        for (before, after) in [("[x](b", ")"), ("![", "](b)"), ("[^", "]")] {
            let document = MarkdownDocument(Array(before.utf8) + bytes + Array(after.utf8), options: options)
            #expect(document.placeholders.count <= 1)
            #expect(String(validating: document.html, as: UTF8.self) != nil)
        }
    }

    @Test("Noncharacters from entities are replaced, since libcmark writes them as stray bytes")
    func noncharacters() {
        let document = MarkdownDocument("a&#xFFFF;b&#xFFFE;[c](d) `\u{FFFF}`")
        #expect(document.filled == "<p>a\u{FFFD}b\u{FFFD}{link:d}c</a> <code>\u{FFFF}</code></p>\n")
        #expect(document.firstParagraph == "a\u{FFFD}b\u{FFFD}c \u{FFFF}")
    }

    @Test("Strings, substrings and bytes give the same document")
    func initialisers() {
        let text = "xä [a](b.md)[^c]"
        let expected = MarkdownDocument(text)
        #expect(MarkdownDocument(Array(text.utf8)) == expected)
        #expect(MarkdownDocument(text[...]) == expected)
        #expect(MarkdownDocument(("yy" + text).dropFirst(2)) == expected)
        #expect(Array(text.utf8).withUnsafeBufferPointer { MarkdownDocument($0) } == expected)
        #expect(MarkdownDocument(UnsafeBufferPointer(start: nil, count: 0)).isEmpty)
    }
}
