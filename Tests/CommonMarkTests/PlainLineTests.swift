import Testing

@testable import CommonMark

/// Lines that are not given to libcmark must give what libcmark would make of them.
@Suite("Plain lines")
struct PlainLineTests {
    private static let inline = MarkdownOptions(inline: true)

    private static func isPlain(_ text: String) -> Bool {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            ValidSource.reading(bytes) { $0.isPlainLine }
        }
    }

    private static func rendered(_ text: String) -> MarkdownDocument {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            ValidSource.reading(bytes) { DocumentBuilder.document(of: $0, options: inline) }
        }
    }

    @Test(
        "A line without special characters is plain and renders as in libcmark",
        arguments: [
            "The mine was closed.", "Łódź (pop. 1,000) was first: 50% of it?", "Érd", "a", "東京は晴れ。",
            "It's A+B; and/or C - nobody knows", "\u{FEFF}After a byte order mark", "a\u{0}b",
        ])
    func plain(text: String) {
        #expect(Self.isPlain(text))
        #expect(MarkdownDocument(text, options: Self.inline) == Self.rendered(text))
    }

    @Test(
        "Any other line is not plain, so libcmark gets it",
        arguments: [
            "", " a", "a ", "a  b", "a\tb", "a\nb", "1. a", "- a", "+ a", "# a", "> a", "*a*", "_a_", "a_b_",
            "`a`",
            "[a](b)", "a [^b]", "![a](b)", "<a>", "a & b", "a &amp; b", "a\\*", "\"a\"", "a\u{7F}b",
            "a\u{1}b",
            "(a)", "a~b", "a=b", "a@b",
        ])
    func others(text: String) {
        #expect(!Self.isPlain(text))
    }

    /// Tests every line of up to four pieces, most of which have a meaning somewhere in Markdown.
    @Test("Every plain line renders as in libcmark")
    func same() {
        let pieces = [
            "a", "Z9", "é", "\u{A0}", " ", ",", ".", ";", ":", "?", "%", "/", "(", ")", "-", "'", "+",
            "http://b.c", "---", "1)",
        ]
        var lines = [""]
        var plain = 0
        for _ in 0..<4 {
            lines = lines.flatMap { line in pieces.map { line + $0 } }
            for line in lines where Self.isPlain(line) {
                plain += 1
                guard MarkdownDocument(line, options: Self.inline) != Self.rendered(line) else { continue }
                Issue.record("'\(line)' is not rendered as it is")
                return
            }
        }
        #expect(plain > 10_000)
    }
}
