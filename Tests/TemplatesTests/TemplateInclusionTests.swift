import Diagnostics
import Testing

@testable import Templates

/// How one template includes another: partials, parents and their blocks.
@Suite struct TemplateInclusionTests {
    static let partials = [
        MistakeCase("a partial that is missing", "{{> «footer» }}", [missing("footer")]),
        MistakeCase("a misspelt partial", "{{>«heat»}}", ["head": ""], [missing("heat", "head")]),
        MistakeCase("a misspelt parent", "{{<«bas»}}{{/bas}}", ["base": ""], [missing("bas", "base")]),
        MistakeCase(
            "two partials that are missing", "{{>«one»}} {{>«two»}}", [missing("one"), missing("two")]),
        MistakeCase(
            "in a section and a block", "{{#claims}}{{>«one»}}{{/claims}}{{$b}}{{>«two»}}{{/b}}",
            [missing("one"), missing("two")]),
        MistakeCase(
            "in a partial", "{{>head}}", ["head": "<p>{{>«foot»}}"], [missing("foot")]),
        MistakeCase("a dynamic name", "«{{>*title}}»", [dynamic("*title")]),
        MistakeCase("a dynamic name with white space", "«{{> *title }}»", [dynamic("*title")]),
        MistakeCase("a dynamic parent", "«{{<*title}}»{{/*title}}", [dynamic("*title")]),
        MistakeCase("itself", "a «{{>page}}» b", [circle("page", "'page' → 'page'")]),
        MistakeCase(
            "itself by way of another", "‹{{>head}}›", ["head": "«{{>page}}»"],
            [circle("page", "'page' → 'head' → 'page'", notes: ["'head' is included here"])]),
        MistakeCase(
            "itself by way of two others", "‹{{>a}}›",
            ["a": "‹{{>b}}›", "b": "{{#claims}}«{{>page}}»{{/claims}}"],
            [
                circle(
                    "page", "'page' → 'a' → 'b' → 'page'",
                    notes: ["'a' is included here", "'b' is included here"])
            ]),
        MistakeCase(
            "a circle that the page is not in", "{{>a}}", ["a": "‹{{>b}}›", "b": "«{{>a}}»"],
            [circle("a", "'a' → 'b' → 'a'", notes: ["'b' is included here"])]),
        MistakeCase(
            "a parent that includes itself", "{{<a}}{{/a}}", ["a": "«{{<a}}»{{/a}}"],
            [circle("a", "'a' → 'a'")]),
        MistakeCase("a partial twice is no circle", "{{>a}}{{>a}}{{>b}}", ["a": "", "b": "{{>a}}"], []),
        MistakeCase(
            "a parent within its own block is no circle",
            "{{<card}}{{$body}}{{<card}}{{$body}}x{{/body}}{{/card}}{{/body}}{{/card}}",
            ["card": "<div>{{$body}}{{/body}}</div>"], []),
    ]

