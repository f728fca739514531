import Diagnostics
import Testing

@testable import TimelineModel

@Suite("Repairs of addresses")
struct AddressFixTests {
    private static let path = "Content/sources.yml"

    /// What `check --fix` makes of an address, and what it only shows.
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
        "A blank in the path of one address is written %20",
        arguments: [
            ("https://e.org/a b", "https://e.org/a%20b"),
            ("https://e.org/a  b c.pdf", "https://e.org/a%20%20b%20c.pdf"),
            ("https://e.org/report (1).pdf", "https://e.org/report%20(1).pdf"),
            ("https://e.org/?q=two words", "https://e.org/?q=two%20words"),
            ("https://e.org/Foo - Bar/index.html", "https://e.org/Foo%20-%20Bar/index.html"),
            ("HTTP://e.org/ä b", "HTTP://e.org/ä%20b"), ("ftp://e.org/a b", "ftp://e.org/a%20b"),
            ("\"https://e.org/a b\"", "\"https://e.org/a%20b\""),
            ("'https://e.org/it''s b'", "'https://e.org/it''s%20b'"),
            ("\" https://e.org/a \"", "\"https://e.org/a\""),
            ("https://e.org/#a b", "https://e.org/#a%20b"), ("https://e.org/a|b", "https://e.org/a%7Cb"),
            ("https://e.org/a b^c", "https://e.org/a%20b%5Ec"),
        ])
    func safe(written: String, repaired: String) throws {
        #expect(try Self.repair(written).safe == repaired)
    }

    @Test("What a library has folded at a blank is one address; what a person has broken may be without one")
    func folded() throws {
        let long = "https://e.org/" + String(repeating: "a", count: 80)
        #expect(try Self.repair("\(long)\n    b c.pdf").safe == "\"\(long)%20b%20c.pdf\"")
        #expect(try Self.repair("\"\(long)\\\n    \\ b\"").safe == "\"\(long)%20b\"")
        for written in ["https://e.org/a\n    b", ">-\n    \(long)\n    b"] {
            let repair = try Self.repair(written)
            #expect(repair.safe == nil)
            #expect(repair.shown?.hasSuffix("%20b\"") ?? false)
        }
    }

    @Test(
        "What is put in the place of a block of text leaves the next line alone",
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
        "What may be a remark, a second address or a host is shown and left alone",
        arguments: [
            ("https://e.org/a (archived)", "https://e.org/a%20(archived)"),
            ("https://e.org/a accessed 1 May", "https://e.org/a%20accessed%201%20May"),
            ("https://e.org/a, p. 3", "https://e.org/a,%20p.%203"),
            ("https://e.org/a https://e.org/b", "https://e.org/a%20https://e.org/b"),
            ("https://e.org/a www.e.org/b", "https://e.org/a%20www.e.org/b"),
            ("https://e.org/a – page", "https://e.org/a%20–%20page"),
            ("https://e. org/a", "https://e.%20org/a"), ("https://e.org a", "https://e.org%20a"),
            ("https://e.org/a\u{A0}b", "https://e.org/a%20b"), ("tel:+49 30", "tel:+49%2030"),
            ("https://e.org/{id}", "https://e.org/%7Bid%7D"), ("https://e|org/a", "https://e%7Corg/a"),
            ("https://e.org/a | Gazette", "https://e.org/a%20%7C%20Gazette"),
            ("e.org/a", "https://e.org/a"), ("www.e.org", "https://www.e.org"),
        ])
    func shown(written: String, repaired: String) throws {
        let repair = try Self.repair(written)
        #expect(repair.safe == nil)
        #expect(repair.shown == repaired)
    }

    @Test(
        "What is no address gets none",
        arguments: ["https://<b>/a b", "javascript:alert(1) x", "doi:10.1000/182", "/a/b"])
    func none(written: String) throws {
        #expect(try Self.repair(written) == (nil, nil))
    }

    @Test(
        "A name in place of an address is shown as the publisher's",
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
        // What was moved is read as it was meant.
        let after = TestSite([Self.path: String(decoding: bytes, as: UTF8.self)])
        #expect(try after.diagnostics().isEmpty)
        #expect(try after.read().content.sources.first?.publisher == "The Gazette")
    }
}
