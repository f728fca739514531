import NIOHTTP1
import SiteRendering
import Testing
import TimelineModel

@testable import DevServer

/// Requests and their answers, without a network.
@Suite struct ResponderTests {
    @Test("a page is served with its type, its tag, the published headers and the script of the preview")
    func page() throws {
        let response = try PreviewSite.get("/")
        #expect(response.status == .ok)
        #expect(response.headers["Content-Type"] == ["text/html; charset=utf-8"])
        for header in siteHeaders { #expect(response.headers[header.name] == [header.value]) }
        #expect(response.headers["Cache-Control"] == ["no-cache"])
        #expect(response.headers["Vary"] == ["Accept-Encoding"])
        let script = try #require(response.text.firstRange(of: "<script src=\"/_dateline/reload.js\""))
        let body = try #require(response.text.firstRange(of: "</body>"))
        #expect(script.upperBound < body.lowerBound)
        #expect(response.text.contains("data-generation=\"run-1\""))
    }

    @Test("only pages have the script of the preview")
    func otherFiles() throws {
        #expect(!(try PreviewSite.get("/style.css").text.contains("_dateline")))
        #expect(try PreviewSite.get("/media/quay.mp3").text == PreviewSite.files["Content/media/quay.mp3"])
        #expect(try PreviewSite.get("/media/quay.mp3").headers["Vary"] == [])
    }

    @Test("a tag that is named is answered with 304, one of another version with the page")
    func conditions() throws {
        let preview = try PreviewSite.preview()
        let tag = try #require(try PreviewSite.get("/", from: preview).headers.first(name: "ETag"))
        for field in [tag, "\"x\", W/\(tag)", "*"] {
            let response = try PreviewSite.get("/", ["If-None-Match": field], from: preview)
            #expect(response.status == .notModified)
            #expect(response.body.isEmpty)
            #expect(response.headers["ETag"] == [tag])
        }
        #expect(try PreviewSite.get("/", ["If-None-Match": "\"zz\""], from: preview).status == .ok)
    }

    @Test("gzip has a tag of its own, and unpacks to the page")
    func gzip() throws {
        let plain = try PreviewSite.get("/")
        let packed = try PreviewSite.get("/", ["Accept-Encoding": "gzip"])
        #expect(packed.headers["Content-Encoding"] == ["gzip"])
        #expect(packed.headers["ETag"] != plain.headers["ETag"])
        #expect(packed.body.prefix(2) == [0x1F, 0x8B])
        #expect(packed.body.count < plain.body.count / 2)
        // RFC 1952: the last four bytes are the length of what was packed.
        let length = packed.body.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        #expect(length == plain.body.count)
    }

    @Test("a range is a part, and of another version it is the whole")
    func ranges() throws {
        let whole = try PreviewSite.get("/media/quay.mp3")
        let tag = try #require(whole.headers.first(name: "ETag"))
        let part = try PreviewSite.get("/media/quay.mp3", ["Range": "bytes=4-9", "If-Range": tag])
        #expect(part.status == .partialContent)
        #expect(part.body == Array(whole.body[4...9]))
        #expect(part.headers["Content-Range"] == ["bytes 4-9/\(whole.body.count)"])
        let other = try PreviewSite.get("/media/quay.mp3", ["Range": "bytes=4-9", "If-Range": "\"no\""])
        #expect(other.status == .ok)
        let beyond = try PreviewSite.get("/media/quay.mp3", ["Range": "bytes=1000-"])
        #expect(beyond.status == .rangeNotSatisfiable)
        #expect(beyond.headers["Content-Range"] == ["bytes */\(whole.body.count)"])
        let many = try PreviewSite.get("/media/quay.mp3", ["Range": "bytes=0-,0-,0-"])
        #expect(many.status == .ok)
    }

    @Test(
        "what is no file of the site does not exist",
        arguments: [
            "/Content/timeline.yml", "/../Content/timeline.yml", "/..%2f..%2fetc/passwd", "//etc/passwd",
            "/events", "/media/../index.html", "/./index.html", "/index.html/", "/style.css%00.png",
            "/_dateline/",
            "/_dateline/source/Content/media/quay.mp3", "/_dateline/source/../../etc/passwd",
            "/_dateline/source/Content/../timeline.yml",
        ])
    func nothing(_ address: String) throws {
        let response = try PreviewSite.get(address)
        #expect(response.status == .notFound || response.status == .movedPermanently)
        #expect(!response.text.contains("title: Harbour"))
        #expect(!response.text.contains("root:"))
    }

    @Test("a folder is its index; without its slash it leads there")
    func folders() throws {
        #expect(try PreviewSite.get("/status/").status == .ok)
        let moved = try PreviewSite.get("/status")
        #expect(moved.status == .movedPermanently)
        #expect(moved.headers["Location"] == ["/status/"])
    }

    @Test("nothing found is told with what is near, and text stays text")
    func nearMatches() throws {
        let response = try PreviewSite.get("/events/closd.html")
        #expect(response.status == .notFound)
        #expect(response.text.contains("href=\"/events/closed.html\""))
        #expect(try PreviewSite.get("/reopened").text.contains("href=\"/events/reopened.html\""))
        let hostile = try PreviewSite.get("/%3Cscript%3Ealert(1)%3C/script%3E")
        #expect(!hostile.text.contains("<script>alert"))
        #expect(hostile.text.contains("&lt;script&gt;"))
    }

    @Test("methods but GET and HEAD are refused, and which are taken is said")
    func methods() throws {
        for method in [HTTPMethod.POST, .PUT, .DELETE, .OPTIONS, .RAW(value: "FOO")] {
            let response = try PreviewSite.get("/", method: method)
            #expect(response.status == .methodNotAllowed)
            #expect(response.headers["Allow"] == ["GET, HEAD"])
        }
    }

    @Test("foreign names are refused, and so are requests without one, with two, and to other servers")
    func hosts() throws {
        #expect(try PreviewSite.get("/", host: "evil.example:8080").status == .misdirectedRequest)
        #expect(try PreviewSite.get("/", ["Host": "127.0.0.1:8080"]).status == .badRequest)
        #expect(try PreviewSite.get("http://127.0.0.1:8080/").status == .badRequest)
        #expect(try PreviewSite.get("*").status == .badRequest)
        #expect(try PreviewSite.get("/" + String(repeating: "a", count: 9000)).status == .uriTooLong)
        let head = HTTPRequestHead(version: .http1_1, method: .GET, uri: "/")
        let response = PreviewSite.responder.respond(to: head, from: try PreviewSite.preview())
        #expect(response.status == .badRequest)
    }

    @Test("the place of a mistake leads to its line")
    func sources() throws {
        let address = SourcePage.address(of: "Content/events/closed.md", line: 3)
        #expect(address == "/_dateline/source/Content/events/closed.md#L3")
        let response = try PreviewSite.get("/_dateline/source/Content/events/closed.md")
        #expect(response.text.contains("<li id=\"L3\"><code>date: 1911-08-11</code></li>"))
    }

    @Test("where no site could be built yet every page is what is wrong")
    func troubleAtFirst() throws {
        var preview = Preview(run: "run", sources: MemoryFileTree())
        let text = "Content/events/closed.md:3:7: error: no <date>\n 3 | date: x"
        preview.show(
            Trouble([.init(text, path: "Content/events/closed.md", line: 3)]), from: MemoryFileTree())
        for address in ["/", "/events/closed.html"] {
            let response = try PreviewSite.get(address, from: preview)
            #expect(response.status == .serviceUnavailable)
            #expect(response.text.contains("error: no &lt;date&gt;\n 3 | date: x"))
            #expect(response.text.contains("href=\"/_dateline/source/Content/events/closed.md#L3\""))
            #expect(response.text.contains("data-trouble=\"run-1\""))
        }
    }

    @Test("the last good site stays while something is wrong")
    func troubleLater() throws {
        var preview = try PreviewSite.preview()
        preview.show(Trouble([.init("error: x")]), from: preview.sources)
        let response = try PreviewSite.get("/", from: preview)
        #expect(response.status == .ok)
        #expect(response.text.contains("Harbour closed"))
        #expect(preview.event.contains("\"text\":\"error: x\""))
        #expect(preview.generation == "run-1")
    }
}
