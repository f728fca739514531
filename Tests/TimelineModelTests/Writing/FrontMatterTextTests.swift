import Diagnostics
import EDTF
import TestSupport
import Testing

@testable import TimelineModel

/// Front matter is written as authors write it, and is read as what was written.
@Suite struct FrontMatterTextTests {
    @Test func valuesHaveTheirUsualForms() {
        var front = FrontMatterText()
        front.add("title", text: "Ships: held")
        front.add("date", .date("[1911,1912]"))
        front.add("status", text: nil)
        front.add("tags", texts: ["a", "b: c"])
        front.add("places", texts: [])
        front.add(
            "claims",
            .list([
                .map([YAMLPair("by", .text("port")), YAMLPair("source", .texts(["x"]))]),
                .map([YAMLPair("of", .map([YAMLPair("a", .list([.map([YAMLPair("b", .text("c"))])]))]))]),
                .list([.list([.text("d")]), .map([YAMLPair("e", .written("1"))])]), .map([]),
            ]))
        front.add(
            "extra",
            .map([YAMLPair("a key: b", .map([YAMLPair("x", .written("true"))])), YAMLPair("y", .list([]))]))
        #expect(
            front.file(body: "Body\n") == """
                ---
                title: "Ships: held"
                date: "[1911,1912]"
                tags: [a, "b: c"]
                claims:
                  - by: port
                    source: [x]
                  - of:
                      a:
                        - b: c
                  - [[d], {e: 1}]
                  - {}
                extra:
                  "a key: b":
                    x: true
                  y: []
                ---
                Body

                """)
    }

    @Test func randomValuesAreReadAsWritten() throws {
        var generator = SeededGenerator(seed: 5)
        let texts = [
            "a", "null", "~", "- x", "# y", "a: b", "\"q\"", "é 日", "line\nend", "", " s ", "[x]", "{y}",
            "&a", "*b", "'", "1911", "%",
        ]
        func value(_ depth: Int) -> YAMLValue {
            switch depth == 0 ? 0 : Int.random(in: 0...2, using: &generator) {
            case 0: return .text(texts.randomElement(using: &generator) ?? "")
            case 1: return .list((0..<Int.random(in: 0...3, using: &generator)).map { _ in value(depth - 1) })
            default:
                return .map(
                    (0..<Int.random(in: 0...3, using: &generator)).map {
                        YAMLPair("k\($0) " + (texts.randomElement(using: &generator) ?? ""), value(depth - 1))
                    })
            }
        }
        for _ in 0..<500 {
            let written = value(4)
            var front = FrontMatterText()
            front.add("key", written)
            let bytes = Array(front.yaml.utf8)
            var diagnostics: [Diagnostic] = []
            let tree = try YAMLParser.parse(bytes, in: bytes.indices, path: "", diagnostics: &diagnostics)
            let read = try #require(tree?.pair(of: "key")?.value)
            #expect(diagnostics.isEmpty, "\(front.yaml)")
            #expect(isSame(read, written), "\(front.yaml)")
        }
    }

    private func isSame(_ node: YAMLNode, _ value: YAMLValue) -> Bool {
        switch (node.content, value) {
        case (.scalar(let text), .written(let written)): yamlScalar(text) == written
        case (.sequence(let nodes), .list(let values)):
            nodes.count == values.count && zip(nodes, values).allSatisfy { isSame($0, $1) }
        case (.mapping(let pairs), .map(let values)):
            pairs.count == values.count
                && zip(pairs, values).allSatisfy { $0.key.scalar == $1.key && isSame($0.value, $1.value) }
        default: false
        }
    }

    @Test(arguments: [
        ("1911-08-11", "Ships held", "1911-08-11-ships-held"), ("1911-08-0X/..", "Held", "1911-08-held"),
        ("-0043", "X", "0044-bce-x"),
        ("Y-13799999999", "Bang", "13800000000-bce-bang"), ("[1911,1912]", "A", "1911-a"), ("19XX", "A", "a"),
        ("1911-21", "A", "1911-a"),
        ("../1911-08", "!", "1911-08"), ("XXXX", "?", "entry"), ("-004X", "A", "a"),
        ("Y-17E7", "Long", "long"), ("0000", "A", "0001-bce-a"),
        ("1911-08-11T10:30:00", "T", "1911-08-11-t"),
    ])
    func slugsNameTheKnownPartOfTheDate(_ date: String, _ title: String, _ slug: String) throws {
        #expect(EntrySlug.make(date: try DateExpression(date), title: title) == slug)
    }
}
