import Testing
import UTF8Text

@testable import Templates

/// Fixed values are folded into a template once, and fragments of list items are made once: the output must stay the
/// same, byte for byte.
@Suite struct ConstantFoldingTests {
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
            .text("root", "") { $0.root }.root,
            .text("note", "") { $0.note }.fixed,
            .record("site", site, "") { $0 }.fixed,
            .list("items", item, "", identifiedBy: { $1 }) { $0.items },
        ])

    private static func template(_ text: String) throws -> Template {
        try #require(templateCompiler(text).compile("page", for: page.shape).template)
    }

    private static func folded(_ template: Template, for page: Page = Page()) -> Template {
        var numbers = SectionNumbers()
        return template.folded(for: self.page.record(page), &numbers)
    }

    private static func text(_ template: Template, _ subject: Page, _ fragments: FragmentCache? = nil)
        -> String
    {
        var output = OutputBuffer()
        template.render(page.record(subject), into: &output, fragments)
        return String(decoding: output.bytes, as: UTF8.self)
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
            let folded = Self.folded(template, for: page)
            let fragments = FragmentCache(count: 10)
            for (title, items) in [("A", [1, 2, 1]), ("<B>", []), ("C", [2, 3])] {
                page.title = title
                page.items = items
                let expected = Self.text(template, page)
                #expect(Self.text(folded, page) == expected)
                #expect(Self.text(folded, page, fragments) == expected)
            }
        }
    }

    @Test("Fixed values become text, and sections of absent ones become nothing")
    func takesNoSteps() throws {
        let template = try Self.template("{{root}}{{site.title}}{{#note}}{{title}}{{/note}}.")
        let folded = Self.folded(template)
        #expect(folded.code.instructions.count == 1)
        #expect(String(decoding: folded.code.text, as: UTF8.self) == "../Tom &amp; Jerry.")
    }

    @Test("An item's fragment is kept for all pages, unless the section uses values from around it")
    func readsAnItemOnce() throws {
        let alone = Self.folded(try Self.template("{{#items}}{{number}}{{/items}}"))
        #expect(alone.code.numbers.count == 1)
        let mixed = Self.folded(try Self.template("{{#items}}{{title}}{{/items}}"))
        #expect(mixed.code.numbers.isEmpty)

        let fragments = FragmentCache(count: 10)
        #expect(Self.text(alone, Page(items: [7]), fragments) == "7")
        let number = try #require(alone.code.numbers.first)
        fragments.withTable(section: number, shape: Self.item.shape) { table in
            #expect(Self.known(7, table) == "7")
            #expect(Self.known(8, table) == nil)
            Self.keep("eight", of: 8, in: table, fragments)
        }
        #expect(Self.text(alone, Page(items: [7, 8]), fragments) == "7eight")
    }

    @Test(
        "The fragments of one section for items of two kinds are kept apart",
        arguments: [0, 255, 256] as [Int32])
    func keepsKindsApart(_ section: Int32) {
        let fragments = FragmentCache(count: 3)
        let shapes = [Self.item.shape, Shape("other", [])]
        for (text, shape) in zip(["one", "two"], shapes) {
            fragments.withTable(section: section, shape: shape) { Self.keep(text, of: 1, in: $0, fragments) }
        }
        for (text, shape) in zip(["one", "two"], shapes) {
            fragments.withTable(section: section, shape: shape) { #expect(Self.known(1, $0) == text) }
            fragments.withTable(section: section + 1, shape: shape) { #expect(Self.known(1, $0) == nil) }
        }
    }

    private static func known(_ identity: Int, _ table: FragmentCache.Table) -> String? {
        var output = OutputBuffer()
        guard table.write(identity, to: &output, root: []) else { return nil }
        return String(decoding: output.bytes, as: UTF8.self)
    }

    private static func keep(
        _ text: String, of identity: Int, in table: FragmentCache.Table, _ fragments: FragmentCache
    ) {
        Array(text.utf8).withUnsafeBufferPointer {
            fragments.keep(FragmentCache.Fragment($0, [], of: []), of: identity, in: table)
        }
    }

    @Test("Pages in folders of any depth share an item's fragment, each with its own path to the root")
    func sharesWhatDiffersInTheWayUp() throws {
        let template = try Self.template(
            "{{root}}{{#items}}{{root}}{{number}}{{#is_one}}{{root}}!{{/is_one}};{{/items}}")
        let fragments = FragmentCache(count: 10)
        var numbers = SectionNumbers()
        for root in ["../", "../../", "", "/a&b/", "../"] {
            let page = Page(root: root)
            let folded = template.folded(for: Self.page.record(page), &numbers)
            #expect(Self.text(folded, page, fragments) == Self.text(template, page))
            #expect(folded.code.numbers.first == 0)
        }
        // The cache has the fragments that the later pages used.
        fragments.withTable(section: 0, shape: Self.item.shape) { table in
            #expect(Self.known(1, table) != nil && Self.known(2, table) != nil)
        }
    }

    @Test("Sections that write the same have the same number, and others have different ones")
    func sharesWhatIsTheSame() throws {
        let same = [
            "{{#items}}<{{number}}{{#is_one}}!{{/is_one}}>{{/items}}",
            "a{{title}}{{#items}}<{{number}}{{#is_one}}!{{/is_one}}>{{/items}}",
            "{{#site}}{{here}}{{#items}}<{{number}}{{#is_one}}!{{/is_one}}>{{/items}}{{/site}}",
        ]
        let others = [
            "{{#items}}<{{number}}{{#is_one}}?{{/is_one}}>{{/items}}",
            "{{#items}}<{{{number}}}{{#is_one}}!{{/is_one}}>{{/items}}",
            "{{#items}}<{{number}}{{^is_one}}!{{/is_one}}>{{/items}}",
            "{{#items}}<{{number}}{{#number}}!{{/number}}>{{/items}}",
            "{{#items}}<{{number}}{{#is_one}}!>{{/is_one}}{{/items}}",
        ]
        var numbers = SectionNumbers()
        func number(_ text: String) throws -> Int32 {
            let folded = try Self.template(text).folded(for: Self.page.record(Page()), &numbers)
            // Sections inside it are numbered, too.
            return try #require(folded.code.numbers.first)
        }
        let first = try number(same[0])
        for text in same { #expect(try number(text) == first, "\(text)") }
        #expect(Set(try others.map(number)).subtracting([first]).count == others.count)
    }
}

extension TemplateCode {
    /// The numbers of its numbered sections, in order.
    fileprivate var numbers: [Int32] {
        instructions.compactMap { instruction in
            guard case .section(_, _, let number) = instruction, number != Self.unnumbered else { return nil }
            return number
        }
    }
}
