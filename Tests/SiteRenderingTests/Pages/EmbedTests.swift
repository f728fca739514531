import Diagnostics
import TestSupport
import Testing
import TimelineModel

@testable import SiteRendering

/// Pages for frames on other sites, and what `dateline embed` prints.
@Suite struct EmbedTests {
    private func site(_ settings: String = "", count: Int = 3) -> MemorySite {
        var files = ["timeline.yml": "title: Harbour & Quay\nbase_url: https://x.org/s/\n\(settings)"]
        for day in 1...count {
            let number = day < 10 ? "0\(day)" : "\(day)"
            files["events/e\(number).md"] = """
                ---
                title: Entry \(number)
                date: 1911-08-\(number)
                status: \(day % 2 == 0 ? "claimed" : "confirmed")
                tags: [\(day == 1 ? "one, both" : "two, both")]
                aliases: [old-\(number)]
                ---
                Text.

                """
        }
        return MemorySite(files)
    }

    private func embedding(_ settings: String = "", count: Int = 3) throws -> Embedding {
        let prepared = try site(settings, count: count).prepared()
        return try #require(prepared.embedding, "\(prepared.diagnostics.map(\.summary))")
    }

    /// The words of the mistake, or what was printed.
    private func printed(_ print: () throws(Embedding.Mistake) -> String) -> String {
        do throws(Embedding.Mistake) { return try print() } catch {
            guard case .request(let words) = error else { return "a template failed" }
            return words
        }
    }

    @Test func theLinksOfThePageOpenElsewhereButForThoseWithin() throws {
        let page = try #require(site().output()["embed.html"])
        #expect(page.contains("<base target=\"_blank\">"))
        #expect(
            page.contains("<meta name=\"robots\" content=\"noindex\">") && !page.contains("rel=\"canonical\"")
        )
        let within = page.matches(of: #/<a [^>]*href="#[^"]+"[^>]*>/#).map { String($0.output) }
        #expect(within.count >= 5)
        #expect(within.allSatisfy { $0.contains("target=\"_self\"") }, "\(within)")
        #expect(page.contains("id=\"finder\"") && page.contains("overview-drawing"))
        #expect(page.ranges(of: "<article id=").count == 3)
    }

    @Test func theSettingsDecideOnThePages() throws {
        let usual = try site().output()
        #expect(!usual.keys.contains { $0.hasPrefix("embed/") })
        #expect(usual["sitemap.xml"]?.contains("embed") == false)
        let none = try site("embed: false\n").output()
        #expect(none["embed.html"] == nil)
        let all = try site("embed: {entries: true}\n").output()
        #expect(all.keys.filter { $0.hasPrefix("embed/") }.count == 3)
        let entry = try #require(all["embed/e02.html"])
        #expect(entry.contains("<h1 class=\"headline\"><a href=\"../events/e02.html\""))
        #expect(entry.ranges(of: "<article id=").count == 1)
        #expect(!entry.contains("id=\"finder\"") && !entry.contains("overview-drawing"))
    }

    @Test(arguments: ["auto", "none"])
    func aLongTimelineShowsItsBeginning(_ pagination: String) throws {
        let output = try site("page_size: 5\npaginate_by: \(pagination)\n", count: 12).output()
        let page = try #require(output["embed.html"])
        #expect(page.contains("5 of 12 entries"))
        #expect(!page.contains("overview-drawing"))
        #expect(page.contains("id=\"finder\"") == (pagination == "auto"))
        #expect(page.contains("Entry 05") && !page.contains("Entry 06"))
        let newest = try site("page_size: 5\norder: descending\n", count: 12).output()
        #expect(newest["embed.html"]?.contains("Entry 12") == true)
        #expect(newest["embed.html"]?.contains("Entry 07") == false)
    }

