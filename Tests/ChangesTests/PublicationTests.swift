import Diagnostics
import TestSupport
import Testing

@testable import Changes

/// Files that are no publication are refused with the place of the mistake.
@Suite struct PublicationTests {
    static let sound = """
        {"format":"dateline","version":1,"site":{"title":"Harbour","base_url":"https://a.example/"},
        "entries":[{"slug":"closed","title":"Closed","edtf":"1911-08"}]}
        """

    static func publication(_ text: String) throws -> Publication {
        try Publication(path: "old.json", Array(text.utf8))
    }

    private func mistake(_ text: String) -> Diagnostic? {
        do throws(Publication.Mistake) {
            _ = try Publication(path: "old.json", Array(text.utf8))
            return nil
        } catch { return error.diagnostic }
    }

    @Test(arguments: [
        ("", 0, "end of the file where a value is missing"),
        ("{\"format\": dateline}", 11, "no JSON value begins here"),
        ("[]", 0, "not the export of a site of Dateline"),
        ("{\"type\": \"FeatureCollection\"}", 0, "not the export of a site of Dateline"),
        ("{\"format\":\"dateline\"}", 0, "no version of the format; this program reads version 1"),
        (
            "{\"format\":\"dateline\",\"version\":2}", 31,
            "version 2 of the format; this program reads version 1"
        ),
        ("{\"format\":\"dateline\",\"version\":1}", 0, "no member entries"),
        ("{\"format\":\"dateline\",\"version\":1,\"entries\":{}}", 43, "entries is an object"),
        (
            "{\"format\":\"dateline\",\"version\":1,\"entries\":[{\"slug\":\"a\"}]}", 44,
            "an entry without title"
        ),
        (
            "{\"format\":\"dateline\",\"version\":1,\"entries\":[],\"actors\":[{}]}", 56,
            "an item of actors without id"
        ),
        (
            "{\"format\":\"dateline\",\"version\":1,\"entries\":[{\"slug\":\"a\",\"title\":\"b\",\"edtf\":\"1911\",\"claims\":\"x\"}]}",
            91, "claims is text"
        ),
    ])
    func mistakesHaveAPlace(_ text: String, _ offset: Int, _ summary: String) {
        let mistake = mistake(text)
        #expect(mistake?.summary == summary)
        #expect(mistake?.location.range.lowerBound == offset)
        #expect(mistake?.location.path == "old.json")
        #expect(mistake?.rule.id == "since-file")
    }

    @Test func bytesThatAreNotTextAreRefused() {
        #expect(throws: Publication.Mistake.self) {
            _ = try Publication(path: "old.json", [0x7B, 0xFF, 0x7D])
        }
    }

    @Test(arguments: [
        ("Harbour", "https://a.example/", "closed", true), ("Harbour", "https://b.example/", "x", true),
        ("Port", "https://a.example/", "x", true), ("Port", "https://b.example/", "closed", false),
        ("Port", nil, "closed", true), ("Port", nil, "x", false),
    ])
    func anotherSiteIsRefused(_ title: String, _ address: String?, _ slug: String, _ isSame: Bool) throws {
        let site = address.map { "\"title\":\"\(title)\",\"base_url\":\"\($0)\"" } ?? "\"title\":\"\(title)\""
        let new = try Self.publication(
            "{\"format\":\"dateline\",\"version\":1,\"site\":{\(site)},\"entries\":[{\"slug\":\"\(slug)\",\"title\":\"Closed\",\"edtf\":\"1911\"}]}"
        )
        let mistake = try Self.publication(Self.sound).mistake(comparingWith: new)
        #expect((mistake == nil) == isSame)
        if let mistake {
            #expect(mistake.diagnostic.summary == "the export of another site, 'Harbour'")
            #expect(mistake.diagnostic.location.range == 40..<41)
        }
    }
}
