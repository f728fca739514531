import Diagnostics
import Foundation
import Testing

@testable import TimelineModel

@Suite("Origin of a scalar's text in its file")
struct TextOriginTests {
    /// The source of a word in the value of the only key of a text.
    private func source(of word: String, in yaml: String) throws -> String? {
        let bytes = Array(yaml.utf8)
        var found: [Diagnostic] = []
        let node = try YAMLParser.parse(bytes, in: 0..<bytes.count, path: "f", diagnostics: &found)
        guard let value = node?.value(of: "a"), let text = value.scalar,
            let origin = TextOrigin(of: value, in: bytes),
            let place = text.range(of: word)
        else { return nil }
        let lower = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
        let upper = text.utf8.distance(from: text.startIndex, to: place.upperBound)
        return String(decoding: bytes[origin.range(of: lower..<upper)], as: UTF8.self)
    }

    @Test(
        "A word of a scalar is found in the file",
        arguments: [
            ("a: one two", "two"), ("a: 'it''s two'", "two"), ("a: \"x \\\"y\\\" two\"", "two"),
            ("a: >\n  one\n  two\n  three\n", "two"), ("a: |\n  one\n\n    two\n", "two"),
            ("a: one\n   two three", "two"), ("a: ä 港 two", "two"), ("a: >-\r\n  one\r\n  two\r\n", "two"),
            ("a: \"one\n  two\"", "two"), ("a: |2\n    two\n", "two"),
        ])
    func words(_ yaml: String, _ word: String) throws {
        #expect(try source(of: word, in: yaml) == word)
    }

    @Test("A range across a folded line includes the line break")
    func folded() throws {
        #expect(try source(of: "one two", in: "a: >\n  one\n  two\n") == "one\n  two")
    }

    @Test(
        "A scalar with an escape that changes the text has no origin",
        arguments: ["a: \"x\\n two\"", "a: \"\\u0041 two\""])
    func escapes(_ yaml: String) throws {
        #expect(try source(of: "two", in: yaml) == nil)
    }
}
