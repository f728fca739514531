import Diagnostics
import Testing

@testable import Templates

/// Names in templates: unknown names, kinds of values, and the dot.
@Suite struct TemplateNameTests {
    static let unknownNames = [
        MistakeCase("a misspelt name", "{{«titel»}}", [unknown("titel", "entry", "title")]),
        MistakeCase("white space around it", "{{  «titel»\n}}", [unknown("titel", "entry", "title")]),
        MistakeCase("three braces", "{{{ «boddy» }}}", [unknown("boddy", "entry", "body")]),
        MistakeCase("an ampersand", "{{& «boddy» }}", [unknown("boddy", "entry", "body")]),
        MistakeCase("nothing near it", "{{«xyzzy»}}", [unknown("xyzzy", "entry")]),
        MistakeCase("a name of the other case", "{{«Title»}}", [unknown("Title", "entry", "title")]),
        MistakeCase("a section", "{{#«claim_»}}{{/claim_}}", [unknown("claim_", "entry", "claim")]),
        MistakeCase("an inverse", "{{^«drat»}}x{{/drat}}", [unknown("drat", "entry", "draft")]),
        MistakeCase(
            "a name of the list's record", "{{#claims}}{{«stanze»}}{{/claims}}",
            [unknown("stanze", "claim", "stance")]),
        MistakeCase(
            "a name of the record around it", "{{#claims}}{{«subtitel»}}{{/claims}}",
            [unknown("subtitel", "claim", "subtitle")]),
        MistakeCase(
            "a list's name outside of it", "{{#claims}}{{text}}{{/claims}}{{«stance»}}",
            [unknown("stance", "entry", "claim.stance")]),
        MistakeCase(
            "a record's name outside of it", "{{#site}}{{base}}{{/site}}{{«base»}}",
            [unknown("base", "entry", "site.base")]),
        MistakeCase("the first part", "{{«sit».title}}", [unknown("sit", "entry", "site")]),
        MistakeCase("the second part", "{{site.«titel»}}", [unknown("titel", "site", "title")]),
        MistakeCase(
            "the second part is not looked up further out", "{{site.«subtitle»}}",
            [unknown("subtitle", "site")]),
        MistakeCase(
            "a part of a text", "{{title.«length»}}",
            [
                ExpectedMistake(
                    rule: .templateUnknownName,
                    summary: "'title' is a text, in which 'length' cannot be named")
            ]),
        MistakeCase(
            "a part of a list", "{{#claims.«text»}}x{{/claims.text}}",
            [
                ExpectedMistake(
                    rule: .templateUnknownName,
                    summary: "'claims' is a list of claim, in which 'text' cannot be named")
            ]),
        MistakeCase(
            "a part of a list in a record", "{{claim.tags.«first»}}",
            [
                ExpectedMistake(
                    rule: .templateUnknownName,
                    summary: "'claim.tags' is a list of texts, in which 'first' cannot be named")
            ]),
        MistakeCase(
            "one mistake for a section that is unknown",
            "{{#«entrys»}}{{name}} {{#x.y}}{{.}}{{/x.y}}{{/entrys}}",
            [unknown("entrys", "entry")]),
        MistakeCase(
            "a known name in a section that is unknown", "{{#«entrys»}}«{{body}}»{{/entrys}}",
            [unknown("entrys", "entry"), escaped("body", "{{{body}}}")]),
        MistakeCase(
            "an inverse that is unknown", "{{^«entrys»}}{{«nothing»}}{{/entrys}}",
            [unknown("entrys", "entry"), unknown("nothing", "entry")]),
        MistakeCase(
            "offsets are bytes", "é 😀 {{«tïtle»}}", [unknown("tïtle", "entry", "title")]),
    ]

    static let closings = [
        MistakeCase(
            "the closing tag of a section as well", "{{#«drat»}}x{{/drat}}{{^claim.«tag»}}{{/ claim.tag }}",
            [unknown("drat", "entry", "draft"), unknown("tag", "claim", "tags")])
    ]

