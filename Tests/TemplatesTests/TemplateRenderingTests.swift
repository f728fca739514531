import Testing
import UTF8Text

@testable import Templates

/// The text that templates write: kinds of values, sections, names. The cases of the specification are elsewhere.
@Suite struct TemplateRenderingTests {
    private let claims = [
        SampleClaim(text: "A & B", stance: "supports", number: 1, tags: ["x", "y"]),
        SampleClaim(text: "C", stance: "disputes", number: 0, tags: []),
    ]

    // MARK: Variables

    @Test func textIsEscapedAndMarkupIsNot() {
        let entry = SampleEntry(title: "a<\"b\">'&", body: Array("<i>&amp;</i>".utf8))
        #expect(
            renderedText("{{title}} {{{body}}} {{&body}}", [:], entry)
                == "a&lt;&quot;b&quot;&gt;&#39;&amp; <i>&amp;</i> <i>&amp;</i>")
    }

    @Test func whatIsAbsentWritesNothing() {
        let entry = SampleEntry(subtitle: nil, body: nil, count: nil, site: nil)
        #expect(
            renderedText("[{{subtitle}}{{{body}}}{{count}}{{site.title}}{{claim.number}}]", [:], entry)
                == "[]")
    }

    @Test("Numbers are written in digits", arguments: [0, 7, -12, Int.max, Int.min])
    func numbers(_ number: Int) {
        #expect(
            renderedText("{{count}} {{{count}}}", [:], SampleEntry(count: number)) == "\(number) \(number)")
    }

    @Test func dottedNames() {
        let entry = SampleEntry(claims: claims, site: SampleSite(title: "S", base: "/b/"), claim: claims[0])
        #expect(
            renderedText("{{site.title}} {{site.base}} {{claim.text}} {{claim.number}}", [:], entry)
                == "S /b/ A &amp; B 1")
        #expect(
            renderedText("{{#claims}}{{site.base}}{{claim.number}}{{number}} {{/claims}}", [:], entry)
                == "/b/11 /b/10 ")
        #expect(renderedText("{{#claim.tags}}({{.}}){{/claim.tags}}", [:], entry) == "(x)(y)")
    }

    @Test func namesAreThoseOfTheInnermostRecordFirst() {
        let entry = SampleEntry(title: "outer", claims: claims, site: SampleSite(title: "inner"))
        #expect(
            renderedText("{{title}}{{#site}}{{title}}{{#claim}}{{/claim}}{{/site}}{{title}}", [:], entry)
                == "outerinnerouter")
        #expect(
            renderedText("{{#claims}}{{#site}}{{title}}{{number}}{{/site}}{{/claims}}", [:], entry)
                == "inner1inner0")
    }

    // MARK: Sections

    @Test(
        "A section is written if its value is not absent, empty, false or zero",
        arguments: [
            ("draft", SampleEntry(isDraft: true), SampleEntry(isDraft: false)),
            ("subtitle", SampleEntry(subtitle: "x"), SampleEntry(subtitle: "")),
            ("subtitle", SampleEntry(subtitle: " "), SampleEntry(subtitle: nil)),
            ("body", SampleEntry(body: [0x61]), SampleEntry(body: [])),
            ("body", SampleEntry(body: [0x61]), SampleEntry(body: nil)),
            ("count", SampleEntry(count: -1), SampleEntry(count: 0)),
            ("count", SampleEntry(count: 1), SampleEntry(count: nil)),
            ("site", SampleEntry(), SampleEntry(site: nil)),
            ("claims", SampleEntry(claims: [SampleClaim(text: "")]), SampleEntry(claims: [])),
            ("tags", SampleEntry(tags: [""]), SampleEntry(tags: [])),
            ("site.title", SampleEntry(site: SampleSite(title: "x")), SampleEntry(site: nil)),
        ])
    func truth(_ name: String, _ truthy: SampleEntry, _ falsy: SampleEntry) {
        let template = "{{#\(name)}}yes{{/\(name)}}{{^\(name)}}no{{/\(name)}}"
        #expect(renderedText(template, [:], truthy) == "yes")
        #expect(renderedText(template, [:], falsy) == "no")
    }

    @Test func listsRepeat() {
        let entry = SampleEntry(claims: claims, tags: ["p", "<q>"])
        #expect(
            renderedText("{{#claims}}{{number}}{{stance}};{{/claims}}", [:], entry) == "1supports;0disputes;")
        #expect(renderedText("{{#tags}}[{{.}}]{{/tags}}", [:], entry) == "[p][&lt;q&gt;]")
        #expect(
            renderedText(
                "{{#claims}}{{#tags}}{{number}}{{.}}{{/tags}}{{^tags}}none{{/tags}} {{/claims}}", [:], entry)
                == "1x1y none ")
        #expect(
            renderedText("{{#claims}}{{#claims}}{{number}}{{/claims}} {{/claims}}", [:], entry) == "10 10 ")
    }

    @Test func aTextOpensASectionOfItsOwn() {
        #expect(
            renderedText(
                "{{#subtitle}}<i>{{.}}</i>{{title}}{{/subtitle}}", [:], SampleEntry(title: "t", subtitle: "&")
            ) == "<i>&amp;</i>t")
        #expect(renderedText("{{#count}}{{.}}{{#.}}!{{/.}}{{/count}}", [:], SampleEntry(count: 3)) == "3!")
        #expect(renderedText("{{#body}}{{{.}}}{{/body}}", [:], SampleEntry(body: Array("<b>".utf8))) == "<b>")
    }

    @Test func sectionsOpenAndCloseManyTimes() {
        let entry = SampleEntry(isDraft: true, claims: Array(repeating: claims[0], count: 1_000))
        let output = renderedText(
            "{{#claims}}{{#draft}}{{^subtitle}}{{#tags}}{{.}}{{/tags}}{{/subtitle}}{{/draft}}{{/claims}}",
            [:], entry)
        #expect(output == String(repeating: "xy", count: 1_000))
    }

    // MARK: Output and laziness

    @Test func appendsToTheOutput() {
        let template = templateCompiler("{{title}}!").compile("page", for: entrySample.shape).template
        var output = OutputBuffer(Array("a".utf8))
        template?.render(entrySample.record(SampleEntry(title: "b")), into: &output)
        template?.render(entrySample.record(SampleEntry(title: "c")), into: &output)
        #expect(String(decoding: output.bytes, as: UTF8.self) == "ab!c!")
    }

    @Test func onlyWhatATemplateNamesIsRead() async {
        let shape = entrySample.shape
        let entry = entrySample.record(SampleEntry(tags: ["x"]))
        let allowed = Set(["tags", "draft"].compactMap { shape.slot(of: $0) })
        let record = givenRecord(shape) { slot in
            #expect(allowed.contains(slot), "\(shape.fields[slot].name)")
            return entry.read(slot)
        }
        #expect(renderTemplate("{{#tags}}{{.}}{{/tags}}{{#draft}}{{title}}{{/draft}}", record).text == "x")
    }

    @Test func oneTemplateForManyTasks() async {
        let template = templateCompiler("{{#tags}}{{.}}{{/tags}}").compile("page", for: entrySample.shape)
            .template
        let texts = await withTaskGroup(of: (Int, String).self) { group in
            for number in 0..<50 {
                group.addTask {
                    var output = OutputBuffer()
                    template?.render(entrySample.record(SampleEntry(tags: ["\(number)"])), into: &output)
                    return (number, String(decoding: output.bytes, as: UTF8.self))
                }
            }
            return await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
        }
        #expect(texts.count == 50)
        #expect(texts.allSatisfy { "\($0.key)" == $0.value })
    }

    @Test func theCompiledFormIsFlat() throws {
        let result = templateCompiler(
            "{{<base}}{{$m}}a{{title}}b{{/m}}{{/base}}",
            ["base": "<p>{{>head}}{{$m}}{{/m}}</p>", "head": "x"]
        ).compile("page", for: entrySample.shape)
        let code = try #require(result.template).code
        #expect(String(decoding: code.text, as: UTF8.self) == "<p>xab</p>")
        #expect(code.instructions.count == 3)
    }
}
