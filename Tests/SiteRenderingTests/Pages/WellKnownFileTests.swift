import TestSupport
import Testing

@testable import SiteRendering

/// Files for hosts and search engines.
@Suite struct WellKnownFileTests {
    private func files(_ pages: [String], base: String? = "https://x.org/s/") throws -> [String: String] {
        let settings = "title: Harbour\n" + (base.map { "base_url: \($0)\n" } ?? "")
        let entry = SmallSite.entry(more: "aliases: [old]")
        let site = try MemorySite(["timeline.yml": settings, "events/a.md": entry]).site()
        let planned = pages.map { PlannedFile($0, of: "x", .rendered { _, _ in }, isListed: true) }
        return Dictionary(
            uniqueKeysWithValues: wellKnownFiles(site, beside: planned).map {
                ($0.path, rendered($0.of(site)) ?? "")
            })
    }

    @Test func aSitemapNeedsABase() throws {
        #expect(
            try Set(files(["index.html"], base: nil).keys) == [
                ".nojekyll", "_headers", "headers/nginx.conf", "headers/Caddyfile",
                "headers/apache.htaccess", "headers/lighttpd.conf", "_redirects", "robots.txt",
            ])
        #expect(try files(["index.html"], base: nil)["robots.txt"] == "User-agent: *\nAllow: /\n")
    }

    @Test func whatNobodyShouldFindIsNotListed() throws {
        let output = try MemorySite([
            "timeline.yml": "title: Harbour\nbase_url: https://x.org/s/\n",
            "events/a.md": SmallSite.entry(more: "aliases: [old]"),
        ]).output()
        #expect(output["404.html"] != nil && output["events/old.html"] != nil)
        let map = try #require(output["sitemap.xml"])
        #expect(map.contains("<loc>https://x.org/s/events/a.html</loc>"))
        #expect(!map.contains("404") && !map.contains("old") && !map.contains("robots"))
    }

    @Test func addressesAreInOrderAndEncoded() throws {
        let map = try files(["index.html", "events/a.html", "tags/é&.html"])
        #expect(
            map["sitemap.xml"] == """
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <url><loc>https://x.org/s/events/a.html</loc></url>
                <url><loc>https://x.org/s/</loc></url>
                <url><loc>https://x.org/s/tags/%C3%A9%26.html</loc></url>
                </urlset>

                """)
        #expect(map["robots.txt"] == "User-agent: *\nAllow: /\n\nSitemap: https://x.org/s/sitemap.xml\n")
    }

    @Test(arguments: [(50_000, 1), (50_001, 2), (100_001, 3)])
    func longSitemapsAreSplit(_ pages: Int, _ parts: Int) throws {
        let maps = try files((0..<pages).map { "p/\($0).html" }).filter { $0.key.hasPrefix("sitemap") }
        #expect(maps.count == (parts == 1 ? 1 : parts + 1))
        let sizes = maps.values.map { $0.ranges(of: "<url>").count }
        #expect(sizes.reduce(0, +) == pages)
        #expect(sizes.allSatisfy { $0 <= 50_000 })
        guard parts > 1, let index = maps["sitemap.xml"] else { return }
        #expect(index.contains("<sitemapindex "))
        #expect(index.ranges(of: "<sitemap><loc>https://x.org/s/sitemap-").count == parts)
        #expect(maps["sitemap-\(parts).xml"]?.contains("<url>") == true)
    }

    @Test func headersSayTheSameToEveryHost() throws {
        let files = try files(["index.html"])
        for name in [
            "_headers", "headers/nginx.conf", "headers/Caddyfile", "headers/apache.htaccess",
            "headers/lighttpd.conf",
        ] {
            let text = try #require(files[name])
            // In `_headers` a rule of its own forbids frames on other sites.
            let framing =
                name == "_headers"
                ? "\n/index.html\n  Content-Security-Policy: frame-ancestors 'self'\n"
                : contentSecurityPolicy + "; frame-ancestors 'self'"
            #expect(text.contains(contentSecurityPolicy) && text.contains(framing))
            #expect(text.contains("X-Content-Type-Options"))
            #expect(text.contains("Referrer-Policy"))
        }
        #expect(files["_headers"]?.hasPrefix("/*\n  Content-Security-Policy: default-src 'none';") == true)
        #expect(!contentSecurityPolicy.contains("unsafe") && !contentSecurityPolicy.contains("http"))
    }

    @Test(arguments: [
        ("https://x.org/s/", "/s/404.html"), ("https://x.org/", "/404.html"), (nil, "/404.html"),
    ])
    func serversAnswerWithTheSitesOwnPageWhereThereIsNothing(_ base: String?, _ page: String) throws {
        let files = try files(["index.html"], base: base)
        #expect(files["headers/nginx.conf"]?.contains("error_page 403 404 =404 \(page);\n") == true)
        #expect(files["headers/Caddyfile"]?.contains("rewrite * \(page)\n") == true)
        let apache = try #require(files["headers/apache.htaccess"])
        #expect(
            apache.contains("ErrorDocument 404 \(page)\n") && apache.contains("ErrorDocument 403 \(page)\n"))
        #expect(apache.contains("Options -Indexes"))
    }

    @Test func everyHostLeadsOldAddressesToTheNew() throws {
        let files = try files(["index.html"])
        #expect(files["_redirects"] == "/s/events/old.html /s/events/a.html 301\n")
        #expect(
            files["headers/nginx.conf"]?.hasSuffix(
                """
                location = "/s/events/old.html" {
                    absolute_redirect off;
                    return 301 "/s/events/a.html$is_args$args";
                }

                """) == true)
        #expect(
            files["headers/apache.htaccess"]?.contains(
                "RedirectMatch 301 \"^/s/events/old\\.html$\" \"/s/events/a.html\"\n") == true)
        #expect(
            files["headers/Caddyfile"]?.contains(
                "\troute /s/events/old.html {\n\t\trewrite * /s/events/a.html\n\t\tredir * {uri} 301\n\t}\n")
                == true)
        #expect(
            files["headers/lighttpd.conf"]?.contains(
                "\t\t\"^/s/events/old\\.html(\\?.*)?$\" => \"/s/events/a.html$1\",\n") == true)
        // Hosts treat percent escapes in a folder differently, so pages at the old addresses redirect instead.
        #expect(try self.files(["index.html"], base: "https://x.org/\u{E9}/")["_redirects"] == nil)
    }

    @Test("Every host is told the types that servers lack")
    func typesOfExports() throws {
        let paths = ["timeline.ics", "feed.xml", "feeds/tags/a.xml", "points.geojson", "dateline.json"]
        let files = try files(paths)
        let types = [
            "text/calendar; charset=utf-8", "application/geo+json", "application/atom+xml",
            "application/feed+json", "text/csv; charset=utf-8", "application/jsonl", "image/avif",
            "image/webp",
        ]
        for name in ["nginx.conf", "Caddyfile", "apache.htaccess", "lighttpd.conf"] {
            let text = try #require(files["headers/\(name)"])
            for type in types { #expect(text.contains(type), "\(name) \(type)") }
        }
        let hosts = try #require(files["_headers"])
        #expect(hosts.contains("/timeline.ics\n  Content-Type: text/calendar; charset=utf-8\n"))
        #expect(hosts.contains("/feed.xml\n  Content-Type: application/atom+xml\n"))
        #expect(hosts.contains("/feeds/*\n  Content-Type: application/atom+xml\n"))
        #expect(!hosts.contains("/dateline.json"))
        let both = try #require(self.files(["feeds/tags/a.xml", "feeds/tags/a.json"])["_headers"])
        #expect(!both.contains("Content-Type: "))
        // In a folder whose name needs escapes, the rules of nginx hold for the whole host.
        let nginx = try #require(self.files(paths, base: "https://x.org/\u{E9}/")["headers/nginx.conf"])
        #expect(nginx.contains("location ~ \"^/.*\\.ics$\""))
        #expect(files["headers/nginx.conf"]?.contains("location ~ \"^/s/.*\\.ics$\"") == true)
    }

    @Test func pagesAreAskedForAndNamedFilesAreKept() throws {
        let headers = try #require(
            files([
                "index.html", "map.html", "events/a.html", "tags/\u{E9}.html", "search/index-1.js", "a.txt",
            ])["_headers"])
        let asked = "\n  Cache-Control: no-cache\n"
        for path in ["/", "/index.html", "/map.html", "/events/*", "/tags/*"] {
            #expect(headers.contains("\n\(path)\(asked)"), "\(path)")
        }
        #expect(headers.ranges(of: "no-cache").count == 5)
        let kept = headers.split(separator: "\n").filter { $0.contains("immutable") }
        #expect(kept.allSatisfy { $0 == "  Cache-Control: public, max-age=31536000, immutable" })
        #expect(headers.contains("\n/search/*\n  Cache-Control: public") && !headers.contains("/a.txt"))
    }

    @Test func whatRunsInAnotherPageIsSentToBeSaved() throws {
        let headers = { (path: String) in siteMediaHeaders(of: path).first?.value ?? "" }
        #expect(
            headers("media/a.pdf").hasSuffix("frame-ancestors 'self'")
                && headers("media/A.PDF") == headers("a.pdf"))
        #expect(headers("media/a.html").hasSuffix("; sandbox") && headers("pdf").hasSuffix("; sandbox"))
        #expect(siteMediaHeaders(of: "a.svg").map(\.name) == siteHeaders.map(\.name))
    }

    /// The theme repeats the policy in its pages, so the two must be compared.
    @Test func thePagesSayTheSamePolicy() throws {
        let page = try #require(MemorySite(["events/a.md": SmallSite.entry()]).output()["index.html"])
        #expect(page.contains("content=\"\(contentSecurityPolicy.htmlEscaped)\""))
    }

    @Test func pagesWithNothingOnThemAreNotListed() throws {
        let output = try MemorySite([
            "timeline.yml":
                "title: Harbour\nbase_url: https://x.org/\ngroups: [{id: idle, name: Idle}]\ntags: {unused: {name: Unused}}\n",
            "actors.yml": "someone: {name: Someone}\n",
            "events/a.md": SmallSite.entry(),
        ]).output()
        let map = try #require(output["sitemap.xml"])
        let listed = map.split(separator: "\n").compactMap { line in
            line.split(separator: "<loc>https://x.org/").last?.split(separator: "</loc>").first.map(
                String.init)
        }
        for empty in ["places/index.html", "groups/idle.html", "tags/unused.html"] {
            #expect(output[empty] != nil && !listed.contains(empty), "\(empty)")
        }
        for full in [
            "actors/index.html", "actors/someone.html", "groups/index.html", "tags/index.html",
            "periods/index.html", "status/index.html",
            "status/confirmed.html", "events/a.html", "sources/index.html",
        ] where output[full] != nil { #expect(listed.contains(full), "\(full)") }
        let bare = try MemorySite([
            "timeline.yml": "title: Harbour\nbase_url: https://x.org/\n",
            "events/a.md": "---\ntitle: A\ndate: 1911\nstatus: confirmed\n---\n",
        ]).output()
        let bareMap = try #require(bare["sitemap.xml"])
        for kind in ["actors", "places", "groups", "tags", "sources"] {
            #expect(bare["\(kind)/index.html"] != nil && !bareMap.contains("/\(kind)/"), "\(kind)")
        }
        #expect(bareMap.contains("/status/index.html") && bareMap.contains("/periods/index.html"))
    }

    @Test func addressesOfEveryScriptAreEncoded() throws {
        let output = try MemorySite([
            "timeline.yml": "title: Harbour\nbase_url: https://x.org/\u{E9}t\u{E9}/\n",
            "events/\u{645}\u{64A}\u{646}\u{627}\u{621}.md": SmallSite.entry(
                "A", "1911", more: "tags: [\u{6E2F}, '\u{3B1}\u{3B2}', \u{905}]"),
            "pages/e\u{301}.md": "---\ntitle: About\n---\nText.\n",
        ]).output()
        let map = try #require(output["sitemap.xml"])
        #expect(map.utf8.allSatisfy { $0 < 0x80 }, "nothing but ASCII")
        for path in [
            "events/%D9%85%D9%8A%D9%86%D8%A7%D8%A1.html", "tags/%E6%B8%AF.html", "tags/%CE%B1%CE%B2.html",
            "pages/e%CC%81.html",
        ] { #expect(map.contains("<loc>https://x.org/%C3%A9t%C3%A9/\(path)</loc>"), "\(path)") }
        let page = try #require(output["events/\u{645}\u{64A}\u{646}\u{627}\u{621}.html"])
        #expect(page.contains("\"https://x.org/%C3%A9t%C3%A9/events/%D9%85%D9%8A%D9%86%D8%A7%D8%A1.html\""))
        #expect(output["robots.txt"]?.hasSuffix("Sitemap: https://x.org/%C3%A9t%C3%A9/sitemap.xml\n") == true)
    }
}
