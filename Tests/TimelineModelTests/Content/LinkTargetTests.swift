import Diagnostics
import Testing
import UTF8Text

@testable import TimelineModel

@Suite("Targets of links")
struct LinkTargetTests {
    private static func targets() throws -> LinkTargets {
        let site = TestSite(
            "claims: [{id: a, by: x y, stance: asserts, says: x}]", body: "# One two\n",
            files: [
                "Content/events/deep/Ä b.md": TestSite.entry(),
                "Content/pages/about.md": "---\ntitle: x\n---\n# Dates\n",
                "Content/events/draft.md": TestSite.entry("draft: true"), "Content/media/a/b.png": "",
            ])
        let content = try site.read().content
        return LinkTargets(
            entries: content.entries, pages: content.pages, media: content.media, leftOut: content.drafts)
    }

    @Test(
        "A link in an entry leads to its target, or is dead for a reason",
        arguments: [
            ("closed.md", .success(.entry(slug: "closed", fragment: nil))),
            ("./closed.md", .success(.entry(slug: "closed", fragment: nil))),
            ("closed.md#one-two", .success(.entry(slug: "closed", fragment: "one-two"))),
            ("closed.md?x=y#claim_a", .success(.entry(slug: "closed", fragment: "claim_a"))),
            ("closed.md#", .success(.entry(slug: "closed", fragment: nil))),
            ("deep/%C3%84%20b.md", .success(.entry(slug: "ä-b", fragment: nil))),
            ("deep/Ä b.md", .success(.entry(slug: "ä-b", fragment: nil))),
            ("../pages/about.md#dates", .success(.page(slug: "about", fragment: "dates"))),
            ("deep/../../pages/./about.md", .success(.page(slug: "about", fragment: nil))),
            ("../media/a/b.png", .success(.media("a/b.png"))),
            ("../media/quay.jpg", .success(.media("quay.jpg"))),
            ("#one-two", .success(.fragment("one-two"))), ("#claim_a", .success(.fragment("claim_a"))),
            ("#%6Fne-two", .success(.fragment("one-two"))),
            ("#nothing", .failure(.noAnchor("nothing", path: "Content/events/closed.md"))),
            ("", .failure(.noPath)), ("?q", .failure(.noPath)), ("#", .failure(.noPath)),
            ("../pages/about.md#one-two", .failure(.noAnchor("one-two", path: "Content/pages/about.md"))),
            ("gone.md", .failure(.noFile(path: "Content/events/gone.md"))),
            ("deep", .failure(.noFile(path: "Content/events/deep"))),
            ("draft.md", .failure(.leftOut(path: "Content/events/draft.md"))),
            ("draft.md#x", .failure(.leftOut(path: "Content/events/draft.md"))),
            ("/closed.md", .failure(.notRelative)),
            ("../../Content/events/closed.md", .failure(.notRelative)),
            ("%2e%2e/%2e%2e/x", .failure(.notRelative)), ("%2Fetc/passwd", .failure(.notRelative)),
            ("..\\x", .failure(.notRelative)),
            ("%+5closed.md", .failure(.noFile(path: "Content/events/%+5closed.md"))),
        ] as [(String, Result<LinkTarget, DeadLink>)])
    func resolve(_ target: String, _ expected: Result<LinkTarget, DeadLink>) throws {
        let resolved = try Self.targets().resolve(target, from: TestSite.entryPath)
        #expect(resolved == expected)
    }

    @Test(
        "Valid percent escapes are decoded, others are kept",
        arguments: [
            ("a%20b", "a b"), ("%41%C3%A4", "Aä"), ("%", "%"), ("%4", "%4"), ("%zz", "%zz"), ("%ff", "%ff"),
            ("100%", "100%"), ("%2541", "%41"), ("% 1", "% 1"), ("%-1", "%-1"),
        ])
    func percent(_ text: String, _ decoded: String) {
        #expect(percentDecoded(text[...]) == decoded)
    }

    @Test(
        "A relative path leads from one file to another",
        arguments: [
            ("Content/events/a.md", "Content/events/b.md", "a.md"),
            ("Content/pages/a.md", "Content/events/b.md", "../pages/a.md"),
            ("Content/events/x/a.md", "Content/events/b.md", "x/a.md"),
            ("Content/a.md", "Content/events/x/b.md", "../../a.md"), ("a", "b", "a"),
            ("events/events/a.md", "events/b.md", "events/a.md"),
        ])
    func relative(_ target: String, _ path: String, _ expected: String) {
        #expect(relativePath(to: target, from: path) == expected)
    }

    @Test(
        "The ending of a file decides its kind of media",
        arguments: [
            ("a.JPG", MediaKind.image), ("b/c.webm", .video), ("d.mp3", .audio), ("e.pdf", .other),
            ("f", .other), ("g.tar.png", .image),
        ])
    func kinds(_ path: String, _ kind: MediaKind) {
        #expect(MediaKind(path: path) == kind)
    }
}
