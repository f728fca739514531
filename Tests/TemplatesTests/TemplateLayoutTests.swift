import Testing

@testable import Templates

/// White space: standalone lines, indentation and blocks, also where the specification leaves it open.
@Suite struct TemplateLayoutTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let page: String
        var files: [String: String] = [:]
        let expected: String

        init(_ name: String, _ page: String, _ files: [String: String] = [:], _ expected: String) {
            testDescription = name
            self.page = page
            self.files = files
            self.expected = expected
        }
    }

    static let lines = [
        Example("a section's own lines go", "a\n{{#site}}\nb\n{{/site}}\nc\n", [:], "a\nb\nc\n"),
        Example("white space around goes too", "a\n \t{{#site}} \t\nb\n  {{/site}}  \nc", [:], "a\nb\nc"),
        Example(
            "two tags of sections keep their line", "{{#site}}{{#claims}}\n{{/claims}}{{/site}}\n", [:], "\n"),
        Example("a variable keeps its line", "  {{count}}  \n", [:], "  2  \n"),
        Example("text keeps its line", "a {{#site}}\nb\n{{/site}} c\n", [:], "a \nb\n c\n"),
        Example("CR LF", "a\r\n{{! c }}\r\nb\r\n", [:], "a\r\nb\r\n"),
        Example("the last line without an end", "a\n  {{! c }}", [:], "a\n"),
        Example("only a tag", "{{! c }}", [:], ""),
        Example("a comment of many lines", "a\n  {{! b\n c\n d }}\ne", [:], "a\ne"),
        Example("a comment after text", "a {{! b\n c }}\nd", [:], "a \nd"),
        Example("nothing", "", [:], ""),
        Example("blank lines stay", "\n\n{{! c }}\n\n", [:], "\n\n\n"),
        Example("a form feed is text", "\u{C}{{! c }}\n", [:], "\u{C}\n"),
    ]

    static let partials = [
        Example(
            "a partial is indented", "<ul>\n  {{>p}}\n</ul>\n", ["p": "<li>\n</li>\n"],
            "<ul>\n  <li>\n  </li>\n</ul>\n"),
        Example("an inline partial is not", "a {{>p}}\n", ["p": "b\nc"], "a b\nc\n"),
        Example(
            "indentations add up", "  {{>a}}\n", ["a": "x\n\t{{>b}}\n", "b": "y\nz\n"], "  x\n  \ty\n  \tz\n"),
        Example(
            "a line that begins with a variable", "  {{>p}}\n",
            ["p": "{{count}}\n{{#site}}\n{{count}}\n{{/site}}\n"], "  2\n  2\n"),
        Example("a line that begins with a section", "  {{>p}}\n", ["p": "{{#site}}x{{/site}}\n"], "  x\n"),
        Example("what is written is not indented", "  {{>p}}\n", ["p": "{{{body}}}\n"], "  <p>Body</p>\n"),
        Example("a partial in a section", "{{#site}}\n  {{>p}}\n{{/site}}\n", ["p": "x\n"], "  x\n"),
        Example("a partial without a line end", "  {{>p}}\n|", ["p": "x"], "  x|"),
        Example(
            "an inline partial in an indented one", "  {{>a}}\n", ["a": "x {{>b}}\n", "b": "y\nz"],
            "  x y\nz\n"),
        Example("an empty partial", "a\n  {{>p}}\nb\n", ["p": ""], "a\nb\n"),
        Example(
            "delimiters do not go into a partial", "{{=<% %>=}}<%>p%>", ["p": "{{count}}<%count%>"],
            "2<%count%>"),
    ]

    private static let page = "{{<base}}\n{{$main}}\n  <h1>\n  </h1>\n{{/main}}\n{{/base}}\n"

    static let blocks = [
        Example(
            "a block on a line of its own", page, ["base": "<main>\n    {{$main}}{{/main}}\n</main>\n"],
            "<main>\n    <h1>\n    </h1>\n</main>\n"),
        Example(
            "a block on two lines", page, ["base": "<main>\n  {{$main}}\n  {{/main}}\n</main>\n"],
            "<main>\n  <h1>\n  </h1>\n</main>\n"),
        Example(
            "a block with a default on three lines", page,
            ["base": "<main>\n{{$main}}\n  default\n{{/main}}\n</main>\n"],
            "<main>\n  <h1>\n  </h1>\n</main>\n"),
        Example(
            "a block within a line", page, ["base": "<main>{{$main}}default{{/main}}</main>\n"],
            "<main><h1>\n</h1>\n</main>\n"),
        Example(
            "text of one line for a line", "{{<base}}{{$main}}x{{/main}}{{/base}}",
            ["base": "a\n  {{$main}}{{/main}}\nb\n"], "a\n  x\nb\n"),
        Example(
            "text of one line for three lines", "{{<base}}{{$main}}x{{/main}}{{/base}}",
            ["base": "a\n  {{$main}}\n  y\n  {{/main}}\nb\n"], "a\n  x\nb\n"),
        Example(
            "nothing for a line", "{{<base}}{{$main}}{{/main}}{{/base}}",
            ["base": "a\n  {{$main}}\n  y\n  {{/main}}\nb\n"], "a\nb\n"),
        Example(
            "nothing by default", "{{<base}}{{/base}}", ["base": "a\n  {{$main}}{{/main}}\nb\n"], "a\nb\n"),
        Example(
            "the default", "{{<base}}{{/base}}\n", ["base": "a\n  {{$main}}\n    y\n  {{/main}}\nb\n"],
            "a\n    y\nb\n"),
        Example(
            "an indented parent", "  {{<base}}\n  {{$main}}\n  x\n  {{/main}}\n  {{/base}}\n",
            ["base": "a\n  {{$main}}{{/main}}\n"], "  a\n    x\n"),
        Example(
            "a parent of one line with text in it", "  {{<base}}{{$main}}x{{/main}}{{/base}}\n|",
            ["base": "a{{$main}}{{/main}}\n"], "  ax\n|"),
        Example(
            "a parent in a line", "<b>{{<base}}{{$main}}x{{/main}}{{/base}}</b>\n",
            ["base": "a{{$main}}{{/main}}"], "<b>ax</b>\n"),
        Example(
            "deeper lines keep what they have more", "{{<base}}{{$main}}\n  a\n    b\n c\n{{/main}}{{/base}}",
            ["base": "\t{{$main}}{{/main}}\n"], "\ta\n\t  b\n\tc\n"),
        Example(
            "a block within a line of an indented parent",
            "  {{<base}}{{$x}}\n    a\n    b\n{{/x}}{{/base}}\n",
            ["base": "<p>{{$x}}{{/x}}</p>\n"], "  <p>a\nb\n</p>\n"),
        Example(
            "a partial in a block", "{{<base}}{{$main}}\n  {{>p}}\n{{/main}}{{/base}}",
            ["base": "\t{{$main}}{{/main}}\n", "p": "a\nb\n"], "\ta\n\tb\n"),
        Example(
            "a block after another", "{{<base}}\n{{$x}}\na\n{{/x}}{{$y}}\nb\n{{/y}}\n{{/base}}\n",
            ["base": "{{$x}}{{/x}}\n{{$y}}{{/y}}\n"], "a\nb\n"),
        Example(
            "two blocks in a line", "{{<base}}{{$x}}a{{/x}}{{/base}}", ["base": "{{$x}}{{/x}}{{$y}}{{/y}}\n"],
            "a\n"),
        Example(
            "CR LF", "{{<base}}{{$x}}a{{/x}}{{/base}}", ["base": "1\r\n  {{$x}}{{/x}}\r\n2"], "1\r\n  a\r\n2"),
        Example(
            "a block that fills itself", "{{<base}}{{$x}}a {{$x}}b{{/x}}{{/x}}{{/base}}",
            ["base": "<{{$x}}{{/x}}>"], "<a b>"),
        Example(
            "the outermost block wins", "{{<mid}}{{$x}}page{{/x}}{{/mid}}",
            ["mid": "{{<base}}{{$x}}mid{{/x}}{{$y}}mid{{/y}}{{/base}}", "base": "{{$x}}{{/x}} {{$y}}{{/y}}"],
            "page mid"),
        Example(
            "a block reaches a partial", "{{<base}}{{$t}}page{{/t}}{{/base}}",
            ["base": "{{>head}}", "head": "<title>{{$t}}base{{/t}}</title>"], "<title>page</title>"),
        Example(
            "a block twice", "{{<base}}{{$t}}{{title}}{{/t}}{{/base}}",
            ["base": "{{$t}}{{/t}}|{{#site}}{{$t}}{{/t}}{{/site}}"],
            "The &lt;first&gt; entry|Dates &amp; Days"),
    ]

    @Test("Standalone lines are removed, and no other lines", arguments: lines)
    func checkLines(_ example: Example) { check(example) }

    @Test("Partials on a line of their own are indented", arguments: partials)
    func checkPartials(_ example: Example) { check(example) }

    @Test("Blocks are placed and indented where their parent has them", arguments: blocks)
    func checkBlocks(_ example: Example) { check(example) }

    private func check(_ example: Example) {
        let result = renderTemplate(example.page, example.files, entrySample.record(SampleEntry()))
        #expect(result.diagnostics == [])
        #expect(result.text == example.expected)
    }
}
