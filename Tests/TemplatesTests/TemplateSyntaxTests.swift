import Diagnostics
import Testing

@testable import Templates

/// Mistakes in a single file: tags, delimiters, pairs.
@Suite struct TemplateSyntaxTests {
    static let tags = [
        MistakeCase("a tag is not closed at the end", "<p>«{{»title</p>\n", [unclosed]),
        MistakeCase("a tag is interrupted by another", "<p>«{{»title</p>{{count}}\n", [unclosed]),
        MistakeCase("two tags are not closed", "«{{»title {{count}} «{{»tags\n", [unclosed, unclosed]),
        MistakeCase("a section tag is not closed", "{{#draft}}x«{{»/draft\n{{/draft}}", [unclosed]),
        MistakeCase("a comment is not closed", "a «{{»! {{title}\n", [unclosed]),
        MistakeCase("three braces, two at the end", "«{{»{body}} and {{title}}", [unclosed]),
        MistakeCase("the file ends in a delimiter", "text «{{»", [unclosed]),
        MistakeCase("the file ends in a sigil", "text «{{»#", [unclosed]),
        MistakeCase("a tag without a name", "a «{{}}» b", [badName("'{{}}' has no name")]),
        MistakeCase("a tag of white space", "a «{{ \n }}» b", [badName("'{{}}' has no name")]),
        MistakeCase("a section without a name", "a «{{#}}» b {{/}}", [badName("'{{#}}' has no name")]),
        MistakeCase("a partial without a name", "a «{{> }}» b", [badName("'{{>}}' has no name")]),
        MistakeCase("two words", "{{«title entry»}}", [badName("'title entry' is not a name")]),
        MistakeCase(
            "the syntax of another engine", "{{#«if draft»}}x{{/if draft}}",
            [badName("'if draft' is not a name")]),
        MistakeCase("two dots", "{{«site..title»}}", [badName("'site..title' is not a name")]),
        MistakeCase("a dot before", "{{«.title»}}", [badName("'.title' is not a name")]),
        MistakeCase("a dot after", "{{{«site.»}}}", [badName("'site.' is not a name")]),
        MistakeCase("a partial of two words", "{{> «head foot» }}", [badName("'head foot' is not a name")]),
        MistakeCase(
            "a long name", "{{«\(String(repeating: "ab ", count: 20))c»}}",
            [badName("'\(String(repeating: "ab ", count: 13))a…' is not a name")]),
        MistakeCase(
            "a name of two lines", "{{«title\nentry»}}", [badName("'title…' is not a name")]),
    ]

    static let delimiters = [
        MistakeCase("one delimiter", "«{{=<%=}}» {{title}}", [badDelimiters("{{=<%=}}")]),
        MistakeCase("three delimiters", "«{{=a b c=}}» {{title}}", [badDelimiters("{{=a b c=}}")]),
        MistakeCase("no delimiters", "«{{==}}» {{title}}", [badDelimiters("{{==}}")]),
        MistakeCase("an equals sign inside", "«{{=<= =>=}}» {{title}}", [badDelimiters("{{=<= =>=}}")]),
        MistakeCase("no equals sign at the end", "«{{=<% %>}}» {{title}}", [badDelimiters("{{=<% %>}}")]),
        MistakeCase("no end at all", "«{{=»<% %>\n{{title}}", [badDelimiters("{{=")]),
        MistakeCase(
            "a mistake with other delimiters", "{{=<% %>=}}<p>«<%»title",
            [
                ExpectedMistake(rule: .templateUnclosedTag, summary: "'<%' opens a tag that is not closed")
            ]),
        MistakeCase("braces are text with other delimiters", "{{=<% %>=}}{{nothing}} <%title%>", []),
        MistakeCase("back to braces", "{{=| |=}}|title||={{ }}=|{{title}}", []),
        MistakeCase(
            "delimiters of several bytes", "{{=→→ ←←=}}→→title←← →→&«none»←←",
            [
                ExpectedMistake(
                    rule: .templateUnknownName, summary: "'none' is not a name in the context 'entry'")
            ]),
    ]

