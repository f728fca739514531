import Testing
import UTF8Text

@testable import SiteRendering

@Suite("Symbols that a page does not use")
struct UsedSymbolsTests {
    private func page(_ symbols: [String], _ body: String, classes: String = "symbols is-used") -> String {
        let lines = symbols.map { "<symbol id=\"\($0)\"><circle r=\"1\"/></symbol>\n" }.joined()
        return "<body>\n<svg class=\"\(classes)\" width=\"0\">\n\(lines)</svg>\n\(body)</body>\n"
    }

    private func shortened(_ text: String, after start: String = "") -> String {
        var buffer = OutputBuffer(Array((start + text).utf8))
        buffer.leaveOutUnusedSymbols(from: start.utf8.count)
        return String(decoding: buffer.bytes, as: UTF8.self)
    }

    @Test(
        "Only those that the page refers to by their whole id are kept",
        arguments: [
            (["a", "b", "c"], "<use href=\"#b\"/>", ["b"]),
            (["a", "b"], "<use href=\"#b\"/><use href=\"#a\"/>", ["a", "b"]),
            (["mark", "mark_of"], "<use href=\"#mark_of\"/>", ["mark_of"]),
            (["a"], "<p>#a and a</p><use href=\"#a\"/>", ["a"]),
        ])
    func kept(_ symbols: [String], _ body: String, _ kept: [String]) {
        #expect(shortened(page(symbols, body)) == page(kept, body))
    }

    @Test("Without any the whole element goes")
    func none() {
        #expect(shortened(page(["a", "b"], "<p>Text.</p>")) == "<body>\n<p>Text.</p></body>\n")
        #expect(shortened(page([], "<p>Text.</p>")) == "<body>\n<p>Text.</p></body>\n")
    }

    @Test("Other lines of the element stay")
    func otherLines() {
        let text = "<svg class=\"symbols is-used\">\n<symbol id=\"a\"/>\n<pattern id=\"p\"/>\n</svg>\n"
        #expect(shortened(text) == "<svg class=\"symbols is-used\">\n<pattern id=\"p\"/>\n</svg>\n")
    }

    @Test(
        "A page that does not ask for it stays as it is",
        arguments: [
            "", "<p>Text.</p>", "<svg class=\"symbols is-used\">",
            "<svg class=\"symbols is-used\">\n<symbol id=\"a\"/>\n",
        ])
    func untouched(_ text: String) {
        #expect(shortened(text) == text)
        #expect(shortened(page(["a"], text, classes: "symbols")) == page(["a"], text, classes: "symbols"))
    }

    @Test("What was in the buffer before the page stays, and is no part of it")
    func before() {
        let start = page(["a"], "<use href=\"#b\"/>")
        #expect(shortened(page(["b"], ""), after: start) == start + "<body>\n</body>\n")
    }
}
