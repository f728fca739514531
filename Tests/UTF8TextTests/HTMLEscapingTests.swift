import Foundation
import TestSupport
import Testing

@testable import UTF8Text

/// Escaping, the only way from text to HTML.
@Suite struct HTMLEscapingTests {
    static let texts = [
        ("", ""), ("plain", "plain"), ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"),
        ("'", "&#39;"), ("a & b", "a &amp; b"), ("&amp;", "&amp;amp;"), ("<<>>", "&lt;&lt;&gt;&gt;"),
        ("<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"),
        ("é & 日本 < 😀", "é &amp; 日本 &lt; 😀"), ("&start", "&amp;start"), ("end&", "end&amp;"),
        ("\u{0}\t\r\n", "\u{0}\t\r\n"), ("%$#;=/`", "%$#;=/`"),
        ("\u{226} \u{13C} \u{326}", "\u{226} \u{13C} \u{326}"),
    ]

    @Test("Five characters are escaped and no others", arguments: texts)
    func text(_ text: String, _ html: String) {
        #expect(text.htmlEscaped == html)
        var bytes: [UInt8] = []
        bytes.append(escaping: Array(text.utf8))
        #expect(bytes == Array(html.utf8))
    }

    @Test("Escaped text is appended to earlier bytes")
    func appends() {
        var bytes = Array("<p>".utf8)
        bytes.append(escaping: "a<b")
        bytes.append(escaping: "")
        bytes.append(escaping: "c")
        #expect(String(decoding: bytes, as: UTF8.self) == "<p>a&lt;bc")
    }

    @Test("Substrings and bridged strings are escaped")
    func otherStrings() {
        #expect(String("a <b> c".dropFirst(2).prefix(3)).htmlEscaped == "&lt;b&gt;")
        #expect((NSString(string: "<é>") as String).htmlEscaped == "&lt;é&gt;")
    }

    @Test("Of all bytes only the five special ones are escaped")
    func everyByte() {
        for byte in UInt8.min...UInt8.max {
            var bytes: [UInt8] = []
            bytes.append(escaping: [byte])
            let isSpecial = "&<>\"'".utf8.contains(byte)
            #expect((bytes == [byte]) == !isSpecial, "byte \(byte)")
            #expect((bytes.count > 1) == isSpecial, "byte \(byte)")
        }
    }

    @Test("Every byte is escaped correctly at every offset among others")
    func everyPlace() {
        for around in [UInt8(ascii: "a"), 0, 0x7F, 0x80, 0xFF, UInt8(ascii: "="), UInt8(ascii: "?")] {
            for byte in UInt8.min...UInt8.max {
                for place in 0..<19 {
                    var text = [UInt8](repeating: around, count: 19)
                    text[place] = byte
                    var expected: [UInt8] = []
                    for byte in text { expected += Self.naive(byte) }
                    var bytes: [UInt8] = []
                    bytes.append(escaping: text)
                    if bytes != expected { Issue.record("byte \(byte) at \(place) among \(around)") }
                }
            }
        }
    }

    private static func naive(_ byte: UInt8) -> [UInt8] {
        switch Character(Unicode.Scalar(byte)) {
        case "&": Array("&amp;".utf8)
        case "<": Array("&lt;".utf8)
        case ">": Array("&gt;".utf8)
        case "\"": Array("&quot;".utf8)
        case "'": Array("&#39;".utf8)
        default: [byte]
        }
    }
}