    static let pairs = [
        MistakeCase("a section is not closed", "a «{{#draft}}» b", [unclosedSection("{{#draft}}")]),
        MistakeCase("an inverse is not closed", "a «{{^draft}}» b", [unclosedSection("{{^draft}}")]),
        MistakeCase("a block is not closed", "a «{{$main}}» b", [unclosedSection("{{$main}}")]),
        MistakeCase(
            "a parent is not closed", "a «{{<base}}»", ["base": ""], [unclosedSection("{{<base}}")]),
        MistakeCase(
            "white space in a tag is not shown", "a «{{# draft }}» b", [unclosedSection("{{#draft}}")]),
        MistakeCase(
            "a section is closed by the one around it", "{{#claims}}«{{#tags}}» x ‹{{/claims}}›",
            [unclosedSection("{{#tags}}", notes: ["the tag around it is closed here"])]),
        MistakeCase(
            "two sections are closed by the one around them",
            "{{#claims}}«{{#tags}}»«{{^draft}}» x ‹{{/claims}}› {{title}}",
            [
                unclosedSection("{{#tags}}", notes: ["the tag around it is closed here"]),
                unclosedSection("{{^draft}}", notes: ["the tag around it is closed here"]),
            ]),
        MistakeCase(
            "nothing is open", "a «{{/draft}}» b {{title}}",
            [
                ExpectedMistake(
                    rule: .templateClosingTag, summary: "'{{/draft}}' closes nothing: no section is open")
            ]),
        MistakeCase(
            "another name", "‹{{#draft}}›x{{/«drafts»}} {{title}}",
            [
                .replaceable(
                    .templateClosingTag, "'{{/drafts}}' closes a tag that is named 'draft'", by: "draft",
                    notes: ["'{{#draft}}' was opened here"])
            ]),
        MistakeCase(
            "another name in a section", "{{#claims}}‹{{#tags}}›x{{/«tag»}}{{/claims}}",
            [
                .replaceable(
                    .templateClosingTag, "'{{/tag}}' closes a tag that is named 'tags'", by: "tags",
                    notes: ["'{{#tags}}' was opened here"])
            ]),
        MistakeCase(
            "no name", "‹{{#draft}}›x{{/«»}}",
            [
                .replaceable(
                    .templateClosingTag, "'{{/}}' closes a tag that is named 'draft'", by: "draft",
                    notes: ["'{{#draft}}' was opened here"])
            ]),
        MistakeCase(
            "with other delimiters", "{{=<% %>=}}«<%#draft%>»x",
            [
                ExpectedMistake(
                    rule: .templateUnclosedSection, summary: "'<%#draft%>' is not closed",
                    fix: "write <%/draft%> where it ends")
            ]),
    ]

    @Test("Every malformed tag is reported", arguments: tags + delimiters)
    func checkTags(_ mistaken: MistakeCase) { mistaken.check() }

    @Test("Every opening or closing tag without its partner is reported", arguments: pairs)
    func checkPairs(_ mistaken: MistakeCase) { mistaken.check() }

    @Test("Each fix corrects its mistake", arguments: tags + delimiters + pairs)
    func checkFixes(_ mistaken: MistakeCase) { mistaken.checkFixes() }

    @Test("All mistakes of a file are reported, not only the first") func severalMistakes() {
        MistakeCase(
            "all sorts",
            "«{{»titel\n{{«a b»}}\n{{#claims}}«{{^draft}}»‹{{/claims}}›\n{{«nothing»}}\n«{{/x}}»\n",
            [
                Self.unclosed, Self.badName("'a b' is not a name"),
                Self.unclosedSection("{{^draft}}", notes: ["the tag around it is closed here"]),
                ExpectedMistake(
                    rule: .templateUnknownName, summary: "'nothing' is not a name in the context 'entry'"),
                ExpectedMistake(
                    rule: .templateClosingTag, summary: "'{{/x}}' closes nothing: no section is open"),
            ]
        ).check()
    }

    // MARK: Encoding

    @Test(
        "A byte that is not UTF-8 is reported",
        arguments: [
            ([0x61, 0xFF, 0x62], 1..<2), ([0x61, 0xC3], 1..<2), ([0xE2, 0x82, 0x41], 0..<2), ([0x80], 0..<1),
            ([0xC3, 0xA4, 0xED, 0xA0, 0x80], 2..<3), ([0xEF, 0xBB, 0xBF, 0xFE], 3..<4),
        ] as [([UInt8], Range<Int>)])
    func encoding(_ bytes: [UInt8], _ range: Range<Int>) {
        let compiler = TemplateCompiler(templates: ["page": TemplateSource(path: "p.html", bytes: bytes)])
        let result = compiler.compile("page", for: entrySample.shape)
        #expect(result.template == nil)
        #expect(
            result.diagnostics == [
                Diagnostic(
                    .templateEncoding, "p.html has a byte that is not UTF-8",
                    at: TemplatePlace("p.html", range))
            ])
    }

    @Test func aByteOrderMarkIsNoText() {
        let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("{{#draft}}\nx\n{{/draft}}\n{{titel}}".utf8)
        let compiler = TemplateCompiler(templates: ["page": TemplateSource(path: "page", bytes: bytes)])
        let result = compiler.compile("page", for: entrySample.shape)
        #expect(result.diagnostics.map(\.location.range) == [29..<34])
        #expect(renderTemplate("\u{FEFF}{{title}}", entrySample.record(SampleEntry(title: "a"))).text == "a")
    }

    // MARK: Wording

    private static let unclosed = ExpectedMistake(
        rule: .templateUnclosedTag, summary: "'{{' opens a tag that is not closed")

    private static func badName(_ summary: String) -> ExpectedMistake {
        ExpectedMistake(rule: .templateBadName, summary: summary)
    }

    private static func badDelimiters(_ tag: String) -> ExpectedMistake {
        ExpectedMistake(rule: .templateDelimiters, summary: "'\(tag)' sets no pair of delimiters")
    }

    private static func unclosedSection(_ tag: String, notes: [String] = []) -> ExpectedMistake {
        let name = tag.dropFirst(3).dropLast(2)
        return ExpectedMistake(
            rule: .templateUnclosedSection, summary: "'\(tag)' is not closed",
            fix: "write {{/\(name)}} where it ends", notes: notes)
    }
}
