import TestSupport
import Testing

@testable import CommonMark

/// The body of an entry as an author writes it, with everything asserted.
@Suite("A whole entry")
struct EntryBodyTests {
    static let marked = MarkedText(
        """
        The port authority says the *old harbour* has been closed since early August.⟦[^gazette-1911-08-12]⟧
        No notice was posted – see [the reopening](⟦1911-08-14-reopening.md⟧).

        ⟦# What the union says⟧

        It denies the account;⟦[^courier]⟧⟦[^log]⟧ its list:

        - the *Aurora*, [her entry](⟦../1911/aurora.md#cargo⟧ "Aurora")
        - two barges ⟦<br>⟧ in ballast

        > The harbour master⟦[^courier]⟧ wrote:
        > “wrong in [every line](⟦#later⟧)”.

        ⟦### Later⟧

        ![Cranes at a quay](⟦media/quay.jpg⟧ "The quay")

        An [archived copy](https://example.org/?a=1&b=2) and [a trap](⟦javascript:alert⟧) name `[^none]`.

        ⟦<div class="x">
        no
        </div>⟧

        ⟦What the union says
        -------------------⟧

        ⟦[^old]:⟧ A note in the style of other tools.
        """)

    let document = Self.marked.document()
    let text = Self.marked.text

    @Test("The HTML of the page")
    func page() {
        #expect(
            document.filled == """
                <p>The port authority says the <em>old harbour</em> has been closed since early August.\
                {cite:gazette-1911-08-12}
                No notice was posted – see {link:1911-08-14-reopening.md}the reopening</a>.</p>
                <h2 id="what-the-union-says">What the union says</h2>
                <p>It denies the account;{cite:courier}{cite:log} its list:</p>
                <ul>
                <li>the <em>Aurora</em>, {link:../1911/aurora.md#cargo|Aurora}her entry</a></li>
                <li>two barges  in ballast</li>
                </ul>
                <blockquote>
                <p>The harbour master{cite:courier} wrote:
                “wrong in {link:#later}every line</a>”.</p>
                </blockquote>
                <h3 id="later">Later</h3>
                <p>{image:media/quay.jpg|The quay|Cranes at a quay}</p>
                <p>An <a href="https://example.org/?a=1&amp;b=2">archived copy</a> and <a href="">a trap</a> \
                name <code>[^none]</code>.</p>
                <h3 id="what-the-union-says-2">What the union says</h3>
                <p>[^old]: A note in the style of other tools.</p>

                """)
    }

    @Test("Every range in the source")
    func places() {
        let all =
            document.places + document.headings.map(\.sourceRange) + document.droppedHTML
            + document.unsafeLinks.map(\.sourceRange) + document.footnoteDefinitions
        #expect(all.sorted { $0.lowerBound < $1.lowerBound } == Self.marked.ranges)
    }

    @Test("The source text at the placeholders' ranges")
    func written() {
        let utf8 = Array(text.utf8)
        let written = document.placeholders.map { String(decoding: utf8[$0.sourceRange], as: UTF8.self) }
        #expect(
            written == [
                "[^gazette-1911-08-12]",
                "1911-08-14-reopening.md",
                "[^courier]",
                "[^log]",
                "../1911/aurora.md#cargo",
                "[^courier]",
                "#later",
                "media/quay.jpg",
            ])
    }

    @Test("The outline")
    func outline() {
        #expect(document.headings.map(\.level) == [2, 3, 3])
        #expect(document.headings.map(\.id) == ["what-the-union-says", "later", "what-the-union-says-2"])
        #expect(document.headings.map(\.text) == ["What the union says", "Later", "What the union says"])
    }

    @Test("The summary")
    func summary() {
        #expect(
            document.firstParagraph == """
                The port authority says the old harbour has been closed since early August. \
                No notice was posted – see the reopening.
                """)
    }

    @Test("With CR LF only the ranges change, by one byte for each line")
    func carriageReturns() {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let other = MarkdownDocument(lines.joined(separator: "\r\n"))
        #expect(other.filled == document.filled)
        #expect(other.firstParagraph == document.firstParagraph)
        let utf8 = Array(text.utf8)
        func shifted(_ offset: Int) -> Int { offset + utf8[..<offset].count { $0 == .lineFeed } }
        let expected = document.places.map { shifted($0.lowerBound)..<shifted($0.upperBound) }
        #expect(other.places == expected)
    }

    @Test("In a block quote only the ranges change")
    func quoted() {
        let quote = text.split(separator: "\n", omittingEmptySubsequences: false).map { "> " + $0 }
        let other = MarkdownDocument(quote.joined(separator: "\n"))
        #expect(other.placeholders.map(\.content) == document.placeholders.map(\.content))
        #expect(other.headings.map(\.id) == document.headings.map(\.id))
        let utf8 = Array(text.utf8)
        func shifted(_ offset: Int) -> Int { offset + 2 * (1 + utf8[..<offset].count { $0 == .lineFeed }) }
        let expected = document.places.map { shifted($0.lowerBound)..<shifted($0.upperBound) }
        #expect(other.places == expected)
    }

    @Test("The HTML with raw HTML allowed, no citations and headings from level 4")
    func options() {
        let raw = text.utf8.withContiguousStorageIfAvailable {
            MarkdownDocument($0, options: .init(rawHTML: true, citations: false, headingLevel: 4))
        }
        #expect(raw?.droppedHTML == [])
        #expect(raw?.citations == [])
        #expect(raw?.headings.map(\.level) == [4, 5, 5])
        #expect(raw?.unsafeLinks == document.unsafeLinks)
        #expect(raw?.bare.contains("<div class=\"x\">\nno\n</div>\n") == true)
    }
}
