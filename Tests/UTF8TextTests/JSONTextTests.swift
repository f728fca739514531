import Foundation
import TestSupport
import Testing
import UTF8Text

@Suite("JSON writer")
struct JSONTextTests {
    @Test("Objects and arrays nest")
    func structure() {
        var json = JSONText()
        json.object { json in
            json.string("a", "b")
            json.string("none", nil)
            json.array("list") { json in
                json.integer(nil, -1)
                json.bool(nil, true)
                json.object { _ in }
                json.array { _ in }
            }
            json.bool("last", false)
        }
        json.newline()
        json.string(nil, "next")
        #expect(json.text == "{\"a\":\"b\",\"none\":null,\"list\":[-1,true,{},[]],\"last\":false}\n\"next\"")
    }

    @Test(
        "Special characters are escaped",
        arguments: [
            ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t", #""\n\r\t""#),
            ("\u{0}\u{1F}\u{7F}\u{9F}", #""\u0000\u001f\u007f\u009f""#),
            ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("</script>é港🇰🇵", "\"</script>é港🇰🇵\""),
        ])
    func escapes(_ text: String, _ expected: String) {
        var json = JSONText()
        json.string(nil, text)
        #expect(json.text == expected)
    }

    @Test("A parser reads the text that was written", arguments: [0x5EED, 2, 3] as [UInt64])
    func roundTrip(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            var text = String.UnicodeScalarView()
            for _ in 0..<20 {
                let value = UInt32.random(in: 0..<0x3000, using: &generator)
                if let scalar = Unicode.Scalar(value) { text.append(scalar) }
            }
            var json = JSONText()
            json.array { $0.string(nil, String(text)) }
            let read = try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String]
            let scalars = read?.first.map { Array($0.unicodeScalars) }
            #expect(scalars == Array(text), "seed \(seed)")
        }
    }
}
