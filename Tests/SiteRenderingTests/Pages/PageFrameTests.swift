import Diagnostics
import TestSupport
import Testing
import UTF8Text

@testable import SiteRendering

/// The paths of pages, and the content of their heads.
@Suite struct PageFrameTests {
    private func frame(_ path: String, base: String? = nil) throws -> PageFrame {
        let settings = "title: Harbour\n" + (base.map { "base_url: \($0)\n" } ?? "")
        let site = try MemorySite(["timeline.yml": settings, "events/a.md": SmallSite.entry()]).site()
        return PageFrame(site: site, path: path, title: "A title")
    }

    @Test(arguments: [
        ("index.html", ""), ("events/a.html", "../"), ("tags/x/2.html", "../../"),
    ])
    func rootIsTheWayUp(_ path: String, _ root: String) throws {
        #expect(try frame(path).root == root)
        #expect(try frame(path, base: "https://example.org/a/").root == root)
    }

    @Test(
        arguments: [
            (nil, "/"), ("https://example.org", "/"), ("https://example.org/", "/"),
            ("https://example.org/a", "/a/"), ("https://example.org/a/b/", "/a/b/"),
        ] as [(String?, String)])
    func whatIsNotFoundMayBeShownAnywhere(_ base: String?, _ root: String) throws {
        #expect(try frame("404.html", base: base).root == root)
    }

    @Test func canonicalAddressesNeedABase() throws {
        #expect(try frame("events/a.html").canonicalURL == nil)
        #expect(
            try frame("events/é.html", base: "https://x.org/s").canonicalURL
                == "https://x.org/s/events/%C3%A9.html")
        #expect(try frame("index.html", base: "https://x.org/s").canonicalURL == "https://x.org/s/")
        let site = try frame("events/a.html", base: "https://x.org/").site
        #expect(PageFrame(site: site, path: "events/a.html", title: "T").canonicalURL != nil)
        #expect(PageFrame(site: site, path: "events/a.html", title: "T", isHidden: true).canonicalURL == nil)
    }

    @Test func titlesOfTheBrowser() throws {
        #expect(try frame("index.html").headTitle == "Harbour")
        #expect(try frame("events/a.html").headTitle == "A title · Harbour")
    }

    @Test(arguments: [
        ("a/b-c_d.~9", "a/b-c_d.~9"), ("a b", "a%20b"), ("é", "%C3%A9"), ("%", "%25"), ("?#&", "%3F%23%26"),
        ("", ""), ("漢", "%E6%BC%A2"), ("\n\u{7F}", "%0A%7F"), ("\"<>'", "%22%3C%3E%27"),
    ])
    func percentForm(_ path: String, _ encoded: String) {
        #expect(percentEncoded(path) == encoded)
    }

    @Test func paths() {
        #expect(PagePath.item(.actors, "x") == "actors/x.html")
        #expect(PagePath.item(.actors, "x", part: "1913") == "actors/x/1913.html")
        #expect(PagePath.index(.status) == "status/index.html")
        #expect(Set(IndexKind.allCases.map(\.folder)).count == 7)
    }
}