    static let blocks = [
        MistakeCase(
            "a block that the parent does not have", "{{<base}}{{$«man»}}x{{/man}}{{/base}}",
            ["base": "{{$main}}{{/main}}"], [unknownBlock("man", "base", "main")]),
        MistakeCase(
            "a block with nothing near it", "{{<base}}{{$«sidebar»}}x{{/sidebar}}{{/base}}",
            ["base": "{{$main}}{{/main}}"], [unknownBlock("sidebar", "base")]),
        MistakeCase(
            "a block of a partial of the parent", "{{<base}}{{$title}}x{{/title}}{{/base}}",
            ["base": "{{>head}}", "head": "{{#site}}{{$title}}{{/title}}{{/site}}"], []),
        MistakeCase(
            "a block of a block of the parent's parent", "{{<base}}{{$inner}}x{{/inner}}{{/base}}",
            [
                "base": "{{<root}}{{$main}}{{$inner}}{{/inner}}{{/main}}{{/root}}",
                "root": "{{$main}}{{/main}}",
            ],
            []),
        MistakeCase(
            "a block that the parent fills", "{{<base}}{{$main}}x{{/main}}{{/base}}",
            ["base": "{{<root}}{{$main}}y{{/main}}{{/root}}", "root": "{{$main}}{{/main}}"], []),
        MistakeCase(
            "one mistake where the parent is missing", "{{<«nowhere»}}{{$main}}x{{/main}}{{/nowhere}}",
            [missing("nowhere")]),
        MistakeCase(
            "a block twice", "{{<base}}‹{{$main}}›x{{/main}}«{{$main}}»y{{/main}}{{/base}}",
            ["base": "{{$main}}{{/main}}"],
            [
                ExpectedMistake(
                    rule: .templateDuplicateBlock, summary: "'main' is filled twice for 'base'",
                    notes: ["it is filled here first"])
            ]),
        MistakeCase(
            "a block in two parents", "{{<b}}{{$m}}x{{/m}}{{/b}}{{<b}}{{$m}}y{{/m}}{{/b}}",
            ["b": "{{$m}}{{/m}}"],
            []),
        MistakeCase(
            "a block twice in what is included", "{{<b}}{{$m}}x{{/m}}{{/b}}",
            ["b": "{{$m}}{{/m}}{{$m}}{{/m}}"],
            []),
        MistakeCase(
            "a block of two words", "{{$«a b»}}x{{/a b}}",
            [
                ExpectedMistake(rule: .templateBadName, summary: "'a b' is not a name")
            ]),
        MistakeCase(
            "text outside of blocks", "{{<b}}\n  «<h1>x</h1>»\n{{$m}}x{{/m}}\n  tail {{/b}}",
            ["b": "{{$m}}{{/m}}"], [ignored("<h1>x</h1>", "b")]),
        MistakeCase(
            "a variable outside of blocks", "{{<b}}{{$m}}x{{/m}} «{{title}}»{{/b}}", ["b": "{{$m}}{{/m}}"],
            [ignored("{{title}}", "b")]),
        MistakeCase(
            "a partial outside of blocks", "{{<b}}«{{>x}}»{{/b}}", ["b": "", "x": ""],
            [ignored("{{>x}}", "b")]),
        MistakeCase(
            "a section outside of blocks", "{{<b}}«{{#site}}»x{{/site}}{{/b}}", ["b": ""],
            [ignored("{{#site}}", "b")]),
        MistakeCase(
            "comments, white space and delimiters outside of blocks",
            "{{<b}} {{! why }}\n\t{{=<% %>=}}<%$m%>x<%/m%><%/b%>", ["b": "{{$m}}{{/m}}"], []),
    ]

    static let places = [
        MistakeCase(
            "an unknown name in a partial", "{{#claims}}‹{{>row}}›{{/claims}}", ["row": "{{«texd»}}"],
            [unknown("texd", "claim", "text", notes: ["'row' is included here"])]),
        MistakeCase(
            "an unknown name in a partial of a parent", "‹{{<base}}›{{/base}}",
            ["base": "‹{{>head}}›", "head": "{{«titel»}}"],
            [
                unknown(
                    "titel", "entry", "title",
                    notes: ["'head' is included here", "'base' is included here"])
            ]),
        MistakeCase(
            "an unknown name in a block is in the file of the block",
            "{{<base}}{{$m}}{{«texd»}}{{/m}}{{/base}}", ["base": "{{#claims}}{{$m}}{{/m}}{{/claims}}"],
            [unknown("texd", "claim", "text")]),
        MistakeCase(
            "a block sees what the parent opened", "{{<base}}{{$m}}{{text}}{{/m}}{{/base}}",
            ["base": "{{#claims}}{{$m}}{{/m}}{{/claims}}"], []),
        MistakeCase(
            "what a block replaces is still checked elsewhere", "{{<base}}{{$m}}x{{/m}}{{/base}}‹{{>base}}›",
            ["base": "{{$m}}{{«nothing»}}{{/m}}"],
            [unknown("nothing", "entry", notes: ["'base' is included here"])]),
        MistakeCase(
            "a mistake in a partial that is included twice", "‹{{>row}}› {{>row}}", ["row": "{{«titel»}}"],
            [unknown("titel", "entry", "title", notes: ["'row' is included here"])]),
        MistakeCase(
            "a partial with a mistake of syntax, twice", "{{>row}}{{>row}}", ["row": "«{{#draft}}»x"],
            [
                ExpectedMistake(
                    rule: .templateUnclosedSection, summary: "'{{#draft}}' is not closed",
                    fix: "write {{/draft}} where it ends")
            ]),
    ]

