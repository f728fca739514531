import Testing

@testable import Templates

/// How a file is cut into text and tags.
@Suite struct TemplateScannerTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let template: String
        /// Tokens as words: text in quotes, tags as kind and name.
        let tokens: [String]

        var testDescription: String { template }

        init(_ template: String, _ tokens: [String]) {
            self.template = template
            self.tokens = tokens
        }
    }

    static let examples = [
        Example("", []),
        Example("a", ["'a'"]),
        Example("a\nb", ["'a\n'", "'b'"]),
        Example("\n\n", ["'\n'", "'\n'"]),
        Example("a\r\nb\rc", ["'a\r\n'", "'b\rc'"]),
        Example("{{a}}", ["variable a"]),
        Example("{{ a.b }}", ["variable a.b"]),
        Example("{{.}}", ["variable ."]),
        Example("{{\n\ta\r\n}}", ["variable a"]),
        Example("{{{a}}}", ["unescaped a"]),
        Example("{{{ a }}}b", ["unescaped a", "'b'"]),
        Example("{{&a}}", ["unescaped a"]),
        Example("{{ & a }}", ["unescaped a"]),
        Example("{{#a}}b{{/a}}", ["section a", "'b'", "close a"]),
        Example("{{ # a }}{{ ^ b }}{{ / b }}", ["section a", "inverted b", "close b"]),
        Example("{{>a/b-c.html}}", ["partial a/b-c.html"]),
        Example("{{<a}}{{$b}}{{/b}}{{/a}}", ["parent a", "block b", "close b", "close a"]),
        Example("{{!a b}}", ["comment a b"]),
        Example("{{!}}", ["comment "]),
        Example("{{! {{a }}", ["comment {{a"]),
        Example("{{! {{a}} }}", ["comment {{a", "' }}'"]),
        Example("a { b } }} {", ["'a { b } }} {'"]),
        Example("{ {a} }", ["'{ {a} }'"]),
        Example("{{=<% %>=}}<%a%>{{b}}", ["delimiters <% %>", "variable a", "'{{b}}'"]),
        Example("{{= | | =}}|a|b|#c|", ["delimiters | |", "variable a", "'b'", "section c"]),
        Example("{{=<% %>=}}<%{a}%>", ["delimiters <% %>", "unescaped a"]),
        Example("{{=<% %>=}}<%={{ }}=%>{{a}}", ["delimiters <% %>", "delimiters {{ }}", "variable a"]),
        Example("é{{à}}ü", ["'é'", "variable à", "'ü'"]),
        Example("{{a}}\n{{b}}", ["variable a", "'\n'", "variable b"]),
    ]

    @Test("A template is cut into text and tags", arguments: examples)
    func tokens(_ example: Example) {
        let scanner = TemplateScanner(source(example.template))
        #expect(scanner.diagnostics == [])
        #expect(scanner.tokens.map { word($0, example.template) } == example.tokens)
    }

    @Test(
        "Tokens cover every byte of the template",
        arguments: examples.map(\.template) + ["{{a", "{{ {{a}}", "{{=a}}", "a{{#"])
    func everyByte(_ template: String) {
        var next = 0
        for token in TemplateScanner(source(template)).tokens {
            let range =
                switch token {
                case .text(let range): range
                case .tag(let tag): tag.range
                }
            #expect(range.lowerBound == next)
            #expect(!range.isEmpty)
            next = range.upperBound
        }
        #expect(next == template.utf8.count)
    }

    @Test("The range of a name is within its tag", arguments: examples)
    func names(_ example: Example) {
        let source = source(example.template)
        for tag in TemplateScanner(source).tokens.compactMap(\.tag) {
            #expect(tag.range.contains(tag.nameRange.lowerBound))
            #expect(tag.nameRange.upperBound <= tag.range.upperBound)
            #expect(source.text(tag.nameRange) == tag.name)
        }
    }

    @Test func tagsAreShownWithoutWhiteSpace() {
        let tags = TemplateScanner(source("{{ a }}{{{ b }}}{{ # c }}{{=<% %>=}}<% > d %>")).tokens
        #expect(tags.compactMap(\.tag?.text) == ["{{a}}", "{{&b}}", "{{#c}}", "{{=<% %>}}", "<%>d%>"])
    }

    // MARK: Names

    @Test(
        "Names are parts without blanks, separated by single dots",
        arguments: [
            ("a", true), ("a.b.c", true), (".", true), ("ä-1", true), ("a b", false), ("a..b", false),
            ("a.", false),
            (".a", false), ("..", false), ("a\tb", false), ("#a", true),
        ])
    func name(_ name: String, _ isValid: Bool) {
        #expect(TemplateName.isValid(name, isDotted: true) == isValid)
    }

    @Test func partialsMayHaveAnyDots() {
        #expect(TemplateName.isValid("../a..b.", isDotted: false))
        #expect(!TemplateName.isValid("a b", isDotted: false))
    }

    @Test func partsOfANameAreInIt() {
        #expect(TemplateName.parts(of: "a.bc.d").map(String.init) == ["a", "bc", "d"])
        #expect(TemplateName.parts(of: "a").map(String.init) == ["a"])
        #expect(TemplateName.parts(of: ".").map(String.init) == ["."])
    }

    private func source(_ template: String) -> TemplateSource {
        TemplateSource(path: "page", bytes: Array(template.utf8))
    }

    private func word(_ token: TemplateToken, _ template: String) -> String {
        switch token {
        case .text(let range): "'\(source(template).text(range))'"
        case .tag(let tag): "\(tag.kind) \(tag.name)"
        }
    }
}
