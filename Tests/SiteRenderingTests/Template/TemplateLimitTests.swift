import Diagnostics
import Testing

@testable import SiteRendering

/// Templates that want too much are mistakes, not crashes.
@Suite struct TemplateLimitTests {
    private let depth = TemplateLimits.depth

    @Test func aHundredLevelsAreAllowed() {
        let page = nested("{{#site}}", depth, "{{title}}", "{{/site}}")
        #expect(renderedText(page) == "Dates &amp; Days")
    }

    @Test func oneLevelMoreIsNot() {
        let page = nested("{{#site}}", depth + 1, "x", "{{/site}}")
        let result = renderTemplate(page, entrySample.record(SampleEntry()))
        #expect(result.text == nil)
        #expect(result.diagnostics.map(\.rule) == [.templateTooDeep])
        let start = depth * "{{#site}}".utf8.count
        #expect(result.diagnostics.first?.location.range == start..<start + 9)
        #expect(result.diagnostics.first?.summary == "'{{#site}}' is nested more than 100 levels deep")
    }

    @Test("is not impressed by depth", arguments: ["{{#site}}", "{{^draft}}", "{{$x}}", "{{<page}}"])
    func manyLevels(_ tag: String) {
        let result = renderTemplate(String(repeating: tag, count: 20_000), entrySample.record(SampleEntry()))
        #expect(result.diagnostics.contains { $0.rule == .templateTooDeep })
    }

    @Test func partialsOfPartials() {
        var files: [String: String] = [:]
        for level in 0..<300 { files["p\(level)"] = "{{>p\(level + 1)}}" }
        files["p300"] = ""
        let result = renderTemplate("{{>p0}}", files, entrySample.record(SampleEntry()))
        #expect(result.diagnostics.map(\.rule) == [.templateTooDeep])
        #expect(renderTemplate("{{>p201}}", files, entrySample.record(SampleEntry())).text == "")
    }

    @Test func sectionsAndPartialsCountTogether() {
        let files = ["p": nested("{{#site}}", 60, "x", "{{/site}}")]
        #expect(renderedText(nested("{{#site}}", 39, "{{>p}}", "{{/site}}"), files) == "x")
        let result = renderTemplate(
            nested("{{#site}}", 40, "{{>p}}", "{{/site}}"), files, entrySample.record(SampleEntry()))
        #expect(result.diagnostics.map(\.rule) == [.templateTooDeep])
        #expect(result.diagnostics.first?.location.path == "p")
    }

    // MARK: Size

    @Test(
        "bounds what includes itself many times over",
        arguments: ["", "x", "\n", "{{title}}", "{{#draft}}{{/draft}}"])
    func bomb(_ leaf: String) {
        var files: [String: String] = ["p12": leaf]
        for level in 0..<12 {
            files["p\(level)"] = String(repeating: "{{>p\(level + 1)}}", count: 10)
        }
        let result = renderTemplate("<p>{{>p0}}", files, entrySample.record(SampleEntry()))
        #expect(result.diagnostics.map(\.rule) == [.templateTooLarge])
        #expect(result.diagnostics.first?.location == TemplatePlace("page", 3..<10))
        #expect(result.diagnostics.first?.summary == "'p0' is too large with everything it includes")
    }

    @Test func aBombOfBlocks() {
        var files: [String: String] = ["p14": "{{$x}}{{/x}}"]
        for level in 0..<14 {
            files["p\(level)"] =
                "{{<p\(level + 1)}}{{$x}}{{$x}}{{/x}}{{$x}}{{/x}}{{/x}}{{/p\(level + 1)}}"
                + "{{>p\(level + 1)}}{{>p\(level + 1)}}{{>p\(level + 1)}}"
        }
        let result = renderTemplate("{{>p0}}", files, entrySample.record(SampleEntry()))
        #expect(result.diagnostics.map(\.rule) == [.templateTooLarge])
    }

    @Test func aBombOfIndentation() {
        let wide = String(repeating: " ", count: 100_000)
        let files = ["a": String(repeating: "{{>b}}\n", count: 10_000), "b": ""]
        let result = renderTemplate("\(wide){{>a}}\n", files, entrySample.record(SampleEntry()))
        #expect(result.diagnostics.map(\.rule) == [.templateTooLarge])
    }

    @Test func aLargeTemplateOfManySmallOnes() {
        let files = [
            "p": String(repeating: "x", count: 2_048), "page": String(repeating: "{{>p}}", count: 2_048),
        ]
        let result = renderTemplate(files["page"] ?? "", files, entrySample.record(SampleEntry()))
        #expect(result.diagnostics.map(\.rule) == [.templateTooLarge])
        let half = String((files["page"] ?? "").prefix(6_144))
        #expect(renderTemplate(half, files, entrySample.record(SampleEntry())).diagnostics == [])
    }

    @Test func recursionWithoutASchemaEnds() {
        let json = SampleJSON.object(["a": .object(["b": .string("x")])])
        let result = renderTemplate(
            "{{>p}}", ["p": "{{#a}}{{>p}}{{/a}}"], SampleData(json).record, mode: .lenient)
        #expect(result.diagnostics.map(\.rule) == [.templateTooDeep])
    }

    // MARK: Mistakes

    @Test(
        "does not read on for ever",
        arguments: ["{{", "{{{", "{{!", "{{=", "{{#a b}}", "{{=a}}", "{{>*x}}", "{{}}"])
    func manyMistakes(_ mistake: String) {
        let result = renderTemplate(
            String(repeating: mistake, count: 20_000), entrySample.record(SampleEntry()))
        #expect(result.text == nil)
        #expect(!result.diagnostics.isEmpty)
        #expect(result.diagnostics.count <= TemplateLimits.mistakes)
    }

    @Test func manyUnknownNames() {
        let page = (0..<5_000).map { "{{unknown\($0)}}" }.joined()
        let result = renderTemplate(page, entrySample.record(SampleEntry()))
        #expect(result.diagnostics.count == TemplateLimits.mistakes)
    }

    // MARK: Rules

    @Test func everyRuleIsListedAndCannotBeRelaxed() {
        let rules = Rule.templateRules
        #expect(Set(rules.map(\.id)).count == rules.count)
        for rule in rules {
            #expect(rule.id.hasPrefix("template-"))
            #expect(rule.isMandatory)
            #expect(rule.severity == .error)
            #expect(rule.explanation.hasSuffix("."))
        }
    }

    private func nested(_ open: String, _ count: Int, _ inner: String, _ close: String) -> String {
        String(repeating: open, count: count) + inner + String(repeating: close, count: count)
    }
}
