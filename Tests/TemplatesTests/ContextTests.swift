import Foundation
import Testing

@testable import Templates

/// Shapes, records, and the reference for authors of themes.
@Suite struct ContextTests {
    @Test func aFieldIsItsSlot() {
        let shape = entrySample.shape
        #expect(shape.name == "entry")
        for (slot, field) in shape.fields.enumerated() { #expect(shape.slot(of: field.name) == slot) }
        #expect(shape.slot(of: "nothing") == nil)
        #expect(shape.slot(of: "") == nil)
    }

    @Test func theFirstOfTwoEqualNamesCounts() {
        let field = { Shape.Field(name: "a", kind: .text, documentation: $0) }
        #expect(Shape("twice", [field("1"), field("2")]).slot(of: "a") == 0)
    }

    @Test func aRecordReadsItsSubject() throws {
        let record = entrySample.record(SampleEntry(title: "t", claims: [SampleClaim(text: "c")]))
        #expect(record.shape === entrySample.shape)
        guard case .text("t") = read("title", of: record), case .none = read("subtitle", of: record),
            case .flag(false) = read("draft", of: record), case .number(2) = read("count", of: record),
            case .list(let claims) = read("claims", of: record), case .record = read("site", of: record),
            case .none = read("claim", of: record), case .texts(let tags) = read("tags", of: record),
            case .markup(let body) = read("body", of: record)
        else {
            Issue.record("A field has a value of another kind")
            return
        }
        #expect(tags == [])
        #expect(body == Array("<p>Body</p>".utf8))
        #expect(claims.count == 1)
        guard case .text("c") = read("text", of: claims[0]) else {
            Issue.record("The claim has another text")
            return
        }
    }

    @Test(
        "A value is true if it is not absent, empty, false or zero",
        arguments: [
            (Value.none, false), (.text(""), false), (.text(" "), true), (.markup([]), false),
            (.markup([0]), true),
            (.flag(false), false), (.flag(true), true), (.number(0), false), (.number(-1), true),
            (.list([]), false),
            (.list([givenRecord(Shape("empty", [])) { _ in .none }]), true), (.texts([]), false),
            (.texts([""]), true),
            (.record(givenRecord(Shape("empty", [])) { _ in .none }), true),
        ])
    func truth(_ value: Value, _ isTruthy: Bool) { #expect(value.isTruthy == isTruthy) }

    // MARK: Reference

    @Test func theReferenceListsEveryShapeOnce() throws {
        let pages = [
            ("entry.html", entrySample.shape), ("index.html", entrySample.shape),
            ("about.html", siteSample.shape),
        ]
        let text = contextReference(for: pages)
        let start = try #require(text.range(of: "\n## entry"))
        #expect(
            text[start.lowerBound...] == """

                ## entry

                Given to `entry.html`, Given to `index.html`.

                | Name | Kind | Meaning |
                |---|---|---|
                | `title` | text | The entry's title |
                | `subtitle` | text | A second title \\| if there is one |
                | `body` | markup | The entry's text |
                | `draft` | flag | Whether the entry is unfinished |
                | `count` | number | How many claims there are |
                | `claims` | list of claim | What the sources say |
                | `tags` | list of texts | The entry's tags |
                | `site` | record of site | The whole site |
                | `claim` | record of claim | The claim that matters most |

                ## claim

                `claims` of entry, `claim` of entry.

                | Name | Kind | Meaning |
                |---|---|---|
                | `text` | text | What is claimed |
                | `stance` | text | Whether the source supports the entry |
                | `number` | number | The claim's number |
                | `tags` | list of texts | The claim's tags |

                ## site

                `site` of entry, Given to `about.html`.

                | Name | Kind | Meaning |
                |---|---|---|
                | `title` | text | The site's title |
                | `base` | text | Where the site's links begin |

                """)
        #expect(contextReference(for: pages) == text)
    }

    @Test func theReferenceExplainsEveryKind() {
        let text = contextReference(for: [])
        for kind in ["text", "markup", "number", "flag", "record", "list", "list of texts"] {
            #expect(text.contains("\n| \(kind) | "), "\(kind)")
        }
        #expect(!text.contains("\n## entry"))
    }

    private func read(_ name: String, of record: Record) -> Value {
        record.shape.slot(of: name).map { record.read($0) } ?? .none
    }
}
