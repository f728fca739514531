import Testing

@testable import SiteRendering

/// What is fixed is written into a template once, and what the items of lists show is made once: neither may change
/// a byte.
@Suite struct TemplateFoldingTests {
    private struct Page: Sendable {
        var title = "A"
        var root = "../"
        var hasSearch = true
        var note: String?
        var items: [Int] = [1, 2, 1]
    }

    private static let site = Context<Page>(
        "site",
        [
            .text("title", "") { _ in "Tom & Jerry" }.fixed,
            .flag("has_search", "") { $0.hasSearch }.fixed,
            .text("here", "") { $0.title },
        ])
    private static let item = Context<Int>(
        "item", [.number("number", "") { $0 }, .flag("is_one", "") { $0 == 1 }])
    private static let page = Context<Page>(
        "page",
        [
            .text("title", "") { $0.title },
            .text("root", "") { $0.root }.fixed,
            .text("note", "") { $0.note }.fixed,
            .record("site", site, "") { $0 }.fixed,
            .list("items", item, "", identifiedBy: { $1 }) { $0.items },
        ])

    private static func template(_ text: String) throws -> Template {
        try #require(templateCompiler(text).compile("page", for: page.shape).template)
    }

    private static func text(_ template: Template, _ subject: Page, _ fragments: Fragments? = nil) -> String {
        var output: [UInt8] = []
        template.render(page.record(subject), into: &output, fragments)
        return String(decoding: output, as: UTF8.self)
    }

    private static let templates = [
        "<{{title}}|{{root}}|{{site.title}}|{{site.here}}>",
        "{{#site.has_search}}a{{title}}b{{/site.has_search}}{{^site.has_search}}none{{/site.has_search}}",
        "{{#note}}[{{note}}{{title}}]{{/note}}{{^note}}no note, {{root}}{{/note}}",
        "{{#items}}{{root}}{{number}}{{#is_one}}!{{/is_one}}{{^is_one}}?{{/is_one}};{{/items}}",
        "{{#items}}{{title}}{{number}}{{/items}}{{#site}}{{title}}{{#items}}{{here}}{{number}}{{/items}}{{/site}}",
        "{{#has_items}}{{#items}}{{#site.has_search}}{{number}}{{/site.has_search}}{{/items}}{{/has_items}}",
        "",
    ]

    @Test("A folded template writes the same bytes", arguments: templates)
    func writesTheSame(_ text: String) throws {
        for (hasSearch, note) in [(true, nil), (false, "n"), (true, ""), (false, nil)] {
            let template = try Self.template(text)
            var page = Page(hasSearch: hasSearch, note: note)
            let folded = template.folded(for: Self.page.record(page))
            let fragments = Fragments(count: 10)
            for (title, items) in [("A", [1, 2, 1]), ("<B>", []), ("C", [2, 3])] {
                page.title = title
                page.items = items
                let expected = Self.text(template, page)
                #expect(Self.text(folded, page) == expected)
                #expect(Self.text(folded, page, fragments) == expected)
            }
        }
    }

    @Test("What is fixed takes no step of its own, and what of it is absent takes none at all")
    func takesNoSteps() throws {
        let template = try Self.template("{{root}}{{site.title}}{{#note}}{{title}}{{/note}}.")
        let folded = template.folded(for: Self.page.record(Page()))
        #expect(folded.code.instructions.count == 1)
        #expect(String(decoding: folded.code.text, as: UTF8.self) == "../Tom &amp; Jerry.")
    }

    @Test("An item is read once for all pages, unless what stands around it shows in it")
    func readsAnItemOnce() throws {
        let alone = try Self.template("{{#items}}{{number}}{{/items}}").folded(for: Self.page.record(Page()))
        #expect(alone.code.selfContained.count == 1)
        let mixed = try Self.template("{{#items}}{{title}}{{/items}}").folded(for: Self.page.record(Page()))
        #expect(mixed.code.selfContained.isEmpty)

        let fragments = Fragments(count: 10)
        #expect(Self.text(alone, Page(items: [7]), fragments) == "7")
        let key = try #require(alone.code.selfContained.first)
        #expect(fragments[Fragments.Key(template: 0, section: key, identity: 7)] == Array("7".utf8))
        fragments.keep(Array("seven".utf8)[...], for: Fragments.Key(template: 0, section: key, identity: 7))
        #expect(Self.text(alone, Page(items: [7, 8]), fragments) == "seven8")
    }
}