    @Test func aFrameNamesItsPageAndTitle() throws {
        let embedding = try embedding()
        let html = try embedding.frame(
            of: .entries(filters: ["tag=both", "from=1911-08", "status=claimed"]), height: 400)
        #expect(
            html.hasPrefix(
                "<iframe data-dateline src=\"https://x.org/s/embed.html?from=1911-08&amp;status=claimed&amp;tag=both\" "
                    + "title=\"Harbour &amp; Quay\" loading=\"lazy\" style=\"width: 100%; height: 400px; border: 0\">"
            ))
        #expect(html.contains("event.source"))
        let entry = try embedding.frame(of: .entry("old-02"), height: 400)
        #expect(entry.contains("src=\"https://x.org/s/embed.html#e02\" title=\"Entry 02\""))
        let page = try self.embedding("embed: {entries: true}\n").frame(of: .entry("e02"), height: 400)
        #expect(page.contains("src=\"https://x.org/s/embed/e02.html\""))
    }

    @Test(arguments: [
        ("status", "'status' is not a filter of the form NAME=VALUE, such as status=disputed."),
        ("status=", "'status=' is not a filter of the form NAME=VALUE, such as status=disputed."),
        ("status=claimd", "No entry has the status 'claimd'; claimed?"),
        ("tag=three", "No entry has the tag 'three'."),
        ("from=1911-8", "'from' takes a day, a month or a year such as 1911-08, not '1911-8'."),
        ("to=1911-08-0X", "'to' takes a day, a month or a year such as 1911-08, not '1911-08-0X'."),
        ("any=status", "'any' takes one of q, actor, place, tag, source, not 'status'."),
        (
            "tags=one",
            "'tags' is not a filter; tag? Filters are q, from, to, any, group, status, importance, actor, place, tag, source."
        ),
    ])
    func whatIsNoFilterIsRefused(_ filter: String, _ words: String) throws {
        let embedding = try embedding()
        let subject = Embedding.Subject.entries(filters: [filter])
        #expect(
            printed { () throws(Embedding.Mistake) in try embedding.frame(of: subject, height: 400) } == words
        )
        #expect(
            printed { () throws(Embedding.Mistake) in
                String(decoding: try embedding.fragment(of: subject), as: UTF8.self)
            } == words)
    }

    @Test func whatASiteDoesNotHaveIsRefused() throws {
        func frame(_ settings: String, _ subject: Embedding.Subject) throws -> String {
            let embedding = try embedding(settings, count: 12)
            return printed { () throws(Embedding.Mistake) in try embedding.frame(of: subject, height: 400) }
        }
        #expect(try frame("", .entry("e13")).hasPrefix("There is no entry 'e13'"))
        #expect(try frame("embed: false\n", .entry("e01")).contains("embed: false"))
        #expect(try frame("page_size: 5\n", .entry("e06")).contains("embed: {entries: true}"))
        #expect(try frame("page_size: 5\n", .entry("e05")).contains("embed.html#e05"))
        #expect(try frame("search: false\n", .entries(filters: ["tag=one"])).contains("has no filters"))
        #expect(try frame("search: false\n", .entries(filters: [])).contains("embed.html\""))
        let nowhere = MemorySite(["events/a.md": SmallSite.entry()])
        let other = try #require(nowhere.prepared().embedding)
        let words = printed { () throws(Embedding.Mistake) in
            try other.frame(of: .entries(filters: []), height: 400)
        }
        #expect(words.contains("base_url"))
    }

    @Test(arguments: [
        ([], ["01", "02", "03", "04"]),
        (["status=claimed"], ["02", "04"]),
        (["status=claimed", "status=confirmed"], ["01", "02", "03", "04"]),
        (["tag=one", "tag=both"], ["01"]), (["tag=one", "tag=two", "any=tag"], ["01", "02", "03", "04"]),
        (["tag=two", "status=claimed", "to=1911-08-03"], ["02"]),
        (["from=1911-08-03"], ["03", "04"]), (["from=1911", "to=1911-08-02"], ["01", "02"]),
        (["importance=2", "from=1911-08-04"], ["04"]),
    ])
    func aFragmentHasTheEntriesThatMeetAllFilters(_ filters: [String], _ entries: [String]) throws {
        let html = String(
            decoding: try embedding(count: 4).fragment(of: .entries(filters: filters)), as: UTF8.self)
        let found = html.matches(of: #/events/e(\d\d)\.html/#).map { String($0.output.1) }
        #expect(found == entries)
        #expect(html.ranges(of: "href=\"https://x.org/s/").count == entries.count + 2)
        #expect(html.firstMatch(of: #/<(?:script|style|link)|(?:class|id)=/#) == nil)
    }

    @Test func aFragmentSaysWhatItLacks() throws {
        let embedding = try embedding("page_size: 5\n", count: 12)
        let html = String(decoding: try embedding.fragment(of: .entries(filters: [])), as: UTF8.self)
        #expect(html.contains("5 of 12 entries") && html.ranges(of: "<li").count == 5)
        let none = printed { () throws(Embedding.Mistake) in
            String(decoding: try embedding.fragment(of: .entries(filters: ["from=1950"])), as: UTF8.self)
        }
        #expect(none == "No entry meets all these filters.")
        let words = printed { () throws(Embedding.Mistake) in
            String(decoding: try embedding.fragment(of: .entries(filters: ["q=text"])), as: UTF8.self)
        }
        #expect(words.contains("'q' needs the script"))
    }

    @Test func onlyThesePagesAllowFramesOfOthers() throws {
        let output = try site("embed: {hosts: [\"https://news.example\"]}\n").output()
        let policy = contentSecurityPolicy + "; frame-ancestors 'self' https://news.example"
        for name in ["headers/nginx.conf", "headers/Caddyfile", "headers/apache.htaccess"] {
            let text = try #require(output[name])
            #expect(text.contains("\"\(policy)\""), "\(name)")
            #expect(text.contains(contentSecurityPolicy + "; frame-ancestors 'self'\""), "\(name)")
            #expect(text.contains("^/s/embed/"), "\(name)")
        }
        let hosts = try #require(output["_headers"])
        #expect(hosts.hasPrefix("/*\n  Content-Security-Policy: \(contentSecurityPolicy)\n"))
        let own = "\n  Content-Security-Policy: frame-ancestors 'self'\n"
        for path in ["/", "/index.html", "/events/*", "/404.html", "/tags/*"] {
            #expect(hosts.contains("\n\(path)\(own)"))
        }
        #expect(!hosts.contains("embed.html\(own)") && !hosts.contains("/embed/*\(own)"))
        #expect(
            hosts.contains(
                "\n/embed.html\n  Content-Security-Policy: frame-ancestors 'self' https://news.example\n"))
        let closed = try #require(site("embed: false\n").output()["_headers"])
        #expect(
            closed.hasPrefix(
                "/*\n  Content-Security-Policy: \(contentSecurityPolicy); frame-ancestors 'self'\n"))
        #expect(closed.ranges(of: "frame-ancestors").count == 2)
        func sent(_ path: String, _ embed: EmbedSettings = EmbedSettings()) -> String {
            siteHeaders(ofPage: path, embed: embed).first { $0.name == policyName }?.value ?? ""
        }
        #expect(
            sent("embed.html").hasSuffix("; frame-ancestors *") && sent("embed/a.html") == sent("embed.html"))
        #expect(sent("index.html").hasSuffix("'self'") && sent("events/embed.html") == sent("index.html"))
        var off = EmbedSettings()
        off.isOn = false
        #expect(sent("embed.html", off) == sent("index.html"))
    }
}