    @Test("Templates that cannot be included are reported", arguments: partials)
    func checkPartials(_ mistaken: MistakeCase) { mistaken.check() }

    @Test("Blocks and text that the parent does not use are reported", arguments: blocks)
    func checkBlocks(_ mistaken: MistakeCase) { mistaken.check() }

    @Test("A mistake is located in the file that has it", arguments: places)
    func checkPlaces(_ mistaken: MistakeCase) { mistaken.check() }

    @Test("Each fix corrects its mistake", arguments: partials + blocks + places)
    func checkFixes(_ mistaken: MistakeCase) { mistaken.checkFixes() }

    // MARK: All templates of a site

    @Test func aPageThatIsMissing() {
        let result = templateCompiler("", ["entry.html": ""]).compile("entri.html", for: entrySample.shape)
        #expect(result.template == nil)
        #expect(
            result.diagnostics == [
                Diagnostic(
                    .templateUnknownPartial, "'entri.html' is missing among the templates",
                    at: TemplatePlace("entri.html"),
                    fixIts: [Diagnostic.FixIt("rename 'entry.html' to 'entri.html'")])
            ])
    }

    @Test func everyMistakeOfEveryFileOnce() {
        let files = [
            "base": "{{«titel»}}{{$m}}{{/m}}", "entry": "{{<base}}{{$m}}{{«nothing»}}{{/m}}{{/base}}",
            "claim": "{{<base}}{{$m}}{{text}}{{/m}}{{/base}}", "unused": "a\n«{{#x}}»", "good": "{{title}}",
        ]
        let marked = MarkedTemplates(files)
        let compiler = TemplateCompiler(templates: marked.sources)
        let shapes = [entrySample.shape, claimSample.shape]
        let result = compiler.compile([
            ("entry", shapes[0]), ("claim", shapes[1]), ("good", shapes[0]),
        ])
        #expect(result.diagnostics.map(\.location) == marked.mistakes)
        #expect(result.templates.keys.sorted() == ["good"])
        #expect(compiler.syntaxDiagnostics.map(\.rule) == [.templateUnclosedSection])
    }

    @Test func lenientTemplatesAreEmptyWhereStrictOnesAreWrong() {
        let page =
            "a{{nothing}}{{>none}}{{<none}}x{{/none}}{{#no}}x{{/no}}{{^no}}b{{/no}}{{site.no}}{{claims}}{{{title}}}{{body}}{{.}}"
        let entry = entrySample.record(SampleEntry(title: "<", body: Array(">".utf8)))
        let result = renderTemplate(page, [:], entry, mode: .lenient)
        #expect(result.diagnostics == [])
        #expect(result.text == "ab<&gt;")
    }

    // MARK: Wording

    private static func missing(_ name: String, _ nearest: String? = nil) -> ExpectedMistake {
        ExpectedMistake(
            rule: .templateUnknownPartial, summary: "'\(name)' is not among the templates",
            fix: nearest.map { "write \($0)" }, replacement: nearest)
    }

    private static func dynamic(_ name: String) -> ExpectedMistake {
        ExpectedMistake(
            rule: .templateUnsupported, summary: "'\(name)' is a dynamic name, which is not supported")
    }

    private static func circle(_ name: String, _ way: String, notes: [String] = []) -> ExpectedMistake {
        ExpectedMistake(
            rule: .templateCircularPartial, summary: "'\(name)' includes itself: \(way)", notes: notes)
    }

    private static func unknownBlock(_ name: String, _ parent: String, _ nearest: String? = nil)
        -> ExpectedMistake
    {
        ExpectedMistake(
            rule: .templateUnknownBlock, summary: "'\(name)' is not a block of '\(parent)'",
            fix: nearest.map { "write \($0)" }, replacement: nearest)
    }

    private static func ignored(_ text: String, _ parent: String) -> ExpectedMistake {
        ExpectedMistake(
            rule: .templateIgnoredContent, summary: "'\(text)' stands outside of the blocks for '\(parent)'")
    }

    private static func unknown(
        _ name: String, _ context: String, _ nearest: String? = nil, notes: [String] = []
    ) -> ExpectedMistake {
        ExpectedMistake(
            rule: .templateUnknownName, summary: "'\(name)' is not a name in the context '\(context)'",
            fix: nearest.map { "write \($0)" }, replacement: nearest, notes: notes)
    }
}
