import Files
import Testing
import TimelineModel

@testable import DevServer

/// What the headers of a request say.
@Suite struct HeaderTests {
    @Test(
        "A Range header asks for one part, for a part that does not exist, or for the whole",
        arguments: [
            ("bytes=5-14", .part(5..<15)), ("bytes=90-", .part(90..<100)), ("bytes=-10", .part(90..<100)),
            ("bytes=-1000", .part(0..<100)), ("bytes=95-1000", .part(95..<100)), ("bytes=0-0", .part(0..<1)),
            ("BYTES=0-0", .part(0..<1)), ("bytes=100-", .unsatisfiable), ("bytes=-0", .unsatisfiable),
            ("bytes=0-1,3-4", .whole), ("bytes=abc", .whole), ("bytes=5-4", .whole), ("bytes=-", .whole),
            ("bytes=+1-2", .whole), ("lines=1-2", .whole), ("", .whole),
            ("bytes=99999999999999999999-", .whole),
        ] as [(String, ByteRange)])
    func range(_ field: String, _ range: ByteRange) {
        #expect(ByteRange(field, of: 100) == range)
    }

    @Test(
        "Gzip is used if Accept-Encoding allows it",
        arguments: [
            ("gzip", true), ("br, gzip", true), ("*", true), ("gzip;q=0.5", true), ("GZIP ; q=1.0", true),
            ("gzip;q=0, identity", false), ("gzip;q=0.000", false), ("br", false), ("", false),
            ("*;q=0", false), ("gzip;q=0, *", false), ("identity;q=0, *;q=0.1", true),
        ])
    func coding(_ field: String, _ isTaken: Bool) {
        #expect(ContentCoding.allowsGzip([field]) == isTaken)
    }

    @Test("An entity tag matches in lists, as a weak tag, and by a star")
    func tags() {
        let tag = EntityTag(of: Array("text".utf8))
        #expect(tag.isNamed(in: [tag.value]))
        #expect(tag.isNamed(in: ["\"x\", \(tag.value)"]))
        #expect(tag.isNamed(in: ["\"x\"", "W/\(tag.value)"]))
        #expect(tag.isNamed(in: ["*"]))
        #expect(tag.isNamed(in: ["\"a,b\" ,\t\(tag.value) "]))
        #expect(!tag.isNamed(in: ["\"zz\""]))
        #expect(!tag.isNamed(in: []))
        #expect(!tag.isNamed(in: ["", ",", "\""]))
        #expect(tag != EntityTag(of: Array("text".utf8), coding: "gzip"))
        #expect(tag != EntityTag(of: Array("texts".utf8)))
    }

    @Test("A strong comparison accepts only the exact tag")
    func exactTags() {
        let tag = EntityTag(of: Array("text".utf8))
        #expect(tag == EntityTag(of: OpenFile("text", Array("text".utf8))))
        #expect(tag.isExactly(tag.value))
        #expect(!tag.isExactly("W/" + tag.value))
        #expect(!tag.isExactly("Sat, 28 Nov 2026 12:00:00 GMT"))
    }

    @Test(
        "A request target gives a decoded path, or nil if it is malformed",
        arguments: [
            ("/", ""), ("/events/a%20b.html", "events/a b.html"), ("/a?b=/c", "a"), ("/%C3%A9", "é"),
            ("/..%2f..%2fetc/passwd", "../../etc/passwd"), ("/%252e", "%2e"), ("/a%00b", "a\0b"),
            ("/%", nil), ("/%zz", nil), ("/%c0%ae", nil), ("*", nil), ("etc/passwd", nil), ("", nil),
            ("http://127.0.0.1/", nil),
        ])
    func target(_ target: String, _ path: String?) {
        #expect(RequestTarget.path(of: target) == path)
    }

    @Test(
        "A Host header is accepted only if it names this server",
        arguments: [
            ("127.0.0.1:8080", true), ("localhost:8080", true), ("LOCALHOST:8080", true),
            ("[::1]:8080", true), ("127.0.0.1", false), ("127.0.0.1:80", false), ("evil.example:8080", false),
            ("localhost.evil.example:8080", false), ("192.168.1.7:8080", false), ("", false),
            (":8080", false),
            ("127.0.0.1:", false), ("127.0.0.1:8080x", false), ("user@127.0.0.1:8080", false),
        ])
    func host(_ value: String, _ isThis: Bool) {
        #expect(HostRule(listeningOn: "127.0.0.1", port: 8080).allows(value) == isThis)
    }

    @Test("A server that listens on all addresses accepts addresses and refuses names")
    func hostsEverywhere() {
        let rule = HostRule(listeningOn: "0.0.0.0", port: 80)
        #expect(rule.allows("192.168.1.7"))
        #expect(rule.allows("[fe80::1]:80"))
        #expect(!rule.allows("evil.example"))
        #expect(HostRule(listeningOn: "desk.example", port: 81).allows("desk.example:81"))
        #expect(HostRule(listeningOn: "::1", port: 81).allows("[::1]:81"))
    }

    @Test(
        "The ending of a file name decides the content type",
        arguments: [
            ("index.html", "text/html; charset=utf-8"), ("style.css", "text/css; charset=utf-8"),
            ("a.b/script.js", "text/javascript; charset=utf-8"), ("x.SVG", "image/svg+xml"),
            ("feed.json", "application/feed+json"), ("x.png", "image/png"),
            ("x.json", "application/json"), ("calendar.ics", "text/calendar; charset=utf-8"),
            ("feed.xml", "application/atom+xml"), ("feeds/tags/a.xml", "application/atom+xml"),
            ("feeds/tags/a.json", "application/feed+json"), ("sitemap.xml", "application/xml"),
            ("points.geojson", "application/geo+json"), ("dateline.jsonl", "application/jsonl"),
            ("entries.csv", "text/csv; charset=utf-8"), ("x.avif", "image/avif"),
            ("_headers", "text/plain; charset=utf-8"), ("x.unknown", "application/octet-stream"),
        ])
    func types(_ path: String, _ type: String) {
        #expect(FileType(path: path).contentType == type)
    }
}
