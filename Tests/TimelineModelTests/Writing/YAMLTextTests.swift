import Diagnostics
import TestSupport
import Testing

@testable import TimelineModel

@Suite("Text that is written as YAML")
struct YAMLTextTests {
    @Test(
        "Text is quoted if YAML would read it as something else",
        arguments: [
            ("Harbour closed", "Harbour closed"), ("kbs-2023-10-13", "kbs-2023-10-13"),
            ("Éire", "Éire"), ("", "\"\""), ("a: b", "\"a: b\""), ("a #b", "\"a #b\""),
            ("- a", "\"- a\""), ("null", "\"null\""), ("NULL", "\"NULL\""), ("~", "\"~\""),
            ("nullify", "nullify"), ("[a]", "\"[a]\""), ("ends:", "\"ends:\""), ("a ", "\"a \""),
            ("say \"no\"", "\"say \\\"no\\\"\""), ("back\\slash", "\"back\\\\slash\""),
            ("two\nlines", "\"two\\nlines\""), ("bell\u{7}", "\"bell\\u0007\""),
        ])
    func writing(text: String, written: String) {
        #expect(yamlScalar(text) == written)
    }

    @Test("A list is written in brackets")
    func lists() {
        #expect(yamlList(["a", "b, c"]) == "[a, \"b, c\"]")
        #expect(yamlList([]) == "[]")
    }

    @Test("Written text is read back unchanged")
    func roundTrip() throws {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededGenerator(seed: seed)
        let alphabet = Array("abzÄ ,:#-[]{}&*!|>'\"%@`?~\\\t\n\u{7}\u{85}\u{2028}日0123".unicodeScalars)
        for _ in 0..<2_000 {
            let count = Int.random(in: 0..<12, using: &random)
            var scalars = String.UnicodeScalarView()
            for _ in 0..<count { scalars.append(alphabet.randomElement(using: &random) ?? "a") }
            let text = String(scalars)
            let bytes = Array("key: \(yamlScalar(text))\nlist: \(yamlList([text, "b"]))\n".utf8)
            var diagnostics: [Diagnostic] = []
            let node = try YAMLParser.parse(bytes, in: 0..<bytes.count, path: "x", diagnostics: &diagnostics)
            #expect(node?.pair(of: "key")?.value.scalar == text, "seed \(seed)")
            guard case .sequence(let items)? = node?.pair(of: "list")?.value.content else {
                Issue.record("no list of \(text), seed \(seed)")
                continue
            }
            #expect(items.map(\.scalar) == [text, "b"], "seed \(seed)")
        }
    }
}
