import Testing

@testable import SiteRendering

/// Files for hosts and search engines.
@Suite struct WellKnownFileTests {
    private func files(_ pages: [String], base: String? = "https://x.org/s/") throws -> [String: String] {
        let settings = "title: Harbour\n" + (base.map { "base_url: \($0)\n" } ?? "")
        let entry = entryText(more: "aliases: [old]")
        let site = try MemorySite(["timeline.yml": settings, "events/a.md": entry]).site()
        return Dictionary(
            uniqueKeysWithValues: wellKnownFiles(site, listed: pages).map {
                ($0.path, rendered($0.of(site)) ?? "")
            })
    }

    @Test func aSitemapNeedsABase() throws {
        #expect(
            try Set(files(["index.html"], base: nil).keys) == [
                "_headers", "headers/nginx.conf", "headers/Caddyfile", "headers/apache.htaccess", "robots.txt",
            ])
        #expect(try files(["index.html"], base: nil)["robots.txt"] == "User-agent: *\nAllow: /\n")
    }

    @Test func whatNobodyShouldFindIsNotListed() throws {
        let output = try MemorySite([
            "timeline.yml": "title: Harbour\nbase_url: https://x.org/s/\n",
            "events/a.md": entryText(more: "aliases: [old]"),
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
        for name in ["_headers", "headers/nginx.conf", "headers/Caddyfile", "headers/apache.htaccess"] {
            let text = try #require(files[name])
            #expect(text.contains(contentSecurityPolicy + "; frame-ancestors 'self'"))
            #expect(text.contains("X-Content-Type-Options"))
            #expect(text.contains("Referrer-Policy"))
        }
        #expect(files["_headers"]?.hasPrefix("/*\n  Content-Security-Policy: default-src 'none';") == true)
        #expect(!contentSecurityPolicy.contains("unsafe") && !contentSecurityPolicy.contains("http"))
    }

    @Test(arguments: [("https://x.org/s/", "/s/404.html"), ("https://x.org/", "/404.html"), (nil, "/404.html")])
    func serversAnswerWithTheSitesOwnPageWhereThereIsNothing(_ base: String?, _ page: String) throws {
        let files = try files(["index.html"], base: base)
        #expect(files["headers/nginx.conf"]?.contains("error_page 403 404 =404 \(page);\n") == true)
        #expect(files["headers/Caddyfile"]?.contains("rewrite * \(page)\n") == true)
        let apache = try #require(files["headers/apache.htaccess"])
        #expect(apache.contains("ErrorDocument 404 \(page)\n") && apache.contains("ErrorDocument 403 \(page)\n"))
        #expect(apache.contains("Options -Indexes"))
    }

    /// The theme writes the policy out: the two must not drift apart.
    @Test func thePagesSayTheSamePolicy() throws {
        let page = try #require(MemorySite(["events/a.md": entryText()]).output()["index.html"])
        #expect(page.contains("content=\"\(contentSecurityPolicy.htmlEscaped)\""))
    }
}
