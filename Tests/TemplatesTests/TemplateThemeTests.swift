import Diagnostics
import Testing

@testable import Templates

/// A small theme from end to end: the pages of a site, and the diagnostics for its author.
@Suite struct TemplateThemeTests {
    private static let base = """
        <!doctype html>
        <html lang="en">
        <head>
          <title>{{$title}}{{site.title}}{{/title}}</title>
          {{>head}}
        </head>
        <body>
          <main>
            {{$main}}{{/main}}
          </main>
          {{$scripts}}{{/scripts}}
        </body>
        </html>

        """

    private static let head = """
        <link rel="stylesheet" href="{{site.base}}style.css">
        {{! The feed is the same for all pages. }}
        <link rel="alternate" href="{{site.base}}feed.xml">

        """

    private static let page = """
        {{<base}}
        {{$title}}{{title}} – {{site.title}}{{/title}}
        {{$main}}
        <h1>{{title}}</h1>
        {{#subtitle}}
        <p>{{.}}</p>
        {{/subtitle}}
        {{{body}}}
        {{#claims}}
        {{>claim}}
        {{/claims}}
        {{^claims}}
        <p>No claims.</p>
        {{/claims}}
        {{/main}}
        {{/base}}

        """

    private static let claim = """
        <blockquote class="{{stance}}" id="claim-{{number}}">
          {{text}}
          {{#tags}}<a href="{{site.base}}tags/{{.}}/">{{.}}</a>{{/tags}}
        </blockquote>

        """

    private static let theme = ["base": base, "head": head, "claim": claim]

    @Test func aPage() {
        let entry = SampleEntry(
            title: "War & Peace", subtitle: "A <novel>",
            claims: [
                SampleClaim(text: "\"Yes\"", stance: "supports", number: 1, tags: ["a", "b"]),
                SampleClaim(text: "No", stance: "disputes", number: 2),
            ])
        let result = renderTemplate(Self.page, Self.theme, entrySample.record(entry))
        #expect(result.diagnostics == [])
        #expect(
            result.text == """
                <!doctype html>
                <html lang="en">
                <head>
                  <title>War &amp; Peace – Dates &amp; Days</title>
                  <link rel="stylesheet" href="/style.css">
                  <link rel="alternate" href="/feed.xml">
                </head>
                <body>
                  <main>
                    <h1>War &amp; Peace</h1>
                    <p>A &lt;novel&gt;</p>
                    <p>Body</p>
                    <blockquote class="supports" id="claim-1">
                      &quot;Yes&quot;
                      <a href="/tags/a/">a</a><a href="/tags/b/">b</a>
                    </blockquote>
                    <blockquote class="disputes" id="claim-2">
                      No
                \("      ")
                    </blockquote>
                  </main>
                </body>
                </html>

                """)
    }

    @Test func anEmptyPage() {
        let entry = SampleEntry(title: "", subtitle: nil, body: nil, site: nil)
        let result = renderTemplate(Self.page, Self.theme, entrySample.record(entry))
        let text = result.text ?? ""
        #expect(text.contains("<title> – </title>\n"))
        #expect(text.contains("    <h1></h1>\n    \n    <p>No claims.</p>\n  </main>\n"))
        #expect(text.contains("href=\"style.css\""))
    }

    @Test func whatTheAuthorReads() {
        let files = [
            "page": "{{<base}}\n{{$main}}\n<h1>{{titel}}</h1>\n{{body}}\n{{/main}}\n{{/base}}\n",
            "base": "<main>\n  {{>haed}}\n  {{$main}}{{/main}}\n", "head": "",
        ]
        let result = renderTemplate(files["page"] ?? "", files, entrySample.record(SampleEntry()))
        var printer = DiagnosticPrinter { path in files[path].map { Array($0.utf8) } }
        #expect(
            printer.text(result.diagnostics) == """
                base:2:6: error: 'haed' is not among the templates [template-unknown-partial]
                 2 |   {{>haed}}
                   |      ^~~~
                   = fix: write head
                   = rule: A template includes only templates that exist.

                page:3:7: error: 'titel' is not a name in the context 'entry' [template-unknown-name]
                 3 | <h1>{{titel}}</h1>
                   |       ^~~~~
                   = fix: write title
                   = rule: A template uses only names that its page offers, in the open section or in those around it.

                page:4:1: error: 'body' is markup and would be escaped twice [template-escaped-markup]
                 4 | {{body}}
                   | ^~~~~~~~
                   = fix: write {{{body}}}
                   = rule: Markup is HTML already and is inserted as it is, with three braces.

                """)
    }

    // MARK: The compiled form

    @Test func instructionsPointAtEachOther() throws {
        let template = try #require(
            templateCompiler(
                "a{{#claims}}b{{#tags}}{{.}}{{/tags}}{{^tags}}c{{/tags}}{{/claims}}{{site.base}}"
            )
            .compile(
                "page", for: entrySample.shape
            ).template)
        #expect(
            listing(template.code) == [
                "0 text 'a'", "1 section 0/5 end 8", "2 text 'b'", "3 section 1/3 end 6", "4 escaped 2/-1",
                "5 next 4 end 7", "6 text 'c'", "7 next 2 end 8", "8 escaped 0/7/1",
            ])
        #expect(template.code.depth == 3)
    }

    @Test func textAcrossFilesIsOneStretch() throws {
        let files = ["p": "b{{>q}}d", "q": "c"]
        let template = try #require(
            templateCompiler("a{{>p}}{{! no }}{{$x}}e{{/x}}f", files).compile("page", for: entrySample.shape)
                .template)
        #expect(listing(template.code) == ["0 text 'abcdef'"])
    }

    @Test func anEmptyTemplateDoesNothing() throws {
        let template = try #require(
            templateCompiler("{{! nothing }}\n").compile("page", for: entrySample.shape).template)
        #expect(listing(template.code) == [])
    }

    private func listing(_ code: TemplateCode) -> [String] {
        code.instructions.enumerated().map { index, instruction in
            switch instruction {
            case .text(let start, let end):
                "\(index) text '\(String(decoding: code.text[Int(start)..<Int(end)], as: UTF8.self))'"
            case .root: "\(index) root"
            case .escaped(let place): "\(index) escaped \(path(place, code))"
            case .unescaped(let place): "\(index) unescaped \(path(place, code))"
            case .section(let place, let end, _): "\(index) section \(path(place, code)) end \(end)"
            case .inverted(let place, let end): "\(index) inverted \(path(place, code)) end \(end)"
            case .next(let start, let end): "\(index) next \(start) end \(end)"
            }
        }
    }

    private func path(_ place: TemplateCode.Path, _ code: TemplateCode) -> String {
        let rest = code.slots[Int(place.rest)..<Int(place.restEnd)]
        return ([place.frame, place.slot] + rest).map { String($0) }.joined(separator: "/")
    }
}
