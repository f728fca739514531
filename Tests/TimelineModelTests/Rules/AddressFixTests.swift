import Diagnostics
import Testing

@testable import TimelineModel

@Suite("Fixes of addresses")
struct AddressFixTests {
    private static let path = "Content/sources.yml"

    /// What `check --fix` writes for an address, and what it only shows.
    private static func repair(_ written: String) throws -> (safe: String?, shown: String?) {
        let site = TestSite([path: "gazette:\n  title: Report\n  date: 1911-08-12\n  url: \(written)\n"])
        let found = try site.diagnostics().filter { $0.rule == .invalidURL }
        let text = Array(site.text(path).utf8)
        func value(_ bytes: [UInt8]?) throws -> String {
            let text = String(decoding: try #require(bytes), as: UTF8.self)
            return String(try #require(text.split(separator: "url: ").last).dropLast())
        }
        let fixIt = try #require(found.first).fixIts.first
        let safe = try SafeFixes.of(found).first.map { try value($0.applied(to: text)) }
        var shown: String?
        if var fixIt, !fixIt.edits.isEmpty {
            fixIt.isSafe = true
            let all = [Diagnostic(.invalidURL, "", at: SourceLocation(path), fixIts: [fixIt])]
            shown = try SafeFixes.of(all).first.map { try value($0.applied(to: text)) }
        }
        return (safe, shown)
    }

    @Test(
        "A blank is written %20 if the text after it can only belong to the address",
        arguments: [
            ("https://e.org/a b", "https://e.org/a%20b"),
            ("https://e.org/?q=two words", "https://e.org/?q=two%20words"),
            ("https://e.org/my docs/a", "https://e.org/my%20docs/a"),
            ("https://e.org/wiki/Kim Jong Un", "https://e.org/wiki/Kim%20Jong%20Un"),
            ("https://e.org/a b.pdf", "https://e.org/a%20b.pdf"),
            ("https://e.org/a  b c.pdf", "https://e.org/a%20%20b%20c.pdf"),
            ("https://e.org/report (1).pdf", "https://e.org/report%20(1).pdf"),
            ("https://e.org/annual report of 1911.PDF", "https://e.org/annual%20report%20of%201911.PDF"),
            ("https://e.org/my docs/2011/x.html", "https://e.org/my%20docs/2011/x.html"),
            ("https://e.org/my folder/", "https://e.org/my%20folder/"),
            ("https://e.org/b c.pdf#page=3", "https://e.org/b%20c.pdf#page=3"),
            ("https://e.org/my page?id=3", "https://e.org/my%20page?id=3"),
            ("https://e.org/?q=two words&page=2", "https://e.org/?q=two%20words&page=2"),
            ("HTTP://e.org/ä b.html", "HTTP://e.org/ä%20b.html"),
            ("ftp://e.org/a b.txt", "ftp://e.org/a%20b.txt"),
            ("\"https://e.org/a b.pdf\"", "\"https://e.org/a%20b.pdf\""),
            ("'https://e.org/it''s b.pdf'", "'https://e.org/it''s%20b.pdf'"),
            ("\" https://e.org/a \"", "\"https://e.org/a\""), ("https://e.org/a|b", "https://e.org/a%7Cb"),
            ("https://e.org/a b^c.pdf", "https://e.org/a%20b%5Ec.pdf"),
        ])
    func safe(written: String, repaired: String) throws {
        #expect(try Self.repair(written).safe == repaired)
    }

    @Test("An address that a library folded is joined safely; one that a person broke is only shown")
    func folded() throws {
        let long = "https://e.org/" + String(repeating: "a", count: 80)
        #expect(try Self.repair("\(long)\n    b c.pdf").safe == "\"\(long)%20b%20c.pdf\"")
        #expect(try Self.repair("\"\(long)\\\n    \\ b.pdf\"").safe == "\"\(long)%20b.pdf\"")
        for written in ["https://e.org/a\n    b", ">-\n    \(long)\n    b"] {
            let repair = try Self.repair(written)
            #expect(repair.safe == nil)
            #expect(repair.shown?.hasSuffix("%20b\"") ?? false)
        }
    }

    @Test(
        "A fix that replaces a block scalar keeps the next line",
        arguments: ["|-\n  yes", ">-\n  yes", "|-\n  yes\n\n"])
    func blocks(written: String) throws {
        let site = TestSite("draft: \(written)\norder: 1")
        let found = try site.diagnostics()
        let bytes = try #require(SafeFixes.of(found).first).applied(
            to: Array(site.text(TestSite.entryPath).utf8))
        let text = String(decoding: try #require(bytes), as: UTF8.self)
        #expect(text.contains(/\ndraft: true\n+order: 1\n/))
    }

    @Test(
        "Text that may be a remark or a second address gets a fix that is only shown",
        arguments: [
            ("https://e.org/a broken link", "https://e.org/a%20broken%20link"),
            ("https://e.org/a subscription required", "https://e.org/a%20subscription%20required"),
            ("https://e.org/a Yonhap", "https://e.org/a%20Yonhap"),
            ("https://e.org/#a b.pdf", "https://e.org/#a%20b.pdf"),
            ("https://e.org/a via Reuters", "https://e.org/a%20via%20Reuters"),
            ("https://e.org/a paywalled", "https://e.org/a%20paywalled"),
            ("https://e.org/a dead link", "https://e.org/a%20dead%20link"),
            ("https://e.org/a The Gazette", "https://e.org/a%20The%20Gazette"),
            ("https://e.org/a p. 12", "https://e.org/a%20p.%2012"),
            ("https://e.org/a and b.example/x", "https://e.org/a%20and%20b.example/x"),
            ("https://e.org/a b.example/x.html", "https://e.org/a%20b.example/x.html"),
            ("\"https://e.org/a mirror: b.example\"", "\"https://e.org/a%20mirror:%20b.example\""),
            ("https://e.org/a checked 11.8.2020", "https://e.org/a%20checked%2011.8.2020"),
            ("https://e.org/a archive.org", "https://e.org/a%20archive.org"),
            ("https://e.org/a AP/Reuters", "https://e.org/a%20AP/Reuters"),
            ("https://e.org/a 11/8/2020", "https://e.org/a%2011/8/2020"),
            ("https://e.org/a and/or b/", "https://e.org/a%20and/or%20b/"),
            ("https://e.org/a saved as report.pdf", "https://e.org/a%20saved%20as%20report.pdf"),
            ("https://e.org/a – scan.pdf", "https://e.org/a%20–%20scan.pdf"),
            ("https://e.org/a, scan.pdf", "https://e.org/a,%20scan.pdf"),
            ("https://e.org/ scan.pdf", "https://e.org/%20scan.pdf"),
            ("https://e.org/a.html b.pdf", "https://e.org/a.html%20b.pdf"),
            ("https://e.org/a me@e.org/x.html", "https://e.org/a%20me@e.org/x.html"),
            ("https://e.org/Foo - Bar/index.html", "https://e.org/Foo%20-%20Bar/index.html"),
            ("https://e.org/a (archived)", "https://e.org/a%20(archived)"),
            ("https://e.org/a accessed 1 May", "https://e.org/a%20accessed%201%20May"),
            ("https://e.org/a https://e.org/b.pdf", "https://e.org/a%20https://e.org/b.pdf"),
            ("https://e.org/a www.e.org/b.pdf", "https://e.org/a%20www.e.org/b.pdf"),
            ("https://e.org/a\u{A0}b.pdf", "https://e.org/a%20b.pdf"), ("tel:+49 30", "tel:+49-30"),
            ("https://e.org/{id}", "https://e.org/%7Bid%7D"),
            ("https://e.org/a | Gazette", "https://e.org/a%20%7C%20Gazette"),
            ("e.org/a", "https://e.org/a"), ("www.e.org", "https://www.e.org"),
            ("https://https://e.org/a", "https://e.org/a"), ("http://https//e.org", "http://e.org"),
            ("https://e.org/My%20 file.pdf", "https://e.org/My%20%20file.pdf"),
            ("https:/e.org/a", "https://e.org/a"), ("https//e.org/a", "https://e.org/a"),
            ("htps://e.org/a", "https://e.org/a"), ("//e.org/a", "https://e.org/a"),
            ("https:// e.org/a", "https://e.org/a"), ("https://e.org /a", "https://e.org/a"),
        ])
    func shown(written: String, repaired: String) throws {
        let repair = try Self.repair(written)
        #expect(repair.safe == nil)
        #expect(repair.shown == repaired)
    }

    @Test(
        "Text that is not an address gets no fix",
        arguments: [
            "https://<b>/a b", "javascript:alert(1) x", "doi:10.1000/182", "/a/b", "https://e. org/a",
            "https://e.org a",
            "https://e|org/a", "http://a..e.org/", "http://-/ b.pdf",
        ])
    func none(written: String) throws {
        #expect(try Self.repair(written) == (nil, nil))
    }

    /// Both readings if there are two. A host contains no blank, so a blank after a host has only one reading.
    @Test(
        "The fixes offer the whole text as an address, or the address and the remark separately",
        arguments: [
            (
                "https://e.org/a, p. 3",
                ["https://e.org/a,%20p.%203", "https://e.org/a alone, and 'p. 3' in a place of its own"]
            ),
            ("https://e.org via Reuters", ["https://e.org alone, and 'via Reuters' in a place of its own"]),
            ("https://e.org/a b.pdf", ["https://e.org/a%20b.pdf"]),
            ("https://http://e.org", ["https://e.org", "http://e.org"]),
        ])
    func readings(written: String, readings: [String]) throws {
        let site = TestSite([Self.path: "gazette:\n  title: Report\n  date: 1911-08-12\n  url: \(written)\n"])
        let found = try #require(try site.diagnostics().first { $0.rule == .invalidURL })
        #expect(found.fixIts.map(\.summary) == readings.map { "write " + $0 })
    }

    @Test(
        "A name in place of an address gets a fix that moves it to the publisher",
        arguments: [
            (
                "gazette: {title: a, date: 1911, url: The Gazette}",
                "gazette: {title: a, date: 1911, publisher: The Gazette}"
            ),
            (
                "gazette: {\"date\":1911,\"url\":\"The Gazette\"}",
                "gazette: {\"date\":1911,\"publisher\":\"The Gazette\"}"
            ),
            (
                "gazette:\n  publisher:\n  date: 1911\n  url: The Gazette",
                "gazette:\n  publisher: The Gazette\n  date: 1911\n  url: null"
            ),
            (
                "gazette:\n  url: 'The Gazette'\n  date: 1911\n  publisher: ~",
                "gazette:\n  url: null\n  date: 1911\n  publisher: 'The Gazette'"
            ),
        ])
    func publisher(yaml: String, repaired: String) throws {
        let site = TestSite([Self.path: yaml + "\n"])
        let found = try site.diagnostics()
        #expect(found.map(\.rule.id) == ["invalid-url"])
        #expect(SafeFixes.of(found).isEmpty)
        var fixed = try #require(found.first)
        fixed.fixIts[0].isSafe = true
        let bytes = try #require(SafeFixes.of([fixed]).first?.applied(to: Array(site.text(Self.path).utf8)))
        #expect(String(decoding: bytes, as: UTF8.self) == repaired + "\n")
        // The moved name is read as the publisher.
        let after = TestSite([Self.path: String(decoding: bytes, as: UTF8.self)])
        #expect(try after.diagnostics().isEmpty)
        #expect(try after.read().content.sources.first?.publisher == "The Gazette")
    }
}
