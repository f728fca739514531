import Diagnostics
import TestSupport
import Testing
import UTF8Text

@testable import Templates

/// Templates that exceed a limit are mistakes, not crashes.
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

    @Test(
        "Thousands of unclosed levels are reported as too deep",
        arguments: ["{{#site}}", "{{^draft}}", "{{$x}}", "{{<page}}"])
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
        "A template that grows too large by its inclusions is reported",
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

    @Test func aFileHasALength() {
        let long = String(repeating: "x", count: TemplateLimits.file)
        #expect(renderedText(long) == long)
        let result = renderTemplate(long + "x", entrySample.record(SampleEntry()))
        #expect(result.diagnostics.map(\.rule) == [.templateTooLarge])
        #expect(result.diagnostics.first?.location.range.lowerBound == TemplateLimits.file)
    }

    @Test func aNameHasALength() {
        let long = String(repeating: "x", count: 100_000)
        let result = renderTemplate("{{\(long)}}", entrySample.record(SampleEntry()))
        #expect(result.diagnostics.map(\.rule) == [.templateBadName])
        #expect((result.diagnostics.first?.summary.count ?? .max) < 100)
    }

    // MARK: Pages

    private func page(
        _ template: String, within limits: PageLimits, _ data: SampleJSON
    ) throws -> (overflow: PageOverflow?, text: String, template: Template) {
        let record = SampleData(data).record
        let made = templateCompiler(template, mode: .lenient).compile("page", for: record.shape)
        let template = try #require(made.template)
        var output = OutputBuffer()
        let overflow = template.render(record, into: &output, within: limits)
        return (overflow, String(decoding: output.bytes, as: UTF8.self), template)
    }

    private let items = SampleJSON.object([
        "a": .array([.object(["b": .string("yy")]), .object(["b": .string("zz")])])
    ])

    @Test("A page ends where it takes too many steps, and the section is reported")
    func steps() throws {
        let deep = String(repeating: "{{#a}}", count: 30) + "{{b}}" + String(repeating: "{{/a}}", count: 30)
        let limits = PageLimits(steps: 50_000, bytes: 1 << 20)
        let result = try page("<p>" + deep, within: limits, items)
        let section = try #require(result.overflow?.section)
        #expect(section.path == "page" && section.range.count == "{{#a}}".utf8.count)
        // Twice the steps give about twice the text, so the steps limit the text.
        let twice = try page("<p>" + deep, within: PageLimits(steps: 100_000, bytes: 1 << 20), items)
        #expect(twice.overflow != nil)
        #expect(twice.text.utf8.count < 3 * result.text.utf8.count)
    }

    @Test("Nested lists that write nothing end, too")
    func empty() throws {
        let deep = String(repeating: "{{#a}}", count: 60) + String(repeating: "{{/a}}", count: 60)
        let result = try page(deep, within: PageLimits(steps: 10_000, bytes: 1 << 20), items)
        #expect(result.overflow?.section != nil)
        #expect(result.text == "")
    }

    @Test("A page ends where it has too many bytes")
    func bytes() throws {
        let limits = PageLimits(steps: 1_000_000, bytes: 100_000)
        let long = SampleJSON.object(["b": .string(String(repeating: "y", count: 60_000))])
        let result = try page("{{b}}{{b}}{{b}}", within: limits, long)
        #expect(result.overflow == PageOverflow(section: nil))
        #expect(result.text.utf8.count <= 100_000)
        #expect(try page("{{b}}", within: limits, long).overflow == nil)
    }

    @Test("A page within the limits is whole")
    func whole() throws {
        let result = try page("{{#a}}{{#a}}{{b}} {{/a}}{{/a}}", within: .page, items)
        #expect(result.overflow == nil)
        #expect(result.text == "yy zz yy zz ")
    }

    // MARK: Mistakes

    @Test(
        "The number of reported mistakes is limited",
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
