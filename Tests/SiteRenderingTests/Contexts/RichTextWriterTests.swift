import Testing

@testable import SiteRendering

/// Links, pictures and citations in rendered Markdown.
@Suite struct RichTextWriterTests {
    private func html(_ body: String, _ files: [String: String] = [:]) throws -> String {
        var all = files
        all["events/here.md"] = entryText("Here", "1911", body: body)
        let page = EntryPage(0, in: try MemorySite(all).site())
        return text(page.writer.html(page.entry.body)) ?? ""
    }

    @Test func linksLeadFromThePage() throws {
        let files = [
            "events/2/there.md": entryText("There", "1912", body: "## Why not\n"),
            "pages/about.md": "---\ntitle: A\n---\n",
            "media/a.txt": "x",
        ]
        let body =
            "[a](2/there.md#why-not) [b](../pages/about.md) [c](../media/a.txt) [d](https://x.example/?a=1&b)"
        #expect(
            try html(body, files) == """
                <p><a href="../events/there.html#why-not">a</a> <a href="../pages/about.html">b</a> \
                <a href="../media/a.txt">c</a> <a href="https://x.example/?a=1&amp;b">d</a></p>

                """)
    }

    @Test func titlesAndDescriptionsAreEscaped() throws {
        let html = try html(
            "![a \"b\" <i> & c](../media/q.jpg '\"><script>') [x](#h '\"><b>')\n\n## h\n",
            ["media/q.jpg": "x"])
        #expect(html.contains("alt=\"a &quot;b&quot;  &amp; c\""))
        #expect(html.contains("title=\"&quot;&gt;&lt;script&gt;\""))
        #expect(html.contains("title=\"&quot;&gt;&lt;b&gt;\""))
        #expect(!html.contains("<script"))
        #expect(!html.contains("<b>"))
    }

    @Test func namesOfMediaAreAddresses() throws {
        let html = try html(
            "![x](<../media/50%25 #1.jpg>)".replacing("#1", with: "%231"), ["media/50% #1.jpg": "x"])
        #expect(html.contains("src=\"../media/50%25%20%231.jpg\""))
    }

    @Test func noTextIsNothing() throws {
        let site = try MemorySite(["events/e.md": entryText(body: "")]).site()
        let page = EntryPage(0, in: site)
        #expect(page.writer.html(nil) == nil)
        #expect(page.writer.html(page.entry.body) == nil)
    }

    @Test func otherSchemesAreEmptied() throws {
        let site = MemorySite([
            "events/e.md": entryText(body: "[x](javascript:alert(1)) [y](JAVASCRIPT&colon;x)")
        ])
        #expect(try site.prepared().output == nil)
    }
}
