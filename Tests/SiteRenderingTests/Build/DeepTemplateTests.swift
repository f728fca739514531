import SiteOutput
import TestSupport
import Testing

@testable import SiteRendering

/// A template that grows without end spoils only its own page.
@Suite struct DeepTemplateTests {
    @Test("Deeply nested lists in one template do not delay the plan of a site or its other pages")
    func deepSite() throws {
        var site = MemorySite(["events/closed.md": SmallSite.entry()])
        let open = String(repeating: "{{#site.sections}}", count: 60)
        let close = String(repeating: "{{/site.sections}}", count: 60)
        site.files["Templates/home.mustache"] = "<p>\(open)\(close)"
        site.files["Templates/not-found.mustache"] = "{{#site.sections}}{{text}} {{/site.sections}}"
        let prepared = try site.prepared()
        let tree = try #require(prepared.output)
        #expect(prepared.diagnostics == [])
        #expect(rendered(tree.file(at: "404.html"))?.hasPrefix("Periods ") ?? false)
        // The other pages are complete.
        #expect(rendered(tree.file(at: "events/closed.html"))?.contains("Harbour closed") ?? false)
    }
}