    static let kinds = [
        MistakeCase("text with three braces", "<p>«{{{title}}}»</p>", [unescaped("title", "{{title}}")]),
        MistakeCase("text with an ampersand", "<p>«{{& title }}»</p>", [unescaped("title", "{{title}}")]),
        MistakeCase(
            "text of a record with three braces", "«{{{site.title}}}»",
            [unescaped("site.title", "{{site.title}}")]
        ),
        MistakeCase(
            "text with other delimiters", "{{=<% %>=}}«<%&title%>»", [unescaped("title", "<%title%>")]),
        MistakeCase("markup with two braces", "<p>«{{body}}»</p>", [escaped("body", "{{{body}}}")]),
        MistakeCase(
            "markup with other delimiters", "{{=<% %>=}}«<%body%>»", [escaped("body", "<%&body%>")]),
        MistakeCase("a flag", "{{«draft»}}", [nothing("draft", "flag", "{{#draft}} … {{/draft}}")]),
        MistakeCase("a record", "{{«site»}}", [nothing("site", "record of site", "{{#site}} … {{/site}}")]),
        MistakeCase(
            "a list", "{{«claims»}}", [nothing("claims", "list of claim", "{{#claims}} … {{/claims}}")]),
        MistakeCase(
            "a list with three braces", "{{{«claims»}}}",
            [nothing("claims", "list of claim", "{{#claims}} … {{/claims}}")]),
        MistakeCase(
            "texts", "{{«tags»}}", [nothing("tags", "list of texts", "{{#tags}}{{.}}{{/tags}}")]),
        MistakeCase(
            "texts with other delimiters", "{{=| |=}}|«tags»|",
            [nothing("tags", "list of texts", "|#tags||.||/tags|")]),
        MistakeCase(
            "texts of a record", "{{«claim.tags»}}",
            [nothing("claim.tags", "list of texts", "{{#claim.tags}}{{.}}{{/claim.tags}}")]),
    ]

    static let dots = [
        MistakeCase("outside of all sections", "{{«.»}}", [dot("entry")]),
        MistakeCase("in a list of records", "{{#claims}}{{«.»}}{{/claims}}", [dot("claim")]),
        MistakeCase("in a record", "{{#site}}{{{«.»}}}{{/site}}", [dot("site")]),
        MistakeCase("as a section", "{{#«.»}}x{{/.}}", [dot("entry")]),
        MistakeCase("a text with three braces", "{{#tags}}«{{{.}}}»{{/tags}}", [unescaped(".", "{{.}}")]),
        MistakeCase("markup with two braces", "{{#body}}«{{.}}»{{/body}}", [escaped(".", "{{{.}}}")]),
        MistakeCase(
            "in a flag", "{{#draft}}{{«.»}}{{/draft}}", [nothing(".", "flag", "{{#.}} … {{/.}}")]),
        MistakeCase("in texts", "{{#tags}}{{.}}{{/tags}}", []),
        MistakeCase("in a text", "{{#subtitle}}{{.}}{{/subtitle}}", []),
        MistakeCase("in a number", "{{#count}}{{.}}{{/count}}", []),
        MistakeCase("in markup", "{{#body}}{{{.}}}{{/body}}", []),
    ]

    @Test("Every unknown name is reported", arguments: unknownNames)
    func checkUnknown(_ mistaken: MistakeCase) { mistaken.check() }

    @Test("A value written in the wrong way for its kind is reported", arguments: kinds + dots)
    func checkKinds(_ mistaken: MistakeCase) { mistaken.check() }

    @Test("Each fix corrects its mistake", arguments: kinds + dots + closings)
    func checkFixes(_ mistaken: MistakeCase) { mistaken.checkFixes() }

    @Test("A template that uses every field correctly has no mistakes")
    func everyFieldOfEveryKind() {
        let page = """
            {{title}}{{subtitle}}{{{body}}}{{#draft}}{{/draft}}{{count}}{{{count}}}{{#claims}}{{text}}{{stance}}
            {{number}}{{#tags}}{{.}}{{/tags}}{{title}}{{site.title}}{{/claims}}{{#tags}}{{.}}{{/tags}}
            {{#site}}{{title}}{{base}}{{/site}}{{#claim}}{{text}}{{/claim}}{{#claim.tags}}{{.}}{{/claim.tags}}
            """
        let result = templateCompiler(page).compile("page", for: entrySample.shape)
        #expect(result.diagnostics == [])
        #expect(result.template != nil)
    }

    // MARK: Wording

    private static func unknown(_ name: String, _ context: String, _ nearest: String? = nil)
        -> ExpectedMistake
    {
        ExpectedMistake(
            rule: .templateUnknownName, summary: "'\(name)' is not a name in the context '\(context)'",
            fix: nearest.map { "write \($0)" }, replacement: nearest)
    }

    private static func unescaped(_ name: String, _ fix: String) -> ExpectedMistake {
        .replaceable(
            .templateUnescapedText, "'\(name)' is plain text and would not be escaped", by: fix)
    }

    private static func escaped(_ name: String, _ fix: String) -> ExpectedMistake {
        .replaceable(.templateEscapedMarkup, "'\(name)' is markup and would be escaped twice", by: fix)
    }

    private static func nothing(_ name: String, _ kind: String, _ fix: String) -> ExpectedMistake {
        ExpectedMistake(
            rule: .templateNothingToPrint, summary: "'\(name)' is a \(kind), which has no text of its own",
            fix: "write \(fix)")
    }

    private static func dot(_ shape: String) -> ExpectedMistake {
        ExpectedMistake(
            rule: .templateNothingToPrint, summary: "'.' is a record of \(shape), not a text",
            fix: "write the name of one of its fields")
    }
}
